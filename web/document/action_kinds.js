// What a citizen can do to a node, by number, in the order of src/semantics/action.h.

export const ActionKind = Object.freeze({
  press: 0,
  setValue: 1,
  setChecked: 2,
  choose: 3,
  submit: 4,
  open: 5,
  close: 6,
  focus: 7,
  blur: 8,
  activeNext: 9,
  activePrevious: 10,
});

// A chosen file is bytes; everything else is text.
/** @typedef {(handle: number, kind: number, text: string | Uint8Array) => void} Act */

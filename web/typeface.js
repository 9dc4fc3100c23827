// The portal's own typeface, where view_boot.js found it too far away for the first paint: fetched once the page is at
// rest, and worn from the next page on, so that no line moves while it is read.

const WEIGHTS = [400, 600];

let isFetched = false;

/** Of the letters that the page's content needs. */
export async function fetchTypeface() {
  const text = document.querySelector("main")?.textContent ?? "";
  try {
    await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em "Fira Sans"`, text)));
  } catch {
    // The page is as readable without.
    return;
  }
  isFetched = true;
}

/** Another page is shown: everything moves anyway. */
export function wearTypeface() {
  if (isFetched) document.documentElement.dataset.typeface = "own";
}

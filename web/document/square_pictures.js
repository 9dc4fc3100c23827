// Pictures of dark and light squares (QR Codes), whose address carries them: "squares:<side>:<bits as hex>", see
// src/foundation/square_picture.h. Shown as a drawing that is sharp at every size, with the light border readers need.

const ADDRESS = /^squares:([1-9]\d{0,2}):([0-9a-f]+)$/;

/** @param {string} source */
export const isSquarePicture = (source) => source.startsWith("squares:");

/** @param {string} source @returns {string | null} null where it is no such picture */
export function addressOfSquares(source) {
  const [, sideDigits = "", digits = ""] = ADDRESS.exec(source) ?? [];
  const side = Number(sideDigits);
  if (side === 0 || digits.length !== Math.ceil((side * side) / 4)) return null;
  const isDark = (/** @type {number} */ at) => ((parseInt(digits[at >> 2] ?? "0", 16) >> (3 - (at & 3))) & 1) === 1;
  let path = "";
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) if (isDark(y * side + x)) path += `M${x} ${y}h1v1h-1z`;
  }
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

// Pictures of squares: drawn as their address says, and nothing else taken for one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOfSquares, isSquarePicture } from "../../web/document/square_pictures.js";

test("squares are drawn row by row on a light ground", () => {
  const drawing = decodeURIComponent(/** @type {string} */ (addressOfSquares("squares:3:a88")));
  assert.match(drawing, /^data:image\/svg\+xml,<svg [^>]*viewBox="0 0 3 3"/);
  assert.match(drawing, /<path fill="#fff" d="M0 0h3v3h-3z"\/><path d="M0 0h1v1h-1zM2 0h1v1h-1zM1 1h1v1h-1zM2 2h1v1h-1z"\/>/);
});

test("what is no picture of squares is not drawn", () => {
  for (const other of ["squares:3:a8", "squares:3:a88f", "squares:0:", "squares:3:a8<", "squares:3:a88\n", "squares:3", "squares:03:a88"]) {
    assert.equal(addressOfSquares(other), null, other);
  }
  assert.equal(isSquarePicture("https://example.org/squares:3:a88"), false);
});

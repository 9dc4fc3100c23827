// A file that the citizen keeps: made of text on this device, and saved by the browser like a download.

/** @param {string} name @param {string} content */
export function saveFile(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

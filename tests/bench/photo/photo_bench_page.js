// In the browser: one photo through the worker as reports are given it, and through a canvas of the page's own, in turn.
import { prepare } from "/web/keys/picture_calls.js";
import { bytesOf } from "/web/keys/field_bytes.js";

const WORKER = { worker: new URL("/web/keys/passphrase_worker.js", location.href).href, module: "", integrity: "" };

/** 4000 x 3000, with as much in it as a photo has. */
async function photo() {
  const canvas = new OffscreenCanvas(4000, 3000);
  const context = canvas.getContext("2d");
  for (let at = 0; at < 6000; at += 1) {
    context.fillStyle = `hsl(${(at * 47) % 360} 60% ${20 + ((at * 31) % 60)}%)`;
    context.fillRect((at * 7919) % 4000, (at * 104729) % 3000, 20 + ((at * 13) % 200), 20 + ((at * 17) % 150));
  }
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 })).arrayBuffer());
}

async function alone(bytes) {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const canvas = new OffscreenCanvas(2048, 1536);
  const context = canvas.getContext("2d", { alpha: false });
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, 2048, 1536);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  return blob.arrayBuffer();
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function longestFrame(work) {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  await work();
  isOver = true;
  return longest;
}

window.photoBench = async (rounds) => {
  const bytes = await photo();
  const ours = () => prepare(WORKER, [bytes.slice(), bytesOf("image/jpeg"), bytesOf(2048), bytesOf("10 10 20 20")]);
  const times = { ours: [], alone: [], frames: [], bytes: bytes.length };
  await ours();
  await alone(bytes);
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await timed(ours));
    times.alone.push(await timed(() => alone(bytes)));
    times.frames.push(await longestFrame(ours));
  }
  return times;
};

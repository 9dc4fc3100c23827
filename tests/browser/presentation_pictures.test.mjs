// Five pages as a document, drawn in the browser, and drawn by the headless engine, side by side for the record:
// tests/golden/presentations. STADTTOR_UPDATE_GOLDEN=1 takes them anew. How letters are rasterised depends on browser and
// fonts, so a kept picture is compared coarsely: what is where, and in which colour.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withChromium } from "./support/chromium.mjs";
import { repository, tool } from "./support/city.mjs";
import { hasFonts, isDocument, isDrawn, newDrawnPage, wishes } from "./support/drawn_page.mjs";
import { OFFICE, SERVICE, SITUATION } from "./support/page_kinds.mjs";

const chromium = withChromium();
const { test } = chromium;

const FOLDER = join(repository, "tests/golden/presentations");
const MORNING = Date.UTC(2026, 10, 25, 9, 0);
const PAGES = /** @type {const} */ ([
  ["start", "/de/"],
  ["service", `/de/leistungen/${SERVICE}`],
  ["life_situation", `/de/lebenslagen/${SITUATION}`],
  ["office", `/de/aemter/${OFFICE}`],
  ["view_settings", "/de/ansicht"],
]);
const VIEWPORT = { width: 1280, height: 1300 };
const WIDTH = 300; // of each picture, reduced
const COARSE = 24; // pixels of a reduced picture that are taken together
const DIFFERENCE = 14; // of 255, on average over a picture

/** From the server the browser has its pages from. @param {string} path */
async function headlessPicture(path) {
  const folder = mkdtempSync(join(tmpdir(), "stadttor-picture-"));
  const file = join(folder, "page.png");
  const options = ["--city", chromium.origin, "--width", String(VIEWPORT.width), "--time", String(MORNING)];
  await promisify(execFile)(tool, ["picture", path, file, ...options], { cwd: repository });
  const picture = readFileSync(file);
  rmSync(folder, { recursive: true });
  return picture;
}

/** Runs in the page: the upper parts side by side and reduced. @param {{ files: string[], width: number, shape: number }} what */
async function sideBySide({ files, width, shape }) {
  const height = Math.round(width * shape);
  const canvas = document.createElement("canvas");
  canvas.width = files.length * width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, height);
  context.imageSmoothingQuality = "high";
  for (const [index, file] of files.entries()) {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${file}`)).blob());
    const shown = Math.min(picture.height, Math.round(picture.width * shape));
    context.drawImage(picture, 0, 0, picture.width, shown, index * width, 0, width, (shown / picture.width) * width);
  }
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}

/** Runs in the page: how far two pictures are apart, coarsely. @param {{ files: string[], coarse: number }} what */
async function meanDifference({ files, coarse }) {
  const [one, other] = await Promise.all(
    files.map(async (file) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${file}`)).blob());
      const [columns, rows] = [Math.ceil(picture.width / coarse), Math.ceil(picture.height / coarse)];
      const context = /** @type {CanvasRenderingContext2D} */ (
        Object.assign(document.createElement("canvas"), { width: columns, height: rows }).getContext("2d")
      );
      context.imageSmoothingQuality = "high";
      context.drawImage(picture, 0, 0, columns, rows);
      return context.getImageData(0, 0, columns, rows);
    }),
  );
  if (one === undefined || other === undefined || one.width !== other.width || one.height !== other.height) return 255;
  const differences = one.data.map((value, index) => Math.abs(value - Number(other.data[index])));
  return differences.reduce((sum, value) => sum + value, 0) / differences.length;
}

test("five pages look in all three presentations as they are kept", async () => {
  const portal = await newDrawnPage(chromium, { viewport: VIEWPORT, reducedMotion: "reduce" });
  await portal.setTime(MORNING);
  // Free of the portal's rules for where pictures come from.
  const bench = await portal.context.newPage();
  const findings = [];
  for (const [name, path] of PAGES) {
    await portal.open(path);
    await isDrawn(portal);
    await hasFonts(portal);
    await portal.settled();
    const drawn = await portal.page.screenshot();
    await wishes(portal, "document");
    await isDocument(portal);
    const pictures = [await portal.page.screenshot(), drawn, await headlessPicture(path)];
    const files = pictures.map((picture) => picture.toString("base64"));
    const now = await bench.evaluate(sideBySide, { files, width: WIDTH, shape: VIEWPORT.height / VIEWPORT.width });
    const file = join(FOLDER, `${name}.png`);
    if (process.env.STADTTOR_UPDATE_GOLDEN === "1") {
      writeFileSync(file, Buffer.from(now, "base64"));
      continue;
    }
    const kept = readFileSync(file).toString("base64");
    const difference = await bench.evaluate(meanDifference, { files: [kept, now], coarse: COARSE });
    if (difference <= DIFFERENCE) continue;
    const actual = join(tmpdir(), `${name}.actual.png`);
    writeFileSync(actual, Buffer.from(now, "base64"));
    findings.push(`${name}: ${difference.toFixed(1)} of 255 apart; it is now as in ${actual}`);
  }
  assert.deepEqual(findings, []);
});

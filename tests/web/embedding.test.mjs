// <stadttor-portal> on a municipality's own site: what passes between the two, and that nothing else does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { html, withBrowser } from "./support/browser.mjs";
import { Site } from "./support/site.mjs";

const browser = withBrowser();
/** @type {Site} the site around the portal; browser.site is the portal's */
let host;

before(async () => {
  host = await new Site().start();
  // The host's own rules; ours need only that it lets the frame in.
  host.policy = "frame-src http://localhost:*; script-src 'self'";
});
after(() => host.stop());

/** @param {string} origins listed by the portal */
async function embed(origins) {
  const script = '<script type="module" src="/portal_page.mjs"></script>';
  browser.site.files.set("/portal_page.mjs", 'import { reportToEmbedder } from "/web/embedded.js"; globalThis.embedding = reportToEmbedder();');
  browser.site.files.set("/de/", html('<p id="text">Portal</p>', `data-embed-origins="${origins}"`, script));
  host.files.set("/", html('<p>Stadt</p>', "", '<script type="module" src="/web/stadttor_portal.js"></script>'));
  const page = await browser.newPage();
  await page.goto(`${host.origin}/`);
  await page.evaluate((origin) => {
    Object.assign(globalThis, { seen: [], raw: [] });
    addEventListener("message", (event) => globalThis.raw.push(event.data));
    const portal = document.createElement("stadttor-portal");
    for (const type of ["title", "path"]) {
      portal.addEventListener(`stadttor-${type}`, (event) => globalThis.seen.push([type, event.detail]));
    }
    portal.setAttribute("src", `${origin}/de/`);
    document.body.append(portal);
  }, browser.site.origin);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame?.waitForFunction(() => "embedding" in globalThis);
  return { page, frame: /** @type {import("playwright-core").Frame} */ (frame) };
}

/** @param {import("playwright-core").Page} page */
const frameHeight = (page) => page.evaluate(() => document.querySelector("iframe")?.style.blockSize);

test("height, title and path reach the page around, and nothing else", async () => {
  const { page, frame } = await embed(`https://other.example ${host.origin}`);
  await frame.evaluate(() => {
    document.getElementById("text").style.blockSize = "1234px";
    document.title = "Hund anmelden";
    history.pushState(null, "", "/de/hund?q=geheim#geheim");
    globalThis.embedding.reportPath();
  });
  await page.waitForFunction(() => parseInt(document.querySelector("iframe").style.blockSize) > 1234);
  await page.waitForFunction(() => globalThis.seen.length >= 4);
  assert.deepEqual(await page.evaluate(() => globalThis.seen.sort()), [
    ["path", "/de/"],
    ["path", "/de/hund"],
    ["title", "Hund anmelden"],
    ["title", "Test"],
  ]);
  assert.equal(await page.evaluate(() => document.querySelector("iframe").title), "Hund anmelden");
  const types = await page.evaluate(() => [...new Set(globalThis.raw.map((/** @type {any} */ data) => Object.keys(data).join() + data.type))].sort());
  assert.deepEqual(types, ["height", "path", "title"].map((type) => `sender,type,value${type}`));
});

test("a site that is not on the list learns nothing", async () => {
  const { page, frame } = await embed("https://other.example *");
  assert.equal(await frame.evaluate(() => globalThis.embedding), null);
  assert.deepEqual(await page.evaluate(() => globalThis.raw), []);
});

test("messages from elsewhere, and nonsense from the frame, are not heeded", async () => {
  const { page, frame } = await embed(host.origin);
  await page.waitForFunction(() => document.querySelector("iframe").style.blockSize !== "40rem");
  const height = await frameHeight(page);
  await page.evaluate(() => {
    globalThis.seen.length = 0;
    postMessage({ sender: "stadttor", type: "height", value: 5 }, "*");
    postMessage({ sender: "stadttor", type: "title", value: "falsch" }, "*");
  });
  // The right origin, but not the frame of the element.
  await page.evaluate(async (source) => {
    const other = document.createElement("iframe");
    other.src = source;
    const heard = new Set();
    const allHeard = new Promise((resolve) => {
      addEventListener("message", ({ source, data }) => {
        if (source === other.contentWindow && heard.add(data.type).size === 3) resolve(undefined);
      });
    });
    document.body.append(other);
    await allHeard;
  }, `${browser.site.origin}/de/`);
  await frame.evaluate(() => {
    for (const data of [null, 7, "x", {}, { type: "height", value: 5 }, { sender: "stadttor", type: "height", value: "5px;x" },
      { sender: "stadttor", type: "height", value: 1e9 }, { sender: "stadttor", type: "height", value: -1 },
      { sender: "stadttor", type: "height", value: NaN }, { sender: "stadttor", type: "title", value: "x".repeat(501) },
      { sender: "stadttor", type: "title", value: {} }, { sender: "stadttor", type: "other", value: "x" }]) {
      parent.postMessage(data, "*");
    }
    parent.postMessage({ sender: "stadttor", type: "path", value: "/ende" }, "*");
  });
  await page.waitForFunction(() => globalThis.seen.length > 0);
  assert.deepEqual(await page.evaluate(() => globalThis.seen), [["path", "/ende"]]);
  assert.equal(await frameHeight(page), height);
});

test("passkeys are handed on by the element; in a frame that hands nothing on they are refused with that reason", async () => {
  const script = '<script type="module" src="/portal_page.mjs"></script>';
  browser.site.files.set("/portal_page.mjs", 'import * as passkeys from "/web/keys/passkey_calls.js"; globalThis.passkeys = passkeys;');
  browser.site.files.set("/de/", html("", "", script));
  host.files.set("/", html("", "", '<script type="module" src="/web/stadttor_portal.js"></script>'));
  const page = await browser.newPage();
  await page.goto(`${host.origin}/`);
  /** What the portal is told in it. @param {"stadttor-portal" | "iframe"} tag */
  const toldIn = async (tag) => {
    await page.evaluate(
      ([tag, source]) => {
        const element = document.createElement(String(tag));
        element.setAttribute("src", String(source));
        document.body.replaceChildren(element);
      },
      [tag, `${browser.site.origin}/de/`],
    );
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await frame?.waitForFunction(() => "passkeys" in globalThis);
    return frame?.evaluate(async (isForbidden) => {
      const policy = /** @type {any} */ (document).permissionsPolicy ?? /** @type {any} */ (document).featurePolicy;
      const kindOf = (/** @type {any} */ refusal) => refusal.kind ?? String(refusal);
      return {
        allowed: ["publickey-credentials-get", "publickey-credentials-create", "geolocation", "camera"].map((name) => policy.allowsFeature(name)),
        look: await globalThis.passkeys.look().then(() => "answered", kindOf),
        // Where it is allowed the browser would ask somebody.
        make: isForbidden ? await globalThis.passkeys.make([new Uint8Array([65]), new Uint8Array(32)]).then(() => "made", kindOf) : "not asked",
      };
    }, tag === "iframe");
  };
  const SERVER_REFUSED = 3;
  assert.deepEqual(await toldIn("iframe"), { allowed: [false, false, false, false], look: SERVER_REFUSED, make: SERVER_REFUSED });
  const handedOn = await toldIn("stadttor-portal");
  assert.deepEqual(handedOn?.allowed.slice(0, 2), [true, true]);
  assert.equal(handedOn?.allowed[3], false, "nothing else is handed on");
  assert.equal(handedOn?.look, "answered");
});

test("the frame cannot take the citizen away, nor can the site look in", async () => {
  const { page, frame } = await embed(host.origin);
  const blocked = await frame.evaluate(() => {
    try {
      top.location.href = "/weg";
      return false;
    } catch {
      return true;
    }
  });
  assert.equal(blocked, true);
  assert.equal(await page.evaluate(() => document.querySelector("iframe").contentDocument), null);
  browser.takeErrors();
});

test("a site may ask for the drawn presentation, and so may the city; otherwise the document is usual", async () => {
  const script = '<script type="module" src="/portal_page.mjs"></script>';
  const says = 'import { usualPresentation } from "/web/presentation.js"; document.title = usualPresentation();';
  browser.site.files.set("/portal_page.mjs", says);
  browser.site.files.set("/de/", html("", "", script));
  browser.site.files.set("/drawn/", html("", 'data-usual-presentation="canvas"', script));
  host.files.set("/", html("", "", '<script type="module" src="/web/stadttor_portal.js"></script>'));
  const page = await browser.newPage();
  await page.goto(`${host.origin}/`);
  /** @param {string} path @param {string} [presentation] */
  const usual = async (path, presentation) => {
    await page.evaluate(
      ([source, presentation]) => {
        const portal = document.createElement("stadttor-portal");
        portal.setAttribute("src", String(source));
        if (presentation !== undefined) portal.setAttribute("presentation", presentation);
        document.body.replaceChildren(portal);
      },
      [`${browser.site.origin}${path}`, presentation],
    );
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await frame?.waitForFunction(() => document.title === "canvas" || document.title === "document");
    return frame?.title();
  };
  assert.equal(await usual("/de/"), "document");
  assert.equal(await usual("/de/", "canvas"), "canvas");
  assert.equal(await usual("/de/", "nonsense"), "document");
  assert.equal(await usual("/drawn/"), "canvas");
});

test("only addresses of the portal's origin are shown", async () => {
  const page = await browser.newPage();
  host.files.set("/", html(""));
  await page.goto(`${host.origin}/`);
  const shown = await page.evaluate(async () => {
    const { portalUrl } = await import("/web/stadttor_portal.js");
    const of = (/** @type {[string | null, string | null, string | null]} */ ...parts) => portalUrl(...parts)?.href ?? null;
    return [
      of("https://p.example", "/de/a?x#y", null), of("https://p.example/de/", null, null), of("https://p.example", null, "tr"),
      of("https://p.example", "//evil.example", null), of("https://p.example", "https://evil.example/", null),
      of("https://p.example", "javascript:alert(1)", null), of("javascript:alert(1)", null, null), of("http://p.example", null, null),
      of(null, null, null), of("/de/", null, null),
    ];
  });
  assert.deepEqual(shown, ["https://p.example/de/a?x#y", "https://p.example/de/", "https://p.example/tr/", null, null, null, null, null, null, null]);
});

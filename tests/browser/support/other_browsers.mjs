// Firefox (puppeteer, WebDriver BiDi) and WebKitGTK (selenium, WebKitWebDriver in a virtual screen) behind one small set of deeds. Both
// are found by role and name through the page's own markup.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { repository } from "./city.mjs";

const require = createRequire(join(repository, ".build/node/package.json"));
const STEP_MILLISECONDS = 60_000;

/**
 * @typedef {object} OtherBrowser
 * @property {(url: string) => Promise<void>} goto
 * @property {(body: string) => Promise<any>} evaluate the value of a script's body, which returns it
 * @property {(selector: string, text: string) => Promise<void>} type key by key
 * @property {(key: "Enter" | "Tab" | "ArrowDown" | "Escape") => Promise<void>} press
 * @property {(selector: string) => Promise<void>} click
 * @property {() => Promise<void>} back
 * @property {() => Promise<string>} url
 * @property {() => Promise<void>} close
 */

/** @param {string[]} names @returns {string} path, "" where there is none */
function findProgram(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return "";
}

// Untyped: their types are not needed for these few calls.
const load = /** @type {(name: string) => any} */ (require);

/** @param {string} name */
function hasPackage(name) {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

// -- Firefox

const firefox = findProgram(["firefox-esr", "firefox"]);

export function reasonWithoutFirefox() {
  if (firefox === "") return "Firefox is not installed";
  return hasPackage("puppeteer-core") ? "" : "puppeteer-core is not in .build/node";
}

export const firefoxProgram = () => firefox;

/** @param {{ hasWebGl?: boolean }} [options] @returns {Promise<OtherBrowser>} */
export async function startFirefox({ hasWebGl = true } = {}) {
  const puppeteer = load("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: "firefox",
    protocol: "webDriverBiDi",
    executablePath: firefox,
    headless: true,
    timeout: STEP_MILLISECONDS,
    extraPrefsFirefox: {
      "intl.accept_languages": "de",
      "app.update.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "webgl.disabled": !hasWebGl,
    },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(STEP_MILLISECONDS);
  page.setDefaultNavigationTimeout(STEP_MILLISECONDS);
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (body) => page.evaluate(`(() => { ${body} })()`),
    type: async (selector, text) => {
      await page.focus(selector);
      await page.keyboard.type(text, { delay: 10 });
    },
    press: (key) => page.keyboard.press(key),
    click: (selector) => page.click(selector),
    back: async () => void (await page.evaluate("history.back()")),
    url: async () => String(await page.evaluate("location.href")),
    close: () => browser.close(),
  };
}

// -- WebKitGTK

function findMiniBrowser() {
  for (const folder of ["/usr/lib", "/usr/libexec"]) {
    for (const machine of existsSync(folder) ? readdirSync(folder) : []) {
      for (const version of ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0", ""]) {
        const program = join(folder, machine, version, "MiniBrowser");
        if (existsSync(program)) return program;
      }
    }
  }
  return "";
}

const miniBrowser = findMiniBrowser();
const webKitDriver = findProgram(["WebKitWebDriver"]);
const virtualScreen = findProgram(["Xvfb"]);

export function reasonWithoutWebKit() {
  if (webKitDriver === "") return "WebKitWebDriver is not installed";
  if (miniBrowser === "") return "WebKitGTK's MiniBrowser is not installed";
  if (virtualScreen === "" && process.env.DISPLAY === undefined) return "Xvfb is not installed";
  return hasPackage("selenium-webdriver") ? "" : "selenium-webdriver is not in .build/node";
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The number of a screen of its own, once it stands. @returns {Promise<{ display: string, stop: () => void }>} */
function startScreen() {
  return new Promise((resolve, reject) => {
    const child = spawn(virtualScreen, ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    child.on("error", reject);
    child.on("exit", () => reject(new Error("the virtual screen ended")));
    let text = "";
    child.stdio[3]?.on("data", (/** @type {Buffer} */ part) => {
      text += part.toString();
      if (text.includes("\n")) resolve({ display: `:${text.trim()}`, stop: () => child.kill() });
    });
  });
}

/** @param {{ hasWebGl?: boolean }} [options] @returns {Promise<OtherBrowser>} */
export async function startWebKit({ hasWebGl = true } = {}) {
  const { Builder, By, Capabilities, Key } = load("selenium-webdriver");
  const screen = await startScreen();
  const home = mkdtempSync(join(tmpdir(), "stadttor-webkit-"));
  const port = await freePort();
  const driverProcess = spawn(webKitDriver, [`--port=${port}`], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      DISPLAY: screen.display,
      HOME: home,
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    },
  });
  const stopAll = () => {
    try {
      // With the browser it has started.
      if (driverProcess.pid !== undefined) process.kill(-driverProcess.pid);
    } catch {
      // It has ended by itself.
    }
    screen.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const options = { binary: miniBrowser, args: ["--automation", ...(hasWebGl ? [] : ["--enable-webgl=false"])] };
    const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options });
    const driver = await connected(() =>
      new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(),
    );
    return {
      goto: (url) => driver.get(url),
      evaluate: (body) => driver.executeScript(body),
      type: async (selector, text) => {
        const field = await driver.findElement(By.css(selector));
        for (const letter of text) await field.sendKeys(letter);
      },
      press: async (key) => {
        const codes = { Enter: Key.ENTER, Tab: Key.TAB, ArrowDown: Key.ARROW_DOWN, Escape: Key.ESCAPE };
        const active = await driver.switchTo().activeElement();
        await active.sendKeys(codes[key]);
      },
      click: async (selector) => (await driver.findElement(By.css(selector))).click(),
      back: () => driver.navigate().back(),
      url: () => driver.getCurrentUrl(),
      close: async () => {
        await driver.quit().catch(() => {});
        stopAll();
      },
    };
  } catch (error) {
    stopAll();
    throw error;
  }
}

/**
 * The driver needs a moment before it listens.
 * @template T
 * @param {() => Promise<T>} connect
 * @returns {Promise<T>}
 */
async function connected(connect) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await connect();
    } catch (error) {
      if (attempt === 20 || !/ECONNREFUSED/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

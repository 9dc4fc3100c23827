// The entry module of every page: starts the engine, then what can wait until it stands.
import { DropdownMenus } from "./dropdown_menus.js";
import { reportToEmbedder } from "./embedded.js";
import { Engine } from "./engine.js";
import { firstPaint } from "./first_paint.js";
import { registerServiceWorker } from "./service_worker_registration.js";
import { fetchTypeface, wearTypeface } from "./typeface.js";

const portal = document.getElementById("portal");
if (portal !== null) {
  const engine = new Engine(portal);
  const embedding = reportToEmbedder();
  const menus = new DropdownMenus(engine.page.root.container);
  engine.page.history.onChange = () => {
    menus.close();
    wearTypeface();
    embedding?.reportPath();
  };
  // Early presses and entries are noted from here on; compiling the engine must not hold up the page itself.
  await firstPaint();
  await engine.start();
  // Also where the engine failed: the pages are worth having offline.
  const whenIdle = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ callback) => setTimeout(callback, 1));
  whenIdle(() => {
    fetchTypeface();
    registerServiceWorker(engine.page);
  });
}

// "Near me": asks the browser where the citizen is, only when the citizen presses the button. The place goes to the
// engine on this device, which lists what is near first; nothing of it is sent anywhere.

/** @typedef {import("../engine.js").Engine} Engine */

const PATIENCE_MILLISECONDS = 15_000;
const AS_OLD_AS_MILLISECONDS = 60_000;

/**
 * A button where there is something to list and the browser can tell the place, else null.
 * @param {HTMLElement} figure
 * @param {Engine} engine
 */
export function nearMeButton(figure, engine) {
  if (!("geolocation" in navigator) || figure.querySelectorAll("li").length < 2) return null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "st-scene__button st-scene__button--wide";
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        engine.foundPosition(coords.latitude, coords.longitude);
        engine.page.liveRegion.announce(engine.word("scene.nearest_first"), false);
      },
      () => engine.page.liveRegion.announce(engine.word("scene.position_unknown"), false),
      { timeout: PATIENCE_MILLISECONDS, maximumAge: AS_OLD_AS_MILLISECONDS },
    );
  });
  return button;
}

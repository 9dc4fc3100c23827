// Where the device is: asked only when the citizen has pressed a button that says so.
import { bytesOf } from "./field_bytes.js";
import { Kind, Refusal } from "./refusal.js";

/** @typedef {import("./field_bytes.js").Bytes} Bytes */

const PATIENCE_MILLISECONDS = 15_000;
const AS_OLD_AS_MILLISECONDS = 30_000;

/** @param {GeolocationPositionError} error */
function refusalFrom({ code, PERMISSION_DENIED, TIMEOUT, message }) {
  if (code === PERMISSION_DENIED) return new Refusal(Kind.Cancelled, message);
  return new Refusal(code === TIMEOUT ? Kind.TimedOut : Kind.NotFound, message);
}

/** @returns {Promise<Bytes[]>} latitude and longitude, in degrees */
export function findPosition() {
  return new Promise((settle, refuse) => {
    if (!("geolocation" in navigator)) {
      refuse(new Refusal(Kind.NotSupported, "no geolocation"));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => settle([bytesOf(String(coords.latitude)), bytesOf(String(coords.longitude))]),
      (error) => refuse(refusalFrom(error)),
      { enableHighAccuracy: true, timeout: PATIENCE_MILLISECONDS, maximumAge: AS_OLD_AS_MILLISECONDS },
    );
  });
}

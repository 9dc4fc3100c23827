// Keys and records of the engine, as a script of its own that is loaded when the engine first asks for one.
export { BrowserCalls } from "./keys/browser_calls.js";

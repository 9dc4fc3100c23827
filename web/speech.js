// Reads text aloud with the browser's speech synthesis, sentence by sentence: browsers fall silent in long texts.
// Only voices on the device are used; the others send the text to their maker.

const LONGEST_CHUNK = 220;

export class Speech {
  /** @type {() => void} told when the text has been read or cannot be */
  onEnd = () => {};
  // Browsers report the end of what was cancelled, too; the number tells it from the present text.
  #reading = 0;

  get isAvailable() {
    return typeof speechSynthesis !== "undefined" && typeof SpeechSynthesisUtterance !== "undefined";
  }

  /**
   * @param {string} language BCP 47
   * @param {string} text "" to stop
   */
  speak(language, text) {
    const wasReading = this.#reading;
    this.stop();
    if (text === "") {
      if (wasReading !== 0) this.onEnd();
      return;
    }
    const voice = this.isAvailable ? voiceFor(language) : null;
    const chunks = sentencesOf(language, text);
    if (voice === null || chunks.length === 0) {
      // Not at once: the engine is still at work when it asks.
      setTimeout(() => this.onEnd(), 0);
      return;
    }
    const reading = performance.now();
    this.#reading = reading;
    const end = () => {
      if (this.#reading !== reading) return;
      this.#reading = 0;
      this.onEnd();
    };
    chunks.forEach((chunk, index) => {
      const utterance = new SpeechSynthesisUtterance(chunk);
      utterance.lang = language;
      if (voice !== undefined) utterance.voice = voice;
      utterance.addEventListener("error", end);
      if (index === chunks.length - 1) utterance.addEventListener("end", end);
      speechSynthesis.speak(utterance);
    });
  }

  stop() {
    this.#reading = 0;
    if (this.isAvailable) speechSynthesis.cancel();
  }
}

/**
 * @param {string} language
 * @returns {SpeechSynthesisVoice | null | undefined} undefined: the browser does not tell its voices (yet) and chooses
 *     by language; null: there is none on the device
 */
function voiceFor(language) {
  const voices = speechSynthesis.getVoices();
  if (voices.length === 0) return undefined;
  const wanted = language.toLowerCase();
  const short = wanted.split("-", 1)[0];
  const local = voices.filter((voice) => voice.localService);
  const tag = (/** @type {SpeechSynthesisVoice} */ voice) => voice.lang.toLowerCase().replace("_", "-");
  return (
    local.find((voice) => tag(voice) === wanted) ?? local.find((voice) => tag(voice).split("-", 1)[0] === short) ?? null
  );
}

/**
 * @param {string} language
 * @param {string} text
 * @returns {string[]}
 */
export function sentencesOf(language, text) {
  return segments(language, text).flatMap(shortened).filter((chunk) => chunk !== "");
}

/** @param {string} language @param {string} text @returns {string[]} */
function segments(language, text) {
  if (typeof Intl.Segmenter === "undefined") return text.match(/[^.!?…:\n]+[.!?…:\n]*/g) ?? [];
  return Array.from(new Intl.Segmenter(language, { granularity: "sentence" }).segment(text), (part) => part.segment);
}

/** @param {string} sentence @returns {string[]} */
function shortened(sentence) {
  const chunks = [];
  let rest = sentence.trim();
  while (rest.length > LONGEST_CHUNK) {
    const space = rest.lastIndexOf(" ", LONGEST_CHUNK);
    const end = space > 0 ? space : LONGEST_CHUNK;
    chunks.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return [...chunks, rest];
}

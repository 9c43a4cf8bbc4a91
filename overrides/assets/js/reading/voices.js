/** The voice that reads aloud: a Japanese one of the reader's own device, so that no text leaves it. */

/**
 * @template {{ lang: string, localService: boolean, default?: boolean }} Voice
 * @param {readonly Voice[]} voices
 * @returns {Voice | null} the browser's default one where it fits
 */
export function localJapaneseVoice(voices) {
  // Android writes ja_JP.
  const fitting = voices.filter((voice) => voice.localService && /^ja([-_]|$)/i.test(voice.lang));
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/**
 * Tell the voice now, and again whenever the browser's list changes: some load it after the page.
 * @param {(voice: SpeechSynthesisVoice | null) => void} tell
 * @param {AbortSignal} signal
 */
export function watchVoice(tell, signal) {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const look = () => tell(localJapaneseVoice(speech.getVoices()));
  look();
  speech.addEventListener?.("voiceschanged", look, { signal });
}

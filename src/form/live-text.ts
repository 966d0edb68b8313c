// The text of one live region, and when it changes. A screen reader that is saying a new view hears nothing besides; and a
// text that is set again is no change.

/** What comes with a new view is said this long after it: Orca then heard it 8 times of 8, and 3 of 8 at once. */
const AFTER_VIEW_MS = 300;

/** What takes less than this is not worth a word. */
const LASTING_MS = 1_000;

/** Sentences, with what is private in them marked. */
type Text = string | readonly unknown[];

/** What one live region says. */
export class LiveText {
  /** What stands in the region now. */
  shown: Text = '';
  #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when the region has to render again, later than the call that says so */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Says a text now; the same once more a moment after the region was emptied. What was still to be said is dropped. */
  say(text: Text): void {
    clearTimeout(this.#timer);
    const isRepeated = text !== '' && text === this.shown;
    this.shown = isRepeated ? '' : text;
    if (isRepeated) this.#sayIn(AFTER_VIEW_MS, text);
  }

  /** Says a text once the view that it comes with has rendered and has focus. */
  sayAfterView(text: Text): void {
    this.say('');
    if (text) this.#sayIn(AFTER_VIEW_MS, text);
  }

  /** Says a text if something still lasts after a second. Returns what ends it, which takes nothing else back. */
  sayIfLasting(text: Text): () => void {
    this.say('');
    this.#sayIn(LASTING_MS, text);
    const timer = this.#timer;
    return () => clearTimeout(timer);
  }

  #sayIn(delay: number, text: Text): void {
    this.#timer = setTimeout(() => {
      this.shown = text;
      this.#changed();
    }, delay);
  }
}

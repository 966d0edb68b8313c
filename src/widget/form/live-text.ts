// The text of one live region, and the moment of its changes. A screen reader that announces a new view ignores live
// regions. It also ignores a text that is set again, since nothing changes.

/**
 * Delay after the request of a new view, which shows up to 100 ms later (`leaveView`). With 300 ms after the view, Orca
 * announced the text 8 times out of 8; with none, 3 times out of 8.
 */
const AFTER_VIEW_MS = 400;

/** Sentences, in which the private parts are marked. */
type Text = string | readonly unknown[];

/** The content of one live region. */
export class LiveText {
  /** The current text of the region. */
  shown: Text = '';
  #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when the region has to render again after a delay */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Announces a text now and drops a pending one. To repeat a text, it empties the region and waits a moment. */
  say(text: Text): void {
    clearTimeout(this.#timer);
    const isRepeated = text !== '' && text === this.shown;
    this.shown = isRepeated ? '' : text;
    if (isRepeated) this.#sayIn(AFTER_VIEW_MS, text);
  }

  /** Announces a text once its view has rendered and has focus, or after another delay, unless another text comes. */
  sayAfterView(text: Text, delay: number = AFTER_VIEW_MS): void {
    this.say('');
    if (text) this.#sayIn(delay, text);
  }

  #sayIn(delay: number, text: Text): void {
    this.#timer = setTimeout(() => {
      this.shown = text;
      this.#changed();
    }, delay);
  }
}

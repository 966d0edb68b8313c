// Shift, three times, as a way out. Not Escape: it closes dialogs, stops pages, and belongs to assistive technology.

import type { ReactiveController } from 'lit';
import type { MessageKey } from '../../../words/messages.ts';
import type { FormState } from '../form-view.ts';

const PRESSES = 3;
const PAUSE_MS = 5_000;
/** How long it is shown that the way out was given up. */
const EXPIRED_MS = 3_000;

/** Keys that keyboards on a screen do not have. */
const PHYSICAL = /^(Tab|Escape|Arrow|Control|Alt|Meta)/;
const TEXT_FIELD = 'textarea, input:not([type="radio"], [type="checkbox"])';

/** Counts the presses of one widget. */
export class ExitKeysController implements ReactiveController {
  #form: FormState;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether nothing else was pressed since Shift went down. */
  #isAlone = false;
  #hasKeyboard = false;

  constructor(form: FormState) {
    this.#form = form;
  }

  hostConnected(): void {
    this.#listen('add');
  }

  hostDisconnected(): void {
    this.#listen('remove');
    this.#reset();
  }

  #listen(change: 'add' | 'remove'): void {
    for (const type of ['keydown', 'keyup', 'pointerdown'] as const)
      window[`${change}EventListener`](type, this.#onPress as EventListener, true);
  }

  /** In the page, the keys are the widget's only while focus is in it. */
  get #isListening(): boolean {
    const { dialog, exit, host } = this.#form;
    return !exit.isLeaving && (dialog.isOpen || (host.isInline && host.matches(':focus-within')));
  }

  #onPress = (event: KeyboardEvent | PointerEvent): void => {
    if (!this.#isListening) return this.#reset();
    if (!('key' in event) || event.key !== 'Shift' || event.isComposing) {
      if ('key' in event && PHYSICAL.test(event.code)) this.#hasKeyboard = true;
      if (this.#count) this.#cancel();
      this.#isAlone = false;
    } else if (event.type === 'keydown') {
      if (!event.repeat) this.#isAlone = true;
      // With two Shift keys down, the first release counts as the press. The second release does not count.
    } else if (this.#isAlone) {
      this.#isAlone = false;
      if (!this.#isTyping(event)) this.#press();
    }
  };

  /** Keyboards on a screen press Shift by themselves, at the beginning of every sentence. */
  #isTyping(event: KeyboardEvent): boolean {
    const { host } = this.#form;
    const [target] = event.composedPath() as Element[];
    // From inside the closed root, the event names the element alone. The page has fields too: in a slot, over the form.
    const field = target === host ? host.renderRoot.activeElement : target;
    if (!field?.matches?.(TEXT_FIELD)) return false;
    return !event.code || (!this.#hasKeyboard && globalThis.matchMedia?.('(pointer: coarse)').matches);
  }

  #press(): void {
    clearTimeout(this.#timer);
    this.#count += 1;
    const left = PRESSES - this.#count;
    if (left > 0) {
      this.#timer = setTimeout(this.#cancel, PAUSE_MS);
      this.#note(left > 1 ? 'exit.two' : 'exit.one');
    } else {
      this.#reset();
      this.#form.exit.leave();
    }
  }

  #cancel = (): void => {
    this.#reset();
    // In a form that is no longer shown, there is nothing to say.
    if (!this.#isListening) return;
    this.#note('exit.expired');
    this.#timer = setTimeout(this.#reset, EXPIRED_MS);
  };

  #reset = (): void => {
    clearTimeout(this.#timer);
    this.#count = 0;
    this.#isAlone = false;
    this.#note(undefined);
  };

  #note(note: MessageKey | undefined): void {
    const { exit, host } = this.#form;
    if (exit.note === note) return;
    exit.note = note;
    host.requestUpdate();
  }
}

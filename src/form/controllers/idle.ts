// Ten minutes without a sign of life: a word after nine, then everything is forgotten. By the clock, not by timers alone:
// those doze in a background tab, and sleep with the device.

import type { ReactiveController } from 'lit';
import { hasAnswers } from '../../core/draft/draft.ts';
import type { FormState } from '../form-view.ts';

const WARN_MS = 9 * 60_000;
const END_MS = 10 * 60_000;
const A_SECOND_MS = 1_000;

/** What shows that somebody is there, or that time may have passed unnoticed. */
const SIGNS = [
  'keydown',
  'pointerdown',
  'pointermove',
  'wheel',
  'click',
  'input',
  'focusin',
  'scroll',
  'focus',
  'visibilitychange',
  'pageshow',
];
const HEARING = { capture: true, passive: true };

/** The idle clock of one widget. */
export class IdleController implements ReactiveController {
  /** Whether what was cleared for want of a sign of life had been sent before. */
  wasSent = false;
  /** What stands behind the warning. */
  behind: 'step' | 'sent' = 'step';
  #form: FormState;
  /** Time of the last sign; 0 while there is nothing to forget. */
  #last = 0;
  #isWarned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostUpdated(): void {
    const { view, draft } = this.#form;
    this.#watch(view === 'sent' || hasAnswers(draft));
  }

  /** Starts the clock when there is something to forget, and stops it when there is not. */
  #watch(hasSomething: boolean): void {
    if (hasSomething === this.#last > 0) return;
    this.#last = hasSomething ? Date.now() : 0;
    this.#isWarned = false;
    for (const sign of SIGNS)
      window[`${hasSomething ? 'add' : 'remove'}EventListener`](sign, this.#onSign, HEARING);
    this.#check();
  }

  /** Gives ten minutes more. */
  extend(): void {
    if (this.#last) this.#last = Date.now();
    this.#isWarned = false;
  }

  #check = (): void => {
    clearTimeout(this.#timer);
    if (!this.#last) return;
    const idle = Date.now() - this.#last;
    if (idle >= END_MS) {
      this.#watch(false);
      return this.#expire();
    }
    if (idle >= WARN_MS && !this.#isWarned) {
      this.#isWarned = true;
      this.#warn();
    }
    this.#timer = setTimeout(this.#check, this.#last + (this.#isWarned ? END_MS : WARN_MS) - Date.now());
  };

  #onSign = (): void => {
    const idle = Date.now() - this.#last;
    // A pointer gives sixty signs a second, and every letter two.
    if (Math.abs(idle) < A_SECOND_MS) return;
    // The clock first: what wakes the device must not pass for a sign that came in time.
    if (idle >= WARN_MS) this.#check();
    if (!this.#last || !this.#form.leaving.isShown) return;
    // Once warned, only the answer to the warning gives ten minutes again; until then its minute starts anew.
    this.#last = Date.now() - (this.#isWarned ? WARN_MS : 0);
  };

  #warn(): void {
    const form = this.#form;
    // What is on its way is waited for.
    if (form.delivery?.isBusy) return this.extend();
    if (!form.leaving.isShown) return;
    this.behind = form.view === 'sent' ? 'sent' : 'step';
    form.view = 'warning';
    form.show(this.#hasFocus ? { focus: 'h2' } : { alert: 'idle.warn' });
  }

  #expire(): void {
    const form = this.#form;
    const { isShown } = form.leaving;
    const focus = this.#hasFocus ? 'h2' : '';
    this.wasSent = Boolean(form.sentContext);
    form.leaving.wipe();
    if (isShown && form.view === 'step') form.view = 'cleared';
    form.show({ focus });
  }

  /** In the page, focus is not taken from what the reporter does elsewhere on it. */
  get #hasFocus(): boolean {
    return this.#form.dialog.isOpen || this.#form.host.matches(':focus-within');
  }
}

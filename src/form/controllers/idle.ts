// Ten minutes without activity: a warning after nine, then everything is forgotten. The clock decides, not just timers:
// timers slow down in a background tab and stop while the device sleeps.

import type { ReactiveController } from 'lit';
import { hasAnswers } from '../../core/draft/draft.ts';
import type { FormState } from '../form-view.ts';

const WARN_MS = 9 * 60_000;
const END_MS = 10 * 60_000;
const A_SECOND_MS = 1_000;

/** Events that show activity, or after which time may have passed unnoticed. */
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
  /** Whether the report had been sent before the idle clock cleared the form. */
  wasSent = false;
  /** The view to which the warning returns. */
  behind: 'step' | 'sent' = 'step';
  #form: FormState;
  /** Time of the last activity; 0 while there is nothing to forget. */
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
    // A pointer fires sixty events a second, and every letter two.
    if (Math.abs(idle) < A_SECOND_MS) return;
    // The clock is checked first: an event that wakes the device must not count as activity in time.
    if (idle >= WARN_MS) this.#check();
    if (!this.#last || !this.#form.leaving.isShown) return;
    // After the warning, activity only restarts its last minute. An answer to the warning gives ten minutes again.
    this.#last = Date.now() - (this.#isWarned ? WARN_MS : 0);
  };

  #warn(): void {
    const form = this.#form;
    // A report on its way may take its time.
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

  /** A form in the page does not take focus from the reporter's work elsewhere on the page. */
  get #hasFocus(): boolean {
    return this.#form.dialog.isOpen || this.#form.host.matches(':focus-within');
  }
}

// Ten minutes without activity: a warning after nine, then everything is forgotten. Clocks decide, not just timers: timers
// slow down in a background tab and stop while the device sleeps. The steady clock stops in sleep too, in most systems; the
// wall clock can be set. So both are asked.

import type { ReactiveController } from 'lit';
import { hasAnswers } from '../../../core/draft/draft.ts';
import type { FormState } from '../form-view.ts';
import { outcomeOf } from '../outcome.ts';
import { behind, confirmedIn, STEP } from '../screen.ts';

const WARN_MS = 9 * 60_000;
const END_MS = 10 * 60_000;
const A_SECOND_MS = 1_000;

/** Events of the reporter's hand. */
const HAND_SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'click', 'input'];

/** Other events that show activity, or after which time may have passed unnoticed. */
const OTHER_SIGNS = ['focusin', 'scroll', 'focus', 'visibilitychange', 'pageshow'];
const HEARING = { capture: true, passive: true };

/** A moment on both clocks, in milliseconds. */
interface Moment {
  /** Of the device, which may be set. */
  readonly wall: number;
  /** Since the page began. */
  readonly steady: number;
}

/** @param agoMs how long ago */
const momentNow = (agoMs = 0): Moment => ({ wall: Date.now() - agoMs, steady: performance.now() - agoMs });

/** The idle clock of one widget. */
export class IdleController implements ReactiveController {
  #form: FormState;
  /** The last activity, on both clocks; undefined while there is nothing to forget. */
  #last: Moment | undefined;
  /** When the reporter's hand last did something, on the steady clock. */
  #handAt = -Infinity;
  #isWarned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostUpdated(): void {
    const { screen, draft, later } = this.#form;
    // The warning over a sent report runs out too.
    this.#watch(behind(screen).kind === 'sent' || hasAnswers(draft) || !!later?.followUp?.isInUse);
  }

  /** Starts the clock when there is something to forget, and stops it when there is not. */
  #watch(hasSomething: boolean): void {
    if (hasSomething === !!this.#last) return;
    this.#last = hasSomething ? momentNow() : undefined;
    this.#isWarned = false;
    for (const sign of [...HAND_SIGNS, ...OTHER_SIGNS])
      window[`${hasSomething ? 'add' : 'remove'}EventListener`](sign, this.#onSign, HEARING);
    this.#check();
  }

  /** Gives ten minutes more. */
  extend(): void {
    if (this.#last) this.#last = momentNow();
    this.#isWarned = false;
  }

  /** How long nothing was done: the longer of both clocks, because one stops in sleep and the other may be set back. */
  #idleMs({ wall, steady }: Moment): number {
    const now = momentNow();
    return Math.max(now.wall - wall, now.steady - steady);
  }

  #check = (): void => {
    clearTimeout(this.#timer);
    if (!this.#last) return;
    const idle = this.#idleMs(this.#last);
    if (idle >= END_MS) {
      this.#watch(false);
      return this.#expire();
    }
    if (idle >= WARN_MS && !this.#isWarned) {
      this.#isWarned = true;
      this.#warn();
      if (!this.#last) return;
    }
    this.#timer = setTimeout(this.#check, (this.#isWarned ? END_MS : WARN_MS) - this.#idleMs(this.#last));
  };

  #onSign = ({ type }: Event): void => {
    if (!this.#last) return;
    if (HAND_SIGNS.includes(type)) this.#follow(this.#last);
    const idle = this.#idleMs(this.#last);
    // A pointer fires sixty events a second, and every letter two.
    if (idle < A_SECOND_MS) return;
    // The clock is checked first: an event that wakes the device must not count as activity in time.
    if (idle >= WARN_MS) this.#check();
    if (!this.#last || !this.#form.leaving.isShown) return;
    // After the warning, activity only restarts its last minute. An answer to the warning gives ten minutes again.
    this.#last = momentNow(this.#isWarned ? WARN_MS : 0);
  };

  /** A hand that has done something a moment ago has not been away, whatever the wall clock says: somebody has set it. */
  #follow({ steady }: Moment): void {
    const now = momentNow();
    if (now.steady - this.#handAt < A_SECOND_MS)
      this.#last = { steady, wall: now.wall - (now.steady - steady) };
    this.#handAt = now.steady;
  }

  #warn(): void {
    const form = this.#form;
    // A report on its way may take its time.
    if (form.delivery?.isBusy) return this.extend();
    if (!form.leaving.isShown) return;
    const shown = behind(form.screen);
    form.go(
      { kind: 'warning', behind: shown.kind === 'sent' || shown.kind === 'follow-up' ? shown : STEP },
      this.#hasFocus ? { focus: 'h2' } : { alert: 'idle.warn' },
    );
  }

  #expire(): void {
    const form = this.#form;
    const { isShown } = form.leaving;
    const focus = this.#hasFocus ? 'h2' : '';
    const wasSent = confirmedIn(form.screen) !== undefined || outcomeOf(form) === 'partly';
    form.leaving.wipe();
    const isForgotten = isShown && form.screen.kind === 'step';
    form.go(isForgotten ? { kind: 'cleared', wasSent } : form.screen, { focus });
  }

  /** A form in the page does not take focus from the reporter's work elsewhere on the page. */
  get #hasFocus(): boolean {
    return this.#form.dialog.isOpen || this.#form.host.matches(':focus-within');
  }
}

// What themes can ask of a widget from outside: `:state(open)`, `:state(sending)`, `:state(sent)`, `:state(offline)`.
// Whether there are unsent answers is nobody's business, so there is no state for it.

import type { ReactiveController } from 'lit';
import type { FormState } from '../form-view.ts';

/** Keeps the states of one widget true. */
export class StatesController implements ReactiveController {
  #form: FormState;
  #states: CustomStateSet | undefined;

  constructor(form: FormState) {
    this.#form = form;
    try {
      this.#states = form.host.attachInternals().states;
    } catch {
      // A subclass has taken the internals for itself.
    }
  }

  hostUpdated(): void {
    const { dialog, delivery, sentContext } = this.#form;
    const now = {
      open: dialog.isOpen,
      sending: delivery?.isBusy,
      sent: sentContext,
      offline: !navigator.onLine,
    };
    for (const [state, isSo] of Object.entries(now)) {
      try {
        this.#states?.[isSo ? 'add' : 'delete'](state);
      } catch {
        // Before Chromium 125, only names with two dashes were taken.
      }
    }
  }
}

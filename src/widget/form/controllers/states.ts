// The states of a widget for themes: `:state(open)`, `:state(sending)`, `:state(sent)`, `:state(offline)`.
// No state tells whether there are unsent answers: that is private.

import type { ReactiveController } from 'lit';
import type { FormState } from '../form-view.ts';
import { confirmedIn } from '../screen.ts';

/** Keeps the states of one widget up to date. */
export class StatesController implements ReactiveController {
  #form: FormState;
  #states: CustomStateSet | undefined;

  constructor(form: FormState) {
    this.#form = form;
    try {
      this.#states = form.host.attachInternals().states;
    } catch {
      // A subclass has already attached the internals.
    }
  }

  hostUpdated(): void {
    const { dialog, delivery, screen } = this.#form;
    const now = {
      open: dialog.isOpen,
      sending: delivery?.isBusy,
      sent: confirmedIn(screen),
      offline: !navigator.onLine,
    };
    for (const [state, isSo] of Object.entries(now)) {
      try {
        this.#states?.[isSo ? 'add' : 'delete'](state);
      } catch {
        // Before Chromium 125, only names with two dashes were accepted.
      }
    }
  }
}

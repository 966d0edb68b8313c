// How a form is left: the question before answers are lost, and forgetting them, whichever way the reporter goes.

import type { ReactiveController } from 'lit';
import { hasAnswers } from '../../core/draft/draft.ts';
import { CsCloseEvent } from '../../button/events.ts';
import type { DialogOwner } from './dialog.ts';
import type { FormState } from '../form-view.ts';
import type { IdleController, IdleOwner } from './idle.ts';

/** What ends one form. */
export class LeavingController implements ReactiveController, DialogOwner, IdleOwner {
  /** Whether what was cleared for want of a sign of life had been sent before. */
  wasSent = false;
  /** The idle clock; it comes with the later steps, long before it strikes. */
  idle: IdleController | undefined;
  #form: FormState;
  /** What stands behind the warning. */
  #behind: 'step' | 'sent' = 'step';

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.wipe);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.wipe);
    // Moved, a widget is back in the same task; taken out, it could not be told any more that the page goes.
    setTimeout(() => {
      if (this.#form.host.isConnected) return;
      this.#form.close();
      this.wipe();
    });
  }

  hostUpdated(): void {
    this.idle?.watch(this.#form.view === 'sent' || hasAnswers(this.#form.draft));
  }

  /** Asks before answers are lost; in a question, closing means staying. */
  askClose = (): void => {
    const { view, delivery, draft } = this.#form;
    if (view === 'discard' || view === 'warning') this.stay();
    else if (view !== 'step' || !hasAnswers(draft)) this.#form.close();
    else if (delivery?.isBusy) this.#form.show({ status: 'send.slow' });
    else {
      this.#form.view = 'discard';
      this.#form.show({ focus: 'h2' });
    }
  };

  /** « Continuer le signalement », in the question before closing; « Continuer », in the warning. */
  stay = (): void => {
    this.#form.view = this.#form.view === 'warning' ? this.#behind : 'step';
    this.idle?.extend();
    this.#form.show({ focus: 'h2' });
  };

  /** « Effacer et fermer ». */
  discard = (): void => {
    this.#form.reset();
    this.#form.close();
  };

  closed(): void {
    const view = this.#form.view === 'warning' ? this.#behind : this.#form.view;
    if (view === 'sent' || view === 'cleared') this.#form.reset();
    else this.#form.view = 'step';
    this.#form.host.requestUpdate();
    this.#form.host.dispatchEvent(new CsCloseEvent());
  }

  /** Forgets every answer, on screen too, without stopping a report on its way. */
  wipe = (): void => {
    const form = this.#form;
    const { failure } = form.delivery ?? {};
    form.startOver();
    // A report that may have arrived is not passed over in silence.
    if (failure?.isUnconfirmed && form.delivery && form.view === 'step') {
      form.delivery.failure = failure;
      form.view = 'sent';
    }
    // At once, on screen too: the page may be frozen before the next rendering.
    for (const field of form.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
      else field.value = '';
    }
    form.show({});
  };

  get isShown(): boolean {
    return this.#form.host.isInline || this.#form.dialog.isOpen;
  }

  warn(): void {
    const form = this.#form;
    // What is on its way is waited for.
    if (form.delivery?.isBusy) return this.idle?.extend();
    if (!this.isShown) return;
    this.#behind = form.view === 'sent' ? 'sent' : 'step';
    form.view = 'warning';
    form.show(this.#hasFocus ? { focus: 'h2' } : { alert: 'idle.warn' });
  }

  expire(): void {
    const form = this.#form;
    const { isShown } = this;
    const focus = this.#hasFocus ? 'h2' : '';
    this.wasSent = Boolean(form.sentContext);
    this.wipe();
    if (isShown && form.view === 'step') form.view = 'cleared';
    form.show({ focus });
  }

  /** In the page, focus is not taken from what the reporter does elsewhere on it. */
  get #hasFocus(): boolean {
    return this.#form.dialog.isOpen || this.#form.host.matches(':focus-within');
  }
}

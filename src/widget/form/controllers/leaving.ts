// Leaving a form: asks before answers are lost, and forgets them on every way out.

import type { ReactiveController } from 'lit';
import { hasAnswers } from '../../../core/draft/draft.ts';
import { CsCloseEvent } from '../../shared/events.ts';
import type { MessageKey } from '../../../words/messages.ts';
import type { DialogOwner } from './dialog.ts';
import type { FormState } from '../form-view.ts';
import { outcomeOf } from '../outcome.ts';
import { behind, STEP } from '../screen.ts';

/** Ends one form. */
export class LeavingController implements ReactiveController, DialogOwner {
  #form: FormState;

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.wipe);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.wipe);
    // A widget that is only moved is back in the same task. A removed widget would miss `pagehide`, so it is wiped now.
    setTimeout(() => {
      if (this.#form.host.isConnected) return;
      this.#form.close();
      this.wipe();
    });
  }

  /** Asks before answers or a code are lost; in a question about answers, closing means staying. */
  askClose = (): void => {
    // They stand in place of the step.
    const { kind } = this.#form.screen;
    if (kind === 'interrupted' || kind === 'follow-up') this.#form.go(STEP);
    const { screen, delivery, draft } = this.#form;
    if (screen.kind === 'discard' || screen.kind === 'warning') this.stay();
    else if (screen.kind !== 'step' || !hasAnswers(draft))
      this.leaveSent('header.close', () => this.#form.close());
    // The question comes with the later part. Before, nothing is lost: the answer is kept for the next opening.
    else if (!this.#form.later) this.#form.close();
    else if (delivery?.isBusy) this.#form.show({ status: 'send.slow' });
    else this.#form.go({ kind: 'discard' }, { focus: 'h2' });
  };

  /**
   * Takes a way that forgets a sent report, after the question whether its code is noted.
   * @param label name of the way, as a string
   */
  leaveSent(label: MessageKey, way: () => void): void {
    if (!this.#form.later?.followUp?.asksFirst(label, way)) way();
  }

  /** « Continuer le signalement », in the question before closing; « Continuer », in the warning. */
  stay = (): void => {
    const form = this.#form;
    const { screen } = form;
    form.idle?.extend();
    form.go(screen.kind === 'discard' ? STEP : behind(screen), { focus: 'h2' });
  };

  /** « Effacer et fermer ». */
  discard = (): void => {
    this.#form.startOver();
    this.#form.show({});
    this.#form.close();
  };

  closed(wasAsked: boolean): void {
    const form = this.#form;
    const screen = behind(form.screen);
    // A dialog that is open again shows what its opening has chosen.
    if (!form.dialog.isOpen) {
      // A number that the reporter has not closed is shown at the next opening.
      if (screen.kind === 'sent' && !wasAsked) form.go(screen);
      else if (screen.kind === 'sent') form.startOver(true);
      else if (screen.kind === 'cleared') form.reset();
      else form.go(STEP);
      if (!hasAnswers(form.draft)) form.localize.forget();
    }
    form.host.requestUpdate();
    form.host.dispatchEvent(new CsCloseEvent());
  }

  /** Another document has adopted the widget: nothing that was answered in the first goes along. */
  left(): void {
    this.wipe();
    this.#form.host.dispatchEvent(new CsCloseEvent());
  }

  /** Forgets every answer, on screen too, without stopping a report on its way. */
  wipe = (): void => {
    const form = this.#form;
    form.localize.forget();
    this.forget();
    // Fields are emptied at once: the page may be frozen before the next rendering.
    for (const field of form.host.renderRoot.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
      else field.value = '';
    }
    form.show({});
  };

  /** Forgets every answer. The reporter still learns that the report may have arrived. */
  forget(): void {
    const form = this.#form;
    const outcome = outcomeOf(form);
    form.startOver();
    if (form.screen.kind === 'step' && (outcome === 'unconfirmed' || outcome === 'edited'))
      form.go({ kind: 'sent', confirmed: undefined });
  }

  get isShown(): boolean {
    return this.#form.host.isInline || this.#form.dialog.isOpen;
  }
}

// From step to step, once the later part is there: what leads on, back, and to one answer of the review.

import { goBack, revise } from '../core/draft/draft.ts';
import { advance, errorsOf } from '../core/draft/errors.ts';
import { remarksOf } from '../core/draft/remarks.ts';
import type { StepId } from '../core/draft/types.ts';
import type { FormState } from './form-view.ts';
import type { ShownError, ShownRemark } from './shown.ts';
import { changesText } from './steps/where/address-remarks.ts';

/** The way through one form. */
export class Navigation {
  #form: FormState;

  constructor(form: FormState) {
    this.#form = form;
  }

  /** To the next step, or to what keeps this one from being left. */
  leaveStep(): void {
    const form = this.#form;
    const { draft } = form;
    const errors = errorsOf(draft);
    if (errors.length > 0) return form.show({ errors, focus: '.summary-title' });
    const remarks = remarksOf(draft);
    if (remarks.length > 0) {
      form.answer({ remarked: [...draft.answers.remarked, ...remarks.map(({ text }) => text)] });
      return form.show({ remarks, focus: '.remark' });
    }
    const changes = draft.step === 'where' || draft.step === 'page' ? changesText(form) : '';
    form.isKept = false;
    form.goTo(advance(draft), { focus: 'h2' });
    form.status.sayAfterView(changes);
  }

  /** After « Réessayer »: on from a step that can be left; from another one, nobody has earned an error yet. */
  leaveStepIfComplete(): void {
    if (errorsOf(this.#form.draft).length > 0) this.#form.show({ focus: 'h2' });
    else this.leaveStep();
  }

  /** « Garder telle quelle »: nothing more is said of it; where nothing else is to be said, on to the next step. */
  keep(remark: ShownRemark): void {
    const remarks = this.#form.remarks.filter((shown) => shown !== remark);
    if (remarks.length > 0) this.#form.show({ remarks, focus: '.remark' });
    else this.leaveStep();
  }

  back(): void {
    const form = this.#form;
    // What is being sent is what is on screen: it is not changed under way.
    if (form.delivery?.isBusy) return form.show({ status: 'send.slow' });
    // From « Modifier », only a step whose answers hold leads to the review.
    if (form.draft.isRevising) return this.leaveStep();
    form.status.say('');
    form.goTo(goBack(form.draft), { focus: 'h2' });
  }

  /** « Modifier »: to the step of one answer, from which « Continuer » comes back to the review. */
  revise(step: StepId, errors: readonly ShownError[] = [], field?: string): void {
    // A field, or the fold of that name.
    const place = field ? `[name="${field}"],.${field}>summary` : 'h2';
    const focus = errors.length > 0 ? '.summary-title' : place;
    this.#form.goTo(revise(this.#form.draft, step), { errors, focus });
  }

  /** « Tout effacer », of answers kept from an earlier opening; « Faire un autre signalement ». */
  startAgain(): void {
    this.#form.startOver();
    this.#form.goTo(this.#form.draft, { focus: 'h2' });
  }
}

// The moves between steps: forward, back, and to one answer of the review.

import { advance, goBack, revise } from '../../core/draft/moves.ts';
import { serviceInPlaceOfLink } from '../../core/draft/addresses.ts';
import { knownService } from '../../core/draft/places.ts';
import { errorsOf } from '../../core/draft/errors.ts';
import { remarksOf } from '../../core/draft/remarks.ts';
import type { Draft, StepId } from '../../core/draft/types.ts';
import type { FormState } from './form-view.ts';
import type { MessageKey } from '../../words/messages.ts';
import { behind, STEP } from './screen.ts';
import type { ShownError, ShownRemark } from './shown.ts';
import { rowsOf, type Row } from './steps/check/report-text.ts';
import { changesText } from './steps/where/address-remarks.ts';

/** The way through one form. */
export class Navigation {
  #form: FormState;

  constructor(form: FormState) {
    this.#form = form;
  }

  /** Moves to the next step, or to the errors or remarks of this one. */
  leaveStep(): void {
    const form = this.#form;
    const { draft } = form;
    const errors = errorsOf(draft);
    if (errors.length > 0) return form.show({ errors, focus: '.summary-title' });
    const named = serviceInPlaceOfLink(draft);
    if (named) {
      form.answer(named);
      const [first] = knownService(form.draft)?.fields ?? [];
      return form.show({ focus: form.at(first ? `identifiers.${first}` : 'place') });
    }
    // A language may lack the sentence of one (pending.json).
    const remarks = remarksOf(draft).filter((remark) => form.text(`remark.${remark.code}` as MessageKey));
    if (remarks.length > 0) {
      form.answer({ remarked: [...draft.answers.remarked, ...remarks.map(({ text }) => text)] });
      return form.show({ remarks, focus: '.remark' });
    }
    const changes = draft.step === 'where' || draft.step === 'page' ? changesText(form) : '';
    const next = advance(draft);
    form.isKept = false;
    form.goTo(next, { focus: next.step === 'check' ? this.#changedRow(draft, next) : 'h2' });
    form.status.sayAfterView(changes);
  }

  /** After « Réessayer »: leaves the step if it is complete. Otherwise shows no error: it is too early for one. */
  leaveStepIfComplete(): void {
    if (errorsOf(this.#form.draft).length > 0) this.#form.show({ focus: 'h2' });
    else this.leaveStep();
  }

  /** « Garder telle quelle »: drops the remark, and all that say the same there. After the last, moves to the next step. */
  keep({ field, code }: ShownRemark): void {
    const remarks = this.#form.remarks.filter((shown) => shown.field !== field || shown.code !== code);
    if (remarks.length > 0) this.#form.show({ remarks, focus: '.remark' });
    else this.leaveStep();
  }

  back(): void {
    const form = this.#form;
    // The screen shows the report that is being sent, so the step does not change meanwhile.
    if (form.delivery?.isBusy) return form.show({ status: 'send.slow' });
    // After « Modifier », only a step without errors leads back to the review.
    if (form.draft.reviewed) return this.leaveStep();
    form.status.say('');
    form.goTo(goBack(form.draft), { focus: 'h2' });
  }

  /**
   * « Modifier » and « Ajouter des précisions »: moves to the step of one answer, or to the details. From there,
   * « Continuer » returns to the review.
   */
  revise(step: StepId, errors: readonly ShownError[] = [], field?: string): void {
    // `field` names a field or a fold.
    const place = field ? `${this.#form.at(field)},.${field}>summary` : 'h2';
    const focus = errors.length > 0 ? '.summary-title' : place;
    this.#form.goTo(revise(this.#form.draft, step), { errors, focus });
  }

  /** The first row of the review that an answer has changed, as a place for focus; the heading if none has. */
  #changedRow({ reviewed }: Draft, draft: Draft): string {
    if (!reviewed) return 'h2';
    const told = (row: Row): string => JSON.stringify(row);
    const before = rowsOf(this.#form, { ...draft, answers: reviewed }).map(told);
    const changed = rowsOf(this.#form, draft).find((row) => !before.includes(told(row)));
    return changed ? `.row-${changed.id} dt` : 'h2';
  }

  /** « Tout effacer », for answers kept from an earlier opening, and « Faire un autre signalement ». */
  startAgain(): void {
    this.#form.startOver(behind(this.#form.screen).kind === 'sent');
    this.#form.go(STEP);
    this.#form.goTo(this.#form.draft, { focus: 'h2' });
  }
}

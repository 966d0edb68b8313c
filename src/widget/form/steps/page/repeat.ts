// After a report of the one-page form: another one with the same answers, and a copy with what was reported.

import { html, type TemplateResult } from 'lit';
import { answer, createDraft } from '../../../../core/draft/draft.ts';
import { isProfessional } from '../../../../core/draft/professional.ts';
import type { Draft } from '../../../../core/draft/types.ts';
import { button } from '../../fields/buttons.ts';
import { checkbox } from '../../fields/text-field.ts';
import type { FormState, FormView } from '../../form-view.ts';
import type { Repeat } from '../../screen.ts';
import { answerLines } from '../details/question-text.ts';
import { rowsOf, textOfRows } from '../check/report-text.ts';
import { OWN_REFERENCE } from '../../../../core/draft/question-table.ts';

/** The rows of the review that a copy has: others may name persons. */
const COPIED = ['what', 'where'];

/**
 * What is kept of a report until its number leaves the screen: the answers that the next one may have in common with it,
 * and the text of a copy. The place and the details belong to this content alone.
 */
export function repeatOf(form: FormView, draft: Draft): Repeat {
  const { category, role, questions, reply, email } = draft.answers;
  const rows = rowsOf(form, draft).filter(({ id }) => COPIED.includes(id));
  const own = answerLines(form, draft, [OWN_REFERENCE]).map(({ about, text }) => `${about}\n${text}`);
  return {
    answers: { category, role, questions, reply, email },
    // Any other role tells something about the reporter, and the next one may be somebody else.
    lastingRole: isProfessional(role) ? role : undefined,
    text: [...own, textOfRows(rows)].join('\n\n'),
    isTextWanted: false,
  };
}

/** « Encore un, mêmes réponses ». It forgets the number, and asks about no code: a team has its own file. */
export function againButton(form: FormState, { answers }: Repeat): TemplateResult {
  const repeat = (): void => {
    form.startOver(true);
    // Not what the page fills in: it was the content of the first report.
    const draft = answer(createDraft(form.settings.draft), { ...answers, where: 'elsewhere' });
    form.goTo(draft, { focus: form.at('addresses.0') });
    form.status.sayAfterView(form.text('page.again.said'));
  };
  return button('primary', form.text('page.again'), repeat, true);
}

/** « Avec la catégorie et les liens », above the buttons that save and print. */
export function copyBox(form: FormView, repeat: Repeat): TemplateResult {
  const choose = (isWanted: boolean): void => {
    repeat.isTextWanted = isWanted;
    form.host.requestUpdate();
  };
  return html`<div class="copy">
    ${checkbox(form, {
      name: 'copy',
      label: form.text('page.copy'),
      hint: form.text('page.copy.hint'),
      isChecked: repeat.isTextWanted,
      choose,
    })}
  </div>`;
}

// Remarks: soft messages about an answer, shown once before its step is left. They never block the step.

import { html, type TemplateResult } from 'lit';
import { withoutIdentities } from '../../../core/draft/remarks.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { icon } from '../../shared/icons.ts';
import type { Answering, Moving, Texts } from '../form-view.ts';
import type { ShownRemark } from '../shown.ts';

const infoIcon = icon('M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 11v5.5M12 7.5v.01');

/** « Garder » or, for an address, « Garder telle quelle ». */
export function keepButton(
  form: Texts & Answering & Moving,
  remark: ShownRemark,
  label: 'remark.keep' | 'remark.keep.text' = remark.code === 'nowhere' ? 'remark.keep' : 'remark.keep.text',
): TemplateResult {
  const keep = (): void => form.navigation?.keep(remark);
  return html`<button type="button" class="secondary" @click=${keep}>${form.text(label)}</button>`;
}

/** « Retirer »: removes the identities. The field shows the rest of the text. */
function removeButton(form: Texts & Answering & Moving): TemplateResult {
  const remove = (): void => {
    const details = withoutIdentities(form.draft.answers.details);
    form.answer({ details });
    form.show({ focus: form.at('details'), status: 'remark.removed' });
  };
  return html`<button type="button" class="secondary" @click=${remove}>
    ${form.text('remark.remove')}
  </button>`;
}

/**
 * One remark, described by `<field>-remark-<index>`.
 * @param its.answer the buttons; « Garder » by default, and « Retirer » if the text is an identity
 * @param its.about the subject, if it needs to be named
 * @param its.sentence the sentence, if the message of its code is not enough
 */
export function remarkCard(
  form: Texts & Answering & Moving,
  remark: ShownRemark,
  index: number,
  its: {
    readonly answer?: TemplateResult;
    readonly about?: readonly TemplateResult[] | undefined;
    readonly sentence?: unknown;
  } = {},
): TemplateResult {
  const keep = keepButton(form, remark);
  const answer = its.answer ?? (remark.code === 'identity' ? html`${keep} ${removeButton(form)}` : keep);
  const id = form.id(`${remark.field}-remark-${index}`);
  return html`<div class="notice remark" part="notice" role="group" tabindex="-1" aria-labelledby=${id}>
    ${infoIcon}
    <div>
      <p id=${id}>
        ${its.about}
        ${its.sentence ?? form.text(`remark.${remark.code}` as MessageKey, { hotline: form.settings.hotline })}
      </p>
      ${answer}
    </div>
  </div>`;
}

/** The remarks about a field, shown under it. */
export const remarks = (form: Texts & Answering & Moving, field: string): TemplateResult[] =>
  form.remarks
    .filter((remark) => remark.field === field)
    .map((remark, index) => remarkCard(form, remark, index));

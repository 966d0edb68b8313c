// Soft messages: what is worth saying about an answer before its step is left. They never keep it from being left.

import { html, type TemplateResult } from 'lit';
import { withoutIdentities } from '../../core/draft/remarks.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { icon } from '../../button/icons.ts';
import type { FormView } from '../form-view.ts';
import type { ShownRemark } from '../shown.ts';

const infoIcon = icon('M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 11v5.5M12 7.5v.01');

/** « Garder », or, of an address, « Garder telle quelle ». */
export function keepButton(
  form: FormView,
  remark: ShownRemark,
  label: 'remark.keep' | 'remark.keep.text' = 'remark.keep.text',
): TemplateResult {
  const keep = (): void => form.navigation?.keep(remark);
  return html`<button type="button" class="secondary" @click=${keep}>${form.text(label)}</button>`;
}

/** « Retirer »: the text goes, and the field shows what is left. */
function removeButton(form: FormView): TemplateResult {
  const remove = (): void => {
    const details = withoutIdentities(form.draft.answers.details);
    form.answer({ details });
    form.show({ focus: '[name="details"]', status: 'remark.removed' });
  };
  return html`<button type="button" class="secondary" @click=${remove}>
    ${form.text('remark.remove')}
  </button>`;
}

/**
 * One remark, described by `<field>-remark-<index>`.
 * @param its.answer what can be answered; « Garder » by default, and « Retirer » where the text is an identity
 * @param its.about what it is about, where that needs to be said
 * @param its.sentence what it says, where that is more than the words of its code
 */
export function remarkCard(
  form: FormView,
  remark: ShownRemark,
  index: number,
  its: {
    readonly answer?: TemplateResult;
    readonly about?: TemplateResult | undefined;
    readonly sentence?: unknown;
  } = {},
): TemplateResult {
  const keep = keepButton(form, remark);
  const answer = its.answer ?? (remark.code === 'identity' ? html`${keep} ${removeButton(form)}` : keep);
  const id = form.id(`${remark.field}-remark-${index}`);
  return html`<div class="notice remark" part="notice" role="group" tabindex="-1" aria-labelledby=${id}>
    ${infoIcon}
    <div>
      <p id=${id}>${its.about} ${its.sentence ?? form.text(`remark.${remark.code}` as MessageKey)}</p>
      ${answer}
    </div>
  </div>`;
}

/** What is remarked about a field, to stand under it. */
export const remarks = (form: FormView, field: string): TemplateResult[] =>
  form.remarks
    .filter((remark) => remark.field === field)
    .map((remark, index) => remarkCard(form, remark, index));

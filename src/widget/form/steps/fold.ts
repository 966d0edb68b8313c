// A fold, whose content renders once it is opened.

import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../words/messages.ts';
import type { Answering, FormView, Texts } from '../form-view.ts';

/**
 * A fold starts open if a field in it has an answer. Later, the reporter opens and closes it.
 * With an error in it, each rendering opens it, since Lit always sets objects: no error link leads to a hidden field.
 * @param fields names of the fields in it
 */
export const openWhere = (form: Texts & Answering, fields: RegExp, isFilled: boolean): unknown =>
  form.errors.find(({ field }) => fields.test(field)) ?? (isFilled || noChange);

/**
 * A fold. Its content renders on the first click on the summary, just before it opens, or when it opens otherwise.
 * @param name its class, unique among the folds
 * @param open value bound to its `open` attribute
 */
export function fold(
  form: FormView,
  name: string,
  summary: MessageKey,
  content: () => TemplateResult,
  open: unknown = noChange,
): TemplateResult {
  const unfold = (): void => {
    // A rendering would open again what the reporter closes.
    if (form.unfolded.has(name)) return;
    form.unfolded.add(name);
    form.host.requestUpdate();
  };
  return html`<details class=${name} ?open=${open} @toggle=${unfold}>
    <summary @click=${unfold}>${form.languages?.pictured(summary) ?? form.text(summary)}</summary>
    ${form.unfolded.has(name) || (open && open !== noChange) ? content() : nothing}
  </details>`;
}

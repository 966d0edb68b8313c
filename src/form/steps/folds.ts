// The folds below the steps, once the later part has loaded: what « Quitter vite » does, why to report, other services.

import { html, noChange, nothing, type TemplateResult } from 'lit';
import { doorsOf } from '../../core/help/other-doors.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { FormView } from '../form-view.ts';
import { otherDoors } from './doors.ts';

/**
 * A fold starts open if a field in it has an answer. Later, the reporter opens and closes it.
 * With an error in it, each rendering opens it, since Lit always sets objects: no error link leads to a hidden field.
 * @param fields names of the fields in it
 */
export const openWhere = (form: FormView, fields: RegExp, isFilled: boolean): unknown =>
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
  const unfold = (): void => form.unfold(name);
  return html`<details class=${name} ?open=${open} @toggle=${unfold}>
    <summary @click=${unfold}>${form.text(summary)}</summary>
    ${form.unfolded.has(name) || (open && open !== noChange) ? content() : nothing}
  </details>`;
}

/** « Quelqu’un peut voir votre écran ? » */
export const exitFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'about-exit',
    'exit.about.summary',
    () => html`<p>${form.text('exit.about.body', { site: form.text(form.settings.exitText) })}</p>`,
  );

/** « Pourquoi signaler, et ensuite ? » */
export const whyFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'why',
    'why.summary',
    () =>
      html`<p>${form.text('why.why')}</p>
        <p>${form.text('why.how')}</p>`,
  );

/** Other services, in countries that have them, for reporters whose problem this form does not cover. */
export function doorsFold(form: FormView): TemplateResult | typeof nothing {
  const doors = doorsOf(form.settings.country);
  return doors.length > 0 ? fold(form, 'doors', 'door.summary', () => otherDoors(form, doors)) : nothing;
}

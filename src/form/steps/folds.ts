// What stands folded below the steps, once the later ones are there: what « Quitter vite » does, why to report, and where else to turn.

import { html, noChange, nothing, type TemplateResult } from 'lit';
import { doorsOf } from '../../core/help/other-doors.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { FormView } from '../form-view.ts';
import { otherDoors } from './doors.ts';

/**
 * A fold is open from the start where something in it was filled in; later it is the reporter's to open and close.
 * With an error in it, it is opened at each rendering, as objects are set anew: nobody is led to a field out of sight.
 * @param fields names of the fields in it
 */
export const openWhere = (form: FormView, fields: RegExp, isFilled: boolean): unknown =>
  form.errors.find(({ field }) => fields.test(field)) ?? (isFilled || noChange);

/**
 * A fold. What stands in it is rendered once it was opened: by a click on its summary, before it opens, or otherwise.
 * @param name its class, which no other fold has
 * @param open what its `open` is bound to
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

/** Where else to turn, in a country that has such doors: nobody is turned away with the wrong kind of trouble. */
export function doorsFold(form: FormView): TemplateResult | typeof nothing {
  const doors = doorsOf(form.settings.country);
  return doors.length > 0 ? fold(form, 'doors', 'door.summary', () => otherDoors(form, doors)) : nothing;
}

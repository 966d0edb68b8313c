// What stands folded below the steps, once the later ones are there: why to report, and where else to turn. Few open it, so
// what it says comes when it is opened.

import { html, nothing, type TemplateResult } from 'lit';
import { doorsOf } from '../../../core/other-doors.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import type { Form } from '../form-controller.ts';
import type { MoreParts } from '../lazy-parts.ts';

const fold = (
  form: Form,
  summary: MessageKey,
  content: (more: MoreParts) => TemplateResult,
): TemplateResult =>
  html`<details @toggle=${form.fetchMore}>
    <summary>${form.text(summary)}</summary>
    ${
      form.more
        ? content(form.more)
        : html`<p>${form.text(form.more === null ? 'err.load' : 'exit.loading')}</p>`
    }
  </details>`;

/** « Pourquoi signaler, et ensuite ? » */
export const whyFold = (form: Form): TemplateResult =>
  fold(
    form,
    'why.summary',
    () =>
      html`<p>${form.text('why.why')}</p>
        <p>${form.text('why.how')}</p>`,
  );

/** Where else to turn, in a country that has such doors: nobody is turned away with the wrong kind of trouble. */
export function doorsFold(form: Form): TemplateResult | typeof nothing {
  const doors = doorsOf(form.settings.country);
  return doors.length > 0 ? fold(form, 'door.summary', ({ otherDoors }) => otherDoors(form, doors)) : nothing;
}

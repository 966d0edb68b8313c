// The help lines of the sent view: one service a row, a large number, when it answers.

import { html, type TemplateResult } from 'lit';
import { helpLines, type HelpResource } from '../../core/help-resources.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Form } from './form-controller.ts';
import { phoneIcon } from './links.ts';
import { subheading } from './views/view.ts';

function hoursText(form: Form, { hours }: HelpResource): string {
  if (hours === undefined) return '';
  if (hours === 'always') return form.text('help.always');
  const hour = new Intl.DateTimeFormat(form.localize.tag, { hour: 'numeric', timeZone: 'UTC' });
  const at = (full: number): string => hour.format(new Date(Date.UTC(2000, 0, 1, full))).replace(/^0/, '');
  return form.text('help.daily', { from: at(hours.from), to: at(hours.to) });
}

function row(form: Form, line: HelpResource): TemplateResult {
  const name = line.name ?? form.text(`help.${line.id}` as MessageKey);
  return html`<li>
    <a href=${`tel:${line.number.replace(/\D/g, '')}`}>
      <span class="unseen">${form.text('sr.call', { number: line.number })} </span>
      <b aria-hidden="true">${line.number}</b>
      <span>${name}<small>${hoursText(form, line)}</small></span>
      ${phoneIcon}
    </a>
  </li>`;
}

/** « Besoin de parler ? » and the lines that fit the category of the report. */
export function helpPanel(form: Form): TemplateResult {
  const lines = form.host.helpResources ?? helpLines(form.sentCategory, form.settings.country);
  return html`${subheading(form, form.text('ok.help'))}
    <p>${form.text('ok.help.intro')}</p>
    <ul class="help" part="help">
      ${lines.map((line) => row(form, line))}
    </ul>
    <slot name="resources"></slot>`;
}

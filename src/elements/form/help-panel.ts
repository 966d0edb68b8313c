// The help lines: one service a row, a large number or a site, when it answers. The emergency numbers come last.

import { html, type TemplateResult } from 'lit';
import { helpLines } from '../../core/help-choice.ts';
import { emergencyNumbers, type HelpResource } from '../../core/help-resources.ts';
import { isOpen } from '../../core/opening-hours.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Form } from './form-controller.ts';
import { callAddress, emergencySentence, outsideIcon, outsideLink, phoneIcon } from './links.ts';
import { subheading } from './views/view.ts';

/**
 * « Ouvert maintenant. Tous les jours, 9 h – 23 h »: by the line's own clock, which is that of the country.
 * Whether it is open is left out where the device does not know that clock.
 */
function hoursText(form: Form, { hours, zone }: HelpResource): string {
  if (!hours) return '';
  if (hours === 'always') return form.text('help.always');
  const [first, last, from, to] = hours;
  // The first of January 2024 is a Monday.
  const told = (options: Intl.DateTimeFormatOptions, day: number, hour = 0): string =>
    new Date(Date.UTC(2024, 0, day, hour))
      .toLocaleString(form.localize.tag, { timeZone: 'UTC', ...options })
      .replace(/^0\B/, '')
      .replaceAll(' ', '\u00a0');
  const open = isOpen(hours, Date.now(), zone);
  const state = open === undefined ? '' : form.text(open ? 'help.open' : 'help.closed');
  const times = form.text(last - first < 6 ? 'help.days' : 'help.daily', {
    first: told({ weekday: 'long' }, first),
    last: told({ weekday: 'long' }, last),
    from: told({ hour: 'numeric' }, 1, from),
    to: told({ hour: 'numeric' }, 1, to),
  });
  return `${state} ${times}`;
}

/** A page may give lines of its own: what they hold is never run. */
const isWeb = (address: string | undefined): address is string => /^https?:/i.test(`${address}`);

/** What stands beside the number: a name, something small below it, an icon that never parts from them. */
const named = (name: string, small: string, sign: TemplateResult): TemplateResult =>
  html`<span class="says"
    ><span>${name}<small>${small}</small></span
    >${sign}</span
  >`;

function row(form: Form, line: HelpResource): TemplateResult {
  const { id, number, url, chat } = line;
  const name = line.name ?? form.text(`help.${id}` as MessageKey);
  const site = (address: string, text: string): TemplateResult =>
    outsideLink(form, address, named(text, address.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''), outsideIcon));
  return html`<li>
    ${
      number &&
      html`<a href=${callAddress(number)}>
        <span class="unseen">${form.text('sr.call', { number })} </span>
        <b aria-hidden="true" dir="ltr">${number}</b>
        ${named(name, hoursText(form, line), phoneIcon)}
      </a>`
    }
    ${isWeb(url) ? site(url, name) : ''} ${isWeb(chat) ? site(chat, form.text('help.chat')) : ''}
  </li>`;
}

/** « Besoin de parler ? » and the lines that fit the report; where a country has none, only the emergency numbers. */
export function helpPanel(form: Form): TemplateResult {
  const { country } = form.settings;
  const need = form.sentContext ?? form.draft.answers;
  const lines = form.host.helpResources ?? helpLines(need, country);
  const numbers = emergencyNumbers(country);
  const { medical } = numbers;
  const isLifeAtRisk = medical && need.category === 'suicide_incitement';
  return html`${
      lines.length > 0
        ? html`${subheading(form, form.text('ok.help'))}
            <p>${form.text('ok.help.intro')}</p>`
        : ''
    }
    <ul class="help" part="help">
      ${lines.map((line) => row(form, line))}
      <li><p>${emergencySentence(form, isLifeAtRisk ? { ...numbers, first: medical } : numbers)}</p></li>
    </ul>
    <slot name="resources"></slot>`;
}

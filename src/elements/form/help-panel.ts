// The help lines: one service a row, a large number or a site, when it answers. The emergency numbers come last.

import { html, nothing, type TemplateResult } from 'lit';
import { helpLines } from '../../core/help-choice.ts';
import { emergencyNumbers, type HelpResource } from '../../core/help-resources.ts';
import { nextOpening } from '../../core/opening-hours.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Form } from './form-controller.ts';
import { callAddress, emergencySentence, outsideIcon, phoneIcon } from './links.ts';
import { subheading } from './views/view.ts';

const DAY_MS = 86_400_000;

/** An instant as the hour or the day that it is in a zone. */
const told = (form: Form, at: number, timeZone: string, part: 'hour' | 'weekday'): string =>
  new Intl.DateTimeFormat(form.localize.tag, {
    timeZone,
    ...(part === 'hour' ? { hour: 'numeric' } : { weekday: 'long' }),
  })
    .format(at)
    .replace(/^0(?=\d)/, '')
    .replaceAll(' ', '\u00a0');

/** « Tous les jours, 9 h – 23 h »: on the line's own clock, which is named where the device has another. */
function hoursText(form: Form, { hours, zone }: HelpResource): string {
  if (!hours) return '';
  if (hours === 'always') return form.text('help.always');
  // The first of January 2024 is a Monday.
  const day = (number: number): string => told(form, Date.UTC(2024, 0, number), 'UTC', 'weekday');
  const hour = (full: number): string => told(form, Date.UTC(2024, 0, 1, full), 'UTC', 'hour');
  const ranges = hours
    .map(({ days: [first, last] = [1, 7], from, to }) =>
      form.text(last - first < 6 ? 'help.days' : 'help.daily', {
        first: day(first),
        last: day(last),
        from: hour(from),
        to: hour(to),
      }),
    )
    .join(', ');
  const isElsewhere = zone && zone !== new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isElsewhere ? form.text('help.zone', { hours: ranges, city: zone.replace(/.*\//, '') }) : ranges;
}

/** « Ouvert maintenant. », or from when on: nothing for what always answers, and where the device cannot know. */
function stateText(form: Form, { hours, zone }: HelpResource): string {
  const now = Date.now();
  const at = zone && Array.isArray(hours) ? nextOpening(hours, zone, now) : undefined;
  if (!zone || !at) return '';
  return form.text(at === now ? 'help.open' : at - now < DAY_MS ? 'help.closed' : 'help.closed.day', {
    day: told(form, at, zone, 'weekday'),
    time: told(form, at, zone, 'hour'),
  });
}

const siteName = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/** What stands beside the number: a name, something small below it, an icon that never parts from them. */
const named = (name: string, small: unknown, sign: TemplateResult): TemplateResult =>
  html`<span class="says"
    ><span>${name}<small>${small}</small></span
    >${sign}</span
  >`;

const siteLink = (form: Form, address: string, name: string, small: string): TemplateResult =>
  html`<a href=${address} target="_blank" rel="noopener noreferrer"
    >${named(name, small, outsideIcon)}<span class="unseen"> ${form.text('sr.newtab')}</span></a
  >`;

function row(form: Form, line: HelpResource): TemplateResult {
  const { id, number, url, chat } = line;
  const name = line.name ?? form.text(`help.${id}` as MessageKey);
  return html`<li>
    ${
      number
        ? html`<a href=${callAddress(number)}>
            <span class="unseen">${form.text('sr.call', { number })} </span>
            <b aria-hidden="true">${number}</b>
            ${named(name, html`${stateText(form, line)} ${hoursText(form, line)}`, phoneIcon)}
          </a>`
        : nothing
    }
    ${url ? siteLink(form, url, name, siteName(url)) : nothing}
    ${chat ? siteLink(form, chat, form.text('help.chat', { site: siteName(chat) }), '') : nothing}
  </li>`;
}

/** « Besoin de parler ? » and the lines that fit the report; where a country has none, only the emergency numbers. */
export function helpPanel(form: Form): TemplateResult {
  const { country } = form.settings;
  const need = form.sentContext ?? form.draft.answers;
  const lines = form.host.helpResources ?? helpLines(need, country);
  const { medical, ...numbers } = emergencyNumbers(country);
  const emergency =
    medical && need.category === 'suicide_incitement' ? { ...numbers, first: medical } : numbers;
  return html`${
      lines.length > 0
        ? html`${subheading(form, form.text('ok.help'))}
            <p>${form.text('ok.help.intro')}</p>`
        : nothing
    }
    <ul class="help" part="help">
      ${lines.map((line) => row(form, line))}
      <li><p>${emergencySentence(form, emergency)}</p></li>
    </ul>
    <slot name="resources"></slot>`;
}

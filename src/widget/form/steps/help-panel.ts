// The help lines: one service a row, a large number or a site, when it answers. The emergency numbers come last.

import { html, type TemplateResult } from 'lit';
import { helpLines, HOTLINE, isToTalk } from '../../../core/help/choice.ts';
import type { HelpResource } from '../../../core/help/lines.ts';
import type { Door } from '../../../core/help/other-doors.ts';
import { own } from '../../../core/own.ts';
import type { MessageKey } from '../../../words/messages.ts';
import type { FormView, HoursForm, Texts } from '../form-view.ts';
import { helpNeed, keyFor } from '../help-need.ts';
import { confirmedIn } from '../screen.ts';
import { outsideIcon, outsideLink } from '../links.ts';
import { countryFold } from './country.ts';
import { hoursText } from './hours.ts';
import { noteTexts, spokenText } from './line-notes.ts';
import { callAddress, emergencyLine, isEasy, phoneIcon } from './numbers.ts';
import { subheading } from './view.ts';

/** A page may supply its own lines. Their addresses must never run a script. */
const isWeb = (address: string | undefined): address is string => /^https?:/i.test(`${address}`);

/** The text beside the number: a name, small print below it, and an icon that stays beside them. */
const named = (name: string, small: unknown, sign: TemplateResult): TemplateResult =>
  html`<span class="says"
    ><span><bdi>${name}</bdi><small>${small}</small></span
    >${sign}</span
  >`;

/** The host of an address, without `www.`. */
export const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');

/** Lines of the page. They are those of its country. */
const ownLines = (form: FormView): readonly HelpResource[] | undefined =>
  form.country ? undefined : form.help?.own;

/** The purpose of a built-in line that has a proper name. The form does not know the purpose of a page's own lines. */
const purpose = (form: FormView, { id, name }: HelpResource): string =>
  name && !ownLines(form) ? form.text(`help.${id}` as MessageKey) : '';

const inShort = (...texts: string[]): string => texts.filter(Boolean).join(' · ');

/** An address as people read it. */
export const shownAddress = (address = ''): string => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/** The name of a line. */
export const lineName = (form: FormView, line: HelpResource): string =>
  line.name ?? form.text(keyFor(form, `help.${line.id}` as MessageKey));

/** One line, or one door: a number, a site, a further way to the same service, and more about it. */
export function helpRow(
  form: Texts & HoursForm,
  line: Door,
  name: string,
  what: string,
  more: unknown = '',
): TemplateResult {
  const { number, url, chat, isText } = own(line);
  const site = (address: string, text: string, about = ''): TemplateResult => {
    // A host runs from left to right in any language.
    const small = html`${about && html`<bdi>${about}</bdi> · `}<bdi dir="ltr">${shownAddress(address)}</bdi>`;
    return outsideLink(form, address, named(text, small, outsideIcon), { hasSign: true });
  };
  const about = inShort(what, hoursText(form, line), ...noteTexts(form, line), spokenText(form, line));
  const call =
    number &&
    html`<a href=${callAddress(number, isText ? 'sms' : 'tel')}>
      <span class="unseen">${form.text(isText ? 'sr.message' : 'sr.call', { number })} </span>
      <b aria-hidden="true" dir="ltr">${number}</b>
      ${named(name, about, phoneIcon)}
    </a>`;
  const written = isWeb(chat) ? site(chat, form.text('help.chat'), isEasy(form) ? name : '') : '';
  return html`<li>
    ${isEasy(form) ? written : ''} ${call} ${isWeb(url) ? site(url, name, what) : ''}
    ${isEasy(form) ? '' : written} ${more}
  </li>`;
}

/** The lines of the country. Its hotline is left out if it receives the report. */
export function countryLines(form: FormView): readonly HelpResource[] {
  const { hotlineAddress } = form.settings;
  const isPagesOwn = ({ id, url }: HelpResource): boolean =>
    id === HOTLINE && !!url && !!hotlineAddress && hostOf(url) === hostOf(hotlineAddress);
  return (form.help?.lines ?? []).filter((line) => !isPagesOwn(line));
}

/** The lines that fit the report. */
const linesFor = (form: FormView): readonly HelpResource[] =>
  ownLines(form) ?? helpLines(helpNeed(form), countryLines(form), Date.now());

/** Those of them where somebody listens. The form does not know what the page's own lines are for. */
export const talkLines = (form: FormView): readonly HelpResource[] =>
  linesFor(form).filter((line) => ownLines(form) ?? isToTalk(line));

/** The lines that fit the report, and the emergency numbers; these alone if a country has none. */
export function helpList(form: FormView, lines: readonly HelpResource[] = linesFor(form)): TemplateResult {
  const { category } = confirmedIn(form.screen)?.context ?? form.draft.answers;
  return html`<ul class="help" part="help">
    ${lines.map((line) => helpRow(form, line, lineName(form, line), purpose(form, line)))}
    <li class="emergency">${emergencyLine(form, category === 'suicide_incitement', true)}</li>
  </ul>`;
}

/** Somebody to talk to, behind the door of that aim. */
export const talkList = (form: FormView): TemplateResult =>
  html`<p>${form.text('ok.help.intro')}</p>
    ${helpList(form, talkLines(form))}`;

/** « Besoin de parler ? », the choice of a country, and its lines. */
export function helpPanel(form: FormView): TemplateResult {
  const lines = linesFor(form);
  return html`${
      lines.some(({ id }) => id !== HOTLINE)
        ? html`${subheading(form, form.text('ok.help'))}
            <p>${form.text('ok.help.intro')}</p>`
        : ''
    }
    ${countryFold(form)} ${helpList(form, lines)} <slot name="resources"></slot>`;
}

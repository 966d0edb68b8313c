// The sent view: the number, the next steps, and help lines.

import { html, nothing, type TemplateResult } from 'lit';
import { own } from '../../../core/own.ts';
import { fillParts } from '../../../words/messages.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { longDate } from '../../../words/names.ts';
import { icon } from '../../shared/icons.ts';
import { copyButton } from '../clipboard.ts';
import { button, quietButton } from '../fields/buttons.ts';
import { hotlineLink } from '../fields/error-summary.ts';
import type { FormView, Texts } from '../form-view.ts';
import { type Arrived, confirmedIn, type Confirmed } from '../screen.ts';
import { blackmailReminder } from './details/alarm-notices.ts';
import { aimDoors, WAYS_ON } from './aim-doors.ts';
import { countryFold } from './country.ts';
import { helpList, hostOf, talkLines } from './help-panel.ts';
import { privateText } from '../fields/private-text.ts';
import { heading, subheading } from './view.ts';
import type { View } from '../form-view.ts';

export const tickIcon: TemplateResult = icon('M4.5 12.5l5 5 10-11');

/** A code in groups of four; one that has groups of its own keeps them. */
export const inFours = (code: string): string =>
  /\W/.test(code) ? code : code.replace(/\w{4}(?=\w)/g, '$& ');

/** The code letter by letter, with a pause after four: screen readers would take each group for a word. */
export const spelled = (code: string): string =>
  inFours(code)
    .split(' ')
    .map((group) => [...group].join(' '))
    .join(', ');

/** The hotline and, if the page gives its site, where one can write to it: « Point de Contact (pointdecontact.net) ». */
export function hotlineOnline({ settings: { hotline, hotlineAddress } }: Texts): string {
  const host = hotlineAddress && hostOf(hotlineAddress);
  return host && host !== hotline ? `${hotline} (${host})` : hotline;
}

/** A code to keep, in groups of four as it is read aloud. */
export const codeCard = (
  form: FormView,
  kind: 'ref' | 'code',
  code: string,
  way: TemplateResult,
): TemplateResult =>
  html`<div class="reference">
    <p>
      <span id=${form.id(kind)}
        ><span class="hint">${form.text(`ok.${kind}`)}</span>
        <span class="unseen" dir="ltr" translate="no">${spelled(code)}</span></span
      >
      <output part="reference" dir="ltr" translate="no" aria-hidden="true">${inFours(code)}</output>
    </p>
    ${way}
  </div>`;

/** The number, with a button that copies it. */
const numberCard = (form: FormView, number: string): TemplateResult =>
  codeCard(form, 'ref', number, copyButton(form, form.text('ok.ref.copy'), number));

/** What the number is for: after the doors, which are in sight beside the number and a code. */
const numberHint = (form: FormView): TemplateResult =>
  html`<p class="small">
    <b>${form.text('ok.ref')}</b><br />${form.text('ok.ref.hint', { hotline: hotlineOnline(form) })}
  </p>`;

/** The three aims, in the country that can be chosen below them; without somebody to talk to, the emergency numbers. */
const aims = (form: FormView): TemplateResult =>
  html`${aimDoors(form)} ${countryFold(form)} ${talkLines(form).length > 0 ? nothing : helpList(form, [])}
    <slot name="resources"></slot>`;

/** Names of the texts that are heard with the heading: what to write down, then that help follows. */
const heardFirst = ({ reports: [{ code }, another] }: Confirmed): string[] => [
  'ref',
  // The list of several has their codes.
  ...(code && !another ? ['code'] : []),
  WAYS_ON,
];

/** The number to keep: that of the first report, where this one answers its question. */
export const numberToKeep = (form: FormView, { receipt }: Arrived): string =>
  form.later?.followUp?.first ?? receipt.reference;

function receiptView(form: FormView, confirmed: Confirmed): TemplateResult {
  const { reports, replyTo: email, repeat } = confirmed;
  const { receivedAt } = own(reports[0].receipt);
  const date = longDate(form.localize.locale, new Date(receivedAt));
  const next: MessageKey[] = ['ok.next.1', 'ok.next.host', 'ok.next.2', email ? 'ok.next.3b' : 'ok.next.3a'];
  const several = form.later?.many?.card(form, confirmed);
  return html`<p>${form.text('ok.thanks', { hotline: form.settings.hotline })}</p>
    ${several ?? numberCard(form, numberToKeep(form, reports[0]))}
    ${form.later?.followUp?.card(
      form,
      reports.flatMap(({ code }) => code ?? []),
    )}
    ${blackmailReminder(form)} ${aims(form)} ${several ? nothing : numberHint(form)}
    <p class="small stamp">${form.text('ok.stamp', { hotline: form.settings.hotline, date })}</p>
    <div>
      ${repeat ? form.later?.pageFlow?.copyBox(repeat) : nothing}
      ${form.later?.extra.views?.receiptButtons(form, confirmed, date)}
    </div>
    ${subheading(form, form.text('ok.next'))}
    <ol>
      ${next.map((key) => html`<li>${fillParts(form.text(key), { email: privateText(email) })}</li>`)}
    </ol>
    <p class="small">${form.text('ok.next.note')}</p>`;
}

/** The view without a receipt: the report was wiped during the sending, and may or may not have arrived. */
export function sentView(form: FormView): View {
  const confirmed = confirmedIn(form.screen);
  const repeat = confirmed?.repeat;
  const title =
    (confirmed && form.later?.many?.title(form, confirmed)) ||
    form.text(confirmed ? 'ok.title' : 'fail.unconfirmed');
  // The button is at the end of the body, not where « Envoyer » was, because it forgets the number.
  const again = (): void => form.leaving.leaveSent('ok.again', () => form.navigation?.startAgain());
  // It forgets the number.
  const closeButton = button(
    repeat ? 'secondary' : 'primary',
    form.text('header.close'),
    form.leaving.askClose,
    true,
  );
  const ways = html`${repeat ? form.later?.pageFlow?.againButton(repeat) : nothing}
  ${form.host.isInline ? nothing : closeButton}`;
  const footer = confirmed ? (form.host.isInline && !repeat ? nothing : ways) : hotlineLink(form, 'primary');
  return {
    title,
    body: html`${confirmed ? html`<span class="tick">${tickIcon}</span>` : nothing}
      ${heading(form, title, ...(confirmed ? heardFirst(confirmed) : ['lost']))}
      ${confirmed ? receiptView(form, confirmed) : html`<p id=${form.id('lost')}>${form.text('fail.lost')}</p>`}
      ${confirmed ? nothing : aims(form)}
      <p class="small cleared">
        ${form.text(repeat ? 'page.kept' : 'ok.cleared')}
        ${repeat?.lastingRole ? form.text('page.kept.role') : nothing}
      </p>
      ${quietButton('again final', form.text('ok.again'), again)}`,
    footer,
  };
}

// Numbers to call or text. Each is a control of its own, apart from the others and from the text about them. Within
// a sentence, a number would be too low for a finger, and one finger would cover several numbers.

import { html, type TemplateResult } from 'lit';
import { emergencyNumbers } from '../../../core/help/numbers.ts';
import { own } from '../../../core/own.ts';
import { icon } from '../../shared/icons.ts';
import type { Texts } from '../form-view.ts';

export const phoneIcon: TemplateResult = icon(
  'M4 4h5l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v5A13 13 0 0 1 4 4z',
);

/** A number, and the service that it reaches. */
export interface Contact {
  readonly number: string;
  readonly label: string | TemplateResult;
  /** It takes text messages, not calls. */
  readonly isText?: boolean;
}

/** The link address that calls a number, or texts it. */
export const callAddress = (number: string, scheme: 'tel' | 'sms' = 'tel'): string =>
  `${scheme}:${number.replace(/[^\d+]/g, '')}`;

function contactLink(form: Texts, contact: Contact): TemplateResult {
  const { number, label, isText = false } = own(contact);
  return html`<a class="call" part="call" href=${callAddress(number, isText ? 'sms' : 'tel')}
    ><span class="unseen">${form.text(isText ? 'sr.message' : 'sr.call', { number })} </span
    ><b aria-hidden="true" dir="ltr">${number}</b> <span aria-hidden=${isText}>${label}</span></a
  >`;
}

/** A row of numbers, which wraps. */
export const contactList = (form: Texts, contacts: readonly Contact[]): TemplateResult =>
  html`<ul class="calls" role="list">
    ${contacts.map((contact) => html`<li>${contactLink(form, contact)}</li>`)}
  </ul>`;

/** The emergency numbers of the page's country. */
export const emergencyContacts = (form: Texts, isLifeAtRisk = false): Contact[] =>
  emergencyNumbers(form.settings.country, isLifeAtRisk).map(({ number, service }) => ({
    number,
    label: form.text(`call.${service}`),
    isText: service === 'text',
  }));

/** « Danger immédiat ? », with the emergency numbers of the country. */
export const emergencyLine = (form: Texts, isLifeAtRisk = false): TemplateResult =>
  html`<p class="danger">${form.text('s1.emergency')}</p>
    ${contactList(form, emergencyContacts(form, isLifeAtRisk))}`;

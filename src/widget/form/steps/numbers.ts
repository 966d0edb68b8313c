// Numbers to call or text. Each is a control of its own, apart from the others and from the text about them. Within
// a sentence, a number would be too low for a finger, and one finger would cover several numbers.

import { html, nothing, type TemplateResult } from 'lit';
import { emergencyNumbers } from '../../../core/help/numbers.ts';
import { own } from '../../../core/own.ts';
import { icon } from '../../shared/icons.ts';
import type { Texts } from '../form-view.ts';
import { outsideLink } from '../links.ts';

export const phoneIcon: TemplateResult = icon(
  'M4 4h5l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v5A13 13 0 0 1 4 4z',
);

/** A number, and the service that it reaches. */
export interface Contact {
  readonly number: string;
  readonly label: string | TemplateResult;
  /** For those who do not speak: it takes text messages, not calls, or is a site (`url`). */
  readonly isWritten?: boolean;
  /** Whether a caller need give no name. */
  readonly isNameless?: boolean;
  /** Site of the service, in place of a call. */
  readonly url?: string;
}

/** The link address that calls a number, or texts it. */
export const callAddress = (number: string, scheme: 'tel' | 'sms' = 'tel'): string =>
  `${scheme}:${number.replace(/[^\d+]/g, '')}`;

function contactLink(form: Texts, contact: Contact): TemplateResult {
  const { number, label, isWritten = false, url } = own(contact);
  const shown = html`<b aria-hidden="true" dir="ltr">${number}</b>`;
  if (url)
    return outsideLink(form, url, html`${shown} ${label}`, {
      className: 'call',
      part: 'call',
      hasSign: true,
    });
  return html`<a class="call" part="call" href=${callAddress(number, isWritten ? 'sms' : 'tel')}
    ><span class="unseen">${form.text(isWritten ? 'sr.message' : 'sr.call', { number })} </span>${shown}
    <span aria-hidden=${isWritten}>${label}</span></a
  >`;
}

/** A row of numbers, which wraps; below it, once, that no caller need give a name, where that is true of all. */
export function contactList(form: Texts, contacts: readonly Contact[]): TemplateResult {
  // A language may lack the words (pending.json).
  const nameless = form.text('help.note.nameless');
  return html`<ul class="calls" role="list">
      ${contacts.map((contact) => html`<li>${contactLink(form, contact)}</li>`)}
    </ul>
    ${
      nameless && contacts.every((contact) => own(contact).isNameless)
        ? html`<p class="small">${nameless}</p>`
        : nothing
    }`;
}

/** Whether the reporter has chosen easy words, as many do who sign: what needs no voice comes first. */
export const isEasy = ({ localize }: Texts): boolean => localize.tag.endsWith('-simple');

/**
 * The emergency numbers of the page's country.
 * @param hasSite whether the site of one stands there too, for those who sign: in a notice, for easy words alone
 */
export function emergencyContacts(form: Texts, isLifeAtRisk = false, hasSite = isEasy(form)): Contact[] {
  const all = emergencyNumbers(form.settings.country, isLifeAtRisk).flatMap((found) => {
    const { number, service, url } = own(found);
    const isWritten = service === 'text';
    const signed = form.text('call.signed');
    return [
      { number, label: form.text(`call.${service}`), isWritten },
      ...(hasSite && url && signed ? [{ number, label: signed, isWritten, url }] : []),
    ];
  });
  return isEasy(form) ? all.toSorted((one, other) => Number(other.isWritten) - Number(one.isWritten)) : all;
}

/** « Danger immédiat ? », with the emergency numbers of the country. The parameters are those of `emergencyContacts`. */
export const emergencyLine = (form: Texts, isLifeAtRisk?: boolean, hasSite?: boolean): TemplateResult =>
  html`<p class="danger">${form.text('s1.emergency')}</p>
    ${contactList(form, emergencyContacts(form, isLifeAtRisk, hasSite))}`;

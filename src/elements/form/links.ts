// Links to telephone numbers and to other sites, with what a screen reader must hear of them.

import { html, type TemplateResult } from 'lit';
import type { EmergencyNumbers } from '../../core/emergency-numbers.ts';
import { icon } from '../icons.ts';
import type { Form } from './form-controller.ts';

export const phoneIcon: TemplateResult = icon(
  'M4 4h5l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v5A13 13 0 0 1 4 4z',
);

export const outsideIcon: TemplateResult = icon('M13.5 4.5h6v6 M19.5 4.5L11 13 M17 14v4.5H5.5V7H10');

/** The address that calls a number, or writes to it. */
export const callAddress = (number: string, scheme = 'tel'): string =>
  `${scheme}:${number.replace(/[^\d+]/g, '')}`;

/** A number to call, within a sentence. */
export const phoneLink = (form: Form, number: string): TemplateResult =>
  html`<a class="number" dir="ltr" href=${callAddress(number)} aria-label=${form.text('sr.call', { number })}
    >${number}</a
  >`;

/** A number to write to, within a sentence. */
export const messageLink = (number: string): TemplateResult =>
  html`<a class="number" dir="ltr" href=${callAddress(number, 'sms')}>${number}</a>`;

/** A link that opens beside the page, and says so. */
export const outsideLink = (form: Form, address: string, text: unknown, className = ''): TemplateResult =>
  html`<a class=${className} href=${address} target="_blank" rel="noopener noreferrer"
    >${text}<span class="unseen"> ${form.text('sr.newtab')}</span></a
  >`;

/** « Danger immédiat ? », with the numbers of the country. */
export const emergencySentence = (form: Form, { first, second, text }: EmergencyNumbers): unknown =>
  form.localize.parts(text ? 's1.emergency' : 's1.emergency.one', {
    first: phoneLink(form, first),
    second: second && phoneLink(form, second),
    text: text && messageLink(text),
  });

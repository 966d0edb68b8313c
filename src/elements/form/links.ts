// Links to other sites, with what a screen reader must hear of them.

import { html, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import type { Form } from './form-controller.ts';

export const outsideIcon: TemplateResult = icon('M13.5 4.5h6v6 M19.5 4.5L11 13 M17 14v4.5H5.5V7H10');

/** A link that opens beside the page, and says so. */
export const outsideLink = (form: Form, address: string, text: unknown, className = ''): TemplateResult =>
  html`<a class=${className} href=${address} target="_blank" rel="noopener noreferrer"
    >${text}<span class="unseen"> ${form.text('sr.newtab')}</span></a
  >`;

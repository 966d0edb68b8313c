// Links to other sites, which say that they open beside the page.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.ts';
import type { Texts } from './form-view.ts';

export const outsideIcon: TemplateResult = icon('M13.5 4.5h6v6 M19.5 4.5L11 13 M17 14v4.5H5.5V7H10');

/**
 * A link that opens beside the page, and says so.
 * @param hasSign whether its text holds `outsideIcon`; if so, only screen readers get the words
 */
export const outsideLink = (
  form: Texts,
  address: string,
  text: unknown,
  {
    className = '',
    part,
    hasSign = false,
  }: { className?: string | undefined; part?: string | undefined; hasSign?: boolean } = {},
): TemplateResult =>
  html`<a class=${className} part=${part ?? nothing} href=${address} target="_blank" rel="noopener noreferrer"
    >${
      hasSign
        ? html`${text}<span class="unseen"> ${form.text('sr.newtab')}</span>`
        : // One box, so that a link that looks like a button wraps as one text.
          html`<span>${text} ${form.text('sr.newtab')}</span>`
    }</a
  >`;

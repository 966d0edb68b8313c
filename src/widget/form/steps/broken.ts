// The view in place of one that failed: the outcome of the report, its number, and the ways on. It uses as little as it
// can of what may have failed.

import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../fields/buttons.ts';
import { hotlineLink } from '../fields/error-summary.ts';
import type { FormView, View } from '../form-view.ts';
import { outcomeOf } from '../outcome.ts';
import { confirmedIn } from '../screen.ts';

/** The outcome of the report, in sentences of the first step or of the later part. */
const SAID = {
  unsent: 'draft.kept',
  sending: 'send.busy',
  unconfirmed: 'fail.lost',
  edited: 's4.intro.edited',
  sent: 'ok.ref',
} as const;

export function brokenView(form: FormView): View {
  const outcome = outcomeOf(form);
  const { reference } = confirmedIn(form.screen)?.receipt ?? {};
  const isSent = outcome === 'sent' && reference !== undefined;
  const title = form.text(isSent ? 'ok.title' : 'err.later');
  const again = (): void => form.show({ focus: 'h2' });
  return {
    title,
    body: html`<h2 part="title" tabindex="-1" aria-describedby=${form.id('broken')}>${title}</h2>
      <p id=${form.id('broken')}>${form.text(SAID[outcome])}</p>
      ${isSent ? html`<p class="reference"><output part="reference" dir="ltr">${reference}</output></p>` : nothing}
      ${isSent ? nothing : html`<p>${hotlineLink(form)}</p>`}`,
    footer: isSent ? nothing : button('secondary', form.text('err.retry'), again),
  };
}

/** In place of the frame itself: the number, and the page's own link to the hotline. */
export const lastResort = ({ screen }: FormView): TemplateResult =>
  html`<p class="last-resort">
      <output part="reference" dir="ltr">${confirmedIn(screen)?.receipt.reference}</output>
    </p>
    <slot></slot>`;

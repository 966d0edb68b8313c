// The view in place of one that failed: the outcome of the report, its number, and the ways on. It uses as little as it
// can of what may have failed.

import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../fields/buttons.ts';
import { hotlineLink } from '../fields/error-summary.ts';
import type { FormView, View } from '../form-view.ts';
import { outcomeOf } from '../outcome.ts';
import { confirmedIn, type Arrived } from '../screen.ts';

/** The outcome of the report, in sentences of the first step or of the later part. */
const SAID = {
  unsent: 'draft.kept',
  partly: 'draft.kept',
  sending: 'send.busy',
  unconfirmed: 'fail.lost',
  edited: 's4.intro.edited',
  sent: 'ok.ref',
} as const;

export function brokenView(form: FormView): View {
  const outcome = outcomeOf(form);
  const confirmed = confirmedIn(form.screen);
  const isSent = outcome === 'sent' && confirmed !== undefined;
  const title = form.text(isSent ? 'ok.title' : 'err.later');
  const again = (): void => form.show({ focus: 'h2' });
  return {
    title,
    body: html`<h2 part="title" tabindex="-1" aria-describedby=${form.id('broken')}>${title}</h2>
      <p id=${form.id('broken')}>${form.text(SAID[outcome])}</p>
      ${numbers(confirmed?.reports ?? form.delivery?.arrived ?? [])}
      ${isSent ? nothing : html`<p>${hotlineLink(form)}</p>`}`,
    footer: isSent ? nothing : button('secondary', form.text('err.retry'), again),
  };
}

/** The numbers of reports that are confirmed. */
const numbers = (reports: readonly Arrived[]): TemplateResult[] =>
  reports.map(
    ({ receipt }) =>
      html`<p class="reference"><output part="reference" dir="ltr">${receipt.reference}</output></p>`,
  );

/** In place of the frame itself: the numbers, and the page's own link to the hotline. */
export const lastResort = ({ screen }: FormView): TemplateResult =>
  html`<div class="last-resort">${numbers(confirmedIn(screen)?.reports ?? [])}</div>
    <slot></slot>`;

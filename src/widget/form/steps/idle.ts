// The views for an idle form: the warning before everything is cleared, and the view after it.

import { html, nothing } from 'lit';
import { button } from '../fields/buttons.ts';
import type { Answering, FormView, Moving, Texts } from '../form-view.ts';
import { outcomeOf } from '../outcome.ts';
import { heading } from './view.ts';
import type { View } from '../form-view.ts';

export function warningView(form: Texts & Answering & Moving): View {
  const title = form.text('idle.title');
  return {
    title,
    body: html`${heading(form, title, 'idle')}
      <p id=${form.id('idle')}>${form.text('idle.warn')}</p>`,
    footer: button('primary', form.text('action.continue'), form.leaving.stay),
  };
}

/** States only known facts: it mentions a report that is still on its way, but not one that was sent. */
export function clearedView(form: FormView): View {
  const title = form.text('idle.cleared');
  const outcome = outcomeOf(form);
  const said = { sending: 'send.busy', unsent: 'idle.unsent' } as const;
  const again = (): void => form.navigation?.startAgain();
  return {
    title,
    body: html`${heading(form, title, 'cleared')}
      <p id=${form.id('cleared')}>
        ${outcome === 'sending' || outcome === 'unsent' ? form.text(said[outcome]) : nothing}
      </p>`,
    footer: html`${outcome === 'sending' ? nothing : button('primary', form.text('idle.again'), again)}`,
  };
}

// The question before the follow-up code is lost, in place of the view that shows it.

import { html } from 'lit';
import type { Asking } from '../../asking.ts';
import { button } from '../../fields/buttons.ts';
import type { FormView, View } from '../../form-view.ts';
import { heading } from '../view.ts';

export function lostView(form: FormView, followUp: Asking): View {
  const { screen } = form;
  const title = form.text('follow.lost.title');
  const seeAgain = (): void => followUp.seeAgain();
  return {
    title,
    body: html`${heading(form, title, 'lost')}
      <p id=${form.id('lost')}>${form.text('follow.lost.body')}</p>`,
    footer: html`<div class="stack">
      ${button('primary', form.text('follow.lost.stay'), seeAgain)}
      ${screen.kind === 'code' ? button('secondary', form.text(screen.label), screen.way, true) : ''}
    </div>`,
  };
}

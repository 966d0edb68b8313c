// The question before answers are lost, and the line about kept answers. It is a view of the form's dialog: a second
// dialog would be closed with the first.

import { html, type TemplateResult } from 'lit';
import { button, quietButton } from '../fields/buttons.ts';
import type { Answering, FormView, Moving, Texts } from '../form-view.ts';
import { outcomeOf } from '../outcome.ts';
import { heading } from './view.ts';
import type { View } from '../form-view.ts';

export function discardView(form: FormView): View {
  const title = form.text('drop.title');
  const outcome = outcomeOf(form);
  const mayHaveArrived = outcome !== 'unsent' && outcome !== 'partly';
  return {
    title,
    body: html`${heading(form, title, 'lost')}
      <p id=${form.id('lost')}>${form.text(mayHaveArrived ? 'drop.body.unconfirmed' : 'drop.body')}</p>`,
    footer: html`<div class="stack">
      ${button('primary', form.text('drop.stay'), form.leaving.stay)}
      ${button('secondary', form.text('drop.go'), form.leaving.discard, true)}
    </div>`,
  };
}

/** If the browser closed the dialog on its own, the answers are offered again, on the step where they were left. */
export function keptLine(form: Texts & Answering & Moving): TemplateResult {
  const clear = (): void => form.navigation?.startAgain();
  return html`<div class="notice" part="notice">
    <p>${form.text('draft.kept')} ${quietButton('clear final', form.text('draft.clear'), clear)}</p>
  </div>`;
}

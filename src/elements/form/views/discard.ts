// The question before answers are lost. A view of the same dialog: a second dialog would be closed with the first.

import { html } from 'lit';
import type { Form } from '../form-controller.ts';
import { heading, type View } from './view.ts';

export function discardView(form: Form): View {
  const title = form.text('drop.title');
  const stay = (): void => form.stay();
  const discard = (): void => form.discard();
  return {
    title,
    body: html`${heading(form, title)}
      <p>${form.text('drop.body')}</p>`,
    footer: html`<div class="stack">
      <button type="button" class="primary" part="primary" autofocus @click=${stay}>
        ${form.text('drop.stay')}
      </button>
      <button type="button" class="secondary" part="secondary" @click=${discard}>
        ${form.text('drop.go')}
      </button>
    </div>`,
  };
}

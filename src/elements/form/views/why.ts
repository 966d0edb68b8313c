// « Pourquoi signaler, et ensuite ? »: at the end of step 1, once the later steps are there. Few open it, so what it says
// comes when it is opened.

import { html, type TemplateResult } from 'lit';
import type { Form } from '../form-controller.ts';

export const whyFold = (form: Form): TemplateResult =>
  html`<details @toggle=${form.fetchMore}>
    <summary>${form.text('why.summary')}</summary>
    ${
      form.more
        ? html`<p>${form.text('why.why')}</p>
            <p>${form.text('why.how')}</p>`
        : html`<p>${form.text(form.more === null ? 'err.load' : 'more.loading')}</p>`
    }
  </details>`;

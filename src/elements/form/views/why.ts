// « Pourquoi et comment signaler ? »: at the end of step 1, once the later steps are there, because few open it.

import { html, type TemplateResult } from 'lit';
import type { Form } from '../form-controller.ts';

export const whyFold = (form: Form): TemplateResult =>
  html`<details>
    <summary>${form.text('why.summary')}</summary>
    <p>${form.text('why.why')}</p>
    <p>${form.text('why.how')}</p>
  </details>`;

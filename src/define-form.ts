// The form itself: what the elements load on the first sign that it will be used. Importing it in advance registers
// <cliquez-signalez-form> and saves that wait.

import { askToRender, isHtml } from './button/registration.ts';
import { ReportForm } from './button/report-form.ts';

export { Form } from './form/form.ts';

if (isHtml()) {
  askToRender('cliquez-signalez-form');
  if (!customElements.get('cliquez-signalez-form'))
    customElements.define('cliquez-signalez-form', ReportForm);
}

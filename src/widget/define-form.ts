// <cliquez-signalez-form>, registered, with the form itself. A page that imports it in advance saves a wait; the button
// imports it on the first sign that it will be pressed.

import { askToRender, isHtml } from './button/registration.ts';
import { ReportForm } from './button/report-form.ts';

export { Form } from './form/form.ts';

if (isHtml()) {
  askToRender('cliquez-signalez-form');
  if (!customElements.get('cliquez-signalez-form'))
    customElements.define('cliquez-signalez-form', ReportForm);
}

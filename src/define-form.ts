// The form itself: what the elements load on the first sign that it will be used. Importing it in advance registers
// <cliquez-signalez-form> and saves that wait.

import { isFree } from './button/is-free.ts';
import { ReportForm } from './button/report-form.ts';

export { Form } from './form/form.ts';

if (isFree('cliquez-signalez-form')) customElements.define('cliquez-signalez-form', ReportForm);

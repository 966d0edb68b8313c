// Registers <cliquez-signalez> and <cliquez-signalez-form>.

import { isFree } from './button/is-free.ts';
import { ReportButton } from './button/report-button.ts';
import { ReportForm } from './button/report-form.ts';

if (isFree('cliquez-signalez')) customElements.define('cliquez-signalez', ReportButton);
if (isFree('cliquez-signalez-form')) customElements.define('cliquez-signalez-form', ReportForm);

declare global {
  interface HTMLElementTagNameMap {
    'cliquez-signalez': ReportButton;
    'cliquez-signalez-form': ReportForm;
  }
}

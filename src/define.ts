// Registers <cliquez-signalez> and <cliquez-signalez-form>. A copy that is on the page already stays.

import { ReportButton } from './elements/report-button.ts';
import { ReportForm } from './elements/report-form.ts';

for (const [tag, element] of [
  ['cliquez-signalez', ReportButton],
  ['cliquez-signalez-form', ReportForm],
] as const) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'cliquez-signalez': ReportButton;
    'cliquez-signalez-form': ReportForm;
  }
}

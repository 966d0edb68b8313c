// Registers <cliquez-signalez> and <cliquez-signalez-form>. A copy that the page already has stays, even an older one.

import { askToRender, isHtml, nameCopy } from './button/registration.ts';
import { ReportButton } from './button/report-button.ts';
import { ReportForm } from './button/report-form.ts';

const ELEMENTS = [
  ['cliquez-signalez', ReportButton],
  ['cliquez-signalez-form', ReportForm],
] as const;

for (const [tag, element] of isHtml() ? ELEMENTS : []) {
  askToRender(tag);
  if (!customElements.get(tag)) customElements.define(tag, element);
  // Once: both elements come from the same copy.
  else if (element === ReportButton) nameCopy(tag);
}

declare global {
  interface HTMLElementTagNameMap {
    'cliquez-signalez': ReportButton;
    'cliquez-signalez-form': ReportForm;
  }
}

// Registers <cliquez-signalez> and <cliquez-signalez-form>. A copy that is on the page already stays, whatever its version;
// the console says which, in few words: every visitor pays for them.

import { ReportButton } from './button/report-button.ts';
import { ReportForm } from './button/report-form.ts';

for (const [tag, element] of [
  ['cliquez-signalez', ReportButton],
  ['cliquez-signalez-form', ReportForm],
] as const) {
  const there = customElements.get(tag) as typeof ReportButton | undefined;
  if (!there) customElements.define(tag, element);
  else if (there !== element) console.warn(tag, there.version, 'is here');
}

declare global {
  interface HTMLElementTagNameMap {
    'cliquez-signalez': ReportButton;
    'cliquez-signalez-form': ReportForm;
  }
}

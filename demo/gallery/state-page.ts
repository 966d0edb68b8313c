// Runs in the page of one state: brings the widget to the state, then reports success or the reason for failure.

import type { ReportButton } from '../../src/button/report-button.ts';
import { Driver } from './driver.ts';
import { withoutFocus } from './quiet-frame.ts';
import { STATES } from './states.ts';

const name = new URLSearchParams(location.search).get('name');
const state = STATES.find((known) => known.name === name);
const elements = [...document.querySelectorAll<ReportButton>('cliquez-signalez')];
await customElements.whenDefined('cliquez-signalez');
await Promise.all(elements.map((element) => element.updateComplete));
// Stalls here, not on the server: WebKit opens six connections to a server, and six such frames would block all others.
if (state?.fault === 'stall') globalThis.fetch = () => new Promise(() => {});
const driver = new Driver(elements[0]!);
try {
  await withoutFocus(async () => state?.reach(driver));
  // Scrolls to the top of the view, where focus would have taken it.
  if (globalThis.frameElement) driver.find('.body')?.scrollTo(0, 0);
  document.documentElement.dataset['state'] = 'reached';
} catch (error) {
  document.documentElement.dataset['state'] = 'missed';
  const message = document.createElement('p');
  message.textContent = String(error);
  document.body.append(message);
}

// In the page of one state: leads the widget there, and says so, or why it did not get there.

import type { ReportButton } from '../../src/elements/report-button.ts';
import { Driver } from './driver.ts';
import { STATES } from './states.ts';

const name = new URLSearchParams(location.search).get('name');
const element = document.querySelector<ReportButton>('cliquez-signalez')!;
await customElements.whenDefined('cliquez-signalez');
await element.updateComplete;
try {
  await STATES.find((state) => state.name === name)?.reach(new Driver(element));
  document.documentElement.dataset['state'] = 'reached';
} catch (error) {
  document.documentElement.dataset['state'] = 'missed';
  const message = document.createElement('p');
  message.textContent = String(error);
  document.body.append(message);
}

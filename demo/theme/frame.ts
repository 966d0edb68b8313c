// Runs in the page of a frame: styles it, brings the widget to its state, and lets the builder change the style.

import type { ReportButton } from '../../src/widget/button/report-button.ts';
import { answerHere, leavePolicyAlone } from '../answer-here.ts';
import { Driver, LAUNCHER, named, PANEL } from '../gallery/driver.ts';
import { dress, replay } from './dress.ts';
import { DRESS, REPLAY, type FrameName } from './frame-list.ts';
import { readHash, type Choices } from './link.ts';

const REACH: Readonly<Partial<Record<FrameName, (driver: Driver) => Promise<void>>>> = {
  what: async (driver) => {
    await driver.open();
    await driver.choose('category', 'terrorism_bomb_making');
  },
  error: async (driver) => {
    await driver.reachWhere('child_sexual_abuse');
    await driver.choose('where', 'elsewhere');
    await driver.wait(named('addresses.0'));
    await driver.next();
  },
  sent: async (driver) => {
    await driver.reachSent();
    // Shows the look of help lines.
    await driver.click('.aim-talk > summary');
    await driver.wait('.aim-talk .help');
  },
  phone: (driver) => driver.open(),
};

const root = document.documentElement;
const element = document.querySelector<ReportButton>('cliquez-signalez')!;

// The first step names the recipient of a report. With a transport it would name this page instead.
element.addEventListener('cs-step', ({ step }) => {
  if (step > 1) element.transport = answerHere;
});
leavePolicyAlone(window);
// Keeps the widget from going idle while somebody works on a theme.
setInterval(() => dispatchEvent(new Event('scroll')), 60_000);

let choices = readHash(location.hash, (property, value) => CSS.supports(property, value)).choices;
dress(choices);
document.addEventListener(DRESS, (event) => {
  ({ detail: choices } = event as CustomEvent<Choices>);
  dress(choices);
});
document.addEventListener(REPLAY, replay);

/**
 * Brings the widget to its state. A dialog takes focus when it opens, and scrolls into view. An inert dialog cannot, so
 * the page around this frame keeps its focus.
 */
async function lead(driver: Driver): Promise<void> {
  const reach = REACH[root.dataset['frame'] as FrameName];
  if (!reach) return;
  // The widget loads its dialog, still closed, when the pointer enters the button.
  await driver.wait(LAUNCHER);
  element.dispatchEvent(new PointerEvent('pointerenter'));
  const dialog = await driver.wait(PANEL);
  dialog.inert = true;
  await reach(driver);
  // Buttons look different while a new view does not take taps yet.
  await driver.until(() => !driver.find('[data-resting]'), 'buttons that take taps');
  dialog.inert = false;
}

try {
  await customElements.whenDefined('cliquez-signalez');
  await element.updateComplete;
  await lead(new Driver(element));
  // The later steps bring rules of their own, so the style is applied again.
  dress(choices);
  root.dataset['state'] = 'reached';
} catch (error) {
  root.dataset['state'] = 'missed';
  console.error(error);
}

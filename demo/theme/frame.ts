// In the page of a frame: dresses it, leads the widget to its state, and lets the builder change the dress.

import type { ReportButton, Transport } from '../../src/button/report-button.ts';
import { Driver } from '../gallery/driver.ts';
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
    await driver.wait('[name="addresses.0"]');
    await driver.next();
  },
  sent: (driver) => driver.reachSent(),
  phone: (driver) => driver.open(),
};

/** Nothing leaves a frame: this answers in place of an endpoint. */
const answer: Transport = ({ submissionId }) =>
  Promise.resolve({ submissionId, reference: '7K4M-Q2RX', receivedAt: new Date().toISOString() });

const root = document.documentElement;
const element = document.querySelector<ReportButton>('cliquez-signalez')!;

// The first step says where a report goes; with a transport it would say that it goes through this page.
element.addEventListener('cs-step', ({ step }) => {
  if (step > 1) element.transport = answer;
});
// Whoever works on a theme for long is somebody who is there.
setInterval(() => dispatchEvent(new Event('scroll')), 60_000);

let choices = readHash(location.hash, (property, value) => CSS.supports(property, value)).choices;
dress(choices);
document.addEventListener(DRESS, (event) => {
  ({ detail: choices } = event as CustomEvent<Choices>);
  dress(choices);
});
document.addEventListener(REPLAY, replay);

/**
 * Leads the widget to its state. A dialog takes focus when it opens, and scrolls to it: an inert one cannot, so nothing
 * is taken from whoever is at work in the page around this frame.
 */
async function lead(driver: Driver): Promise<void> {
  const reach = REACH[root.dataset['frame'] as FrameName];
  if (!reach) return;
  // The first sign that the button will be pressed brings the dialog, still closed.
  await driver.wait('.launcher');
  element.dispatchEvent(new PointerEvent('pointerenter'));
  const dialog = await driver.wait('dialog.panel');
  dialog.inert = true;
  await reach(driver);
  dialog.inert = false;
}

try {
  await customElements.whenDefined('cliquez-signalez');
  await element.updateComplete;
  await lead(new Driver(element));
  // What came with the later steps has rules of its own.
  dress(choices);
  root.dataset['state'] = 'reached';
} catch (error) {
  root.dataset['state'] = 'missed';
  console.error(error);
}

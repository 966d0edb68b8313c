// Leads the form of a whole page: puts the gallery's driver into the page, and waits for what it does there.
import assert from 'node:assert/strict';
import type { Page } from './browsers.ts';
import { DRIVER_SOURCE } from './driver-source.ts';
import { PATIENT } from './site.ts';

/** A page, or a frame of it. */
type Place = Pick<Page, 'evaluate' | 'waitFor'>;

/** Expression: the widget of a page. */
export const WIDGET = "document.querySelector('cliquez-signalez, cliquez-signalez-form')";

const DRIVER = DRIVER_SOURCE.replaceAll(/^export /gm, '');

/** Gives the page a `driver` of its widget, once the widget is rendered. */
export async function takeUp({ evaluate, waitFor }: Place, widget = WIDGET): Promise<void> {
  await waitFor(`Boolean(${widget}?.renderRoot?.querySelector('.box, .panel'))`, PATIENT);
  await evaluate(`void (window.driver = (() => { ${DRIVER} return new Driver(${widget}); })())`);
}

/** Runs a script of the page's driver, and waits for its end. */
export async function lead({ evaluate, waitFor }: Place, script: string): Promise<void> {
  await evaluate(`void (window.led = undefined,
    (async () => { ${script} })().then(() => { led = 'done'; }, (error) => { led = String(error); }))`);
  assert.equal(await waitFor<string>('window.led', PATIENT), 'done');
}

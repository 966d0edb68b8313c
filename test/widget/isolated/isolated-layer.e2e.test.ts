// Something that the page lays over the hotline's frame: Chromium tells the frame, and the form says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BODY, LATER } from '../../../demo/gallery/driver.ts';
import { ENGINES, launch, type Engine } from '../../setup/browsers.ts';
import { isEvery } from '../../setup/every.ts';
import { PATIENT } from '../../setup/site.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { FORM, openByKeyboard, visit, type Visit } from './isolated-visit.ts';

const ENDPOINT = 'http://127.0.0.1:9/v1/reports';

interface Layer {
  readonly style: string | undefined;
  readonly isTold: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** Layers that pages lay over the frame, and whether Chromium tells of them. */
const LAYERS: Readonly<Record<string, Layer>> = {
  'something transparent': { style: '', isTold: true },
  'something that lets every press through': { style: 'pointer-events: none', isTold: true },
  // Chromium leaves out what it does not paint at all.
  'something with opacity 0': { style: 'opacity: 0', isTold: false },
  'something transparent, on the smallest phone': { style: '', isTold: true, width: 320, height: 568 },
  nothing: { style: undefined, isTold: false },
};

/** Of the engines that never tell, one layer of all kinds is laid. */
const layersFor = (engine: Engine): [string, Layer][] =>
  Object.entries(LAYERS).slice(0, isEvery || engine === 'chromium' ? undefined : 1);

const lay = ({ tab }: Visit, style: string): Promise<unknown> =>
  tab.evaluate((css: string) => {
    const layer = document.createElement('div');
    layer.style.cssText = `position: fixed; inset: 0; z-index: 9; ${css}`;
    document.querySelector('cliquez-signalez')!.renderRoot.querySelector('.isolated')!.append(layer);
  }, style);

const NOTICE = `${FORM}.querySelector('${BODY} .notice')?.textContent.includes(${JSON.stringify(fr['covered.text'])})`;

for (const engine of ENGINES) {
  test(`${engine}: something over the hotline's frame`, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [name, { style, isTold, width = 1024, height = 768 }] of layersFor(engine))
      await t.test(`${name} ${isTold && engine === 'chromium' ? 'is told' : 'is not told'}`, async (t2) => {
        const seen = await visit(t2, browser, { endpoint: ENDPOINT }, { width, height });
        const { frame } = seen;
        await openByKeyboard(seen);
        // The watch loads with the later steps.
        await frame.waitFor(`${FORM}.querySelector('${LATER}') !== null`, PATIENT);
        if (style !== undefined) await lay(seen, style);
        if (isTold && engine === 'chromium') {
          await frame.waitFor(NOTICE, PATIENT);
          assert.equal(
            await frame.evaluate(`${FORM}.querySelector('[role=alert]').textContent.trim()`),
            fr['covered.text'],
          );
          assert.equal(
            await frame.evaluate(`${FORM}.querySelector('${BODY} .notice a').href`),
            'https://www.pointdecontact.net/',
          );
          return;
        }
        // Longer than Chromium takes to tell.
        const end = (await frame.evaluate<number>('performance.now()')) + 1_500;
        await frame.waitFor(`performance.now() > ${end}`, PATIENT);
        assert.ok(!(await frame.evaluate<boolean>(NOTICE)));
      });
  });
}

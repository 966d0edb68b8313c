// Every picture matches its reference: a change in the look of the widget is visible before it is merged.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { countDifferent, MAX_DIFFERENT } from './compare.ts';
import { COMPARED, PICTURES } from './pictures.ts';
import { readPng, type Pixels } from './png.ts';
import { clearFound, keepFound, listReferences, readReference } from './references.ts';
import { AT_ONCE, Studio } from './studio.ts';

const ADVICE =
  'See what is different in .screenshots/look/. If it is meant, take the references anew with `npm run look`, look at them with `npm run look -- contact`, and commit them.';

const studio = await Studio.open();
after(() => studio.close());
await clearFound();

test('there is a reference for each picture, and none besides', async () => {
  assert.deepEqual(await listReferences(), PICTURES.map(({ name }) => name).toSorted(), 'npm run look');
});

test('letters come from the pinned fonts, whatever the machine has', async () => {
  const page = await studio.browser.newPage();
  const families = {
    'system-ui, sans-serif': 'Inter',
    'sans-serif': 'Inter',
    'Georgia, serif': 'Source Serif 4',
    serif: 'Source Serif 4',
    'ui-monospace, monospace': 'JetBrains Mono',
  };
  const texts = Object.keys(families).map((family) => `<p style="font-family: ${family}">Où est-ce ?</p>`);
  await page.setContent(`${texts.join('')}<p style="font-family: sans-serif">اين</p>`);
  const devtools = await page.createCDPSession();
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' });
  const used = await Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.map(({ familyName }) => familyName).join();
    }),
  );
  assert.deepEqual(used, [...Object.values(families), 'Noto Sans Arabic']);
});

test('each picture is as its reference', { concurrency: AT_ONCE }, async (t) => {
  await Promise.all(
    COMPARED.map((picture) =>
      t.test(picture.name, async () => {
        const file = await readReference(picture.name);
        const reference = file && readPng(file);
        const look = async (): Promise<{ actual: Pixels; different: number }> => {
          const actual = readPng(await studio.take(picture));
          return { actual, different: reference ? countDifferent(actual, reference) : Infinity };
        };
        let { actual, different } = await look();
        // A busy Chromium may paint the arrows of a scroll bar late.
        if (different > MAX_DIFFERENT) ({ actual, different } = await look());
        if (different > MAX_DIFFERENT) await keepFound(picture.name, actual, reference);
        assert.ok(different <= MAX_DIFFERENT, `${different} pixels are different. ${ADVICE}`);
      }),
    ),
  );
});

// Applications that only a browser renders, each built with its own tool: one report arrives. In Preact and Solid, a
// property is given and an event heard, written as their types say.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PATIENT } from '../setup/site.ts';
import { hasFallbackLink, install, reportOnce, runIn, startBuilt, startConsumer, visit } from './consumer.ts';

for (const name of ['preact', 'solid']) {
  test(name, async (t) => {
    const { origin, store } = await startConsumer(t, name);
    const page = await visit(t, origin);
    await page.waitFor(
      "document.querySelector('cliquez-signalez')?.renderRoot?.textContent.includes('Signaler ce message')",
      PATIENT,
    );
    await reportOnce(page, store);
    assert.equal(await page.evaluate("document.querySelector('p').textContent"), 'Merci de votre aide.');
  });
}

test('parcel', async (t) => {
  const { origin, store } = await startBuilt(t, 'parcel');
  assert.ok(await hasFallbackLink(origin));
  await reportOnce(await visit(t, origin), store);
});

test('parcel finds no entry of the package without its setting', async (t) => {
  const folder = await install(t, 'parcel');
  const path = join(folder, 'package.json');
  const { '@parcel/resolver-default': setting, ...manifest } = JSON.parse(
    await readFile(path, 'utf8'),
  ) as Record<string, unknown>;
  assert.deepEqual(setting, { packageExports: true });
  await writeFile(path, JSON.stringify(manifest));
  await assert.rejects(runIn(folder, 'npm', 'run', 'build'), /Failed to resolve 'cliquez-signalez\/define'/);
});

// Noise of sizes: a build's weight changes a little with a constant or a sentence. The room from the warning to the
// budget is larger: such a change fails no build that does not warn.
import assert from 'node:assert/strict';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { build } from 'vite';
import { BUDGETS, WARNING_SHARE } from '../../.build/budgets.ts';
import { measureChunks, type ChunkSizes } from '../../.build/sizes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const FRENCH = 'src/words/locales/fr{.json,/*.ts}';

/** Small changes, by the files in which they are made, in each of the three chunks of a form. */
const CHANGES: readonly (readonly [files: string, from: string, to: string])[] = [
  // Constants.
  ['src/widget/shared/arrival.ts', 'ARRIVAL_MS = 8_000', 'ARRIVAL_MS = 9_250'],
  ['src/widget/form/form.ts', 'PATIENCE_MS = 300', 'PATIENCE_MS = 1_375'],
  ['src/widget/client/retry.ts', 'MAX_JITTER_MS = 10_000', 'MAX_JITTER_MS = 12_345'],
  // Sentences.
  [FRENCH, 'Chargement…', 'Chargement de ce qui suit, encore un instant…'],
  [FRENCH, 'C’est gratuit.', 'C’est gratuit, et cela ne prend que trois minutes.'],
  [FRENCH, 'Sortie annulée.', 'Sortie annulée : vous restez sur cette page, et rien n’est perdu.'],
];

/** A copy of the sources with the changes, built for script tags. */
async function buildChanged(folder: string): Promise<ChunkSizes> {
  for (const name of ['src', '.build', 'vite.config.ts', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [files, from, to] of CHANGES) {
    const changed = globSync(files, { cwd: folder }).filter((name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replaceAll(from, to));
      return text.includes(from);
    });
    assert.notDeepEqual(changed, [], `${from} is nowhere in ${files}`);
  }
  const configFile = join(folder, 'vite.config.ts');
  await build({ root: folder, mode: 'cdn', configFile, configLoader: 'native', logLevel: 'error' });
  return measureChunks(pathToFileURL(join(folder, 'dist/cdn/')));
}

test('a changed constant and a longer sentence stay within the room that is left at the warning', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'budget-noise-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const changed = await buildChanged(folder);
  const present = measureChunks(new URL('../../dist/cdn/', import.meta.url));
  const names = Object.keys(present.moments) as (keyof ChunkSizes['moments'])[];
  assert.notDeepEqual(Object.keys(changed.files), Object.keys(present.files), 'the chunks have other names');
  for (const moment of names.slice(0, 3))
    assert.notEqual(changed.moments[moment].brotli, present.moments[moment].brotli, moment);
  for (const moment of names) {
    const grown = changed.moments[moment].brotli - present.moments[moment].brotli;
    const room = BUDGETS[moment].most * (1 - WARNING_SHARE);
    t.diagnostic(`${moment}: ${grown} bytes, of ${Math.round(room)}`);
    assert.ok(grown < room, `${moment} has grown by ${grown} bytes`);
  }
});

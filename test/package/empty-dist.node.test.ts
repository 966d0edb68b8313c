// A build empties dist, and leaves the site and the release there.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyDist } from '../../.build/empty-dist.ts';
import { temporaryFolder } from '../receiver/harness.ts';

test('what a build makes goes, the site and the release stay', async (t) => {
  const folder = await temporaryFolder(t);
  for (const name of ['cdn', 'site', 'release']) mkdirSync(join(folder, name, 'within'), { recursive: true });
  writeFileSync(join(folder, 'sizes.json'), '{}');
  emptyDist(folder);
  assert.deepEqual(readdirSync(folder).toSorted(), ['release', 'site']);
  assert.deepEqual(readdirSync(join(folder, 'site')), ['within']);
});

test('a first build has no dist', async (t) => {
  emptyDist(join(await temporaryFolder(t), 'dist'));
});

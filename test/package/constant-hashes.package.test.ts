// Sizes do not depend on hashes: files whose names differ in their hashes alone weigh the same, in the folder for script
// tags and in an application that installs the package.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test, type TestContext } from 'node:test';
import { constantHashes } from '../../.build/constant-hashes.ts';
import { applicationScripts } from '../../.build/npm-way.ts';
import { measureChunks } from '../../.build/sizes.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Another hash of the same length, with the letters that hashes have. */
const otherHash = (hash: string): string =>
  createHash('sha256').update(hash).digest('base64url').slice(0, hash.length);

/** A copy of a part of dist in which each file with a hash has another one, in its name and wherever it is named. */
function copyRenamed(
  t: TestContext,
  parts: readonly string[],
  hash: RegExp,
): { copy: string; renamed: number } {
  const copy = mkdtempSync(join(tmpdir(), 'constant-hashes-'));
  t.after(() => rmSync(copy, { recursive: true, force: true }));
  for (const part of parts) cpSync(join(dist, part), join(copy, part), { recursive: true });
  const files = readdirSync(copy, { recursive: true, encoding: 'utf8' });
  const others = new Map<string, string>();
  for (const name of files.map((file) => basename(file)).filter((file) => file.endsWith('.js')))
    if (hash.test(name))
      others.set(
        name,
        name.replace(hash, (found) => `-${otherHash(found.slice(1))}`),
      );
  const rename = (text: string): string =>
    text.replaceAll(/[\w-]+\.js\b/g, (name) => others.get(name) ?? name);
  for (const file of files.filter((name) => /\.(?:js|map|json)$/.test(name))) {
    writeFileSync(join(copy, file), rename(readFileSync(join(copy, file), 'utf8')));
    renameSync(join(copy, file), join(copy, dirname(file), rename(basename(file))));
  }
  symlinkSync(join(dist, '../node_modules'), join(copy, 'node_modules'));
  return { copy, renamed: others.size };
}

test('with other hashes in their names, the files for script tags weigh the same', (t) => {
  const { copy, renamed } = copyRenamed(t, ['cdn'], /-[\w-]{6}(?=\.js$)/);
  assert.ok(renamed > 100, `${renamed} files`);
  const measured = measureChunks(pathToFileURL(join(copy, 'cdn/')));
  const present = measureChunks(pathToFileURL(join(dist, 'cdn/')));
  assert.notDeepEqual(Object.keys(measured.files), Object.keys(present.files));
  assert.deepEqual(measured.moments, present.moments);
  const sorted = (files: object): string[] =>
    Object.values(files)
      .map((size) => JSON.stringify(size))
      .toSorted();
  assert.deepEqual(sorted(measured.files), sorted(present.files));
});

test('with other hashes in the names of its chunks, the package weighs the same in an application', async (t) => {
  const { copy, renamed } = copyRenamed(t, ['define.js', 'chunks', 'locales', 'cdn'], /-[\w-]{8}(?=\.js$)/);
  assert.ok(renamed > 50, `${renamed} files`);
  const present = await applicationScripts();
  assert.deepEqual(await applicationScripts(join(copy, 'define.js')), present);
});

test('what no file is called stays as it is, and every script keeps its length', () => {
  const measured = constantHashes(['form-CQ4awv.js', 'fr-simple-s-z9RX.js', 'embed.js'], /-[\w-]{6}/);
  assert.equal(
    measured(
      'import("./form-CQ4awv.js");import("./fr-simple-s-z9RX.js");a="./form-CQ4awx.js";b-CQ4awv;"embed.js"',
    ),
    'import("./form0000000.js");import("./fr-simple0000000.js");a="./form-CQ4awx.js";b-CQ4awv;"embed.js"',
  );
});

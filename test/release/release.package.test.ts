// A release as people download it: its files, their hashes, and what is in the archive for webmasters.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeRelease } from '../../.build/release.ts';
import { FOLDER, type Integrity } from '../../.build/snippets.ts';
import type { Bill } from '../../.build/vex.ts';
import { webmasterFiles } from '../../.build/webmaster-archive.ts';
import { tarGz } from '../../src/plugins/tar.ts';
import { VERSION } from '../../src/core/version.ts';
import { linesToPaste, namesInZip } from './unpacked.ts';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
after(() => rmSync(folder, { recursive: true }));
writeRelease(folder);

/** Names of the files in a gzipped archive, as tar lists them. */
const namesIn = (archive: string): string[] =>
  execFileSync('tar', ['-tzf', join(folder, archive)], { encoding: 'utf8' })
    .trim()
    .split('\n');

test('a release has the archives, the bills of materials with their statements, the licences and the hashes', () => {
  assert.deepEqual(readdirSync(folder).toSorted(), [
    'LICENSE',
    'SHA256SUMS',
    `cliquez-signalez-${VERSION}-licences.txt`,
    `cliquez-signalez-${VERSION}.cdx.json`,
    `cliquez-signalez-${VERSION}.tgz`,
    `cliquez-signalez-${VERSION}.vex.cdx.json`,
    `cliquez-signalez-${VERSION}.zip`,
    `cliquez-signalez-dokuwiki-${VERSION}.tgz`,
    `cliquez-signalez-mediawiki-${VERSION}.tgz`,
    `cliquez-signalez-receiver-${VERSION}-licences.txt`,
    `cliquez-signalez-receiver-${VERSION}.cdx.json`,
    `cliquez-signalez-receiver-${VERSION}.tgz`,
    `cliquez-signalez-receiver-${VERSION}.vex.cdx.json`,
    `cliquez-signalez-spip-${VERSION}.zip`,
    `cliquez-signalez-tools-${VERSION}-licences.txt`,
    `cliquez-signalez-tools-${VERSION}.cdx.json`,
    `cliquez-signalez-tools-${VERSION}.tgz`,
    `cliquez-signalez-tools-${VERSION}.vex.cdx.json`,
    `cliquez-signalez-wordpress-${VERSION}.zip`,
  ]);
  for (const name of ['cliquez-signalez', 'cliquez-signalez-receiver', 'cliquez-signalez-tools']) {
    for (const kind of ['cdx', 'vex.cdx']) {
      const { metadata } = JSON.parse(
        readFileSync(join(folder, `${name}-${VERSION}.${kind}.json`), 'utf8'),
      ) as Bill;
      assert.deepEqual([metadata.component.name, metadata.component.version], [name, VERSION], kind);
    }
  }
});

test('the version is the same in every file that names it, and the changelog has it', () => {
  const of = (file: string, pattern: RegExp): string | undefined =>
    pattern.exec(readFileSync(file, 'utf8'))?.[1];
  const plugin = 'src/plugins/wordpress/cliquez-signalez';
  for (const [file, pattern] of [
    ['package.json', /^ {2}"version": "(.+)"/m],
    ['src/receiver/package.json', /^ {2}"version": "(.+)"/m],
    ['src/tools/package.json', /^ {2}"version": "(.+)"/m],
    [`${plugin}/cliquez-signalez.php`, /^ \* Version: +(\S+)$/m],
    [`${plugin}/readme.txt`, /^Stable tag: (\S+)$/m],
    ['CHANGELOG.md', /^## \[(.+?)\] - (?:unreleased|\d{4}-\d\d-\d\d)$/m],
  ] as const)
    assert.equal(of(file, pattern), VERSION, file);
});

test('sha256sum accepts the hashes, and no file that has changed', () => {
  const check = (): string =>
    execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const passed = check()
    .trim()
    .split('\n')
    .map((line) => line.replace(/: OK$/, ''));
  assert.deepEqual(
    passed,
    readdirSync(folder)
      .filter((name) => name !== 'SHA256SUMS')
      .toSorted(),
  );
  const licence = join(folder, 'LICENSE');
  const text = readFileSync(licence);
  writeFileSync(licence, `${text.toString()}!`);
  assert.throws(check, /1 computed checksum did NOT match/);
  writeFileSync(licence, text);
});

test('each archive unpacks into one folder, which its system expects', () => {
  const roots = (names: string[]): string[] => [...new Set(names.map((name) => name.split('/')[0]!))];
  const zipped = (archive: string): string[] => namesInZip(readFileSync(join(folder, archive)));
  for (const name of ['cliquez-signalez', 'cliquez-signalez-receiver', 'cliquez-signalez-tools'])
    assert.deepEqual(roots(namesIn(`${name}-${VERSION}.tgz`)), ['package']);
  assert.deepEqual(roots(namesIn(`cliquez-signalez-dokuwiki-${VERSION}.tgz`)), ['cliquezsignalez']);
  assert.deepEqual(roots(zipped(`cliquez-signalez-wordpress-${VERSION}.zip`)), ['cliquez-signalez']);
  assert.deepEqual(roots(namesIn(`cliquez-signalez-mediawiki-${VERSION}.tgz`)), ['CliquezSignalez']);
  assert.deepEqual(roots(zipped(`cliquez-signalez-spip-${VERSION}.zip`)), ['cliquez_signalez']);
  const forWebmasters = zipped(`cliquez-signalez-${VERSION}.zip`);
  assert.deepEqual(roots(forWebmasters), [FOLDER]);
  assert.deepEqual(
    forWebmasters,
    [...webmasterFiles().keys()].map((path) => `${FOLDER}/${path}`),
  );
});

test('webmasters get what a page may load, with its hash, and nothing for our tools', () => {
  const files = webmasterFiles();
  const integrity = JSON.parse(files.get('integrity.json')!.toString()) as Integrity;
  const scripts = [...files.keys()].filter((name) => name.endsWith('.js'));
  assert.deepEqual(Object.keys(integrity), scripts);
  for (const name of scripts) {
    const hash = createHash('sha384').update(files.get(name)!).digest('base64');
    assert.equal(integrity[name]!.integrity, `sha384-${hash}`, name);
  }
  assert.deepEqual(
    [...files.keys()].filter((name) => !name.endsWith('.js')),
    [
      'LICENSE.txt',
      'LISEZMOI.txt',
      'README.txt',
      'essayer.html',
      'frame.html',
      'integrity.json',
      'licences.txt',
      'php/choices.php',
      'php/files.json',
      'php/languages.php',
      'php/widget.php',
      'reserve.css',
      'snippets.json',
      'themes/bootstrap.css',
      'themes/dsfr.css',
      'themes/material.css',
    ],
  );
});

test('both guides show in any editor, and have the same lines to paste but for the words of the link', () => {
  const [french, english] = ['LISEZMOI.txt', 'README.txt'].map((name) => {
    const text = webmasterFiles().get(name)!.toString();
    assert.ok(text.startsWith('\u{feff}'), `${name}: the mark of UTF-8`);
    assert.doesNotMatch(text, /[^\r]\n|\{|\}/, `${name}: a bare line end, or a place that nothing filled`);
    const code = linesToPaste(text);
    const words = text.replace(code, '').split('\r\n');
    assert.deepEqual(
      words.filter((line) => line.length > 80),
      [],
      name,
    );
    return code.split('\r\n');
  });
  assert.ok(french!.length > 5);
  assert.deepEqual(
    french!.filter((line) => !english!.includes(line)),
    ['  <a href="https://hotline.example/signaler">Signaler un contenu illégal à Point de Contact</a>'],
  );
});

test('the writer of TAR archives keeps every size, and refuses a name that the format cannot hold', () => {
  const sizes = [0, 1, 511, 512, 513, 100_000];
  const archive = tarGz(sizes.map((size) => [`a/${size}.bin`, Buffer.alloc(size, 7)]));
  const listed = execFileSync('tar', ['-tvz', '--numeric-owner', '--utc'], {
    input: archive,
    encoding: 'utf8',
  });
  assert.deepEqual(
    listed
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(/ +/g, ' ')),
    sizes.map((size) => `-rw-r--r-- 0/0 ${size} 1980-01-01 00:00 a/${size}.bin`),
  );
  assert.throws(() => tarGz([['a'.repeat(101), Buffer.alloc(0)]]), /100 bytes/);
});

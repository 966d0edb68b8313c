// Rules of the repository: allowed locations, forbidden names, and forbidden text.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

// Tracked files, and new files that git does not ignore.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && existsSync(file));

/** The matching lines, as `file:line: text`. A file with a NUL is not text. */
function linesWith(pattern: RegExp, among: string[]): string[] {
  return among.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (text.includes('\0')) return [];
    return text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
  });
}

test('the top level holds what the design puts there, and dot files', () => {
  const allowed = [
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'README.fr.md',
    'README.md',
    'SECURITY.md',
    'custom-elements.json',
    'demo',
    'package-lock.json',
    'package.json',
    'src',
    'test',
    'tsconfig.json',
    'vite.config.ts',
    'web-test-runner.config.mjs',
  ];
  const found = new Set(files.map((file) => file.split('/')[0]!));
  assert.deepEqual(
    [...found].filter((name) => !name.startsWith('.') && !allowed.includes(name)),
    [],
  );
});

test('nothing in src has a name that says nothing', () => {
  const vague =
    /\/(utils?|helpers?|commons?|managers?|services?|misc)(\.|\/)|-(utils?|helpers?|manager|service)\./;
  assert.deepEqual(
    files.filter((file) => file.startsWith('src/') && vague.test(file)),
    [],
  );
});

test('no line names a folder of one machine', () => {
  // A URL may contain such a path, after a host name or file://; WHATWG's data has the path of one alone.
  const ours = files.filter((file) => file !== 'test/core/data/urltestdata.json');
  assert.deepEqual(linesWith(/(?<![\w.}/])\/(root|home|work)\//, ours), []);
});

test('no built file names the folder that it was built in', () => {
  const folder = fileURLToPath(new URL('../..', import.meta.url));
  const built = globSync('dist/**/*.{js,map,json,ts,html,css}', { cwd: folder });
  assert.ok(built.some((file) => file.endsWith('locales/de.js.map')));
  assert.deepEqual(
    built.filter((file) => readFileSync(join(folder, file), 'utf8').includes(folder)),
    [],
  );
});

test('no lock file names a download host', () => {
  const locks = files.filter((file) => file.endsWith('package-lock.json'));
  assert.ok(locks.includes('package-lock.json'));
  assert.deepEqual(linesWith(/"resolved": "(https?|git|ssh)/, locks), []);
});

test('no test is skipped, and none excludes the others', () => {
  const excluding =
    /\b(it|test|describe|suite|context)\.(only|skip|todo)\b|\b(t|this)\.skip\(|\b(only|skip|todo): /;
  assert.deepEqual(
    linesWith(
      excluding,
      files.filter((file) => /^test\/.*\.ts$/.test(file)),
    ),
    [],
  );
});

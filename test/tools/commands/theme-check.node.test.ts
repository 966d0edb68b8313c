// The built command `theme-check`, on files as partners write them: its output and its exit code.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ThemeReport } from '../../../src/tools/theme-check/check-theme.ts';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startCommand } from '../../receiver/server-process.ts';

const BIN = fileURLToPath(new URL('../../../dist/tools/cli.js', import.meta.url));

/** Runs the command to its end. */
async function run(t: TestContext, ...args: string[]) {
  const { ended, output } = startCommand(t, ['theme-check', ...args], {}, BIN);
  return { code: await ended, ...output };
}

/** Runs the command on a file with this content. */
async function check(t: TestContext, content: string | Uint8Array, ...args: string[]) {
  const file = join(await temporaryFolder(t), 'theme.css');
  writeFileSync(file, content);
  const { stdout, ...rest } = await run(t, file, ...args);
  return { ...rest, stdout: stdout.replace(file, 'theme.css') };
}

test('a theme of seeds alone ends with 0, and tells what becomes of it within 80 columns', async (t) => {
  const { code, stdout, stderr } = await check(t, '\uFEFF:root { --cs-accent: #0b5cff; --cs-radius: 4px }');
  assert.deepEqual([code, stderr], [0, '']);
  const lines = stdout.split('\n');
  assert.deepEqual(lines.slice(0, 9), [
    'theme.css',
    '',
    ':root (line 1)',
    '  --cs-accent: #0b5cff',
    '  --cs-radius: 4px',
    '    #0b5cff → #074bd3 on buttons: their labels read at 7:1',
    '    #0b5cff → #053db1 in light, in links and marks: readable at 7:1',
    '    #0b5cff → #bfc7ff in dark, in links and marks: readable at 7:1',
    '  contrast                                              at least   light    dark',
  ]);
  assert.match(stdout, /\n {2}label on button {2,}7 {2,}7\.10 {2,}7\.10\n/);
  assert.match(
    stdout,
    /\nNothing is under level AA, and everything could be read\. 0 errors, 0 warnings\.\n$/,
  );
  assert.ok(lines.every((line) => [...line].length <= 80));
  assert.doesNotMatch(stdout, /\u001B/);
});

test('what is under level AA ends with 1, with line and column', async (t) => {
  const css = 'cliquez-signalez::part(hint) {\n  color: #999;\n}\n:root { --cs-acent: red }';
  const { code, stdout } = await check(t, css);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /\n✗ 2:3 color of ::part\(hint\): #999999 on #f7f7f7 in light is [^]*4\.5:1 of level AA\n/,
  );
  assert.match(stdout, /\n! 4:9 --cs-acent is not a property of the widget: did you mean --cs-accent\?\n/);
  assert.match(stdout, /1 error, 1 warning\.\n$/);
});

test('what cannot be read as its type ends with 1', async (t) => {
  assert.equal((await check(t, ':root { --cs-radius: 12 }')).code, 1);
});

test('a style sheet that is not about the widget ends with 0, and says so', async (t) => {
  const { code, stdout } = await check(t, '@import "base.css"; p { color red; margin: 0 }');
  assert.equal(code, 0);
  assert.match(
    stdout,
    /\n\nNo rule sets a seed of the widget, such as --cs-accent\.\n\n! 1:1 “base\.css” is not/,
  );
});

test('--json gives the whole report, --scheme looks at one scheme', async (t) => {
  const css = ':root { --cs-accent: #ffcc00 } ::part(title) { color: #333 }';
  const both = await check(t, css, '--json');
  assert.equal(both.code, 1);
  const report = JSON.parse(both.stdout) as ThemeReport;
  assert.equal(report.isFine, false);
  assert.deepEqual(
    report.themes[0]!.schemes.map(({ scheme, pairs }) => [scheme, pairs.length]),
    [
      ['light', 26],
      ['dark', 26],
    ],
  );
  const light = await check(t, css, '--json', '--scheme', 'light');
  assert.equal(light.code, 0);
  assert.deepEqual(
    (JSON.parse(light.stdout) as ThemeReport).themes[0]!.schemes.map(({ scheme }) => scheme),
    ['light'],
  );
});

test('what a file says does nothing to a terminal', async (t) => {
  const { stdout } = await check(t, '.\u001B\\[31m\u0007 { --cs-accent: "\u001B[2J\u009B1m" }');
  assert.match(stdout, /--cs-accent/);
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
});

test('called wrongly, or on what cannot be read, it ends with 2 and says what to do', async (t) => {
  const folder = await temporaryFolder(t);
  const notThere = join(folder, 'not-there.css');
  mkdirSync(join(folder, 'folder.css'));
  const latin = join(folder, 'latin.css');
  writeFileSync(latin, Buffer.from('/* é */', 'latin1'));
  for (const [args, message] of [
    [[], /^<file\.css> is missing\.\n\nUsage: cliquez-signalez-tools theme-check <file\.css>/],
    [['a.css', 'b.css'], /^« b\.css » is one argument too many\.\n\nUsage: /],
    [['a.css', '--fly'], /^There is no option --fly\.\n\nUsage: /],
    [['a.css', '--scheme', 'sepia'], /^--scheme must be light or dark, not « sepia »\.\n$/],
    [[notThere], /^There is no file .*not-there\.css\.\n$/],
    [[join(folder, 'folder.css')], /is a folder\. Name a style sheet in it\.\n$/],
    [[latin], /is not in UTF-8\. Save it so/],
  ] as const) {
    const { code, stdout, stderr } = await run(t, ...args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, message);
  }
  const help = await run(t, '--help');
  assert.deepEqual([help.code, help.stderr], [0, '']);
  assert.match(help.stdout, /^Usage: cliquez-signalez-tools theme-check/);
  assert.ok(help.stdout.split('\n').every((line) => line.length <= 120));
});

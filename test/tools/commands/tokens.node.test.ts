// The built command `tokens`, in both directions: its output, its complaints and its exit code.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../receiver/harness.ts';
import { startCommand } from '../../receiver/server-process.ts';

const BIN = fileURLToPath(new URL('../../../dist/tools/cli.js', import.meta.url));

/** Runs the command on a file with this name and content. */
async function convert(t: TestContext, name: string, content: string) {
  const file = join(await temporaryFolder(t), name);
  writeFileSync(file, content);
  const { ended, output } = startCommand(t, ['tokens', file], {}, BIN);
  return { code: await ended, ...output };
}

const CSS = `cliquez-signalez,
cliquez-signalez-form {
  --cs-accent: light-dark(#0b5cff, #7aa2ff);
  --cs-radius: 4px;
  --cs-font: "Fira Sans", serif;
}
`;

test('a style sheet becomes tokens, and these the same style sheet', async (t) => {
  const there = await convert(t, 'theme.css', CSS);
  assert.deepEqual([there.code, there.stderr], [0, '']);
  const back = await convert(t, 'theme.tokens.json', there.stdout);
  assert.deepEqual([back.code, back.stderr], [0, '']);
  assert.equal(back.stdout, CSS);
});

test('the variables of a style sheet are followed; what depends on the page is left out, and named', async (t) => {
  const css = `:root { --blue: #00f; --cs-accent: var(--blue); --cs-surface: var(--theirs); --cs-space: calc(1px + 1em) }`;
  const { code, stdout, stderr } = await convert(t, 'theme.css', css);
  assert.equal(code, 1);
  assert.deepEqual(Object.keys((JSON.parse(stdout) as { cs: object }).cs), ['accent']);
  assert.equal(
    stderr,
    '--cs-surface depends on the page, or is none of its type: left out.\n' +
      '--cs-space depends on the page, or is none of its type: left out.\n',
  );
});

test('a token that cannot be used is named, and the others are converted', async (t) => {
  const file = {
    cs: { radius: { $type: 'dimension', $value: '3px' }, shadow: { $type: 'shadow', $value: {} } },
  };
  const { code, stdout, stderr } = await convert(t, 'theme.tokens', JSON.stringify(file));
  assert.equal(code, 1);
  assert.match(stdout, /\{\n {2}--cs-radius: 3px;\n\}\n$/);
  assert.equal(stderr, 'cs.shadow: There is no such seed: left out.\n');
});

test('a file that is no JSON, or has no group, gives one sentence', async (t) => {
  for (const [text, sentence] of [
    ['a { }', 'This is no JSON.\n'],
    ['{}', 'No group “cs” is at the top of the file. Put the seeds there, such as cs.accent.\n'],
  ] as const) {
    const { code, stdout, stderr } = await convert(t, 'theme.json', text);
    assert.deepEqual([code, stdout, stderr], [1, '', sentence]);
  }
});

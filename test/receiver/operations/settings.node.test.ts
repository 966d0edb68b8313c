// The shipped settings: exactly those that the receiver knows, and it starts with them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { command } from '../../../src/receiver/commands/serve.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { startServer } from '../server-process.ts';

const FILE = fileURLToPath(new URL('../../../src/receiver/deployment/environment.example', import.meta.url));
const lines = readFileSync(FILE, 'utf8').split('\n');

test('the file names every setting that `serve --help` names, and no other', () => {
  const known = [...command.usage.matchAll(/^ {2}([A-Z][A-Z_]+) /gm)].map(([, name]) => name);
  assert.ok(known.length >= 4);
  const named = lines.flatMap((line) => /^#?([A-Z][A-Z_]+)=/.exec(line)?.[1] ?? []);
  assert.deepEqual(new Set(named), new Set(known));
});

for (const language of ['fr', 'en']) {
  test(`the guide has a row for every setting, and no other (${language})`, () => {
    const page = new URL(`../../../demo/site/pages/${language}/hotline.md`, import.meta.url);
    const known = [...command.usage.matchAll(/^ {2}([A-Z][A-Z_]+) /gm)].map(([, name = '']) => name);
    const rows = [...readFileSync(page, 'utf8').matchAll(/^\| ((?:`[A-Z][A-Z_]+`(?:, )?)+) \|/gm)];
    const named = rows.flatMap(([, cell = '']) => [...cell.matchAll(/[A-Z_]+/g)].map(([name]) => name));
    assert.deepEqual(named.toSorted(), known.toSorted());
  });
}

test('each line is one that systemd, a container engine and Node read alike', () => {
  for (const line of lines) assert.match(line, /^$|^# |^#?[A-Z][A-Z_]+=[^\s"'#]+$/);
});

test('the receiver starts with them, and takes a report', async (t) => {
  const settings = Object.fromEntries(
    lines.flatMap((line) => (/^[A-Z]/.test(line) ? [line.split(/=(.*)/).slice(0, 2)] : [])),
  ) as Record<string, string>;
  const folder = await temporaryFolder(t);
  const { endpoint } = await startServer(t, {
    ...settings,
    PORT: '0',
    DATABASE_URL: settings['DATABASE_URL']!.replace('/var/lib', join(folder, 'var', 'lib')),
  });
  const report = sampleReport();
  const { status } = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': report.submissionId },
    body: JSON.stringify(report),
  });
  assert.equal(status, 201);
});

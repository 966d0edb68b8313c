// The settings: one table says what the code reads, what the shipped file has, and what the guides tell.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { environmentExample } from '../../../.build/environment-example.ts';
import { command as exportReports } from '../../../src/receiver/commands/export.ts';
import { command as serve } from '../../../src/receiver/commands/serve.ts';
import { SETTINGS, type SettingName, type Settings } from '../../../src/receiver/commands/settings.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { startServer } from '../server-process.ts';

const FILE = fileURLToPath(new URL('../../../src/receiver/deployment/environment.example', import.meta.url));
const lines = readFileSync(FILE, 'utf8').split('\n');
const names = Object.keys(SETTINGS) as SettingName[];

test('the file is made from the table of settings', () => {
  assert.equal(lines.join('\n'), environmentExample(), 'Run npm run build: it writes environment.example.');
});

for (const language of ['fr', 'en'])
  test(`the guide has the table of settings, and no row beside it (${language})`, () => {
    const page = new URL(`../../../demo/site/pages/${language}/hotline.md`, import.meta.url);
    const guide = readFileSync(page, 'utf8');
    assert.match(guide, /^\{% settings %\}$/m);
    assert.doesNotMatch(guide, /^\| `[A-Z][A-Z_]+`/m);
  });

/** An environment that notes which settings are read. */
function noting(environment: Settings): { environment: Settings; read: Set<string> } {
  const read = new Set<string>();
  const get = (from: Settings, name: string): unknown => {
    read.add(name);
    return from[name as SettingName];
  };
  return { environment: new Proxy(environment, { get }), read };
}

test('each setting of the table is read, and none beside it', async () => {
  // Everything is read before the address of the database is found to be none.
  const serving = noting({
    DATABASE_URL: 'none',
    WEBHOOK_URL: 'https://crm.example.org/',
    WEBHOOK_SECRET: `whsec_${Buffer.alloc(24).toString('base64')}`,
    ALERT_MAIL: 'on-call@example.org',
    SMTP_URL: 'smtp://127.0.0.1:25',
  });
  await assert.rejects(serve.run([], serving.environment), { name: 'DatabaseUrlError' });
  const exporting = noting({ HOTLINE_NAME: 'Example', HOTLINE_EMAIL: 'reports@example.org' });
  const nowhere = 'sqlite:/nowhere/reports.sqlite';
  await assert.rejects(exportReports.run(['--format', 'dsa', '--database', nowhere], exporting.environment));

  const ofServe = names.filter((name) => !('isForOthers' in SETTINGS[name]));
  assert.deepEqual([...serving.read].toSorted(), ofServe.toSorted());
  assert.deepEqual([...new Set([...serving.read, ...exporting.read])].toSorted(), names.toSorted());
});

test('no command reads a setting that is not in the table', () => {
  const folder = new URL('../../../src/receiver/commands/', import.meta.url);
  const read = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/environment\['(\w+)'\]/g)].map(
      ([, name = '']) => `${file}: ${name}`,
    ),
  );
  assert.ok(read.length > 0);
  assert.deepEqual(
    read.filter((each) => !names.includes(each.split(': ')[1] as SettingName)),
    [],
  );
});

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

// The formats of an export: what they are by default, which options change them, and what is left out and why.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { UsageError } from '../../../src/command-line/command.ts';
import { command } from '../../../src/receiver/commands/export.ts';
import { rowOf, saying, storeOf } from '../export-given.ts';
import { temporaryFolder } from '../harness.ts';
import { EXAMPLES } from '../mapping-examples.ts';
import { sampleReport } from '../sample-report.ts';
import { startCommand } from '../server-process.ts';
import { run, runIn } from '../store-given.ts';

const NAMED = ['--hotline-name', 'Ligne A', '--hotline-email', 'a@hotline.example'];

/** A database with one report that each institution takes. */
async function given(
  t: TestContext,
  reports: readonly { submissionId: string }[] = [EXAMPLES.child_sexual_abuse],
) {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  await storeOf(
    t,
    reports.map((report) => rowOf(report)),
    url,
  );
  const exported = async (...args: string[]) => run(t, 'export', '--database', url, ...args);
  /** The document of the only draft. */
  const draft = async (...args: string[]) => {
    const { code, stdout, stderr } = await exported(...args);
    assert.equal(code, 0, stderr);
    return (JSON.parse(stdout) as { document: unknown }).document;
  };
  return { url, exported, draft };
}

test('a notice is French and of a hotline without a status, unless it is said', async (t) => {
  const { draft } = await given(t, [sampleReport()]);
  const french = (await draft('--format', 'dsa', ...NAMED)) as Record<string, unknown>;
  assert.deepEqual(
    [french['source'], french['notifier']],
    ['SOURCE_ARTICLE_16', { name: 'Ligne A', email: 'a@hotline.example' }],
  );
  const english = (await draft(
    '--format',
    'dsa',
    '--locale',
    'en',
    '--trusted-flagger',
    ...NAMED,
  )) as typeof french;
  assert.equal(english['source'], 'SOURCE_TRUSTED_FLAGGER');
  assert.notEqual(JSON.stringify(english), JSON.stringify({ ...french, source: 'SOURCE_TRUSTED_FLAGGER' }));
  assert.deepEqual(await draft('--format', 'dsa', '--locale', 'fr', ...NAMED), french);
});

test('a CyberTipline report is an object, and its XML is asked for', async (t) => {
  const { url, draft } = await given(t);
  assert.equal(typeof (await draft('--format', 'cybertipline', ...NAMED)), 'object');
  assert.match(String(await draft('--format', 'cybertipline', '--xml', ...NAMED)), /^<\?xml /);
  const environment = { HOTLINE_NAME: 'Ligne B', HOTLINE_EMAIL: 'b@hotline.example' };
  const { stdout } = await runIn(t, environment, 'export', '--database', url, '--format', 'cybertipline');
  assert.match(stdout, /"b@hotline\.example"/);
  const both = await runIn(t, environment, 'export', '--database', url, '--format', 'cybertipline', ...NAMED);
  assert.match(both.stdout, /"a@hotline\.example"/);
});

test('a page names the hotline of the option, else that of the settings', async (t) => {
  const { url, exported } = await given(t);
  const isNamed = (stdout: string): string | undefined => /Ligne [AB]/.exec(stdout)?.[0];
  assert.equal(isNamed((await exported('--format', 'html')).stdout), undefined);
  assert.equal(isNamed((await exported('--format', 'html', ...NAMED)).stdout), 'Ligne A');
  const inSettings = await runIn(
    t,
    { HOTLINE_NAME: 'Ligne B' },
    'export',
    '--database',
    url,
    '--format',
    'html',
  );
  assert.equal(isNamed(inSettings.stdout), 'Ligne B');
});

test('what an institution does not take is left out with its reason, and is as it should be', async (t) => {
  const unaddressed = {
    ...EXAMPLES.child_sexual_abuse,
    locations: [{ id: 'L1', place: 'messaging', identifiers: [{ type: 'group_name', value: 'Group' }] }],
  };
  const { exported } = await given(t, [unaddressed]);
  const { code, stdout, stderr } = await exported('--format', 'iccam');
  assert.deepEqual([code, stdout], [0, '']);
  assert.match(stderr, /^0 reports written\n1 left out: no address\nThe next export [^\n]*\n$/);
});

test('where the output is closed, it says how to have the same again', async (t) => {
  const { url } = await given(
    t,
    Array.from({ length: 100 }, () => saying('x'.repeat(1_999))),
  );
  const args = ['export', '--database', url, '--cursor', `${url.slice('sqlite:'.length)}.cursor`];
  const { child, ended, output } = startCommand(t, args);
  child.stdout.destroy();
  assert.equal(await ended, 1);
  assert.equal(
    output.stderr,
    'The output was closed before its end. Run the export again, with the same --cursor.\n',
  );
});

for (const [args, expected] of [
  [['--format', 'html'], /^html makes pages, which need a name: --output reports\.html$/],
  [
    ['--cursor', 'a', '--reference', '7K4M-2QXD'],
    /^--reference looks reports up, and --cursor goes on behind them/,
  ],
  [['--since', '2026-11-24 (2026-11-24'], /^--since must be a day or a moment in UTC/],
  [['--since', 'on 2026-11-24'], /^--since must be a day or a moment in UTC/],
  [['--format', 'html', '--locale', 'de', '--output', 'a'], /^--locale must be fr or en/],
] as const)
  test(`it refuses: export ${args.join(' ')}`, async () => {
    await assert.rejects(command.run([...args, '--database', 'sqlite:nowhere'], {}), (error: Error) => {
      assert.match(error.message, expected);
      return error instanceof UsageError;
    });
  });

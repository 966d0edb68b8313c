// Long commands say how far they are on a terminal, nothing elsewhere, and go on where they were cut off.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startProgress } from '../../../src/receiver/commands/progress.ts';
import { fillDatabase } from '../export-process.ts';
import { temporaryFolder } from '../harness.ts';
import { startCommand } from '../server-process.ts';
import { fill, soundRows } from '../store-given.ts';

const CLI = fileURLToPath(new URL('../../../src/receiver/cli.ts', import.meta.url));

/** Runs a command on a pseudo-terminal, which util-linux's `script` makes, and returns what appears on it. */
async function onTerminal(args: readonly string[]): Promise<string> {
  const command = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let shown = '';
  child.stdout.on('data', (data: Buffer) => (shown += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 0, shown);
  return shown;
}

interface Case {
  readonly what: string;
  args(database: string, folder: string): readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'Exporting',
    args: (database, folder) => ['export', '--database', database, '--output', join(folder, 'reports.jsonl')],
  },
  {
    what: 'Copying',
    args: (database, folder) => ['copy', '--from', database, '--to', `sqlite:${join(folder, 'copy.sqlite')}`],
  },
  {
    what: 'Reading back',
    args: (database, folder) => ['copy', '--from', database, '--to', `sqlite:${join(folder, 'copy.sqlite')}`],
  },
  {
    what: 'Erasing',
    args: (database) => ['erase', '--database', database, '--numbers', '1,3', '--confirm', '2'],
  },
  { what: 'Verifying', args: (database) => ['verify', '--database', database] },
  {
    what: 'Counting',
    args(database, folder) {
      const [decisions, output] = [join(folder, 'decisions.csv'), join(folder, 'figures.html')];
      return 'figures --year 2026 --decisions'
        .split(' ')
        .concat(decisions, '--database', database, '--output', output);
    },
  },
];

async function given(t: TestContext): Promise<{ database: string; folder: string }> {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'decisions.csv'), 'reference,provider,date,action\n');
  const database = `sqlite:${join(folder, 'reports.sqlite')}`;
  await fill(database, soundRows(1, 3));
  return { database, folder };
}

for (const { what, args } of CASES)
  test(`${what}: on a terminal it is shown, and taken away; elsewhere nothing is`, async (t) => {
    const first = await given(t);
    const shown = await onTerminal(args(first.database, first.folder));
    assert.match(shown, new RegExp(`\\r\u001B\\[K${what}: \\d+ %\\r\u001B\\[K`));

    const second = await given(t);
    const { ended, output } = startCommand(t, [...args(second.database, second.folder)]);
    assert.equal(await ended, 0, output.stderr);
    assert.doesNotMatch(output.stdout + output.stderr, new RegExp(`\\r|\\u001B|${what}`));
  });

test('reports that come to the terminal are not mixed with it', async (t) => {
  const { database } = await given(t);
  const shown = await onTerminal(['export', '--database', database]);
  assert.match(shown, /"reference":"R\d+"/);
  assert.doesNotMatch(shown, /Exporting|\u001B/);
});

test('it says how much is left once it can know, and not too often', () => {
  const written: string[] = [];
  let clock = 0;
  const progress = startProgress({
    what: 'Copying',
    first: 1_000,
    last: 2_000,
    terminal: { isTTY: true, write: (text: string) => written.push(text) > 0 },
    now: () => clock,
  });
  const after = (ms: number, place: number): string | undefined => {
    written.length = 0;
    clock += ms;
    progress.at(place);
    return written[0]?.replace('\r\u001B[K', '');
  };
  assert.equal(after(0, 1_000), 'Copying: 0 %');
  assert.equal(after(199, 1_100), undefined);
  assert.equal(after(801, 1_100), 'Copying: 10 %');
  assert.equal(after(4_000, 1_100), 'Copying: 10 %, about 45 s left');
  assert.equal(after(5_000, 1_105), 'Copying: 10 %, about 86 s left');
  assert.equal(after(110_000, 1_500), 'Copying: 50 %, about 2 min left');
  assert.equal(after(7_080_000, 1_500), 'Copying: 50 %, about 2.0 h left');
  // Reports that arrived meanwhile lie beyond the last place.
  assert.equal(after(1_000, 2_100), 'Copying: 100 %, about 0 s left');
  written.length = 0;
  progress.clear();
  progress.clear();
  assert.deepEqual(written, ['\r\u001B[K']);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`an export that ${signal} stops says where to go on, and nothing is lost or comes twice`, async (t) => {
    const count = 5_000;
    const folder = await temporaryFolder(t);
    const database = await fillDatabase(join(folder, 'reports.sqlite'), count);
    const { child, ended, output } = startCommand(t, ['export', '--database', database]);
    await once(child.stdout, 'data');
    child.kill(signal);
    assert.equal(await ended, 1);
    const [, cursor = ''] =
      /\nStopped before the end\.\nThe next export goes on with --after (\S+)\n$/.exec(output.stderr) ?? [];
    assert.notEqual(cursor, '', output.stderr);
    const sequences = (text: string): number[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { sequence: number }).sequence);
    const first = sequences(output.stdout);
    assert.ok(first.length < count);
    const rest = startCommand(t, ['export', '--database', database, '--after', cursor]);
    assert.equal(await rest.ended, 0, rest.output.stderr);
    assert.deepEqual(
      [...first, ...sequences(rest.output.stdout)],
      Array.from({ length: count }, (_, index) => index + 1),
    );
  });

test('an export to a file that is stopped keeps what it has written', async (t) => {
  const folder = await temporaryFolder(t);
  const database = await fillDatabase(join(folder, 'reports.sqlite'), 5_000);
  const file = join(folder, 'reports.jsonl');
  const { child, ended, output } = startCommand(t, ['export', '--database', database, '--output', file]);
  const unfinished = async (): Promise<number> =>
    (await readFile(`${file}.part`).catch(() => Buffer.alloc(0))).length;
  while ((await unfinished()) === 0 && child.exitCode === null) await new Promise(setImmediate);
  child.kill('SIGHUP');
  assert.equal(await ended, 1, output.stderr);
  const [, written] = /^(\d+) reports written\n/.exec(output.stderr) ?? [];
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  assert.equal(lines.length, Number(written));
  assert.ok(lines.length < 5_000);
});

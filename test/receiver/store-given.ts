// Stores, and commands on them, for the tests of copies and exports by number.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { Client } from 'pg';
import { UsageError, type Command } from '../../src/command-line/command.ts';
import { command as copy } from '../../src/receiver/commands/copy.ts';
import { command as erasing } from '../../src/receiver/commands/erase.ts';
import { command as exporting } from '../../src/receiver/commands/export.ts';
import { command as figures } from '../../src/receiver/commands/figures.ts';
import { command as head } from '../../src/receiver/commands/head.ts';
import { command as outbox } from '../../src/receiver/commands/outbox.ts';
import { command as outcomes } from '../../src/receiver/commands/outcomes.ts';
import { command as verify } from '../../src/receiver/commands/verify.ts';
import { openStore, type DatabaseStore, type ReportRow } from '../../src/receiver/index.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { row } from './store-rows.ts';

/** A row as a receiver makes it: the digest is the one of the body. */
export function soundRow(id: string, overrides: Partial<ReportRow> = {}): ReportRow {
  const body = overrides.body ?? JSON.stringify(sampleReport());
  const digest = createHash('sha256').update(body).digest('hex');
  return row(id, { body, digest, answer: `{"of":"${id}"}`, ...overrides });
}

/** This many rows, starting at a given number. */
export const soundRows = (first: number, last: number, overrides: Partial<ReportRow> = {}): ReportRow[] =>
  Array.from({ length: last - first + 1 }, (_, index) => soundRow(`r${first + index}`, overrides));

/** Stores rows one after another, in order. */
export async function fill(url: string, rows: Iterable<ReportRow>): Promise<void> {
  const store = await openStore(url);
  for (const each of rows) assert.ok((await store.put(each)).stored, each.id);
  await store.close();
}

/** Erases the reports that arrived before a moment, as the retention sweep does. */
export async function erase(url: string, before: string): Promise<void> {
  const store = await openStore(url);
  await store.erase(before);
  await store.close();
}

/** Does something with a store, opened as a receiver opens it. */
export async function withStore<Result>(
  url: string,
  work: (store: DatabaseStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * Makes a backup of a database in which retention has erased every report so far: it has each number, and no row.
 * @param count how many numbers the database has given
 */
export async function makeEmptyBackup(file: string, url: string, count: number): Promise<string> {
  const backup = `sqlite:${file}`;
  await (await openStore(backup)).close();
  const [self] = await withStore(url, ({ ledger }) => ledger.origins());
  await byHand(backup, `insert into lineage values ('${self.storeId}', ${count}, ${count})`);
  await byHand(backup, `insert into sqlite_sequence (name, seq) values ('report', ${count})`);
  return backup;
}

/** Sums up the log, as a receiver does at its start and every hour. */
export const sumUpLog = (url: string): Promise<void> =>
  withStore(url, (store) => store.log.tend(new AbortController().signal));

/** Prints the head of a log. */
export const headOf = async (t: TestContext, url: string): Promise<string> =>
  (await run(t, 'head', '--database', url)).stdout.trim();

/** Runs SQL on a database directly, as an operator's tool would. */
export async function byHand(url: string, statements: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith('sqlite:')) {
    const database = new DatabaseSync(url.slice('sqlite:'.length), { timeout: 5_000 });
    try {
      return /^\s*(select|explain|pragma)/i.test(statements)
        ? database.prepare(statements).all()
        : (database.exec(statements), []);
    } finally {
      database.close();
    }
  }
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statements)).rows;
  } finally {
    await client.end();
  }
}

const COMMANDS: Readonly<Record<string, Command>> = {
  copy,
  erase: erasing,
  export: exporting,
  figures,
  head,
  outbox,
  outcomes,
  verify,
};

/** Runs a command in this process, one at a time, and returns the output and exit code that `cli.ts` would give. */
export const run = (t: TestContext, name: string, ...args: string[]) => runIn(t, {}, name, ...args);

/** The same, with settings in its environment. */
export async function runIn(
  t: TestContext,
  environment: Record<string, string>,
  name: string,
  ...args: string[]
) {
  const out: string[] = [];
  const err: string[] = [];
  const file = join(await temporaryFolder(t), 'output');
  const mocks = [
    t.mock.method(console, 'log', (text: string) => void out.push(`${text}\n`)),
    t.mock.method(console, 'error', (text: string) => void err.push(`${text}\n`)),
    t.mock.method(process.stderr, 'write', (text: string) => err.push(text) > 0),
  ];
  try {
    await COMMANDS[name]!.run(name === 'export' ? [...args, '--output', file] : args, environment);
    if (name === 'export') out.push(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error) || !EXPLAINED.test(error.name)) throw error;
    err.push(`${error.message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  } finally {
    for (const each of mocks) each.mock.restore();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const EXPLAINED = /^(?:CommandError|UsageError|Database\w+Error|StandbyBehindError)$/;

/** Copies, and asserts success. */
export async function copyWell(t: TestContext, from: string, to: string, ...options: string[]) {
  const copied = await run(t, 'copy', '--from', from, '--to', to, ...options);
  assert.equal(copied.code, 0, copied.stderr);
  return copied;
}

/** Exports as JSON Lines. `next` is the cursor for the next export. */
export async function exportLines(t: TestContext, url: string, ...options: string[]) {
  const { code, stdout, stderr } = await run(t, 'export', '--database', url, ...options);
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { sequence: number; reference: string; altered?: boolean });
  const [, next = ''] = /--after (\S+)\n/.exec(stderr) ?? [];
  return { code, stderr, lines, next, references: lines.map(({ reference }) => reference) };
}

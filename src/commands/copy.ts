// `cliquez-signalez copy`: takes the reports of one database to another, so that a hotline can move without losing one.
import { createHash } from 'node:crypto';
import {
  DatabaseSetupError,
  DatabaseUrlError,
  openStore,
  type ReportStore,
  type StoredReport,
} from '../receiver/store.ts';
import { readOptions } from './arguments.ts';
import { CommandError, UsageError, type Command } from './command.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez copy --from URL --to URL

Copies every report from one database to another, in the order of arrival: number, receipt, text and all. Both may be
in use meanwhile. What is there already is left as it is, so that it can be run again, after it was interrupted or to
fetch what has arrived since. To move a hotline: copy, start the receiver on the new database, stop the old one, copy
once more.
  --from  database to read, such as sqlite:cliquez-signalez.sqlite
  --to    database to write, such as postgres://user@host/database (its password may come in PGPASSWORD)
`,
  async run(args) {
    const { from, to } = readArguments(args, this.usage);
    const source = await open('--from', from, false);
    try {
      const target = await open('--to', to, true);
      try {
        await copyReports(source, target);
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
};

const OPTIONS = { from: { type: 'string' }, to: { type: 'string' } } as const;

function readArguments(args: readonly string[], usage: string): { from: string; to: string } {
  const { from, to } = readOptions(args, OPTIONS, usage);
  if (!from || !to) throw new UsageError(usage);
  if (from === to) throw new UsageError('--from and --to are the same database.');
  return { from, to };
}

async function open(option: string, url: string, create: boolean): Promise<ReportStore> {
  try {
    return await openStore(url, { create });
  } catch (error) {
    const isOurs = error instanceof DatabaseUrlError || error instanceof DatabaseSetupError;
    throw isOurs ? new CommandError(`${option}: ${error.message}`) : error;
  }
}

const PAGE = 200;

async function copyReports(source: ReportStore, target: ReportStore): Promise<void> {
  const counts = { copied: 0, present: 0, refused: 0 };
  for await (const report of readAll(source)) {
    const outcome = await copyReport(report, target);
    counts[outcome]++;
    const total = counts.copied + counts.present + counts.refused;
    if (total % 10_000 === 0) console.error(`${total} reports read…`);
  }
  const expected = counts.copied + counts.present;
  const sound = await countSound(target);
  console.log(`${counts.copied} reports copied, ${counts.present} were there already.`);
  if (counts.refused > 0) fail(`${counts.refused} were not copied, for the reasons above.`);
  if (sound < expected)
    fail(`Only ${sound} of ${expected} reports could be read back from the new database.`);
}

async function copyReport(
  { sequence: _sequence, ...row }: StoredReport,
  target: ReportStore,
): Promise<'copied' | 'present' | 'refused'> {
  if (!isSound(row)) {
    fail(`Report ${row.reference} is damaged in the old database; it was not copied.`);
    return 'refused';
  }
  const result = await target.put(row);
  if (result.stored) return 'copied';
  // With another receipt: its answer was lost on the way, and the form sent it again, to the new receiver.
  if (result.existing?.digest === row.digest) return 'present';
  fail(
    result.existing
      ? `Report ${row.reference} is another one in the new database; it was not copied.`
      : `Number ${row.reference} is another report's in the new database; it was not copied.`,
  );
  return 'refused';
}

// Read back from the database, not from what was written: whatever is damaged or missing is counted out.
async function countSound(store: ReportStore): Promise<number> {
  let count = 0;
  for await (const report of readAll(store)) if (isSound(report)) count++;
  return count;
}

function isSound({ body, digest }: Pick<StoredReport, 'body' | 'digest'>): boolean {
  return createHash('sha256').update(body).digest('hex') === digest;
}

async function* readAll(store: ReportStore): AsyncGenerator<StoredReport> {
  let page: StoredReport[];
  let after = 0;
  do {
    page = await store.list({ after, limit: PAGE });
    yield* page;
    after = page.at(-1)?.sequence ?? after;
  } while (page.length > 0);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

// `cliquez-signalez copy`: copies the reports of one database to another, so that a hotline can move without a loss.
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { readOptions } from '../../command-line/arguments.ts';
import { isAltered } from '../database/altered.ts';
import { DatabaseSetupError, DatabaseUrlError } from '../database/store-errors.ts';
import { openStore } from '../store/open-store.ts';
import type { DatabaseStore, OpenStoreOptions } from '../store/store.ts';
import type { StoredReport } from '../database/records.ts';
import type { TransferResult } from '../database/lineage.ts';
import { standbyFor } from './environment.ts';
import type { Settings } from './settings.ts';
import { readRecord, type ErasureRecord } from './erasure-record.ts';
import { countReports, describeNumbers } from './numbers.ts';
import { withProgress, type Progress } from './progress.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez copy --from URL --to URL [--verify] [--erased FILE]

Copies every report from one database to another, in the order of arrival: number, receipt, text and all; and
what follow-up codes lead to, also where the report is erased already; and what is still in its outbox. Both may be
in use meanwhile. What is there already is left as it is. It begins where the last copy ended, so that it can be run
again, after it was interrupted or to fetch what has arrived since. Reports keep their places in the order, so that an
export of the new database goes on from where one of the old database ended. To move a hotline: copy, start the
receiver on the new database, stop the old one, copy once more.
  --from    database to read, such as sqlite:cliquez-signalez.sqlite; nothing is changed in it
  --to      database to write, such as postgres://user@host/database (its password may come in PGPASSWORD).
            Where one of the two is left out, it is DATABASE_URL
  --verify  reads all, also what was copied before: what is missing in the new database is put back, and every
            report is read back from it
  --erased  file that « erase --record » has written: what it names is left out. What the new database itself has erased
            is left out anyway
`,
  async run(args, environment) {
    const { from, to, verify, erased } = readArguments(args, environment, this.usage);
    const record = erased === undefined ? undefined : await readRecord(erased);
    const source = await open('--from', from, { readOnly: true, ...standbyFor(from, environment) });
    try {
      const target = await open('--to', to, standbyFor(to, environment));
      try {
        await copyReports(source, target, { verify, record });
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  },
};

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  verify: { type: 'boolean', default: false },
  erased: { type: 'string' },
} as const;

function readArguments(
  args: readonly string[],
  { DATABASE_URL: own }: Settings,
  usage: string,
): { from: string; to: string; verify: boolean; erased: string | undefined } {
  const { verify, erased, ...named } = readOptions(args, OPTIONS, usage);
  // One of the two is always named: which way a copy goes must never depend on the environment.
  const from = named.from ?? (named.to && own);
  const to = named.to ?? (named.from && own);
  if (!from || !to) throw new UsageError(`${from ? '--to' : '--from'} is missing.\n\n${usage}`);
  if (from === to) throw new UsageError('--from and --to are the same database.');
  return { from, to, verify, erased };
}

async function open(option: string, url: string, options: OpenStoreOptions): Promise<DatabaseStore> {
  try {
    return await openStore(url, options);
  } catch (error) {
    const isOurs = error instanceof DatabaseUrlError || error instanceof DatabaseSetupError;
    throw isOurs ? new CommandError(`${option}: ${error.message}`) : error;
  }
}

const PAGE = 200;

/** How a copy is made. */
interface CopyOptions {
  readonly verify: boolean;
  /** The erasures of a database that is gone. */
  readonly record: ErasureRecord | undefined;
}

async function copyReports(
  source: DatabaseStore,
  target: DatabaseStore,
  { verify, record }: CopyOptions,
): Promise<void> {
  const readBefore = await whereLastEnded(source, target);
  const after = verify ? 0 : readBefore;
  const settled = await source.ledger.settled();
  const before = after === 0 ? 0 : await target.ledger.highest();
  const counts = await withProgress({ what: 'Copying', first: after, last: settled }, (progress) =>
    takeAll(source, target, { after, readBefore, settled, record }, progress),
  );
  const fresh = `${counts.copied} reports copied, ${counts.present} were there already.`;
  console.log(
    after === 0
      ? fresh
      : `${fresh}\nBegun after number ${after}, where the last one ended; --verify reads all.`,
  );
  const followUps = await copyFollowUps(source, target, after, record);
  if (followUps > 0) console.log(`${followUps} ${followUps === 1 ? 'state' : 'states'} of reports copied.`);
  if (counts.erased > 0)
    console.log(`${countReports(counts.erased, ['was', 'were'])} left out: erased, and not to come back.`);
  if (counts.refused > 0) fail(`${counts.refused} were not copied, for the reasons above.`);
  // Reports that were there already may have any number: they count only if everything is read back.
  const expected = after === 0 ? counts.copied + counts.present : counts.copied;
  const sound = await countSound(target, before);
  if (sound < expected)
    fail(`Only ${sound} of ${expected} reports could be read back from the new database.`);
  await tellMissing(source, after);
}

/** The number up to which the reports of a database have been copied; 0 if that cannot be relied on. */
async function whereLastEnded(source: DatabaseStore, target: DatabaseStore): Promise<number> {
  const [self] = await source.ledger.origins();
  const [, ...others] = await target.ledger.origins();
  const known = others.find(({ storeId }) => storeId === self.storeId);
  const readUpTo = known?.readUpTo ?? 0;
  // A source with fewer numbers than were copied was restored from a backup: further numbers may be other reports.
  return readUpTo <= (await source.ledger.highest()) ? readUpTo : 0;
}

/** The start of a copy, the end of earlier copies, and the number up to which no new report can appear. */
interface Course {
  readonly after: number;
  readonly readBefore: number;
  readonly settled: number;
  readonly record: ErasureRecord | undefined;
}

async function takeAll(source: DatabaseStore, target: DatabaseStore, course: Course, progress: Progress) {
  const counts = { copied: 0, present: 0, erased: 0, refused: 0 };
  const origins = await source.ledger.origins();
  let last = course.after; // number of the last report before the first one that is not copied
  // Stays before the first report that is not copied, so that the next copy reads that report again.
  let readUpTo = course.readBefore;
  for await (const page of pagesOf(source, course.after)) {
    const outcomes = new Map<StoredReport, Outcome>(page.filter(isAltered).map((row) => [row, 'damaged']));
    for (const row of page) if (!outcomes.has(row) && course.record?.names(row)) outcomes.set(row, 'erased');
    const sound = page.filter((row) => !outcomes.has(row));
    // The results of a page decide how far it is copied, so the next page or the end of the copy records that.
    // What is delivered meanwhile is delivered twice, under one id; what is not, is not lost.
    const messages = await source.outbox.messagesOf(sound.map(({ reference }) => reference));
    const results = await target.transfer.take(sound, { origins, readUpTo }, messages);
    for (const [index, row] of sound.entries()) outcomes.set(row, results[index]!);
    for (const row of page) {
      const outcome = outcomes.get(row)!;
      const isSettled = outcome === 'copied' || outcome === 'present' || outcome === 'erased';
      if (!isSettled) {
        progress.clear();
        fail(refusal(row, outcome));
      }
      counts[isSettled ? outcome : 'refused']++;
      if (counts.refused === 0) last = row.sequence;
      readUpTo = counts.refused === 0 ? Math.max(readUpTo, last) : Math.min(readUpTo, last);
    }
    progress.at(page.at(-1)!.sequence);
  }
  const end = Math.max(course.settled, last);
  await target.transfer.finish({ origins, readUpTo: counts.refused === 0 ? end : readUpTo }, end);
  return counts;
}

/**
 * Copies what follow-up codes lead to: of the reports that were copied now, and what has changed since the last copy.
 * @param after number up to which reports were there before; 0 for all
 * @returns how many are new, or changed
 */
async function copyFollowUps(
  source: DatabaseStore,
  target: DatabaseStore,
  after: number,
  record: ErasureRecord | undefined,
): Promise<number> {
  const [self] = await source.ledger.origins();
  const last = await source.followUps.version();
  const taken = await target.followUps.takenUpTo(self.storeId);
  // A source that was restored from a backup counts anew.
  const version = after === 0 || taken > last ? 0 : taken;
  let count = 0;
  for await (const page of source.followUps.changes({ sequence: after, version }))
    count += await target.followUps.take(page.filter((each) => !record?.namesFollowUp(each)));
  await target.followUps.noteTaken(self.storeId, last);
  return count;
}

type Outcome = TransferResult | 'damaged';

function refusal({ reference }: StoredReport, outcome: Outcome): string {
  switch (outcome) {
    case 'damaged':
      return `Report ${reference} is damaged in the old database; it was not copied.`;
    case 'id-taken':
      return `Report ${reference} is another one in the new database; it was not copied.`;
    default:
      return `Number ${reference} is another report's in the new database; it was not copied.`;
  }
}

// Reads the reports back from the database, so that damaged or missing ones do not count.
async function countSound(store: DatabaseStore, after: number): Promise<number> {
  const last = await store.ledger.highest();
  return withProgress({ what: 'Reading back', first: after, last }, async (progress) => {
    let count = 0;
    for await (const page of pagesOf(store, after)) {
      count += page.filter((row) => !isAltered(row)).length;
      progress.at(page.at(-1)!.sequence);
    }
    return count;
  });
}

async function tellMissing(source: DatabaseStore, after: number): Promise<void> {
  const missing = await source.ledger.missing(after);
  if (missing.length === 0) return;
  fail(
    `${countReports(missing.length)} missing in the old database: ${describeNumbers(missing)}. ` +
      'No receiver erased what was stored there.',
  );
}

async function* pagesOf(store: DatabaseStore, start: number): AsyncGenerator<StoredReport[]> {
  let after = start;
  for (;;) {
    const page = await store.list({ after, limit: PAGE });
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)!.sequence;
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

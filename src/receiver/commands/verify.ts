// `cliquez-signalez verify`: finds rows that were altered, deleted or erased before their time, and a log that was rewritten.
import { readFile } from 'node:fs/promises';
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { readCount, readDay, readOptions } from '../../command-line/arguments.ts';
import type {
  KnownErasures,
  LogFindings,
  LoggedErasure,
  LogHead,
  ReportLog,
  VerifyOptions,
  VerifyStep,
} from '../log/report-log.ts';
import { dueBefore, MAX_RETENTION_DAYS } from '../operations/retention.ts';
import { readHead, writeHead } from './log-head.ts';
import { countReports, describeNumbers, readNumbers } from './numbers.ts';
import { startProgress, type Progress } from './progress.ts';
import { openToRead } from './reading.ts';
import { readNote, writeNote } from './verify-note.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez verify [--head HEAD]… [--heads FILE] [--note FILE] [--retention-days DAYS]
                               [--erased WHICH]… [--copied HEAD] [--database URL]

Compares every report with the log of what was stored, the log with heads that were printed earlier, and erasures with what
you say of them: the database alone proves none. Prints what the log says of erasures. Ends with 0 where all is sound, with
1 where a report was altered, deleted, dated back, or erased before its time, where the database has triggers, rules or
functions that are not ours, or where the log does not continue a head: then whoever may write to the database has
rewritten it, or a backup was put back.
  --head HEAD    a head that « cliquez-signalez head » printed earlier; may be given several times
  --heads FILE   a file of them, one a line. A line may begin with the head's day, in UTC, as 2026-11-24: the days of
                 reports are compared with it
  --note FILE    goes on after the last report that was sound when this file was written, and keeps it up to date; made
                 where it is missing. Keep it as safe as the heads. What comes before is not read: now and then, verify
                 all, without a note
  --retention-days DAYS  days after which reports are erased       RETENTION_DAYS, as for serve; by default none are
  --erased WHICH  what « cliquez-signalez erase » erased: numbers, as 42,57, or the day that --before named, as 2026-01-01;
                 may be given several times. Your record, not the database's. After a longer RETENTION_DAYS, the day up to
                 which the shorter one had erased
  --copied HEAD  a head from after « cliquez-signalez copy » brought older reports into a database that had some: what came
                 before this head may be of earlier days
  --database URL  database to read; nothing is changed in it           DATABASE_URL, as for serve
`,
  async run(args, environment) {
    const { head = [], heads: file, note, database, ...named } = readOptions(args, OPTIONS, this.usage);
    const copied = named.copied === undefined ? undefined : headOf(named.copied, '--copied');
    const heads = [
      ...head.map((text) => headOf(text, '--head')),
      ...(file ? await headsIn(file) : []),
      ...(copied ? [copied] : []),
    ];
    const erasures = readKnown(named['retention-days'] ?? environment['RETENTION_DAYS'], named.erased ?? []);
    const store = await openToRead(database, environment);
    try {
      const [self] = await store.ledger.origins();
      const ours = heads.filter(({ storeId }) => storeId === self.storeId);
      const known = { ...erasures, ...(copied && ours.includes(copied) && { copied }) };
      const since = note === undefined ? undefined : await readNote(note, self.storeId);
      const findings = await verifyNoting(store.log, { heads: ours, known, ...(since && { since }) }, note);
      console.log(describe(findings, ours.length));
      const complaints = [
        ...complaintsOf(findings, heads.length - ours.length),
        ...complaintOf(await store.outbox.countOrphans()),
      ];
      for (const complaint of complaints) console.error(complaint);
      if (complaints.length > 0) process.exitCode = 1;
      else if (note !== undefined) await writeNote(note, findings.head);
    } finally {
      await store.close();
    }
  },
};

/** Erasures that the operator names. */
function readKnown(days: string | undefined, erased: readonly string[]): KnownErasures {
  const retention = days ? readCount('--retention-days', days, 1, MAX_RETENTION_DAYS) : undefined;
  const isDay = (text: string): boolean => text.includes('-');
  const moments = [
    ...(retention === undefined ? [] : [dueBefore(retention, new Date())]),
    ...erased.filter(isDay).map((text) => readDay('--erased', text).toISOString()),
  ].toSorted();
  const before = moments.at(-1);
  const numbers = erased.filter((text) => !isDay(text)).flatMap((text) => readNumbers(text, '--erased'));
  return { ...(before !== undefined && { before }), numbers: new Set(numbers) };
}

/** Pause between two notes, in milliseconds: what is lost if the command is cut off. */
const NOTE_PAUSE_MS = 5_000;

/** Verifies, shows how far it is, and writes a note now and then. */
async function verifyNoting(
  log: ReportLog,
  options: VerifyOptions,
  note: string | undefined,
): Promise<LogFindings> {
  let progress: Progress | undefined;
  let notedAt = performance.now();
  let writing = Promise.resolve();
  const onStep = ({ start, position, end, soundHead }: VerifyStep): void => {
    progress ??= startProgress({ what: 'Verifying', first: start, last: end });
    progress.at(position);
    if (note === undefined || !soundHead || performance.now() - notedAt < NOTE_PAUSE_MS) return;
    notedAt = performance.now();
    writing = writing.then(() => writeNote(note, soundHead));
    // Told below.
    writing.catch(() => {});
  };
  try {
    return await log.verify({ ...options, onStep });
  } finally {
    progress?.clear();
    await writing;
  }
}

const OPTIONS = {
  head: { type: 'string', multiple: true },
  heads: { type: 'string' },
  note: { type: 'string' },
  'retention-days': { type: 'string' },
  erased: { type: 'string', multiple: true },
  copied: { type: 'string' },
  database: { type: 'string' },
} as const;

function headOf(text: string, option: string): LogHead {
  const head = readHead(text);
  if (head) return head;
  throw new UsageError(`${option}: « ${text} » is no head. Give a line that cliquez-signalez head printed.`);
}

async function headsIn(file: string): Promise<LogHead[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`--heads: ${file} cannot be read. Check its name and who may read it.`);
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new CommandError(`--heads: there is no head in ${file}.`);
  return lines.map((line) => headOf(line, '--heads'));
}

const describe = (
  { begunAt, sound, erased, byHand, erasures, head }: LogFindings,
  compared: number,
): string =>
  [
    ...(begunAt > 0
      ? [`Begun after entry ${begunAt}, where the note was; without --note, all is read.`]
      : []),
    ...erasures.map(describeErasure),
    `${sound} reports sound, ${erased} erased by retention${byHand > 0 ? `, ${byHand} by hand` : ''}; ${compared} earlier ${compared === 1 ? 'head' : 'heads'} compared.`,
    `Head  ${writeHead(head)}`,
  ].join('\n');

function describeErasure({ before, count, entries: [first, last] }: LoggedErasure): string {
  const which = before === undefined ? 'by their numbers' : `from before ${before}`;
  const where = first === last ? `entry ${first}` : `entries ${first} to ${last}`;
  return `Erased, as ${where} of the log ${first === last ? 'says' : 'say'}: ${count} ${count === 1 ? 'report' : 'reports'} ${which}.`;
}

/** A message goes with its report, whatever erases that. One that is left was left by a deletion past the triggers. */
const complaintOf = (orphans: number): string[] =>
  orphans === 0
    ? []
    : [
        `${orphans === 1 ? '1 message of the outbox is' : `${orphans} messages of the outbox are`} about reports that are ` +
          'not there: look for a backup.',
      ];

/** Faults for the operator to look at, one sentence each. */
function complaintsOf(findings: LogFindings, ofOthers: number): string[] {
  const { altered, deleted, unexplained, unlogged, broken, unread, repeated, misdated, foreign } = findings;
  const about = (numbers: readonly number[], what: string, verb?: [string, string]): string =>
    `${countReports(numbers.length, verb)} ${what}: ${describeNumbers(numbers)}.`;
  return [
    ...(foreign.length > 0
      ? [
          `The database has something that is not ours, or lacks what is: ${foreign.join(', ')}. It may change or lose ` +
            'what is stored: find out who made it.',
        ]
      : []),
    ...(unread.length > 0
      ? [
          `${unread.length === 1 ? '1 entry' : `${unread.length} entries`} of the log cannot be understood: ` +
            `${describeNumbers(unread)}. Somebody changed what stands there, or a newer version wrote it.`,
        ]
      : []),
    ...(repeated.length > 0
      ? [
          `${repeated.length === 1 ? '1 number is' : `${repeated.length} numbers are`} in several entries of the log: ` +
            `${describeNumbers(repeated)}. No receiver writes that: look for a backup.`,
        ]
      : []),
    ...(misdated.length > 0
      ? [
          `${misdated.length === 1 ? '1 report has a day that its' : `${misdated.length} reports have a day that their`} ` +
            `place in the log contradicts: ${describeNumbers(misdated)}. Somebody dated it back, or a clock was wrong. ` +
            'After a copy, say so: --copied.',
        ]
      : []),
    ...(altered.length > 0 ? [about(altered, 'not what was stored')] : []),
    ...(deleted.length > 0
      ? [`${about(deleted, 'gone')} No receiver erased what was stored there: look for a backup.`]
      : []),
    ...(unexplained.length > 0
      ? [
          `${about(unexplained, 'erased too early', ['was', 'were'])} If you did that, say so: --retention-days, as serve ` +
            'has it, or --erased. If not, look for a backup.',
        ]
      : []),
    ...(unlogged.length > 0
      ? [
          `${about(unlogged, 'in no entry of the log')} No receiver stored what is there: somebody wrote it into the ` +
            'database, or took its entry out of the log.',
        ]
      : []),
    ...broken.map(
      (head) =>
        `The log does not continue the head ${writeHead(head)}: entries were changed or taken out since, or a backup ` +
        'was put back.',
    ),
    ...(ofOthers > 0
      ? [
          `${ofOthers} ${ofOthers === 1 ? 'head is' : 'heads are'} of another database, and could not be compared. ` +
            'A copy has a log of its own: verify the old database, and print a head of the new one.',
        ]
      : []),
  ];
}

// `cliquez-signalez erase`: erases reports for good, those before a day, or some by their numbers.
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { readOptions } from '../../command-line/arguments.ts';
import type { DatabaseStore, EraseOptions } from '../store/store.ts';
import { CopiesLeftError } from '../database/store-errors.ts';
import { erasedMark } from '../store/erased.ts';
import { recordErasure, type Erasure } from './erasure-record.ts';
import { countReports, readConfirmed, readNumbers } from './numbers.ts';
import { withProgress } from './progress.ts';
import { openToWrite } from './reading.ts';
import { listenToStop } from './stopping.ts';

const OPTIONS = {
  before: { type: 'string' },
  numbers: { type: 'string' },
  confirm: { type: 'string' },
  record: { type: 'string' },
  database: { type: 'string' },
} as const;

export const command: Command = {
  usage: `Usage: cliquez-signalez erase --before DAY [--confirm COUNT] [--record FILE] [--database URL]
       cliquez-signalez erase --numbers NUMBERS [--confirm COUNT] [--record FILE] [--database URL]

Erases reports for good, with what their follow-up codes lead to, also where RETENTION_DAYS has erased the report before;
backups keep them. « copy » does not bring them back into this database; into another one only
« copy --erased » leaves them out. Without --confirm it erases nothing, and says how many there are. The receiver
may go on meanwhile. Where it is stopped or cut off, run it again: it erases the rest. So too where another program
reads a SQLite database, whose log then keeps copies: it says so, and ends with 1.
  --before DAY       reports that arrived before this day (UTC), such as 2025-01-01
  --numbers NUMBERS  reports with these numbers, such as 42,57. Write down either: « verify » asks for it (--erased)
  --confirm COUNT    erases them, where there are not more than this
  --record FILE      file to keep beside the backups: adds what is erased to it, for « copy --erased »
  --database URL     database to erase from                             DATABASE_URL, as for serve
`,
  async run(args, environment) {
    const { before, numbers, confirm, record, database } = readOptions(args, OPTIONS, this.usage);
    if ((before === undefined) === (numbers === undefined))
      throw new UsageError(`Give --before or --numbers, one of the two.\n\n${this.usage}`);
    const most = confirm === undefined ? undefined : readConfirmed(confirm, 'reports');
    const choose = numbers === undefined ? chooseBefore(before!) : chooseNumbers(numbers);
    const store = await openToWrite(database, environment);
    try {
      await eraseChosen(await choose(store), most, record);
    } finally {
      await store.close();
    }
  },
};

/** Reports that are to be erased. */
interface Chosen {
  readonly count: number;
  /** States that outlive their report, and end as well. */
  readonly left: number;
  /** Messages that are still to be delivered, and go with their reports. */
  readonly undelivered: number;
  /** Which they are, after « 12 reports ». */
  readonly which: string;
  erase(options: EraseOptions): Promise<number>;
  /** The record's words for them. */
  readonly erasure: Erasure;
  /** The operator's next step once they are erased. */
  readonly afterwards?: string;
}

function chooseBefore(day: string): (store: DatabaseStore) => Promise<Chosen> {
  const moment = `${day}T00:00:00Z`;
  const at = Date.parse(moment);
  // A 30 February may be read as a day of March.
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
  if (!isDay) throw new UsageError(`--before must be a day such as 2025-01-01, not « ${day} ».`);
  if (at > Date.now()) throw new UsageError(`--before: ${day} is yet to come.`);
  return async (store) => {
    // A report that arrives meanwhile may be as old, by a clock that is behind, or by a copy that puts it back. It stays.
    const upTo = await store.ledger.settled();
    return {
      count: (await store.age(moment)).overdue,
      left: (await store.followUps.leftOf({ before: moment })).length,
      undelivered: await store.outbox.countBefore(moment),
      which: `from before ${day}`,
      erase: (options) => store.erase(moment, { ...options, upTo, endsFollowUps: true }),
      erasure: { before: moment },
      afterwards: `Write down for « verify », unless RETENTION_DAYS says as much: --erased ${day}`,
    };
  };
}

/** Rows that are read at a time. */
const PAGE = 200;

function chooseNumbers(text: string): (store: DatabaseStore) => Promise<Chosen> {
  const numbers = readNumbers(text, '--numbers').toSorted((a, b) => a - b);
  return async (store) => {
    const found: number[] = [];
    const marks: string[] = [];
    let undelivered = 0;
    for (let start = 0; start < numbers.length; start += PAGE) {
      const page = await store.search.byNumber(numbers.slice(start, start + PAGE));
      found.push(...page.map(({ sequence }) => sequence));
      marks.push(...page.map(({ id }) => erasedMark(id)));
      undelivered += (await store.outbox.messagesOf(page.map(({ reference }) => reference))).length;
    }
    found.sort((a, b) => a - b);
    const left = await store.followUps.leftOf({ numbers });
    marks.push(...left.map(erasedMark));
    return {
      count: found.length,
      left: left.length,
      undelivered,
      which: 'with these numbers',
      erase: (options) => store.eraseByNumber(left.length > 0 ? numbers : found, options),
      erasure: { marks },
      ...(found.length > 0 && { afterwards: `Write down for « verify »: --erased ${found.join(',')}` }),
    };
  };
}

async function eraseChosen(
  chosen: Chosen,
  most: number | undefined,
  record: string | undefined,
): Promise<void> {
  const { count, which, left, undelivered } = chosen;
  const states = left === 1 ? '1 state' : `${left} states`;
  const there =
    (count === 1 ? `There is 1 report ${which}` : `There are ${count} reports ${which}`) +
    (left > 0 ? `, and ${states} of reports that were erased before` : '') +
    (undelivered > 0
      ? `, and ${undelivered === 1 ? '1 message' : `${undelivered} messages`} about them in the outbox, told to nobody yet`
      : '');
  if (count === 0 && left === 0)
    // An earlier run may have left copies.
    return eraseAndSay(most === undefined ? Promise.resolve(0) : chosen.erase({}), () =>
      console.log(`There is no report ${which}.`),
    );
  if (most === undefined) return console.log(`${there}. To erase for good: add --confirm ${count}`);
  if (count > most) throw new CommandError(`${there}, more than --confirm ${most}: nothing was erased.`);
  // Before they are gone: if the file cannot be written, nothing is erased.
  if (record !== undefined) await recordErasure(record, chosen.erasure);
  const stopping = listenToStop();
  try {
    const erasing = withProgress({ what: 'Erasing', first: 0, last: count }, (progress) =>
      chosen.erase({ signal: stopping.signal, onStep: progress.at }),
    );
    await eraseAndSay(erasing, (erased) => {
      console.log(`${countReports(erased, ['was', 'were'])} erased${left > 0 ? `, and ${states}` : ''}.`);
      if (chosen.afterwards !== undefined) console.log(chosen.afterwards);
      if (stopping.signal.aborted && erased < count)
        throw new CommandError('Stopped before the end. Run it again to erase the rest.');
    });
  } finally {
    stopping.end();
  }
}

/** Says how many were erased, and last that another program keeps copies of them. */
async function eraseAndSay(erasing: Promise<number>, say: (erased: number) => void): Promise<void> {
  const { erased, left } = await erasing.then(
    (count) => ({ erased: count, left: undefined }),
    (error: unknown) => {
      if (error instanceof CopiesLeftError) return { erased: error.count, left: error };
      throw error;
    },
  );
  say(erased);
  if (left) throw new CommandError(left.message);
}

// `cliquez-signalez outbox`: lists what is still to be told about reports, tries it again, or removes it.
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { readOptions } from '../../command-line/arguments.ts';
import type { Outbox, WaitingCount, WaitingMessage } from '../database/outbox.ts';
import { readConfirmed } from './numbers.ts';
import { ATTENTION, openToRead, openToWrite } from './reading.ts';

const OPTIONS = {
  retry: { type: 'boolean', default: false },
  drop: { type: 'boolean', default: false },
  reference: { type: 'string', multiple: true },
  confirm: { type: 'string' },
  database: { type: 'string' },
} as const;

export const command: Command = {
  usage: `Usage: cliquez-signalez outbox [--database URL]
       cliquez-signalez outbox --retry [--reference REFERENCE]… [--database URL]
       cliquez-signalez outbox --drop [--reference REFERENCE]… [--confirm COUNT] [--database URL]

The outbox holds the messages of WEBHOOK_URL and ALERT_MAIL that were not delivered yet. Without --retry and --drop it is
listed: the report, the way, how often it was tried, when it is tried again, and why it failed. A message is tried for three
days. Then it is stopped, and tried again once another message of its way arrives. Ends with 0; with 3 where messages are
stopped; with 1 or 2 where it could not be done. The receiver may go on meanwhile.
  --retry        tries again within seconds: all, or those of some reports. A receiver with the settings must run
  --drop         removes messages, and tells nobody. Without --confirm it removes none, and says how many there are
  --reference REFERENCE  messages of this report alone; may be given several times
  --confirm COUNT  removes them, where there are not more than this
  --database URL  sqlite:path or postgres://…; else DATABASE_URL              sqlite:cliquez-signalez.sqlite
`,
  async run(args, environment) {
    const { retry, drop, reference: references, confirm, database } = readOptions(args, OPTIONS, this.usage);
    if (retry && drop) throw new UsageError(`Give --retry or --drop, one of the two.\n\n${this.usage}`);
    if (!retry && !drop && references) throw new UsageError('--reference goes with --retry or --drop.');
    if (confirm !== undefined && !drop) throw new UsageError('--confirm goes with --drop.');
    const most = confirm === undefined ? undefined : readConfirmed(confirm, 'messages');
    const store = await (retry || (drop && most !== undefined) ? openToWrite : openToRead)(
      database,
      environment,
    );
    try {
      const { outbox } = store;
      if (retry) console.log(`${messages(await outbox.retry(references))} will be tried again.`);
      else if (drop) await dropFrom(outbox, references, most);
      else await listOf(outbox);
    } finally {
      await store.close();
    }
  },
};

const messages = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);

async function dropFrom(
  outbox: Outbox,
  references: readonly string[] | undefined,
  most: number | undefined,
): Promise<void> {
  const count =
    references === undefined ? totalOf(await outbox.counts()) : (await outbox.messagesOf(references)).length;
  const which = references === undefined ? 'in the outbox' : 'about these reports';
  const there = `There ${count === 1 ? 'is' : 'are'} ${messages(count)} ${which}`;
  if (count === 0) return console.log(`${there}.`);
  if (most === undefined) return console.log(`${there}. To remove, and tell nobody: add --confirm ${count}`);
  if (count > most) throw new CommandError(`${there}, more than --confirm ${most}: none was removed.`);
  console.log(`${messages(await outbox.drop(references))} removed.`);
}

const totalOf = (counts: readonly WaitingCount[]): number =>
  counts.reduce((total, { waiting, stopped }) => total + waiting + stopped, 0);

/** Most lines of a list. */
const MOST = 1_000;

async function listOf(outbox: Outbox): Promise<void> {
  const counts = await outbox.counts();
  const total = totalOf(counts);
  if (total === 0) return console.log('Nothing waits: everything was delivered.');
  for (const message of await outbox.list(MOST)) console.log(lineOf(message));
  if (total > MOST) console.log(`and ${total - MOST} more`);
  const stopped = counts.reduce((sum, each) => sum + each.stopped, 0);
  console.log(
    `${messages(total)}${stopped > 0 ? `, ${stopped} of them stopped. To try again: --retry` : ''}`,
  );
  if (stopped > 0) process.exitCode = ATTENTION;
}

function lineOf({ reference, channel, attempts, dueAt, isStopped, fault }: WaitingMessage): string {
  const next = isStopped ? 'stopped' : `due ${dueAt || 'now'}`;
  const tried = attempts === 0 ? 'not tried' : attempts === 1 ? 'tried once' : `tried ${attempts} times`;
  return [reference, channel, tried, next, ...(fault === null ? [] : [fault])].join('  ');
}

// `cliquez-signalez head`: prints what the log of the reports is now, to be kept elsewhere.
import { openStore } from '../receiver/open-store.ts';
import type { ReportLog } from '../receiver/report-log.ts';
import { readOptions } from './arguments.ts';
import { CommandError, type Command } from './command.ts';
import { writeHead } from './log-head.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez head

Prints the head of the log, one line: database, number of entries, and a hash over all of them. Reports that arrive later
leave it true. Keep it where those who may write to the database cannot change it, every day: on paper, in a mailbox,
with a partner. « cliquez-signalez verify » compares the log with it.

DATABASE_URL says which database, as for serve; nothing is changed in it.
`,
  async run(args, environment) {
    readOptions(args, {}, this.usage);
    const store = await openStore(environment['DATABASE_URL'] || 'sqlite:cliquez-signalez.sqlite', {
      readOnly: true,
    });
    try {
      console.log(writeHead(await requireLog(store.log).head()));
    } finally {
      await store.close();
    }
  },
};

/** @throws {CommandError} where the tables are older than the log */
export function requireLog(log: ReportLog): ReportLog {
  if (log.isKept) return log;
  throw new CommandError(
    'The tables are those of an older version, which has no log. A receiver of this version brings them up to date when ' +
      'it starts.',
  );
}

// `cliquez-signalez head`: prints what the log of the reports is now, to be kept elsewhere.
import { readOptions } from '../../command-line/arguments.ts';
import type { Command } from '../../command-line/command.ts';
import { writeHead } from './log-head.ts';
import { openToRead } from './reading.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez head [--database URL]

Prints the head of the log, one line: database, number of entries, and a hash over all of them. Reports that arrive later
leave it true. Keep it where those who may write to the database cannot change it, every day: on paper, in a mailbox,
with a partner. « cliquez-signalez verify » compares the log with it.
  --database URL   database to read; nothing is changed in it           DATABASE_URL, as for serve
`,
  async run(args, environment) {
    const { database } = readOptions(args, { database: { type: 'string' } }, this.usage);
    const store = await openToRead(database, environment);
    try {
      console.log(writeHead(await store.log.head()));
    } finally {
      await store.close();
    }
  },
};

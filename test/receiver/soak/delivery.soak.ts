// 10,000 reports over a network that breaks half of all requests, to a receiver that is killed again and again.
import { join } from 'node:path';
import { test } from 'node:test';
import { surviveBadDay } from '../../widget/client/faulted-submissions.ts';
import { temporaryFolder } from '../harness.ts';
import { startPostgres } from '../../setup/postgres.ts';
import { recordFigure } from './figures.ts';

const COUNT = 10_000;

for (const database of ['SQLite', 'PostgreSQL'] as const) {
  test(`${database}: of 10,000 reports none is lost, doubled or altered`, async (t) => {
    let databaseUrl: string;
    if (database === 'SQLite') {
      databaseUrl = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
    } else {
      const { url, stop } = await startPostgres();
      t.after(stop);
      databaseUrl = url;
    }
    // A new seed for each run; the printed seed repeats a failed run.
    const seed = Date.now() % 2 ** 31;
    t.diagnostic(`seed ${seed}`);
    const toll = await surviveBadDay(t, { databaseUrl, count: COUNT, seed });
    const group = `10,000 faulted submissions, ${database}`;
    const record = (name: string, value: number, unit = ''): void => recordFigure(group, name, value, unit);
    // The run throws if any of these is not 0.
    for (const name of ['lost', 'doubled', 'altered']) record(name, 0);
    record('unconfirmed, and said so', toll.unconfirmed);
    record('of them stored', toll.unconfirmedStored);
    record('requests', toll.attempts);
    record('receiver killed', toll.kills, 'times');
    record('duration', Math.round(toll.seconds), 's');
  });
}

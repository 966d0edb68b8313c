// Thousands of reports over a network that breaks half of all requests, to a receiver that is killed repeatedly. `npm
// run test:soak -- delivery` sends the 10,000 of the promise.
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../receiver/harness.ts';
import { drawnOf } from '../../setup/every.ts';
import { startPostgres } from '../../setup/postgres.ts';
import { surviveBadDay } from './faulted-submissions.ts';

const COUNT = Number(process.env['FAULTED_SUBMISSIONS'] ?? drawnOf(3_000));
const SEED = 20_261_124;

test(`SQLite: of ${COUNT} reports none is lost, doubled or altered, and none is said not to have left that arrived`, async (t) => {
  const databaseUrl = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  await surviveBadDay(t, { databaseUrl, count: COUNT, seed: SEED });
});

test(`PostgreSQL: of ${COUNT} reports none is lost, doubled or altered, and none is said not to have left that arrived`, async (t) => {
  const database = await startPostgres();
  t.after(() => database.stop());
  await surviveBadDay(t, { databaseUrl: database.url, count: COUNT, seed: SEED });
});

// A store with reports of every kind, for the export tests.
import { createHash } from 'node:crypto';
import type { TestContext } from 'node:test';
import { openStore, type DatabaseStore, type ReportRow } from '../../src/receiver/index.ts';
import { sampleReport } from './sample-report.ts';

let last = 0;

/** A row for a report, with some columns replaced. */
export function rowOf(report: { submissionId: string }, columns: Partial<ReportRow> = {}): ReportRow {
  const body = columns.body ?? JSON.stringify(report);
  return {
    id: report.submissionId,
    digest: createHash('sha256').update(body).digest('hex'),
    reference: `R${++last}`,
    receivedAt: '2026-11-24T13:50:00Z',
    sealed: 'sealed' in report,
    partner: null,
    trust: 'normal',
    priority: 'normal',
    answer: '{}',
    body,
    ...columns,
  };
}

/** A store that holds these rows, in memory or at the given URL. */
export async function storeOf(
  t: TestContext,
  rows: Iterable<ReportRow>,
  url = 'sqlite::memory:',
): Promise<DatabaseStore> {
  const store = await openStore(url);
  t.after(() => store.close());
  for (const row of rows) await store.put(row);
  return store;
}

/** A report with this description. */
export const saying = (description: string) => sampleReport({ content: { description } });

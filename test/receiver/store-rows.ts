// Rows for the store tests, and a reader of all rows of a store.
import type { ReportRow, ReportStore, StoredReport } from '../../src/receiver/index.ts';

/** A row that any store accepts; its unique values derive from the id. */
export const row = (id: string, overrides: Partial<ReportRow> = {}): ReportRow => ({
  id,
  digest: '0'.repeat(64),
  reference: id.toUpperCase(),
  receivedAt: '2026-11-24T13:50:00Z',
  sealed: false,
  partner: null,
  trust: 'normal',
  priority: 'normal',
  answer: '{}',
  body: '{"a":1}',
  ...overrides,
});

/** Every report of a store, read page by page as an export does. */
export async function readAll(store: ReportStore, limit = 1_000): Promise<StoredReport[]> {
  const reports: StoredReport[] = [];
  let page: StoredReport[];
  do {
    page = await store.list({ after: reports.at(-1)?.sequence ?? 0, limit });
    reports.push(...page);
  } while (page.length > 0);
  return reports;
}

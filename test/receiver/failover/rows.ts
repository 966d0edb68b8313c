// The rows that a server holds at the end, as a history is held against them.
import type { Row } from './history.ts';
import type { Site } from './network.ts';
import { indexOf, numberedReport } from './reports.ts';
import type { Servers } from './servers.ts';

const PAGE = 10_000;

/** Reads them all. */
export async function rowsOf({ query }: Pick<Servers, 'query'>, site: Site): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = 0; ;) {
    const page = await query(
      site,
      `select sequence, id, body, reference, "receivedAt" from report where sequence > ${after} order by sequence limit ${PAGE}`,
    );
    if (page.length === 0) return rows;
    for (const { id, body, reference, receivedAt } of page) {
      const key = String(id);
      const index = indexOf(key);
      const isOwn = index !== undefined && numberedReport(index).body === body;
      rows.push({
        key,
        bytes: isOwn ? 'own' : String(body),
        reference: String(reference),
        receivedAt: String(receivedAt),
      });
    }
    after = Number(page.at(-1)!['sequence']);
  }
}

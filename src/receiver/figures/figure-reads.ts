// Reads the reports that figures count, and no others.
import { readReports, readRow, type ReadReport } from '../export/reader.ts';
import type { DatabaseStore } from '../store/store.ts';
import type { Decision } from './decisions.ts';

/** How reports are read. */
export interface FigureReadOptions {
  /** Private keys, tried in turn; without any, sealed reports stay sealed. */
  readonly keys?: readonly CryptoKey[];
  /** Called with places that grow; the last is known before. */
  readonly onPlace?: (place: number) => void;
}

/** The place from which a reading of a year goes on. */
export interface ReadFrom {
  /** The place that was reached. */
  readonly after: number;
  /** References of the reports that were read, as far as decisions name them. */
  readonly known: Iterable<string>;
}

/** Reports in memory at a time. */
const PAGE = 25;

/**
 * Reads the reports that arrived in a year (UTC), and those of other years that a decision names. A place is the number
 * of a report.
 * @param from where a reading that was cut off had been; else the first report
 */
export async function* readYear(
  store: Pick<DatabaseStore, 'list' | 'search'>,
  year: number,
  decisions: readonly Decision[],
  { keys = [], onPlace }: FigureReadOptions = {},
  { after, known }: ReadFrom = { after: 0, known: [] },
): AsyncGenerator<ReadReport> {
  const others = new Set(decisions.map(({ reference }) => reference));
  for (const reference of known) others.delete(reference);
  const period = { since: firstMomentOf(year), before: firstMomentOf(year + 1) };
  const options = { ...period, after, keys, ...(onPlace && { onRow: onPlace }) };
  for await (const read of readReports(store, options)) {
    others.delete(read.row.reference);
    yield read;
  }
  for (const references of pagesOf([...others]))
    for (const row of await store.search.byReference(references)) yield readRow(row, keys);
}

/** Numbers before the first report of a year and, nearly, of its last: the places of `readYear`. */
export async function placesOf(
  { search }: Pick<DatabaseStore, 'search'>,
  year: number,
): Promise<{ first: number; last: number }> {
  const [since, before] = [firstMomentOf(year), firstMomentOf(year + 1)];
  return { first: await search.skipTo(0, { since, before }), last: await search.lastBefore(before) };
}

const firstMomentOf = (year: number): string => `${year}-01-01T00:00:00Z`;

/** Reads reports by their numbers; a place is how many were read. */
export async function* readNumbers(
  store: Pick<DatabaseStore, 'search'>,
  numbers: readonly number[],
  { keys = [], onPlace }: FigureReadOptions = {},
): AsyncGenerator<ReadReport> {
  let place = 0;
  for (const page of pagesOf(numbers)) {
    for (const row of await store.search.byNumber(page)) yield readRow(row, keys);
    onPlace?.((place += page.length));
  }
}

function* pagesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += PAGE) yield items.slice(start, start + PAGE);
}

// Compares the days of reports with their places in the log: nobody stores a report as an earlier one.
import type { LogHead } from './report-log.ts';
import type { StoredReport } from '../database/records.ts';

/** Processes store within minutes what they have dated, and their clocks are as far apart: around midnight, days mix. */
const MIXED_MS = 10 * 60_000;

/** The days of a log, as they are read. */
export class LogDays {
  readonly #heads: readonly (LogHead & { readonly day: string })[];
  readonly #copiedUpTo: number;
  #latest: string;

  /**
   * @param latest day of the last report before those that are read; empty if there is none
   * @param heads those with a day bound the reports before them and after them
   * @param copied reports before this head may be of any earlier day
   */
  constructor(latest: string, heads: readonly LogHead[], copied: LogHead | undefined) {
    this.#latest = latest;
    this.#heads = heads.flatMap((head) => (head.day === undefined ? [] : [{ ...head, day: head.day }]));
    this.#copiedUpTo = copied?.size ?? 0;
  }

  /** Takes the day of the entry at a place. @returns whether its row, if there is one, belongs to another day */
  contradicts(day: string, place: number, row: StoredReport | undefined): boolean {
    const before = this.#heads.filter(({ size }) => size < place).map((head) => head.day);
    const after = this.#heads.filter(({ size }) => size >= place).map((head) => head.day);
    const earliest = [this.#latest, ...before].reduce((latest, each) => (each > latest ? each : latest));
    if (day > this.#latest) this.#latest = day;
    if (!row) return false;
    const isEarly = place > this.#copiedUpTo && earliest !== '' && row.receivedAt < beforeMidnight(earliest);
    return isEarly || after.some((each) => day > each);
  }
}

/** Ten minutes before a day begins. */
const beforeMidnight = (day: string): string =>
  `${new Date(Date.parse(day) - MIXED_MS).toISOString().slice(0, 16)}:00Z`;

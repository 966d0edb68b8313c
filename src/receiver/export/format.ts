// The interface of an export format, and the export of a store in such a format.
import type { NotTakenReason } from '../mappings/filed-report.ts';
import { readReports, type ReadFault, type ReadOptions, type ReadReport } from './reader.ts';
import type { DatabaseStore } from '../store/store.ts';

/** Why a report, or its content, is missing from an export. */
export type ExportReason = ReadFault | 'altered' | NotTakenReason;

/** A formatted report: text to write, or the reason for none. */
export type Written = { readonly text: string } | { readonly text: undefined; readonly reason: ExportReason };

/** An export format. */
export interface Format {
  /** Text before the first report. */
  readonly head?: string;
  readonly write: (read: ReadReport) => Written;
}

/** How an export went. It is kept up to date while it runs. */
export interface ExportSummary {
  /** How many reports were written. */
  written: number;
  /** How many were written without their content, by reason. */
  readonly unread: Map<ExportReason, number>;
  /** How many were not written, by reason. */
  readonly leftOut: Map<ExportReason, number>;
  /** Sequences of the reports whose text differs from the text received, written or not. */
  readonly altered: number[];
  /** Sequence of the last row that was read. The next export starts after it. */
  lastSequence: number;
}

/**
 * Writes down the reports of a store, one after another in the order of arrival, so that their number needs no memory.
 * @param summary counts the written reports; see `startSummary`
 */
export async function* writeReports(
  store: Pick<DatabaseStore, 'list' | 'search' | 'followUps'>,
  format: Format,
  options: ReadOptions,
  summary: ExportSummary,
): AsyncGenerator<string> {
  if (format.head !== undefined) yield format.head;
  const onRow = (sequence: number): void => {
    summary.lastSequence = sequence;
    options.onRow?.(sequence);
  };
  for await (const read of readReports(store, { ...options, followUps: store.followUps, onRow })) {
    const written = format.write(read);
    if (read.isAltered) summary.altered.push(read.row.sequence);
    if (written.text === undefined) {
      count(summary.leftOut, written.reason);
      continue;
    }
    yield written.text;
    summary.written += 1;
    if (read.fault) count(summary.unread, read.fault);
  }
}

/** The summary of an export that has not begun. */
export const startSummary = ({ after = 0 }: ReadOptions): ExportSummary => ({
  written: 0,
  unread: new Map(),
  leftOut: new Map(),
  altered: [],
  lastSequence: after,
});

const count = (counts: Map<ExportReason, number>, key: ExportReason): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

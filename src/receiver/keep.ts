// From a report to its receipt: the row, the reference, and what a second arrival of the same report is told.
import type { Receipt } from '../core/protocol.ts';
import type { ReceivedReport } from './intake.ts';
import { Refusal } from './problems.ts';
import type { ReportRow, ReportStore } from './store.ts';

/** What keeping a report needs besides the report. */
export interface KeepOptions {
  readonly store: ReportStore;
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
}

/** A report that is on disk. */
export interface KeptReport {
  /** The receipt, as JSON text. */
  readonly answer: string;
  /** The new row; undefined where the report had been stored before. */
  readonly row: ReportRow | undefined;
}

/**
 * Stores a report, or finds it stored.
 * @throws {Refusal} `key-reused` where another report has its id
 */
export async function keepReport(received: ReceivedReport, options: KeepOptions): Promise<KeptReport> {
  const { store, now, randomBytes } = options;
  const receivedAt = toMinute(now());
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const row = toRow(received, drawReference(randomBytes), receivedAt);
    const result = await store.put(row);
    if (result.stored) return { answer: row.answer, row };
    if (!result.existing) continue;
    if (result.existing.digest !== row.digest) throw new Refusal('key-reused');
    return { answer: result.existing.answer, row: undefined };
  }
  throw new Error(`${MAX_DRAWS} references in a row were taken.`);
}

// With a million reports kept, one draw in a million is taken: eight in a row mean a broken source of chance.
const MAX_DRAWS = 8;

function toRow({ report, text, digest }: ReceivedReport, reference: string, receivedAt: string): ReportRow {
  const { submissionId } = report;
  const receipt: Receipt = { submissionId, reference, receivedAt };
  return {
    id: submissionId,
    digest,
    reference,
    receivedAt,
    sealed: false,
    partner: report.source.partnerId ?? null,
    trust: 'normal',
    priority: report.danger.immediate === 'yes' ? 'urgent' : 'normal',
    answer: JSON.stringify(receipt),
    body: text,
  };
}

// Crockford's digits: no I, L, O or U, so that a number read aloud or copied by hand stays itself.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// Eight digits of five bits: 40 bits of chance, such as `7K4M-2QXD`.
function drawReference(randomBytes: (size: number) => Uint8Array): string {
  const text = Array.from(randomBytes(8), (byte) => DIGITS.charAt(byte % DIGITS.length)).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

// No finer than what the report itself says, so that it cannot be matched by the second with a log elsewhere.
function toMinute(date: Date): string {
  return `${date.toISOString().slice(0, 16)}:00Z`;
}

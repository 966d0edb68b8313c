// From a report to its receipt: the row, the reference, and the answer to a repeated report.
import type { Receipt } from '../../core/report/protocol.ts';
import type { ReceivedReport } from './intake.ts';
import { isAltered } from '../database/altered.ts';
import { minutesFrom, toMinute } from '../database/moments.ts';
import { drawReference } from './reference.ts';
import { Refusal } from '../protocol/problems.ts';
import type { ExistingReport, ReportStore } from '../store/store.ts';
import type { AlertChannel, NewMessage } from '../database/outbox.ts';
import type { ReportRow } from '../database/records.ts';

/** The options for keeping a report. */
export interface KeepOptions {
  readonly store: Pick<ReportStore, 'put' | 'find'>;
  /** How the report stands. This applies to a new report alone; with a refusal, a new report is not stored. */
  readonly standing: Pick<ReportRow, 'trust' | 'partner'> & { readonly refusal?: Refusal | undefined };
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Uint8Array;
  /** The ways in which the hotline is told of a report; none without it. */
  readonly channelsOf?: ((report: Pick<ReportRow, 'priority'>) => readonly AlertChannel[]) | undefined;
}

/** A report that is on disk. */
export interface KeptReport {
  /** The receipt, as JSON text. */
  readonly answer: string;
  /** The new row; undefined if the report had been stored before. */
  readonly row: ReportRow | undefined;
  /** Whether the hotline is alerted: the new row is urgent, by a rule that this version knows. */
  readonly isAlarming: boolean;
}

/**
 * Stores a report, or finds it stored.
 * @throws {Refusal} `key-reused` if another report has its id; the refusal of the standing, if the report is new
 */
export async function keepReport(received: ReceivedReport, options: KeepOptions): Promise<KeptReport> {
  const { store, standing, now, randomBytes, channelsOf = () => [] } = options;
  const receivedAt = toMinute(now());
  if (standing.refusal) {
    // A form that lost the receipt of a stored report gets it again, not a refusal.
    const existing = await store.find(received.submissionId);
    if (!existing) throw standing.refusal;
    return replayOf(existing, received);
  }
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const row = toRow(received, standing, drawReference(randomBytes), receivedAt);
    const isAlarming = row.priority === 'urgent' && !received.isUnclear;
    const messages = messagesOf(
      receivedAt,
      isAlarming,
      channelsOf({ priority: isAlarming ? 'urgent' : 'normal' }),
    );
    const result = await store.put(row, received.followUpHash, messages);
    if (result.stored) return { answer: row.answer, row, isAlarming };
    if (result.existing) return replayOf(result.existing, received);
  }
  throw new Error(`${MAX_DRAWS} references in a row were taken.`);
}

function replayOf(existing: ExistingReport, received: ReceivedReport): KeptReport {
  if (existing.digest !== received.digest) throw new Refusal('key-reused');
  // Something in the database has changed the text: its sender must not believe that it is kept.
  if (isAltered(existing)) throw new Error('What the database has is not what was received.');
  return { answer: existing.answer, row: undefined, isAlarming: false };
}

// With a million reports kept, one reference in a million is taken. Eight in a row mean a broken source of randomness.
const MAX_DRAWS = 8;

function toRow(
  received: ReceivedReport,
  { partner, trust }: KeepOptions['standing'],
  reference: string,
  receivedAt: string,
): ReportRow {
  const { submissionId, sealed, priority, digest, text } = received;
  const receipt: Receipt = { submissionId, reference, receivedAt };
  return {
    id: submissionId,
    digest,
    reference,
    receivedAt,
    sealed,
    partner,
    trust,
    priority,
    answer: JSON.stringify(receipt),
    body: text,
  };
}

/**
 * What is to be told about a report. An alarming one is told at once. Another waits until its minute is over: the
 * recipient then knows no more of the moment than the row says.
 */
function messagesOf(
  receivedAt: string,
  isAlarming: boolean,
  channels: readonly AlertChannel[],
): readonly NewMessage[] {
  const dueAt = isAlarming ? receivedAt : minutesFrom(new Date(receivedAt), 1);
  return channels.map((channel) => ({ id: `msg_${crypto.randomUUID()}`, channel, dueAt }));
}

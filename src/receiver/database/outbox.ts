// The outbox: what is still to be told about stored reports, until it was told. Types alone.
import type { StoredReport } from './records.ts';

/** The ways in which a hotline is told of a report. */
export type AlertChannel = 'webhook' | 'mail';

/** A message to be stored with its report. */
export interface NewMessage {
  /** The same in each delivery of this message: the recipient tells a repeated one by it. */
  readonly id: string;
  readonly channel: AlertChannel;
  /** Not to be delivered before this moment: RFC 3339, UTC, to the minute. */
  readonly dueAt: string;
}

/** A message that a process has taken, to deliver it. */
export interface TakenMessage {
  readonly id: string;
  /** Failed deliveries so far. */
  readonly attempts: number;
  readonly report: StoredReport;
}

/** A message as an operator sees it. */
export interface WaitingMessage {
  readonly id: string;
  readonly channel: AlertChannel;
  readonly reference: string;
  readonly attempts: number;
  readonly dueAt: string;
  /** Whether it was tried for three days in vain: it is tried no more until another message arrives, or by hand. */
  readonly isStopped: boolean;
  /** Why the last delivery failed, in our own words; null if there was none. */
  readonly fault: string | null;
}

/** How many messages of a channel wait, and since when. */
export interface WaitingCount {
  readonly channel: AlertChannel;
  readonly waiting: number;
  readonly stopped: number;
  /** When the oldest of their reports arrived, stopped ones included; null if none of them is there any more. */
  readonly oldest: string | null;
}

/** What is noted of a delivery that failed, or that could not be tried. */
export interface Delay {
  readonly attempts: number;
  readonly dueAt: string;
  readonly isStopped?: boolean;
  readonly fault?: string;
}

/** Options of `take`. */
export interface TakeOptions {
  readonly now: Date;
  /** Most messages to take; 100 at most. */
  readonly limit: number;
  /** Most minutes for which a message is ever put off. One that is due later is free: a clock that was ahead put it off. */
  readonly longestWait: number;
  /** Whether one process takes messages of this channel in one minute, and no other does: for a digest. */
  readonly oncePerMinute?: boolean;
}

/** Messages of a database of either kind. A message is erased with its report, by whatever erases that. */
export interface Outbox {
  /**
   * Takes messages that are due, for this process alone. If it does not say within two minutes what became of them,
   * another process may take them.
   */
  take(channel: AlertChannel, options: TakeOptions): Promise<TakenMessage[]>;
  /** Removes a message that was delivered. Those of its channel that were stopped are tried again: somebody answers. */
  finish(channel: AlertChannel, ids: readonly string[]): Promise<void>;
  /** Gives a message back, to be taken later. */
  delay(id: string, delay: Delay): Promise<void>;
  counts(): Promise<WaitingCount[]>;
  /** All messages, by the time at which they are due; at most `limit`. */
  list(limit: number): Promise<WaitingMessage[]>;
  /**
   * Makes messages due now, as if they had never failed.
   * @param references reports whose messages; all without it
   * @returns how many
   */
  retry(references?: readonly string[]): Promise<number>;
  /** Removes messages without delivering them. Parameters and result as for `retry`. */
  drop(references?: readonly string[]): Promise<number>;
  /** How many messages name a report that is not in the database: somebody deleted it past its triggers. */
  countOrphans(): Promise<number>;
  /** How many messages are about reports that arrived before a moment, written like `receivedAt`. */
  countBefore(moment: string): Promise<number>;
  /** The messages of these reports. */
  messagesOf(references: readonly string[]): Promise<CopiedMessage[]>;
}

/** A message on its way to another database. */
export type CopiedMessage = NewMessage & { readonly reference: string };

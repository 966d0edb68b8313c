// The tables of a store, as kysely types them.

import type { Generated } from 'kysely';
import type { FollowUpState } from '../../core/follow-up/answer.ts';
import type { AlertChannel } from './outbox.ts';
import type { ReportRow, SpentProof } from './records.ts';

/** The tables, as both databases have them. */
export interface Tables {
  // SQLite has no booleans.
  report: Omit<ReportRow, 'sealed'> & { sequence: Generated<number>; sealed: number };
  spentProof: SpentProof;
  /** Numbers of reports that were stored and not erased; 1 if the report was deleted all the same. */
  arrival: { sequence: number; gone: Generated<number> };
  /**
   * The log of stored reports, in the order of `position`: an entry for each report, and notes (log-notes.ts). See
   * report-log.ts.
   */
  logEntry: {
    position: Generated<number>;
    /** Number of the report; below 0 for a note. */
    sequence: number;
    /** Hash of the row, with its number. It stays when the row is erased. */
    leaf: string;
    /** Day on which the report arrived: `2026-11-24`; empty for a note. */
    day: string;
    /** 1 if a receiver has erased the row. Anybody could write it: what explains an erasure is not in the database. */
    erased: Generated<number>;
    /** The words of a note. */
    note: Generated<string | null>;
  };
  /** Moments up to which retention has erased. */
  logErasure: { before: string };
  /** Marks of reports that were erased by their numbers. See erased.ts. */
  erasedReport: { mark: string };
  /** Roots of full parts of the log, each with its last position. */
  logPart: { lastPosition: number; root: string };
  /** What a follow-up code leads to. Neither code nor locator is here, and the hash leads to neither. */
  followUp: {
    hash: string;
    /** Number of the report; null if the report was erased before it was copied. */
    sequence: number | null;
    reference: string;
    arrivedOn: string;
    state: FollowUpState;
    since: string;
    /** Day on which the report was erased; empty until a sweep has dated it, null while the report is there. */
    erasedOn: string | null;
    /** Number of its last change, 0 if there was none: it tells a copy what is new. */
    version: Generated<number>;
  };
  /** The number of the last change of a follow-up: one row. */
  followUpVersion: { last: number };
  /** Up to which change the follow-ups of another database were copied. */
  followUpCopy: { storeId: string; version: number };
  /** The states that were set, from place 1 on. */
  followUpState: { hash: string; place: number; state: FollowUpState; since: string };
  /** The reports that holders of a code added, by their references. */
  followUpAddition: { reference: string; hash: string; day: string };
  /** Messages that are still to be delivered. They go with their report. */
  outbox: {
    id: string;
    channel: AlertChannel;
    reference: string;
    attempts: Generated<number>;
    /** When it may be delivered: to the minute, as each moment of a report; empty for at once. */
    dueAt: string;
    /** Until when a process has it to itself; empty if none has. */
    takenUntil: Generated<string>;
    /** 1 if it was tried for as long as messages are. */
    stopped: Generated<number>;
    fault: Generated<string | null>;
  };
  /** The minute of the last digest: one row. */
  outboxMinute: { minute: string };
  /** This database, whose numbers are null, and those that it was copied from. */
  lineage: { storeId: string; sharedUpTo: number | null; readUpTo: number | null };
}

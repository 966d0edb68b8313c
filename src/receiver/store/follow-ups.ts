// What a store knows of follow-up codes: the states of reports, and the reports that answer a question. Types alone.
import type { FollowUpState } from '../../core/follow-up/answer.ts';

/** A state of a report. Days are `2026-11-24`, UTC. */
export interface Outcome {
  readonly state: FollowUpState;
  readonly since: string;
}

/** A state to set. Without `since`, it is of today, and a report that has this state already keeps the day. */
export type NewOutcome = Pick<Outcome, 'state'> & Partial<Pick<Outcome, 'since'>>;

/**
 * What became of a state that was to be set: it is set; it was there already; a final state stands, and would be lowered;
 * the report has no follow-up code; no report has the reference.
 */
export type OutcomeResult = 'set' | 'same' | 'final' | 'no-code' | 'unknown';

/** How a state is set. */
export interface OutcomeOptions {
  /** Whether a final state is replaced by any other. */
  readonly force?: boolean;
  /** Whether nothing is written: the result says what would be. */
  readonly dry?: boolean;
}

/** What the holder of a code may know. */
export interface KnownFollowUp extends Outcome {
  /** How many reports may still be added while the question stands. */
  readonly left: number;
}

/** What an export says of a report. */
export interface FollowUpMark {
  /** The state of a report whose reporter has a code, and the references of the reports that its holder added. */
  readonly followUp?: Outcome & { readonly additions: readonly string[] };
  /** Reference of the report that this one was added to, by a holder of its code. */
  readonly addsTo?: string;
}

/** A report that a holder of the code added. */
export interface FollowUpAddition {
  readonly reference: string;
  /** Day on which it was added. */
  readonly day: string;
}

/** A follow-up as a copy takes it along. Nothing else is kept of it. */
export interface FollowUpRecord extends Outcome {
  /** `hashOf` the locator: it leads neither to the locator nor to the code. */
  readonly hash: string;
  readonly reference: string;
  readonly arrivedOn: string;
  /** Day on which its report was erased, empty if that day is not known yet; undefined while the report is there. */
  readonly erasedOn: string | undefined;
  /** All states that were set, the oldest first. */
  readonly history: readonly Outcome[];
  readonly additions: readonly FollowUpAddition[];
}

/** The place up to which follow-ups are known: the number of the last report, and that of the last change. */
export interface FollowUpPlace {
  readonly sequence: number;
  readonly version: number;
}

/** Which follow-ups end by hand: those of reports that arrived before a day, or with these numbers. */
export type EndedFollowUps = { readonly before: string } | { readonly numbers: readonly number[] };

/** The follow-ups of a database. */
export interface FollowUps {
  /**
   * What the holder of a code may know; undefined if no report has the hash. One look, known or not.
   * @param hash `hashOf` the locator
   */
  find(hash: string): Promise<KnownFollowUp | undefined>;
  /** The number of the report with this hash. */
  referenceOf(hash: string): Promise<string | undefined>;
  /**
   * Adds a stored report to another one, at the wish of a holder of the code. It is added if the hotline asks a question
   * now, fewer than `MAX_ADDITIONS` are added, it arrived no earlier than the day of the question, and it is added to
   * nothing else. What was added before stays added, and takes no further place.
   * @param hash `hashOf` the locator
   * @param submissionId that of the report to add
   * @returns whether it is added now
   * @throws {UnsafeCommitError} if it is, but not on each server that the settings promise
   */
  link(hash: string, submissionId: string): Promise<boolean>;
  /**
   * Sets the state of a report, which its reporter then reads. Without `force`, a final state (removed, gone, not
   * illegal, not ours) is only replaced by a final one of a later day.
   * @throws {UnsafeCommitError} if it is set, but not on each server that the settings promise
   */
  setOutcome(reference: string, outcome: NewOutcome, options?: OutcomeOptions): Promise<OutcomeResult>;
  /** The same for several reports, at most 200, in one transaction: all are set, or none. */
  setOutcomes(
    outcomes: readonly (NewOutcome & { readonly reference: string })[],
    options?: OutcomeOptions,
  ): Promise<OutcomeResult[]>;
  /** The state of a report; undefined if it has no follow-up code. */
  findOutcome(reference: string): Promise<Outcome | undefined>;
  /** What an export says of reports: those of which there is something to say, by reference. At most 200. */
  marksOf(references: readonly string[]): Promise<ReadonlyMap<string, FollowUpMark>>;
  /** The number of the last change. */
  version(): Promise<number>;
  /**
   * Reads the follow-ups that came or changed since, page after page; some twice. All of them since the first report and
   * the first change.
   */
  changes(since: FollowUpPlace): AsyncIterable<FollowUpRecord[]>;
  /**
   * Takes follow-ups of another database: those of reports that are here, and those that outlive their report. What is
   * here and later stays.
   * @param records at most 200
   * @returns how many are new here, or have another state now
   */
  take(records: readonly FollowUpRecord[]): Promise<number>;
  /** The number of the last change that was taken from another database; 0 if none was. */
  takenUpTo(storeId: string): Promise<number>;
  /** Notes that number, once everything up to it is taken. */
  noteTaken(storeId: string, version: number): Promise<void>;
  /**
   * Ends the follow-ups whose report was erased this many days ago, with all that belongs to them.
   * @param today `2026-11-24`, UTC
   * @returns how many were ended
   */
  sweep(today: string, days: number, signal?: AbortSignal): Promise<number>;
  /** The hashes of follow-ups that outlive their erased report, of those that an erasure by hand would end. */
  leftOf(which: EndedFollowUps): Promise<string[]>;
}

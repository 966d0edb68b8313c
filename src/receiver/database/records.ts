// The rows of a store.

/** One report, as it is kept. Nothing here says who sent it, from where, or with which browser. */
export interface ReportRow {
  /** The report's `submissionId`; unique. */
  readonly id: string;
  /** SHA-256 of the body's bytes, 64 hexadecimal digits: tells a replay from another report under the same id. */
  readonly digest: string;
  /** Number given to the reporter, such as `7K4M-2QXD`; unique. */
  readonly reference: string;
  /** When the report arrived: RFC 3339, UTC, to the minute. */
  readonly receivedAt: string;
  /** Whether the body is encrypted for the hotline. */
  readonly sealed: boolean;
  /** Public identifier of the partner whose page sent the report. */
  readonly partner: string | null;
  readonly trust: 'normal' | 'low';
  /** `urgent` if somebody is in danger right now, or blackmailed and maybe under age (priority.ts). */
  readonly priority: 'normal' | 'urgent';
  /** The receipt that was sent. A repeated report gets it again, byte for byte. */
  readonly answer: string;
  /** The body, exactly as it was received. */
  readonly body: string;
}

/** A report read back. */
export interface StoredReport extends ReportRow {
  /** Place in the order of arrival: it grows, is never reused, and may have gaps. */
  readonly sequence: number;
}

/** A proof of work, and the submission that came with it. */
export interface SpentProof {
  /** SHA-256 of the proof's unique part, in hexadecimal. */
  readonly digest: string;
  readonly submissionId: string;
  /** When the proof is no longer accepted, and may be removed: RFC 3339, UTC, to the minute. */
  readonly expiresAt: string;
}

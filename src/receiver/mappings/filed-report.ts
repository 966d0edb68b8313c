// What a mapping starts from and what it gives back: the same for the three of them.

import type { Report } from '../../core/report/report.ts';

/** A report with what only the receiver knows of it; its `answer` and the reporter's follow-up code stay out. */
export interface FiledReport {
  readonly report: Report;
  /** Number given to the reporter, such as `7K4M-2QXD`. */
  readonly reference: string;
  /** When the report arrived: RFC 3339, UTC, to the minute. */
  readonly receivedAt: string;
}

/** The hotline in whose name a report goes on. The reporter's name and address never do. */
export interface Hotline {
  readonly name: string;
  readonly email: string;
}

/** Something to send on, as far as a report can fill it in. */
export interface Mapped<Document> {
  readonly document: Document;
  /**
   * What a person confirms or fills in before sending: fields by path, and codes that may apply but that no report
   * tells (such as whether the persons aimed at are women).
   */
  readonly forAnalyst: readonly string[];
}

/**
 * Why a report is not for an institution: it does not take the category; of the category, not what this report
 * says the content is; nothing says that a minor is concerned, or that there are pictures; or no address.
 */
export type NotTakenReason = 'category' | 'kind' | 'no_minor' | 'no_images' | 'no_address';

/** Nothing to send on. */
export interface NotTaken {
  readonly document: undefined;
  readonly reason: NotTakenReason;
}

/** There is nothing to send on, because of this. */
export const notTaken = (reason: NotTakenReason): NotTaken => ({ document: undefined, reason });

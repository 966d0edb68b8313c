// The input and the output of a mapping, common to all three mappings.

import type { Report } from '../../core/report/report.ts';
import type { ReporterFaith } from './reporter-faith.ts';

/** A report with the facts that only the receiver knows. Its `answer` and the reporter's follow-up code stay out. */
export interface FiledReport {
  readonly report: Report;
  /** Number given to the reporter, such as `7K4M-2QXD`. */
  readonly reference: string;
  /** When the report arrived: RFC 3339, UTC, to the minute. */
  readonly receivedAt: string;
  /** Reference of an earlier report that this one adds to, by a holder of its code. */
  readonly addsTo?: string;
}

/** The line for an analyst about an addition; none for any other report. */
export const additionLines = ({ addsTo }: Pick<FiledReport, 'addsTo'>): string[] =>
  addsTo === undefined ? [] : [`Adds to report ${addsTo}, sent by a holder of its code`];

/** The hotline that sends a report on in its own name. The reporter's name and address are never sent on. */
export interface Hotline {
  readonly name: string;
  readonly email: string;
}

/** A document to send on, filled in as far as the report allows. */
export interface Mapped<Document> {
  readonly document: Document;
  /**
   * The fields that a person confirms or fills in before sending: by path, and codes that may apply but that no report
   * tells (such as whether the persons aimed at are women).
   */
  readonly forAnalyst: readonly string[];
  /** What the reporter affirmed, where the institution wants a statement of good faith. It is not for the institution. */
  readonly reporterFaith?: ReporterFaith;
}

/**
 * Why an institution does not take a report, in the order of the values: it does not take the category; it takes the
 * category, but not the content that this report names; the report does not say that a minor is concerned; it does not
 * say that there are pictures; it has no address.
 */
export type NotTakenReason = 'category' | 'kind' | 'no_minor' | 'no_images' | 'no_address';

/** The result for a report that the institution does not take. */
export interface NotTaken {
  readonly document: undefined;
  readonly reason: NotTakenReason;
}

/** Makes the result for a report that the institution does not take. */
export const notTaken = (reason: NotTakenReason): NotTaken => ({ document: undefined, reason });

// The doubt about a sweep that a wrong clock explains better. Erasing late can be mended, erasing early cannot.
import type { StoreAge } from '../store/store.ts';

/** The reason for holding a sweep, and the facts with which a person confirms it. */
export interface SweepDoubt {
  /**
   * `newest`: no report has come for 30 days, or for as long as reports stay where that is less. `share`: more than half
   * of all reports would go; or more than ten of them, and more than a tenth, and more than three days bring.
   */
  readonly reason: 'newest' | 'share';
  /** Reports past their time. */
  readonly count: number;
  /** All reports. */
  readonly of: number;
  /** Day to confirm, such as `2026-10-27`: a confirmation up to this day covers every report past its time now. */
  readonly before: string;
  /** Day on which the newest report arrived. */
  readonly newest: string;
}

/** The moment up to which reports are erased, and the values it is computed from. */
interface Sweep {
  readonly end: string;
  readonly days: number;
  readonly now: Date;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** This long without a report is more often a wrong clock than a quiet hotline. */
const QUIET_DAYS = 30;

/** Up to this many reports may be any share below half: a hotline with three reports must lose one some day. */
const FEW = 10;

/** Limits that an hourly sweep never exceeds: a tenth, or what falls due while a receiver is off for a long weekend. */
const USUAL_SHARE = 0.1;
const USUAL_DAYS = 3;

/**
 * Looks for a doubt.
 * @param countYounger counts the reports that would stay; where it has counted as many as it is given, it may stop
 * @returns undefined if the sweep is plausible
 */
export async function doubtOf(
  { overdue, newest }: StoreAge,
  sweep: Sweep,
  countYounger: (enough: number) => Promise<number>,
): Promise<SweepDoubt | undefined> {
  if (overdue === 0 || newest === undefined) return undefined;
  const { end, days, now } = sweep;
  const quietMs = now.getTime() - Date.parse(newest);
  const isQuiet = quietMs > Math.min(days, QUIET_DAYS) * DAY_MS;
  // With so many younger ones no share is implausible. A large database is not counted at each sweep.
  const total = overdue + (await countYounger(isQuiet ? Infinity : overdue / USUAL_SHARE));
  const isMuch = overdue > FEW && overdue > total * Math.max(USUAL_SHARE, USUAL_DAYS / days);
  if (!isQuiet && !isMuch && overdue <= total / 2) return undefined;
  return {
    reason: isQuiet ? 'newest' : 'share',
    count: overdue,
    of: total,
    before: new Date(Date.parse(end) + DAY_MS).toISOString().slice(0, 10),
    newest: newest.slice(0, 10),
  };
}

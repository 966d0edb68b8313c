// The event of a request: what became of it, in our own words and numbers alone.
import type { ProblemCode } from '../../core/report/protocol.ts';
import { Refusal, type LimitReason } from '../protocol/problems.ts';
import { StoreFullError } from '../database/store-errors.ts';
import type { ReportRow } from '../database/records.ts';

/**
 * The outcome of a request, in our own words and numbers alone: it never holds a byte of the request. A file that has
 * each event with its time reveals the moment of a report, which the row rounds to the minute. `createMinuteLog` counts
 * instead.
 */
export interface LogEvent {
  /**
   * `stored` and `replayed`: a receipt was given; `refused`: 4xx; `failed`: 5xx; `answered`: a preflight, a challenge
   * or a health check.
   */
  readonly event: 'stored' | 'replayed' | 'refused' | 'failed' | 'answered';
  readonly status: number;
  /** Code of the problem, if a report was refused. */
  readonly code?: ProblemCode | undefined;
  /**
   * Why a report of low trust was refused: their number within ten minutes is used up (`budget`), or the disk has only
   * its reserve left (`reserve`). In the second case a person must make room. `follow-up`: no report was refused, but a
   * question about what became of one.
   */
  readonly reason?: LimitReason | undefined;
  /** How far a report is trusted, if it was stored. */
  readonly trust?: ReportRow['trust'] | undefined;
  /** `urgent` if a stored report is urgent (priority.ts). */
  readonly priority?: 'urgent' | undefined;
  /** Partner that a stored report comes from, if it is one of `partners`. The operator chose this word. */
  readonly partner?: string | undefined;
  /** When a stored report arrived, to the minute, as in its row. */
  readonly receivedAt?: string | undefined;
  readonly durationMs: number;
  /** Name and code of an unexpected error, such as `Error ERR_SQLITE_ERROR 10`; never its message. */
  readonly cause?: string | undefined;
}

/** The event of an answer and its error. */
export function outcomeOf(
  method: string,
  status: number,
  error: Error | undefined,
): Pick<LogEvent, 'event' | 'status' | 'code' | 'cause' | 'reason'> {
  if (status === 201) return { event: 'stored', status };
  if (status < 400) return { event: method === 'POST' ? 'replayed' : 'answered', status };
  return {
    event: status < 500 ? 'refused' : 'failed',
    status,
    code: error && toRefusal(error).code,
    cause: error instanceof Refusal ? undefined : error && causeOf(error),
    ...(error instanceof Refusal && error.reason && { reason: error.reason }),
  };
}

/** The refusal that answers an error. */
export function toRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(error instanceof StoreFullError ? 'storage' : 'unavailable');
}

/** An error as an event names it: its name and code, because a message may quote the request. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, code, errcode } = error as Error & { code?: string; errcode?: number };
  return [name, code, errcode].filter((part) => part !== undefined).join(' ');
}

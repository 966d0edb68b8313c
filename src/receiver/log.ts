// What the receiver says of a request in its log: our own words and numbers alone.
import type { ProblemCode } from '../core/report/protocol.ts';
import { Refusal } from './problems.ts';
import { StoreFullError } from './store-errors.ts';
import type { ReportRow } from './records.ts';

/**
 * What became of a request. Made of our own words and numbers alone: no byte of a request is ever in it. Written down as
 * it comes, with the time, it gives the moment of a report, which its row rounds to the minute: `createMinuteLog`
 * counts instead.
 */
export interface LogEvent {
  /**
   * `stored` and `replayed`: a receipt was given; `refused`: 4xx; `failed`: 5xx; `answered`: a preflight, a challenge
   * or a health check; `alert-failed`: the report is stored, but `onStored` threw.
   */
  readonly event: 'stored' | 'replayed' | 'refused' | 'failed' | 'answered' | 'alert-failed';
  readonly status: number;
  /** Code of the problem, where a report was refused. */
  readonly code?: ProblemCode | undefined;
  /**
   * Why a report of low trust was refused: their number within ten minutes is used up (`budget`), or the disk has only
   * its reserve left (`reserve`), which is for a person to see to.
   */
  readonly reason?: 'budget' | 'reserve' | undefined;
  /** How far a report is trusted, where it was stored. */
  readonly trust?: ReportRow['trust'] | undefined;
  /** Where a stored report says that somebody is in danger right now. */
  readonly priority?: 'urgent' | undefined;
  /** Whose pages a stored report comes from, where that is one of `partners`: a word of the operator's. */
  readonly partner?: string | undefined;
  /** When a stored report arrived, to the minute, as its row says it. */
  readonly receivedAt?: string | undefined;
  readonly durationMs: number;
  /** Name and code of an unexpected error, such as `Error ERR_SQLITE_ERROR 10`; never its message. */
  readonly cause?: string | undefined;
}

/** What an answer and the error behind it amount to. */
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

/** What a request is told of an error. */
export function toRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(error instanceof StoreFullError ? 'storage' : 'unavailable');
}

/** What the log says of an error: messages may quote what was sent, names and codes do not. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, code, errcode } = error as Error & { code?: string; errcode?: number };
  return [name, code, errcode].filter((part) => part !== undefined).join(' ');
}

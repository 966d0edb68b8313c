// The receiver as one function from Request to Response: routes, headers, log. Runs wherever fetch types exist.
import { Hono } from 'hono';
import type { ProblemCode } from '../core/protocol.ts';
import {
  checkOrigins,
  isOriginAllowed,
  PREFLIGHT_HEADERS,
  setCommonHeaders,
  type AllowedOrigins,
} from './headers.ts';
import { readReport } from './intake.ts';
import { keepReport } from './keep.ts';
import { httpProblemResponse, problemResponse, Refusal } from './problems.ts';
import { StoreFullError, type ReportRow, type ReportStore } from './store.ts';

/** One line of the log. Made of our own words and numbers alone: no byte of a request is ever in it. */
export interface LogEvent {
  /**
   * `stored` and `replayed`: a receipt was given; `refused`: 4xx; `failed`: 5xx; `answered`: a preflight or a health
   * check; `alert-failed`: the report is stored, but `onStored` threw.
   */
  readonly event: 'stored' | 'replayed' | 'refused' | 'failed' | 'answered' | 'alert-failed';
  readonly status: number;
  /** Code of the problem, where a report was refused. */
  readonly code?: ProblemCode | undefined;
  readonly durationMs: number;
  /** Name and code of an unexpected error, such as `Error ERR_SQLITE_ERROR 10`; never its message. */
  readonly cause?: string | undefined;
}

/** How a receiver is set up. Only the store is required. */
export interface ReceiverOptions {
  readonly store: ReportStore;
  /** Whose pages may send reports; `*`, the default, because a public form is meant to stand on any site. */
  readonly origins?: AllowedOrigins;
  /** Where reports are posted to. Every other path is 404, except `/health`. */
  readonly path?: string;
  readonly now?: () => Date;
  /** Source of chance for references. */
  readonly randomBytes?: (size: number) => Uint8Array;
  /**
   * Called once a report is on disk, so that somebody can be alerted when the priority is `urgent`. The reporter's
   * answer does not wait for it. After a crash between the two it is not called again: it is an alert, not a queue.
   */
  readonly onStored?: (report: Pick<ReportRow, 'reference' | 'priority'>) => void | Promise<void>;
  readonly log?: (event: LogEvent) => void;
}

/** Who is on the other end of the connection. Not read yet; it will only ever count requests, in memory. */
export interface Peer {
  readonly address?: string;
}

/** Answers a request, whatever happens to it; rejects only where `log` throws. */
export type Receiver = (request: Request, peer?: Peer) => Promise<Response>;

/** Where reports are posted to unless told otherwise. */
export const DEFAULT_PATH = '/v1/reports';

/**
 * Makes the endpoint that forms post reports to. A report is answered 201 once it is on disk, 200 where it was
 * before, else by a problem (RFC 9457) of the closed list in `core/protocol.ts`. No route reads reports.
 * @throws {OriginError} where an entry of `origins` is not an origin
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { origins = '*', path = DEFAULT_PATH, log = ignore } = options;
  checkOrigins(origins);
  const intake = receiveInto(options);
  const app = new Hono();

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    setCommonHeaders(context.res.headers, origins, context.req.raw.headers.get('origin'));
    const durationMs = Math.round(performance.now() - startedAt);
    log({ ...outcomeOf(context.req.method, context.res.status, context.error), durationMs });
  });
  app.use(async (context, next) => {
    if (!isOriginAllowed(origins, context.req.raw.headers.get('origin'))) throw new Refusal('partner');
    await next();
  });
  app.get('/health', () => Response.json({ status: 'ok' }));
  app.all('/health', () => httpProblemResponse(405, { Allow: 'GET, HEAD' }));
  app.options(path, () => new Response(null, { status: 204, headers: PREFLIGHT_HEADERS }));
  app.post(path, (context) => intake(context.req.raw));
  app.all(path, () => httpProblemResponse(405, { Allow: 'POST, OPTIONS' }));
  app.notFound(() => httpProblemResponse(404));
  app.onError((error) => {
    const { code, details } = toRefusal(error);
    return problemResponse(code, details);
  });

  return async (request) => app.fetch(request);
}

function receiveInto(options: ReceiverOptions): (request: Request) => Promise<Response> {
  const {
    store,
    now = () => new Date(),
    randomBytes = randomBytesOf,
    onStored = ignore,
    log = ignore,
  } = options;

  const alert = async ({ reference, priority }: ReportRow): Promise<void> => {
    try {
      await onStored({ reference, priority });
    } catch (error) {
      log({ event: 'alert-failed', status: 201, durationMs: 0, cause: causeOf(error) });
    }
  };

  return async (request) => {
    const { answer, row } = await keepReport(await readReport(request), { store, now, randomBytes });
    if (row) void alert(row);
    return new Response(answer, { status: row ? 201 : 200, headers: { 'Content-Type': 'application/json' } });
  };
}

function toRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(error instanceof StoreFullError ? 'storage' : 'unavailable');
}

function outcomeOf(method: string, status: number, error: Error | undefined): Omit<LogEvent, 'durationMs'> {
  if (status === 201) return { event: 'stored', status };
  if (status < 400) return { event: method === 'POST' ? 'replayed' : 'answered', status };
  return {
    event: status < 500 ? 'refused' : 'failed',
    status,
    code: error && toRefusal(error).code,
    cause: error instanceof Refusal ? undefined : error && causeOf(error),
  };
}

// Messages may quote what was sent; names and codes do not.
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, code, errcode } = error as Error & { code?: string; errcode?: number };
  return [name, code, errcode].filter((part) => part !== undefined).join(' ');
}

const randomBytesOf = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size));

const ignore = (): void => {};

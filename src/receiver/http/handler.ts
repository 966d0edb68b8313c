// The receiver as one function from Request to Response: routes and headers. Runs wherever fetch types exist.
import { Hono } from 'hono';
import { createAdmission, type Admission } from '../admission/admission.ts';
import { addDocuments } from './documents.ts';
import {
  checkOrigins,
  isFetch,
  isOriginAllowed,
  PREFLIGHT_HEADERS,
  setCommonHeaders,
  type AllowedOrigins,
} from '../protocol/headers.ts';
import { readReport } from '../intake/intake.ts';
import { keepReport, type KeptReport } from '../intake/keep.ts';
import { outcomeOf, toRefusal, type LogEvent } from '../events/request-event.ts';
import { PROBLEM_PREFIX, SIGNED_PROBLEMS } from '../../core/report/protocol.ts';
import type { Partner } from '../admission/partners.ts';
import { createAnswerer, isEmitted } from './follow-up.ts';
import { FOLLOW_UP_DAYS } from './follow-up-days.ts';
import { challengePathOf, DEFAULT_PATH, followUpPathOf, HEALTH_PATH } from '../protocol/paths.ts';
import { httpProblemResponse, problemResponse, Refusal } from '../protocol/problems.ts';
import { addReadiness } from './readiness.ts';
import type { SealingOptions } from '../intake/seal-keys.ts';
import { signReceipt, type ReceiptKey } from '../intake/receipt-key.ts';
import { createSealingJudge } from '../intake/sealing.ts';
import type { AlertChannel } from '../database/outbox.ts';
import type { ReportRow } from '../database/records.ts';
import type { ReportStore } from '../store/store.ts';

/** Options of a receiver. Only the store is required. */
export interface ReceiverOptions extends SealingOptions {
  readonly store: ReportStore;
  /** Origins whose pages may send reports. The default is `*`, because a public form is meant for any site. */
  readonly origins?: AllowedOrigins;
  /** The path of reports; beside it, in the same folder, are `challenge`, and `follow-up` where codes are asked about. */
  readonly path?: string;
  /**
   * Sites known by name. With a list, a report is stored with low trust and without a partner if it names an unknown
   * site, or does not come from the pages of the site that it names. A report beyond the site's number per hour is
   * stored with low trust under the site's name. Without a list, any name is accepted.
   */
  readonly partners?: readonly Partner[];
  /**
   * How many processes share the traffic; 1 by default. Each process counts for itself, and multiplies by this number.
   */
  readonly processes?: number;
  /** Reports of one source within ten minutes that are trusted without proof of work: 5 by default, 0 for none. */
  readonly freeReports?: number;
  /**
   * Secret that signs challenges, 32 characters or more. By default it is drawn at the start: then a challenge is not
   * valid after a restart, nor in another process.
   */
  readonly challengeSecret?: string;
  /**
   * Reports of low trust that are stored within ten minutes without proof of work: 2,000 by default. One wide network
   * (/24, /48) or relay may use a quarter of this number, one address or /64 a twentieth. Senders of further reports
   * must wait.
   */
  readonly lowTrustReports?: number;
  /**
   * Bytes of the disk that low-trust reports leave free, if the store knows the disk (SQLite): by default a tenth of
   * the disk, 1 GiB at most. 0 for none.
   */
  readonly diskReserve?: number;
  /**
   * Days for which what became of a report is told after the report was erased: 90 by default, 0 for none. The answers name
   * them; `serveReceiver` ends the states.
   */
  readonly followUpDays?: number;
  /** Signs each receipt, from `readReceiptKey`; without it, receipts are not signed. */
  readonly receiptKey?: ReceiptKey;
  readonly now?: () => Date;
  /** Source of randomness for references. */
  readonly randomBytes?: (size: number) => Uint8Array;
  /**
   * The ways in which the hotline is told of a report: a message for each is stored with the report, and `serveReceiver`
   * delivers it. None by default.
   */
  readonly channelsOf?: (report: Pick<ReportRow, 'priority'>) => readonly AlertChannel[];
  /** Called with the outcome of each request. See `createMinuteLog` before you write outcomes anywhere. */
  readonly log?: (event: LogEvent) => void;
  /** Whether the process is ending: `/ready` then answers no, so that no more requests are sent here. */
  readonly isEnding?: () => boolean;
}

/** The other end of the connection. */
export interface Peer {
  /**
   * IP address of the client; behind a proxy, the address that the proxy saw. It is only counted, in memory, and the
   * counting cannot be reversed. Without an address nothing is counted, and sources are not distinguished.
   */
  readonly address?: string;
}

/** Answers a request, also after an error; rejects only if `log` throws. */
export type Receiver = (request: Request, peer?: Peer) => Promise<Response>;

/**
 * Makes the endpoint that forms post reports to. A report is answered 201 once it is on disk, 200 if it was stored
 * before, else with a problem (RFC 9457) of the closed list in `core/protocol.ts`. No route reads reports; one tells the
 * state of a report to the holder of its code.
 * @throws {OriginError | PartnersError | ChallengeSecretError | SealKeysError | FollowUpDaysError} if an option is wrong
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { origins = '*', path = DEFAULT_PATH, now = () => new Date(), log: emit = ignore } = options;
  checkOrigins(origins);
  const admission = createAdmission({ ...options, origins, now });
  const intake = receiveInto(options, admission, now);
  const challengePath = challengePathOf(path);
  const followUpPath = followUpPathOf(path);
  const { followUps } = options.store;
  const answerQuestion =
    followUps && createAnswerer({ followUps, admission, days: options.followUpDays ?? FOLLOW_UP_DAYS });
  const app = new Hono<{
    Bindings: Peer;
    Variables: { stored?: Pick<LogEvent, 'trust' | 'priority' | 'partner' | 'receivedAt'> };
  }>();

  app.use(async (context, next) => {
    const startedAt = performance.now();
    await next();
    setCommonHeaders(context.res.headers, origins, context.req.raw.headers.get('origin'));
    const durationMs = Math.round(performance.now() - startedAt);
    const outcome = outcomeOf(context.req.method, context.res.status, context.error);
    if (context.req.path === followUpPath && !isEmitted(outcome)) return;
    emit({ ...outcome, ...context.get('stored'), durationMs });
  });
  // Added before the check of origins, because the documents are public.
  addDocuments(app, path);
  app.use(async (context, next) => {
    if (!isOriginAllowed(origins, context.req.raw.headers.get('origin'))) throw new Refusal('partner');
    await next();
  });
  addReadiness(app, options.store, options.isEnding ?? (() => false));
  app.get(HEALTH_PATH, () => Response.json({ status: 'ok' }));
  app.all(HEALTH_PATH, () => httpProblemResponse(405, { Allow: 'GET, HEAD' }));
  app.get(challengePath, async ({ env, req }) => {
    const purpose = req.query('for') === 'follow-up' ? 'follow-up' : 'report';
    const challenge = await admission.challenge(env.address, req.raw.headers, purpose);
    return challenge ? Response.json(challenge) : new Response(null, { status: 204 });
  });
  app.all(challengePath, () => httpProblemResponse(405, { Allow: 'GET, HEAD' }));
  if (answerQuestion) {
    app.options(followUpPath, preflight);
    app.post(followUpPath, ({ env, req }) => answerQuestion(req.raw, env.address));
    app.all(followUpPath, () => httpProblemResponse(405, { Allow: 'POST, OPTIONS' }));
  }
  app.options(path, preflight);
  app.post(path, async (context) => {
    const { answer, row, isAlarming } = await intake(context.req.raw, context.env);
    if (row)
      context.set('stored', {
        trust: row.trust,
        ...(isAlarming && { priority: 'urgent' }),
        ...(options.partners && row.partner && { partner: row.partner }),
        receivedAt: row.receivedAt,
      });
    return new Response(answer, { status: row ? 201 : 200, headers: { 'Content-Type': 'application/json' } });
  });
  app.all(path, () => httpProblemResponse(405, { Allow: 'POST, OPTIONS' }));
  app.notFound(() => httpProblemResponse(404));
  app.onError(async (error) => {
    const refusal = toRefusal(error);
    const signature = options.receiptKey && (await signatureOf(refusal, options.receiptKey));
    return problemResponse(
      refusal.code,
      { ...refusal.details, ...(signature && { signature }) },
      refusal.retryAfterS,
    );
  });

  return async (request, { address } = {}) => app.fetch(request, address === undefined ? {} : { address });
}

function receiveInto(
  options: ReceiverOptions,
  admission: Admission,
  now: () => Date,
): (request: Request, peer: Peer) => Promise<KeptReport> {
  const { store, receiptKey, randomBytes = randomBytesOf, channelsOf } = options;
  const judgeSealing = createSealingJudge(options);
  const isStored = async (id: string, digest: string): Promise<boolean> =>
    (await store.find(id))?.digest === digest;

  return async (request, { address }) => {
    const { headers } = request;
    if (!isFetch(headers)) throw new Refusal('partner');
    await admission.enter(address, headers);
    const received = await readReport(request, { judgeSealing, isStored });
    const standing = await admission.weigh({ ...received, headers, address });
    let isNew = false;
    try {
      const kept = await keepReport(received, { store, standing, now, randomBytes, channelsOf });
      isNew = kept.row !== undefined;
      if (!receiptKey) return kept;
      // Not stored with the row: a receipt that is asked for again is signed with the present key.
      return { ...kept, answer: await signReceipt(kept.answer, received.digest, receiptKey) };
    } finally {
      if (!isNew) standing.withdraw();
    }
  };
}

/** The signature of a refusal that depends on the body alone; undefined for any other. */
async function signatureOf(
  { code, details, digest }: Refusal,
  receiptKey: ReceiptKey,
): Promise<string | undefined> {
  if (digest === undefined || !SIGNED_PROBLEMS.includes(code)) return undefined;
  return receiptKey.signRefusal({ digest, type: PROBLEM_PREFIX + code, errors: details.errors ?? [] });
}

const preflight = (): Response => new Response(null, { status: 204, headers: PREFLIGHT_HEADERS });

const randomBytesOf = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size));

const ignore = (): void => {};

// Ways to spoil a request on its way to the receiver, or its answer on the way back.
import type { ProblemCode } from '../../../src/core/report/protocol.ts';
import { problemResponse } from '../../../src/receiver/protocol/problems.ts';
import { withAnswer, withHeaders, type Breakage } from './broken-endpoints.ts';

/** A breakage and the checks that catch it, the intended one first. Other checks may be skipped but must not fail. */
export interface Case {
  readonly name: string;
  readonly caughtBy: readonly string[];
  /** The outcome of the intended check, where the other one would not do. */
  readonly outcome?: 'failed' | 'warning';
  readonly breakage: Breakage;
  readonly endpoint?: string;
  readonly challenge?: string;
  /** The signature of receipts is checked in these cases alone: whatever else spoils a receipt spoils it too. */
  readonly receiptKey?: string;
  /** The follow-up address is checked in these cases alone, for the same reason. */
  readonly followUp?: string;
  readonly slowMs?: number;
}

/** Spoils the selected answers only. */
export const spoil =
  (
    isMeant: (response: Response, request: Request) => boolean,
    change: (response: Response) => Response | Promise<Response>,
  ): Breakage =>
  async (request, pass) => {
    const response = await pass(request);
    return isMeant(response, request) ? change(response) : response;
  };

/** Spoils the selected requests before the receiver sees them. */
export const mislead =
  (
    isMeant: (body: string, request: Request) => boolean,
    change: (body: string, headers: Headers) => string,
  ): Breakage =>
  async (request, pass) => {
    const body = request.method === 'POST' ? await request.clone().text() : '';
    if (request.method !== 'POST' || !isMeant(body, request)) return pass(request);
    const headers = new Headers(request.headers);
    const changed = change(body, headers);
    return pass(new Request(request.url, { method: 'POST', headers, body: changed }));
  };

/** Answers the selected requests itself; the receiver never sees them. */
export const instead =
  (isMeant: (body: string, request: Request) => boolean, answer: () => Response): Breakage =>
  async (request, pass) => {
    const body = request.method === 'POST' ? await request.clone().text() : '';
    if (!isMeant(body, request)) return pass(request);
    // Copies all headers of the receiver, so that nothing else is wrong.
    const { headers } = await pass(
      new Request(request.url, { method: 'OPTIONS', headers: { origin: 'https://www.example.com' } }),
    );
    const given = answer();
    const all = Object.fromEntries(
      [...headers, ...given.headers].filter(([name]) => !/^access-control-(allow-[mh]|max)/.test(name)),
    );
    return new Response(given.body, { status: given.status, headers: all });
  };

/** The members of a JSON object. */
export type Members = Record<string, unknown>;

/** Changes members of a receipt. */
export const spoilReceipt = (
  change: (receipt: Members) => Members,
  isMeant: (response: Response) => boolean = always,
): Breakage =>
  spoil(
    (response, request) => isReceipt(response, request) && isMeant(response),
    async (response) =>
      withAnswer(response, { body: JSON.stringify(change((await response.json()) as Members)) }),
  );

/** Spoils refusals of a report. */
export const spoilRefusal = (change: (problem: Members) => Members): Breakage =>
  spoil(isRefusal, async (response) =>
    withAnswer(response, { body: JSON.stringify(change((await response.json()) as Members)) }),
  );

export const isReceipt = ({ status }: Response, { method }: Request): boolean =>
  status < 202 && method === 'POST';
export const isRefusal = ({ status }: Response, { method }: Request): boolean =>
  status >= 400 && method === 'POST';
export const isPreflight = (_response: Response, { method }: Request): boolean => method === 'OPTIONS';
export const always = (): boolean => true;

export const dropHeader = (
  isMeant: (response: Response, request: Request) => boolean,
  name: string,
  value: string | null = null,
): Breakage => spoil(isMeant, (response) => withHeaders(response, { [name]: value }));

export const memberOf = (body: string, name: string): unknown => {
  try {
    return (JSON.parse(body) as Members)[name];
  } catch {
    return undefined;
  }
};

export const isHalf = (body: string): boolean => body.startsWith('{') && !body.trimEnd().endsWith('}');

export const withMembers = (body: string, changes: Members): string =>
  JSON.stringify({ ...(JSON.parse(body) as Members), ...changes });

/** Counts concurrent requests for one report, as for an endpoint that first checks and then inserts. */
export function raced(answer: (response: Response, place: number) => Promise<Response> | Response): Breakage {
  const places = new Map<string, number>();
  return async (request, pass) => {
    const key = request.headers.get('idempotency-key') ?? '';
    const place = (places.get(key) ?? 0) + 1;
    places.set(key, place);
    try {
      const response = await pass(request);
      return request.method === 'POST' ? await answer(response, place) : response;
    } finally {
      places.set(key, 0);
    }
  };
}

export const anotherReference = (): string => crypto.randomUUID().slice(0, 8).toUpperCase();

/** A refusal that keeps the other headers of an answer. */
export function problemLike({ headers }: Response, code: ProblemCode): Response {
  const problem = problemResponse(code);
  const all = { ...Object.fromEntries(headers), ...Object.fromEntries(problem.headers) };
  return new Response(problem.body, { status: problem.status, headers: all });
}

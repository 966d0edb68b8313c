// The faults of the fault proxy: each way to break an answer, from a reset connection to the receipt of another report.
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { MAX_ANSWER_BYTES, PROBLEM_PREFIX } from '../../src/core/report/protocol.ts';

/** Modes that break the transport of a report, not the endpoint's decision about it. `none` passes everything on. */
export const NETWORK_FAULTS = [
  '500',
  '500-after', // the receiver stores the report, then the server in front of it fails
  '503',
  '503-date', // with Retry-After as a date, about two seconds ahead
  '503-bare', // without CORS headers: a page cannot read it
  '429', // with Retry-After: 1
  '429-date',
  '429-long', // with Retry-After: 40, longer than a form waits by itself
  '404-page', // a web page, as from a gateway that has lost its receiver
  'reset', // the connection breaks before the receiver gets anything
  'reset-request', // the connection breaks while the report is being sent
  'reset-after', // the receiver stores the report, then the connection breaks
  'reset-answer', // the receiver stores the report, and the connection breaks in the middle of its answer
  'html', // 200, but a web page: a captive portal
  'portal', // a redirect to a login page
  'redirect', // 307: the same request again, but to another host
  'stall', // never answers
  'trickle', // the receiver stores the report; its answer comes a byte at a time
  'truncate', // the receiver stores the report, but half of its JSON is missing
  'other-id', // the receipt of another report
  'long', // the receiver stores the report; its receipt is longer than the limit for answers
] as const;

/** How the proxy treats requests. `none` passes everything on, preflights too, and adds nothing. */
export type FaultMode =
  | 'none'
  | (typeof NETWORK_FAULTS)[number]
  | 'invalid' // 422, pointing at the first address
  | 'invalid-details' // 422, pointing at the details
  | 'version'; // 409

/** An answer of the receiver. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Inputs of the faults besides the request. */
export interface FaultSettings {
  /** Forwards the request to the receiver. */
  readonly forward: () => Promise<Answer>;
  /** Address of another host, without a path. */
  readonly elsewhere: string;
}

/** Answers a request according to a mode. A stalled request gets no answer. */
export async function answerWith(
  mode: Exclude<FaultMode, 'reset-request'>,
  response: ServerResponse,
  { forward, elsewhere }: FaultSettings,
): Promise<void> {
  const inTwoSeconds = new Date(Date.now() + 2_000).toUTCString();
  switch (mode) {
    case 'none':
      return passOn(response, await forward());
    case '500':
      return answer(response, 500);
    case '500-after':
      await forward();
      return answer(response, 500);
    case '503':
      return problem(response, 503, 'unavailable');
    case '503-date':
      return problem(response, 503, 'unavailable', {}, { 'retry-after': inTwoSeconds });
    case '503-bare':
      response.writeHead(503).end();
      return;
    case '429':
      return problem(response, 429, 'slow-down', {}, { 'retry-after': '1' });
    case '429-date':
      return problem(response, 429, 'slow-down', {}, { 'retry-after': inTwoSeconds });
    case '429-long':
      return problem(response, 429, 'slow-down', {}, { 'retry-after': '40' });
    case '404-page':
      return answer(response, 404, PAGE, { 'content-type': 'text/html' });
    case 'reset':
      response.destroy();
      return;
    case 'reset-after':
      await forward();
      response.destroy();
      return;
    case 'reset-answer': {
      const { status, body } = await forward();
      const headers = { ...CORS, 'content-type': 'application/json', 'content-length': body.length };
      response.writeHead(status, headers).write(half(body), () => response.destroy());
      return;
    }
    case 'html':
      return answer(response, 200, PAGE, { 'content-type': 'text/html' });
    case 'portal':
      return answer(response, 302, '', { location: `${elsewhere}/login` });
    case 'redirect':
      return answer(response, 307, '', { location: `${elsewhere}/v1/reports` });
    case 'stall':
      return;
    case 'trickle': {
      const { status, headers, body } = await forward();
      response.writeHead(status, headers);
      for (const byte of body) {
        response.write(Buffer.of(byte));
        await delay(20);
        if (response.closed) return;
      }
      response.end();
      return;
    }
    case 'truncate': {
      const { status, body } = await forward();
      return answer(response, status, half(body), { 'content-type': 'application/json' });
    }
    case 'other-id':
      return answer(response, 201, JSON.stringify({ ...RECEIPT, submissionId: crypto.randomUUID() }), {
        'content-type': 'application/json',
      });
    case 'long':
      return changed(response, await forward(), { more: 'x'.repeat(MAX_ANSWER_BYTES) });
    case 'invalid':
      return problem(response, 422, 'invalid', {
        errors: [{ pointer: '/locations/0/url/value', code: 'invalid' }],
      });
    case 'invalid-details':
      return problem(response, 422, 'invalid', {
        errors: [{ pointer: '/content/description', code: 'too_big' }],
      });
    case 'version':
      return problem(response, 409, 'version');
  }
}

export const PAGE = '<!doctype html><title>Welcome</title>';

const RECEIPT = { reference: 'ABCD-1234', receivedAt: '2026-11-24T13:50:00Z' };

/** Passes on the receiver's answer. */
export function passOn(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

/** Passes on the receiver's answer, with some fields replaced. */
function changed(response: ServerResponse, { status, body }: Answer, fields: object): void {
  const receipt = JSON.stringify({ ...(JSON.parse(body.toString()) as object), ...fields });
  answer(response, status, receipt, { 'content-type': 'application/json' });
}

const half = (body: Buffer): Buffer => body.subarray(0, body.length / 2);

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
  'access-control-max-age': '0', // otherwise a browser skips the preflight of a later mode
};

/** An answer that any page may read. */
export function answer(
  response: ServerResponse,
  status: number,
  body: string | Buffer = '',
  headers = {},
): void {
  response.writeHead(status, { ...CORS, ...headers }).end(body);
}

/** A refusal in the format of the protocol. */
export function problem(
  response: ServerResponse,
  status: number,
  code: string,
  more = {},
  headers = {},
): void {
  const body = JSON.stringify({ type: PROBLEM_PREFIX + code, title: code, status, ...more });
  answer(response, status, body, { 'content-type': 'application/problem+json', ...headers });
}

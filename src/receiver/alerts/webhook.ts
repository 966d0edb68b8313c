// Tells a program of a report by a webhook: one signed request, as Standard Webhooks says
// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { VERSION } from '../../core/version.ts';
import { isAltered } from '../database/altered.ts';
import type { StoredReport } from '../database/records.ts';
import type { Delivered } from './delivered.ts';
import { hostOf, type WebhookTarget } from './webhook-target.ts';

/** Delivers a message. @returns why it was not delivered, in our own words */
export async function callWebhook(
  target: WebhookTarget,
  { id, report }: { readonly id: string; readonly report: StoredReport },
  now: Date,
  signal: AbortSignal,
): Promise<Delivered> {
  const body = bodyOf(report, target.body);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': `cliquez-signalez/${VERSION}`,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': target.signers.map((signer) => signer.sign(id, now, body)).join(' '),
  };
  try {
    const status = await post(
      target,
      headers,
      body,
      AbortSignal.any([signal, AbortSignal.timeout(target.patienceMs)]),
    );
    if (status >= 200 && status < 300) return { isDelivered: true };
    // A redirect is not followed: the signed text would go where nobody has named.
    const isRedirect = status >= 300 && status < 400;
    return { isDelivered: false, fault: isRedirect ? `redirected (${status})` : `answered ${status}` };
  } catch (error) {
    return { isDelivered: false, fault: faultOf(error) };
  }
}

/**
 * The text of a message. With the report, it has the members of a line of `export --format jsonl`: the report's own text
 * stays as it was received.
 */
export function bodyOf(report: StoredReport, kind: WebhookTarget['body']): string {
  const { sequence, reference, receivedAt, partner, trust, priority, sealed, body } = report;
  const data =
    kind === 'reference'
      ? JSON.stringify({ reference, priority, receivedAt })
      : withContent({ sequence, reference, receivedAt, partner, trust, priority, sealed }, report, body);
  return `{"type":"report.stored","timestamp":${JSON.stringify(receivedAt)},"data":${data}}`;
}

function withContent(facts: object, report: StoredReport, body: string): string {
  // A text that was changed in the database may be no JSON.
  if (isAltered(report)) return JSON.stringify({ ...facts, altered: true, body });
  return `${JSON.stringify(facts).slice(0, -1)},"${report.sealed ? 'envelope' : 'report'}":${body}}`;
}

/** The address is not one of those that may be called. */
class ForbiddenAddress extends Error {
  readonly code = 'ERR_PRIVATE_ADDRESS';
}

/** The connection has ended without an answer and without an error. */
class Unanswered extends Error {
  readonly code = 'closed without an answer';
}

/** Posts a text, and follows no redirect. @returns the status of the answer, whose body is not read */
function post(
  { url, isAllowed }: WebhookTarget,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'http:' ? requestHttp : requestHttps)(
      {
        protocol: url.protocol,
        host: hostOf(url),
        port: url.port || undefined,
        path: url.pathname + url.search,
        method: 'POST',
        headers,
        agent: false,
        lookup: lookupAllowed(isAllowed),
        signal,
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    // 101 gives the connection to another protocol: no answer comes, and Node stops to watch the time.
    request.on('upgrade', ({ statusCode }, socket) => {
      resolve(statusCode ?? 0);
      socket.destroy();
    });
    request.on('error', reject);
    // Each request ends with this event. After another end, it changes nothing.
    request.on('close', () => reject(new Unanswered('The connection ended.')));
    request.end(body);
  });
}

// Asked for at each connection: the name may lead elsewhere than it did before.
const lookupAllowed =
  (isAllowed: WebhookTarget['isAllowed']): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error: Error | null, addresses: LookupAddress[]) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAllowed(address));
      const [first] = allowed;
      if (!first) return callback(new ForbiddenAddress('A private address.'), []);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };

/** Words for the operator: an error's code. Its message may name the address, whose path may be secret. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  if (error.name === 'TimeoutError' || codeOf(error.cause) === 'TimeoutError') return 'no answer in time';
  const code = codeOf(error);
  if (code === 'ERR_PRIVATE_ADDRESS') return 'a private network, which WEBHOOK_NETWORKS does not name';
  return code ?? error.name;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') return error.name;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

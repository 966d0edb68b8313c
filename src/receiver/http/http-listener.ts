// Passes Node's requests to the receiver: finds the client's address, limits pending requests, refuses invalid ones.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Receiver } from './handler.ts';
import { setCommonHeaders, type AllowedOrigins } from '../protocol/headers.ts';
import { refuseHeader } from './http-refusals.ts';
import type { LogEvent } from '../events/request-event.ts';
import { httpProblemResponse, problemResponse } from '../protocol/problems.ts';
import type { AddressReader } from './proxies.ts';
import { bodyOf, boundLinger } from './request-body.ts';

/** Options of the listener. */
export interface ListenerOptions {
  /** The receiver. It must read the `body` of a request by iteration, or not at all. */
  readonly receive: Receiver;
  readonly origins: AllowedOrigins;
  readonly addressOf: AddressReader;
  /** Requests that may wait for their answer, once they have arrived whole; 1,000 by default. */
  readonly maxPending: number | undefined;
  /** Called for requests that the receiver never sees. It must not throw. */
  readonly emit: (event: LogEvent) => void;
}

/** The listener, and its current load. */
export interface Listener {
  readonly listener: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
  /** Completes the answer to a request that the receiver never sees, and emits its event unless another part does. */
  readonly complete: (response: Response, origin: string | null, isEmitted?: boolean) => Response;
  readonly counts: { readonly requests: number };
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/**
 * Makes the listener.
 * @param isListening whether the server accepts connections; once it does not, each connection ends with its answer
 */
export function createListener(options: ListenerOptions, isListening: () => boolean): Listener {
  const { receive, origins, addressOf, maxPending = 1_000, emit } = options;
  const counts = { requests: 0, pending: 0 };

  const complete: Listener['complete'] = (response, origin, isEmitted = true) => {
    setCommonHeaders(response.headers, origins, origin);
    // A client that violates HTTP loses its connection.
    if (response.status < 500) response.headers.set('Connection', 'close');
    if (isEmitted) emit(eventOf(response));
    return response;
  };

  const hand = async (request: Request, { incoming, outgoing }: Exchange): Promise<Response> => {
    // A request that is still arriving waits for its sender, and does not count as pending.
    let isPending = false;
    const body = bodyOf(incoming, outgoing, () => {
      isPending = true;
      counts.pending++;
    });
    Object.defineProperty(request, 'body', { value: body });
    counts.requests++;
    try {
      const address = addressOf(incoming.socket.remoteAddress, forwardedForOf(incoming));
      return await receive(request, address === undefined ? {} : { address });
    } finally {
      counts.requests--;
      if (isPending) counts.pending--;
    }
  };

  const answer = async (request: Request, exchange: Exchange): Promise<Response> => {
    const { headers } = exchange.incoming;
    const isFull = counts.pending >= maxPending;
    const refused = refuseHeader(exchange.incoming) ?? (isFull ? problemResponse('unavailable') : undefined);
    const response = refused ? complete(refused, headers.origin ?? null) : await hand(request, exchange);
    if (!isListening()) response.headers.set('Connection', 'close');
    return response;
  };

  // A request that cannot become a Request (an invalid path) never reaches the receiver. Any other error is a fault of
  // ours, such as a `log` that throws: the form tries again, and gets the receipt of the stored report.
  const answerFault = (error: unknown): Response =>
    complete(error instanceof RequestError ? httpProblemResponse(400) : problemResponse('unavailable'), null);

  const listener = getRequestListener((request, bindings) => answer(request, bindings as Exchange), {
    errorHandler: answerFault,
    // The rest of the process keeps Node's own Request and Response.
    overrideGlobalObjects: false,
  });

  return {
    listener(incoming, outgoing) {
      boundLinger(incoming, outgoing);
      // Health checks of load balancers still speak HTTP/1.0, which has no Host.
      if (incoming.httpVersion === '1.0') incoming.headers.host ??= 'localhost';
      void listener(incoming, outgoing);
    },
    complete,
    counts,
  };
}

function eventOf({ status }: Response): LogEvent {
  return status < 500
    ? { event: 'refused', status, durationMs: 0 }
    : { event: 'failed', status, code: 'unavailable', durationMs: 0 };
}

function forwardedForOf({ headers }: IncomingMessage): string | undefined {
  const value = headers['x-forwarded-for'];
  return Array.isArray(value) ? value.join(',') : value;
}

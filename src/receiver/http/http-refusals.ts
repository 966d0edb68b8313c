// Refusals of what HTTP itself does not allow: requests beyond the limits, and bytes that are no request.
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { httpProblemResponse } from '../protocol/problems.ts';

/** Lines that the header of a request may have. */
export const MAX_HEADERS = 100;

/** The refusal of a request by its header alone; undefined if it may go on. */
export function refuseHeader({ headers, rawHeaders }: IncomingMessage): Response | undefined {
  if (rawHeaders.length > 2 * MAX_HEADERS) return httpProblemResponse(431);
  const { expect = '100-continue' } = headers;
  return expect.toLowerCase() === '100-continue' ? undefined : httpProblemResponse(417);
}

/**
 * Answers bytes that Node cannot read as a request, and requests for a tunnel, then ends the connection.
 * @param complete completes an answer, and emits its event if no other part does
 */
export function answerBroken(
  server: Server,
  complete: (response: Response, origin: null, isEmitted: boolean) => Response,
): void {
  const underWay = new WeakMap<Socket, Set<ServerResponse>>();
  for (const name of ['request', 'checkContinue', 'checkExpectation']) {
    server.on(name, (_incoming: IncomingMessage, outgoing: ServerResponse) => track(underWay, outgoing));
  }
  const broken = new WeakSet<Socket>();
  server.on('clientError', (error, duplex) => {
    const socket = duplex as Socket;
    // Further errors may arrive before the connection ends.
    if (broken.has(socket)) return;
    broken.add(socket);
    const responses = [...(underWay.get(socket) ?? [])];
    const response = refuseBroken(error, socket, responses);
    // The receiver itself emits the event of a request under way.
    if (response) void endWith(socket, complete(response, null, responses.length === 0));
    else endAfter(socket, responses.at(-1));
  });
  server.on('connect', (_incoming, socket) => {
    void endWith(socket as Socket, complete(httpProblemResponse(400), null, true));
  });
}

function track(underWay: WeakMap<Socket, Set<ServerResponse>>, outgoing: ServerResponse): void {
  const { socket } = outgoing.req;
  const responses = underWay.get(socket) ?? new Set();
  underWay.set(socket, responses.add(outgoing));
  outgoing.once('close', () => responses.delete(outgoing));
}

const STATUS_OF: Readonly<Record<string, 408 | 431>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * The refusal of bytes that Node could not read.
 * @param responses those that are under way on the same connection
 * @returns undefined if nothing may be written: an answer is on its way, or is due before this one
 */
function refuseBroken(
  { code = '' }: NodeJS.ErrnoException,
  socket: Socket,
  responses: readonly ServerResponse[],
): Response | undefined {
  const isBusy = responses.some((response) => response.headersSent || response.req.complete);
  if (isBusy || !socket.writable || code === 'ECONNRESET') return undefined;
  return httpProblemResponse(STATUS_OF[code] ?? 400);
}

/** Ends a connection after its last answer; at once if there is no answer, or the client is gone. */
function endAfter(socket: Socket, last: ServerResponse | undefined): void {
  if (last && socket.writable) last.once('close', () => socket.destroySoon());
  else socket.destroy();
}

/** Answers on a socket that Node has no response for, then ends the connection. */
async function endWith(socket: Socket, response: Response): Promise<void> {
  const { status, headers } = response;
  const body = await response.text();
  headers.set('Connection', 'close');
  headers.set('Content-Length', String(Buffer.byteLength(body)));
  const lines = Array.from(headers, ([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

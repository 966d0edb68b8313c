// HTTP as bytes on a socket, for requests that no client would send and answers read as they arrive.
import { connect, type Socket } from 'node:net';
import { checked } from './harness.ts';

/** A connection to a server; `received` returns all bytes so far. */
export interface RawConnection {
  readonly socket: Socket;
  readonly received: () => string;
  /** Resolves once this many answers are there, or with fewer when the server ends the connection. */
  readonly answers: (count?: number) => Promise<RawAnswer[]>;
}

/** One answer, with its headers and its syntax checked. */
export type RawAnswer = Awaited<ReturnType<typeof checked>>;

/** Connects and writes a first text. A connection error counts as the end of the connection. */
export function openRaw(url: string, text = ''): RawConnection {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('latin1').on('data', (data: string) => (received += data));
  socket.on('error', () => {});
  if (text) socket.write(text);
  return {
    socket,
    received: () => received,
    async answers(count = Infinity) {
      for (;;) {
        const texts = splitAnswers(received);
        if (texts.length >= count || socket.closed) {
          return Promise.all(
            texts.map(({ status, headers, body }) => checked(toResponse(status, headers, body))),
          );
        }
        await nextEvent(socket, 'data');
      }
    },
  };
}

/** Waits for an event on a socket, or for its end. */
export function nextEvent(socket: Socket, name: 'data' | 'drain'): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off(name, done).off('close', done);
      resolve();
    };
    socket.on(name, done).on('close', done);
  });
}

/** Sends a text and reads the answers until the server ends the connection. */
export function exchange(url: string, text: string): Promise<RawAnswer[]> {
  return openRaw(url, text).answers();
}

/** The text of a request; a body adds its length. */
export function rawRequest(line: string, headers: Record<string, string> = {}, body = ''): string {
  const lines = Object.entries({
    Host: 'receiver.example',
    ...(body && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line}\r\n${lines.join('')}\r\n${body}`;
}

function toResponse(status: number, headers: Headers, body: string): Response {
  return new Response([204, 304].includes(status) ? null : body, { status, headers });
}

function splitAnswers(text: string) {
  const answers: { status: number; headers: Headers; body: string }[] = [];
  for (let rest = text; ;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return answers;
    const [statusLine = '', ...lines] = rest.slice(0, end).split('\r\n');
    const status = Number(statusLine.split(' ')[1]);
    const headers = new Headers(lines.map((line) => line.split(': ', 2) as [string, string]));
    const length = Number(headers.get('content-length'));
    if (rest.length < end + 4 + length) return answers;
    if (status !== 100) answers.push({ status, headers, body: rest.slice(end + 4, end + 4 + length) });
    rest = rest.slice(end + 4 + length);
  }
}

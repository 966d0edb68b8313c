// Peers that end a connection, or do not, in every way: servers of bytes, without a protocol of their own.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** What a peer does with one connection. */
export type Peer = (socket: Socket) => void;

/** Starts a peer. It does to each connection what `next` holds, in turn, and then what is `healthy`. */
export async function startPeer(t: TestContext, healthy: Peer) {
  const next: Peer[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    (next.shift() ?? healthy)(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  return {
    port: (server.address() as AddressInfo).port,
    next,
    /** Whether the other side has ended all connections. One that was never read is read now, to see it. */
    isLeft() {
      for (const socket of open) socket.resume();
      return open.size === 0;
    },
  };
}

/** Writes the same again and again. */
export const flood =
  (text: string): Peer =>
  (socket) => {
    const timer = setInterval(() => socket.write(text), 2);
    socket.once('close', () => clearInterval(timer));
  };

/** Says something, then does something, once the first bytes of a request are there. */
export const answering =
  (text: string, then: Peer = () => {}): Peer =>
  (socket) => {
    socket.once('data', () => {
      if (text === '') then(socket);
      else socket.write(text, () => then(socket));
    });
  };

export const finish: Peer = (socket) => void socket.end();
export const reset: Peer = (socket) => void socket.resetAndDestroy();
export const silent: Peer = () => {};

/** How a conversation of SMTP goes, step by step: who said what begins it, and its answer. */
const STEPS = [
  ['greeting', '220 here\r\n'],
  ['EHLO', '250 here\r\n'],
  ['MAIL', '250 ok\r\n'],
  ['RCPT', '250 ok\r\n'],
  ['DATA', '354 go on\r\n'],
  ['text', '250 taken\r\n'],
  ['QUIT', '221 bye\r\n'],
] as const;

export type MailStep = (typeof STEPS)[number][0];

export const MAIL_STEPS: readonly MailStep[] = STEPS.map(([step]) => step);

/** A mail server that takes mails, up to a step at which it does something else. */
export const mailPeer =
  (taken: string[], broken?: MailStep, how: Peer = silent): Peer =>
  (socket) => {
    let [text, at] = ['', 0];
    const answer = (): void => {
      const [step, words] = STEPS[at]!;
      at += 1;
      if (step === broken) return how(socket);
      if (step === 'text') taken.push(text);
      text = '';
      socket.write(words);
    };
    socket.on('data', (part: Buffer) => {
      if (at > 0 && STEPS[at - 1]![0] === broken) return;
      text += part.toString();
      const end = STEPS[at]?.[0] === 'text' ? '\r\n.\r\n' : '\r\n';
      if (text.endsWith(end) && at < STEPS.length) answer();
    });
    answer();
  };

// The body of a request as Node gives it, and what is done with one that nobody wants to read any further.
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The body, chunk by chunk, asked for when the first is wanted: what is refused by its headers is never sent. A web
 * stream in its place costs five times the memory, which a thousand clients that send a byte and wait would have.
 * @param whenWhole called once all of it was read
 */
export async function* bodyOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  whenWhole: () => void,
): AsyncGenerator<Uint8Array> {
  const { httpVersion, headers } = incoming;
  // HTTP/1.0 does not know how to wait.
  if (httpVersion !== '1.0' && headers.expect !== undefined) outgoing.writeContinue();
  // Destroyed, it would keep its connection until that has idled for long, instead of half a second.
  yield* incoming.iterator({ destroyOnReturn: false });
  whenWhole();
}

/** What is still read of a body after its answer, so that a client that sends first and reads later finds the answer. */
const LINGER_BYTES = 262_144;

/**
 * Lets a body that goes on after its answer wait in the network, from some length on. `getRequestListener` reads it for
 * half a second, then ends the connection: as fast as it comes, that would be a lot.
 */
export function boundLinger(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.once('close', () => {
    if (incoming.complete) return;
    let left = LINGER_BYTES;
    incoming.on('data', (chunk: Uint8Array) => {
      left -= chunk.length;
      if (left < 0) incoming.pause();
    });
  });
}

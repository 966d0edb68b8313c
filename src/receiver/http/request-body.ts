// Reads the body of a request from Node, and bounds a body that continues after its answer.
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The body, chunk by chunk. It is requested at the first read, so a request refused by its headers never sends one. A
 * web stream would cost five times the memory, for each of a thousand clients that send a byte and wait.
 * @param whenWhole called once the whole body was read
 */
export async function* bodyOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  whenWhole: () => void,
): AsyncGenerator<Uint8Array> {
  const { httpVersion, headers } = incoming;
  // HTTP/1.0 has no `100 Continue`.
  if (httpVersion !== '1.0' && headers.expect !== undefined) outgoing.writeContinue();
  // A destroyed request would keep its connection until the idle timeout, instead of half a second.
  yield* incoming.iterator({ destroyOnReturn: false });
  whenWhole();
}

/** Bytes of a body that are still read after its answer, so that a client that sends first and reads later finds it. */
const LINGER_BYTES = 262_144;

/**
 * Pauses a body that continues after its answer, once it exceeds `LINGER_BYTES`. `getRequestListener` reads such a body
 * for half a second, then ends the connection: at full speed, that would be a lot.
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

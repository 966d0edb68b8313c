// The proof of work of one widget's report. A chunk of its own, only with `challenge`.

import { obtainProof } from '../client/proof.ts';
import { usableEndpoint } from '../../core/report/endpoint.ts';
import { warnOf } from './bad-values.ts';
import type { Widget } from '../shared/widget.ts';

/**
 * Obtains the proof that goes with a report.
 * @param value the attribute `challenge`
 * @param endpoint absolute address to which the report goes: no other server is asked for a challenge
 * @param signal aborted when the sending ends
 * @returns as `obtainProof`
 */
export async function proofFor(
  host: Widget,
  value: string,
  endpoint: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const address = usableEndpoint(value, location.href);
  if (!address || new URL(address).origin !== new URL(endpoint).origin) {
    warnOf(host, [{ attribute: 'challenge', value }]);
    return undefined;
  }
  const stop = new AbortController();
  const giveUp = (): void => stop.abort();
  // A reporter who leaves now does not wait: the report goes at once, without a proof.
  window.addEventListener('pagehide', giveUp);
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  try {
    return await obtainProof(address, { signal: stop.signal });
  } finally {
    window.removeEventListener('pagehide', giveUp);
    signal.removeEventListener('abort', giveUp);
  }
}

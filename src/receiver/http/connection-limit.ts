// Limits the connections that one network may hold open: silent connections must not keep the next reporter out.
import { networksOf } from '../admission/source-network.ts';

/** Connections of one address or /64: several tabs and keep-alive need a dozen per person, and a school needs more. */
const MAX_FINE = 100;

/** Connections of one /24 or /48. */
const MAX_COARSE = 400;

/**
 * Counts a connection.
 * @param address the other end
 * @returns a function that ends the count; undefined if the network holds too many. An address that tells nothing of
 * the client, such as that of a proxy on this machine, is never counted
 */
export type ConnectionLimit = (address: string | undefined) => (() => void) | undefined;

/** Makes the limit. A network is in memory for as long as one of its connections is open. */
export function createConnectionLimit(): ConnectionLimit {
  const counts = new Map<string, number>();
  const countOf = (network: string): number => counts.get(network) ?? 0;
  const add = (network: string, step: number): void => {
    const count = countOf(network) + step;
    if (count === 0) counts.delete(network);
    else counts.set(network, count);
  };

  return (address) => {
    const networks = networksOf(address);
    if (!networks) return () => {};
    const [fine, coarse] = [`fine ${networks.fine}`, `coarse ${networks.coarse}`];
    if (countOf(fine) >= MAX_FINE || countOf(coarse) >= MAX_COARSE) return undefined;
    add(fine, 1);
    add(coarse, 1);
    return () => {
      add(fine, -1);
      add(coarse, -1);
    };
  };
}

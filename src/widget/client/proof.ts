// Proof of work (ALTCHA v2): a computation that one person does not notice, but that makes thousands of reports costly.
// It never blocks a report: if anything fails, the report is sent without it.

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import { readJson } from './request.ts';
import { pause } from './retry.ts';

/** Options for a proof. Every option has a default. */
export interface ProofOptions {
  /** Aborts at once. */
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for the challenge, in milliseconds: 5,000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Longest time for challenge and solution together, in milliseconds: 8,000 by default. */
  readonly patienceMs?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Most rounds of PBKDF2 in one try: a slow phone computes them in a fifth of a second, so stopping is prompt. */
const MAX_COST = 100_000;

/** Longest header, in characters: servers refuse requests whose headers are long. */
const MAX_PROOF = 4_096;

const BYTES = /^([0-9a-f]{2}){1,64}$/i;

/**
 * Asks for a challenge and solves it with the platform's cryptography, which runs off the main thread.
 * The request reveals nothing about the report.
 * @param address absolute address of the challenge
 * @returns value for the header `Altcha`; empty if there is nothing to prove, undefined if no proof was obtained
 */
export async function obtainProof(address: string, options: ProofOptions = {}): Promise<string | undefined> {
  const {
    signal,
    timeoutMs = 5_000,
    patienceMs = 8_000,
    fetch = globalThis.fetch.bind(globalThis),
  } = options;
  const stop = new AbortController();
  const obtain = async (): Promise<string | undefined> => {
    const challenge = await Promise.race([
      fetchChallenge(address, stop.signal, fetch),
      pause(timeoutMs, stop.signal).then(() => undefined),
    ]);
    return challenge && solve(challenge, stop, patienceMs);
  };
  try {
    // A race, because a host page's own `fetch` and a running computation may both ignore the signal.
    return await Promise.race([obtain(), pause(patienceMs, signal, stop.signal).then(() => undefined)]);
  } catch {
    return undefined;
  } finally {
    stop.abort();
  }
}

/** The challenge; empty if the endpoint asks for none. */
async function fetchChallenge(
  address: string,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<Challenge | '' | undefined> {
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
    signal,
  });
  if (response.status === 204) return '';
  return response.ok ? readChallenge(await readJson(response)) : undefined;
}

/** Accepts only a challenge that can be solved in time: the endpoint's answer is untrusted. */
function readChallenge(value: unknown): Challenge | undefined {
  const { parameters, signature } = (value ?? {}) as Partial<Challenge>;
  const { algorithm, cost, keyLength, keyPrefix, nonce, salt } =
    parameters ?? ({} as Partial<Challenge['parameters']>);
  const isReasonable =
    algorithm === 'PBKDF2/SHA-256' &&
    isWithin(cost, MAX_COST) &&
    isWithin(keyLength, 64) &&
    [keyPrefix, nonce, salt, signature].every((hex) => typeof hex === 'string' && BYTES.test(hex));
  return isReasonable ? ({ parameters, signature } as Challenge) : undefined;
}

const isWithin = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= most;

async function solve(
  challenge: Challenge,
  controller: AbortController,
  timeout: number,
): Promise<string | undefined> {
  const solution = await solveChallenge({ challenge, controller, deriveKey, timeout });
  if (!solution) return undefined;
  // The proof omits the computing time, which would distinguish one device from another.
  const { counter, derivedKey } = solution;
  const proof = btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
  return proof.length > MAX_PROOF ? undefined : proof;
}

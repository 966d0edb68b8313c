// Proof of work (ALTCHA v2): challenges whose cost we choose and sign, and the solutions that come back.
import type { Challenge, Payload } from 'altcha-lib';
import { sha256, toHex } from './digest.ts';

/** A proof that holds: solved, ours, not expired. Whether it was used before, the store knows. */
export interface Proof {
  /** SHA-256 of the challenge's signature, in hexadecimal. */
  readonly digest: string;
  /** RFC 3339, UTC, to the minute, rounded up. */
  readonly expiresAt: string;
}

/** How much work a challenge asks for: 1 is little, 3 the most. */
export type Level = 1 | 2 | 3;

/** Gives challenges, and judges what comes back. */
export interface Challenger {
  issue(level: Level): Promise<Challenge>;
  /**
   * Reads the header `Altcha`: base64 of the JSON `{challenge, solution}`. Costs two HMACs at most: no key is ever
   * derived, so that nobody can make the receiver work.
   * @returns undefined for anything that is no proof, whatever it is
   */
  verify(header: string): Promise<Proof | undefined>;
}

/** The secret that challenges are signed with is too short to keep anybody from signing their own. */
export class ChallengeSecretError extends Error {
  override readonly name = 'ChallengeSecretError';
}

const MIN_SECRET = 32;

const LIFETIME_MS = 600_000;

/** Longest header that is read, in characters; ours are about 900. */
const MAX_HEADER = 4_096;

// Iterations of PBKDF2/SHA-256 for one try, and how many tries it takes on average: about 0.25 s, 1 s and 3 s in a
// browser of 2026. Few and dear tries, because each costs a page's main thread the same, however dear.
// Their number varies around the average: nobody may know where to begin.
const WORK: Readonly<Record<Level, { cost: number; tries: number }>> = {
  1: { cost: 5_000, tries: 200 },
  2: { cost: 10_000, tries: 400 },
  3: { cost: 20_000, tries: 600 },
};

/**
 * Makes a challenger. altcha-lib is loaded when the first challenge is asked for, or the first proof comes.
 * @param secret the same in every process that shares the traffic; by default one that lives as long as this process
 * @throws {ChallengeSecretError} where the secret has fewer than 32 characters
 */
export function createChallenger(now: () => Date, secret = drawSecret()): Challenger {
  if (secret.length < MIN_SECRET) {
    throw new ChallengeSecretError(
      `The secret of challenges needs ${MIN_SECRET} characters or more, such as those of: openssl rand -hex 32`,
    );
  }
  const secrets = { hmacSignatureSecret: `challenge ${secret}`, hmacKeySignatureSecret: `key ${secret}` };

  return {
    async issue(level) {
      const { cost, tries } = WORK[level];
      const { createChallenge, deriveKey, randomInt } = await loadAltcha();
      return createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: randomInt(1.5 * tries, 0.5 * tries),
        deriveKey,
        expiresAt: Math.floor((now().getTime() + LIFETIME_MS) / 1000),
        ...secrets,
      });
    },
    async verify(header) {
      if (header.length > MAX_HEADER) return undefined;
      try {
        const { challenge, solution } = JSON.parse(atob(header)) as Payload;
        const { verifySolution } = await loadAltcha();
        // The signature of the key is ours as well: with both secrets, verifySolution compares, and derives nothing.
        const { verified } = await verifySolution({
          challenge,
          solution,
          deriveKey: refuseToDerive,
          ...secrets,
        });
        return verified ? await proofOf(challenge) : undefined;
      } catch {
        // It was no such payload. The report is taken all the same.
        return undefined;
      }
    },
  };
}

async function loadAltcha(): Promise<
  typeof import('altcha-lib') & typeof import('altcha-lib/algorithms/web/pbkdf2')
> {
  const [altcha, pbkdf2] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ]);
  return { ...altcha, ...pbkdf2 };
}

function refuseToDerive(): never {
  throw new Error('A challenge without the signature of its key is not one of ours.');
}

// The signature covers the whole challenge, and cannot be written in two ways.
async function proofOf({ signature, parameters: { expiresAt = 0 } }: Challenge): Promise<Proof> {
  const digest = await sha256(new TextEncoder().encode(signature));
  return { digest, expiresAt: toNextMinute(expiresAt) };
}

function toNextMinute(seconds: number): string {
  return `${new Date(Math.ceil(seconds / 60) * 60_000).toISOString().slice(0, 16)}:00Z`;
}

const drawSecret = (): string => toHex(crypto.getRandomValues(new Uint8Array(32)));

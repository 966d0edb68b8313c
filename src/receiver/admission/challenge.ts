// Proof of work (ALTCHA v2): challenges whose cost we choose and sign, and the solutions that come back.
import type { Challenge, Payload } from 'altcha-lib';
import { sha256, toHex } from '../protocol/digest.ts';

/** A valid proof: solved, signed by this receiver, not expired. The store knows whether it was used before. */
export interface Proof {
  /** SHA-256 of the challenge's signature, in hexadecimal. */
  readonly digest: string;
  /** RFC 3339, UTC, to the minute, rounded up. */
  readonly expiresAt: string;
}

/** How much work a challenge asks for: 1 is little, 3 the most. */
export type Level = 1 | 2 | 3;

/** Issues challenges and verifies solutions. */
export interface Challenger {
  /** A challenge as altcha-lib makes it, to be sent as JSON. */
  issue(level: Level): Promise<object>;
  /**
   * Reads the header `Altcha`: base64 of the JSON `{challenge, solution}`. It costs two HMACs at most: no key is ever
   * derived, so that no client can burden the receiver with work.
   * @returns undefined for anything that is not a valid proof
   */
  verify(header: string): Promise<Proof | undefined>;
}

/** The secret that signs challenges is too short to prevent forged challenges. */
export class ChallengeSecretError extends Error {
  override readonly name = 'ChallengeSecretError';
}

const MIN_SECRET = 32;

const LIFETIME_MS = 600_000;

/** Longest header that is read, in characters; ours are about 900. */
const MAX_HEADER = 4_096;

// Iterations of PBKDF2/SHA-256 for one try, and the average number of tries: about 0.25 s, 1 s and 3 s in a browser of
// 2026. A few expensive tries are better than many cheap ones, because each try costs a page's main thread the same.
// The number of tries varies around the average, so that no client knows where to begin.
const WORK: Readonly<Record<Level, { cost: number; tries: number }>> = {
  1: { cost: 5_000, tries: 200 },
  2: { cost: 10_000, tries: 400 },
  3: { cost: 20_000, tries: 600 },
};

/**
 * Makes a challenger. altcha-lib is loaded with the first challenge or the first proof.
 * @param secret the same in every process that shares the traffic; by default one that lives as long as this process
 * @throws {ChallengeSecretError} if the secret has fewer than 32 characters
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
        // The challenge also carries a signature of its key. With both secrets, verifySolution compares and derives
        // nothing.
        const { verified } = await verifySolution({
          challenge,
          solution,
          deriveKey: refuseToDerive,
          ...secrets,
        });
        return verified ? await proofOf(challenge) : undefined;
      } catch {
        // The header holds no valid payload. That is no reason to refuse the report.
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

// Endpoints that do badly what they need not do at all.
import { problemResponse } from '../../../src/receiver/problems.ts';
import { intact } from '../broken-endpoints.ts';
import { dropHeader, instead, memberOf, type Case, type Members } from '../spoil.ts';

export const OPTIONAL_CASES: readonly Case[] = [
  {
    name: 'is ill',
    caughtBy: ['health'],
    breakage: instead(
      (_body, { url }) => url.endsWith('/health'),
      () => new Response(null, { status: 500 }),
    ),
  },
  {
    name: 'refuses sealed reports',
    caughtBy: ['sealed'],
    breakage: instead(
      (body) => memberOf(body, 'sealed') !== undefined,
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'refuses a proof that is worth nothing',
    caughtBy: ['proof-optional'],
    breakage: instead(
      (_body, { headers }) => headers.has('altcha'),
      () => problemResponse('partner'),
    ),
  },
  { name: 'has no challenge', caughtBy: ['challenge'], challenge: '/v1/nothing', breakage: intact },
  {
    name: 'has its challenges elsewhere',
    caughtBy: ['challenge'],
    challenge: 'https://other.example/',
    breakage: intact,
  },
  {
    name: 'has challenges that no page may read',
    caughtBy: ['challenge'],
    breakage: dropHeader((_response, { url }) => url.endsWith('/challenge'), 'access-control-allow-origin'),
  },
  ...[
    '{}',
    'no JSON',
    challengeText({ algorithm: 'ARGON2ID' }),
    challengeText({ nonce: 1 }),
    challengeText({ cost: 0 }),
    challengeText({ expiresAt: 1 }),
  ].map((text): Case => ({
    name: `asks to solve ${text.slice(0, 60)}`,
    caughtBy: ['challenge'],
    breakage: instead(
      (_body, { url }) => url.endsWith('/challenge'),
      () => new Response(text, { status: 200 }),
    ),
  })),
];

/** A challenge that a form solves, but for what is changed. */
export function challengeText(changes: Members = {}): string {
  const parameters = {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '0a',
    salt: '0b',
    cost: 1_000,
    keyLength: 32,
    keyPrefix: '00',
    ...changes,
  };
  return JSON.stringify({ parameters, signature: '0c' });
}

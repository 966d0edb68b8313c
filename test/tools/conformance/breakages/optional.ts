// Endpoints with faults in optional features.
import { decodeProtectedHeader } from 'jose';
import { sealText, thumbprint } from '../../../../src/core/report/seal.ts';
import { readReceiptKey } from '../../../../src/receiver/index.ts';
import { problemResponse } from '../../../../src/receiver/protocol/problems.ts';
import { intact, type Breakage } from '../broken-endpoints.ts';
import {
  dropHeader,
  instead,
  memberOf,
  mislead,
  spoilReceipt,
  spoilRefusal,
  withMembers,
  type Case,
  type Members,
} from '../spoil.ts';

/** The public key of the forms; nobody holds its private key. */
export const PUBLIC_KEY =
  'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU';
export const THUMBPRINT = await thumbprint(PUBLIC_KEY);
/** The key that signs receipts (RFC 8037, appendix A.1). */
export const RECEIPT_KEY = await readReceiptKey(
  '{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}',
);
const SEALED = await sealText('{}', PUBLIC_KEY);

/** The key id in the envelope's header. */
function kidOf(body: string): unknown {
  const sealed = memberOf(body, 'sealed');
  return typeof sealed === 'string' ? decodeProtectedHeader(sealed).kid : undefined;
}

const withoutSignature = ({ signature: _, ...receipt }: Members): Members => receipt;

const { publicKey: receiptKey } = RECEIPT_KEY;
const OTHER_REFUSAL = await RECEIPT_KEY.signRefusal({
  digest: '0'.repeat(64),
  type: 'urn:cliquez-signalez:problem:invalid',
  errors: [],
});

const SIGNATURE_CASES: readonly Case[] = [
  { name: 'does not sign receipts', breakage: spoilReceipt(withoutSignature) },
  {
    name: 'signs only the first time',
    breakage: spoilReceipt(withoutSignature, ({ status }) => status === 200),
  },
  {
    name: 'says another time than it has signed',
    breakage: spoilReceipt((receipt) => ({
      ...receipt,
      receivedAt: new Date(Date.parse(String(receipt['receivedAt'])) - 60_000).toISOString(),
    })),
  },
  { name: 'signs one receipt, and gives its signature to all', breakage: repeatingSignature() },
].map((one) => ({ ...one, caughtBy: ['receipt-signature'], receiptKey }));

/** The signature of the first receipt in each later one. */
function repeatingSignature(): Breakage {
  let first: unknown;
  return spoilReceipt((receipt) => ({ ...receipt, signature: (first ??= receipt['signature']) }));
}

const REFUSAL_CASES: readonly Case[] = [
  { name: 'does not sign refusals', breakage: spoilRefusal(withoutSignature) },
  {
    name: 'signs a refusal of another body',
    breakage: spoilRefusal((problem) => ({ ...problem, signature: OTHER_REFUSAL })),
  },
].map((one) => ({ ...one, caughtBy: ['refusal-signature'], receiptKey }));

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
    caughtBy: ['sealed', 'sealed-unknown-key'],
    breakage: instead(
      (body) => memberOf(body, 'sealed') !== undefined,
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'does not know its own key',
    caughtBy: ['sealed'],
    breakage: instead(
      (body) => memberOf(body, 'sealed') !== undefined,
      () => problemResponse('seal-key'),
    ),
  },
  {
    name: 'takes what nobody can open',
    caughtBy: ['sealed-unknown-key'],
    breakage: mislead(
      (body) => kidOf(body) !== undefined && kidOf(body) !== THUMBPRINT,
      (body) => withMembers(body, { sealed: SEALED }),
    ),
  },
  {
    name: 'calls what nobody can open invalid',
    caughtBy: ['sealed-unknown-key'],
    breakage: instead(
      (body) => kidOf(body) !== undefined && kidOf(body) !== THUMBPRINT,
      () => problemResponse('invalid'),
    ),
  },
  ...SIGNATURE_CASES,
  ...REFUSAL_CASES,
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

/** A challenge that a form can solve, unless the changes prevent it. */
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

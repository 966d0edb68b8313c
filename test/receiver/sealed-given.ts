// Keys, reports and envelopes for the sealing tests, made with Node's own cryptography to check jose's independently.
import { createCipheriv, createECDH, createHash, randomBytes, type CipherGCMTypes } from 'node:crypto';
import type { Envelope } from '../../src/core/report/protocol.ts';
import { readPrivateKey } from '../../src/receiver/index.ts';
import { sampleReport } from './sample-report.ts';

/** A key pair on P-256. */
export interface Pair {
  readonly jwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string };
  /** The public point in raw form, 65 bytes. */
  readonly point: Buffer;
  readonly privateKey: CryptoKey;
}

export async function makePair(): Promise<Pair> {
  const ecdh = createECDH('prime256v1');
  const point = ecdh.generateKeys();
  // Node omits leading zeros.
  const secret = ecdh.getPrivateKey();
  const d = Buffer.concat([Buffer.alloc(32 - secret.length), secret]).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', ...coordinatesOf(point), d } as const;
  return { jwk, point, privateKey: await readPrivateKey(JSON.stringify(jwk)) };
}

export const coordinatesOf = (point: Buffer): { x: string; y: string } => {
  const size = (point.length - 1) / 2;
  return {
    x: point.subarray(1, 1 + size).toString('base64url'),
    y: point.subarray(1 + size).toString('base64url'),
  };
};

/** The parts that a forgery changes; all others stay correct. */
export interface Forgery {
  /** Header members to add or replace; undefined removes one. */
  readonly header?: Record<string, unknown>;
  /** The full header text, valid or not. */
  readonly headerText?: string;
  readonly plaintext?: Buffer;
  readonly iv?: Buffer;
  readonly cipher?: CipherGCMTypes;
}

/** The five parts of a compact JWE for a key: valid except for the requested changes. */
export function forgeParts(recipient: Pair, plaintext: Buffer, forgery: Forgery = {}): Parts {
  const { iv = randomBytes(12), cipher = 'aes-256-gcm' } = forgery;
  const ephemeral = createECDH('prime256v1');
  const epk = { kty: 'EC', crv: 'P-256', ...coordinatesOf(ephemeral.generateKeys()) };
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', epk, ...forgery.header };
  const encodedHeader = Buffer.from(forgery.headerText ?? JSON.stringify(header)).toString('base64url');
  const secret = ephemeral.computeSecret(recipient.point);
  const key = derivedKey(secret, header.enc ?? 'A256GCM', Number(/\d{3}/.exec(cipher)?.[0]));
  const encryption = createCipheriv(cipher, key, iv);
  encryption.setAAD(Buffer.from(encodedHeader, 'ascii'));
  const ciphertext = Buffer.concat([encryption.update(forgery.plaintext ?? plaintext), encryption.final()]);
  return [encodedHeader, '', ...[iv, ciphertext, encryption.getAuthTag()].map(toText)] as unknown as Parts;
}

export type Parts = [header: string, key: string, iv: string, ciphertext: string, tag: string];

const toText = (bytes: Buffer): string => bytes.toString('base64url');

/** RFC 7518 §4.6.2, for keys of at most 256 bits. */
function derivedKey(secret: Buffer, algorithm: string, bits: number): Buffer {
  const number = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer).swap32();
  const info = [number(algorithm.length), Buffer.from(algorithm), number(0), number(0), number(bits)];
  return createHash('sha256')
    .update(Buffer.concat([number(1), secret, ...info]))
    .digest()
    .subarray(0, bits / 8);
}

/** A report's JSON, padded to the next step of 4,096 bytes. */
export function padded(report: object): Buffer {
  const text = Buffer.from(JSON.stringify(report));
  return Buffer.concat([text, Buffer.alloc(-text.length & 4_095, ' ')]);
}

/** An envelope for a report, sealed correctly or forged. */
export function seal(
  recipient: Pair,
  report: ReturnType<typeof sampleReport> = sampleReport(),
  forgery: Forgery = {},
): Envelope {
  const { partnerId } = report['source'] as { partnerId?: string };
  const { followUp } = report as Pick<Envelope, 'followUp'>;
  return {
    schemaVersion: '1.0',
    submissionId: report.submissionId,
    ...(partnerId !== undefined && { partnerId }),
    ...(followUp && { followUp }),
    sealed: forgeParts(recipient, padded(report), forgery).join('.'),
  };
}

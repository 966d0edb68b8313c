// Zod schemas of envelope, receipt and problem: for the receiver, the OpenAPI document and tests (types: protocol.ts).

import * as z from 'zod/mini';
import {
  MAX_RECEIVED_BYTES,
  PROBLEM_PREFIX,
  PROBLEMS,
  SCHEMA_VERSIONS,
  type Envelope,
  type Problem,
  type ProblemCode,
  type Receipt,
} from './protocol.ts';
import { followUp, submissionId } from './report-parts.ts';

// Base64url in the one spelling that RFC 4648 §3.5 allows: no padding, and no stray bits in the last character.
const BASE64URL = '(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?';

/**
 * Compact JWE (RFC 7516 §3.1) with direct key agreement: header, no encrypted key, nonce of 12 bytes,
 * ciphertext, tag of 16 bytes.
 */
const COMPACT_JWE = `^(?=[^.]+\\.\\.[^.]+\\.[^.]+\\.)${BASE64URL}\\.\\.[\\w-]{16}\\.${BASE64URL}\\.[\\w-]{21}[AQgw]$`;

/** Longest sealed text: the largest body, minus room for the envelope's other fields. */
const MAX_SEALED = MAX_RECEIVED_BYTES - 256;

const sealed = z.string().check(z.maxLength(MAX_SEALED), z.regex(new RegExp(COMPACT_JWE, 'u')));

/**
 * Descriptions for the OpenAPI document, if a schema alone does not say enough. The registry is separate, because
 * any copy of zod may write into the global one.
 */
export const descriptions = z.registry<{ readonly description: string }>();

descriptions.add(sealed, {
  description:
    'Compact JWE (RFC 7516) of the report’s JSON text, padded with spaces to a multiple of 4,096 bytes. Its header is ' +
    '{"alg":"ECDH-ES","enc":"A256GCM","kid","epk":{"crv":"P-256","kty":"EC","x","y"}} and nothing else. kid names the ' +
    'hotline’s public key by its RFC 7638 thumbprint: SHA-256, in base64url, of {"crv":"P-256","kty":"EC","x":"…","y":"…"} ' +
    'without blanks. A receiver that knows its keys refuses an envelope without kid, or with another one (seal-key).',
});

/** A report that only the hotline can read, with the fields that a receiver needs. */
export const envelopeSchema = z.strictObject({
  schemaVersion: z.enum(SCHEMA_VERSIONS),
  /** The `submissionId` of the report inside: the idempotency key. */
  submissionId,
  /** The report's `source.partnerId`, if there is one. */
  partnerId: z.exactOptional(z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{1,63}$/u))),
  /** The report's `followUp`, if there is one. */
  followUp: z.exactOptional(followUp),
  /** Compact JWE, ECDH-ES on P-256 + A256GCM, of the report's JSON text padded with spaces. */
  sealed,
}) satisfies z.ZodMiniType<Envelope>;

const signature = z.string().check(z.maxLength(2_048), z.regex(/^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/u));

descriptions.add(signature, {
  description:
    'Optional: proof that the hotline itself took the report, for forms that have its public key (`receipt-key`). Compact ' +
    'JWS (RFC 7515), Ed25519 (RFC 8037). Its header is {"alg":"Ed25519","typ":"cliquez-signalez-receipt","kid"}, where kid ' +
    'is the RFC 7638 thumbprint of the key; {"alg":"EdDSA"} is accepted too. Its payload is the JSON object {"submissionId",' +
    '"digest","reference","receivedAt"}: each member as in the receipt, receivedAt to the minute ' +
    '(2026-11-24T13:50:00Z), digest the SHA-256 of the body’s bytes as they were received, in lower-case hexadecimal.',
});

/** Number given to the reporter. */
export const reference = z.string().check(z.regex(/^[0-9A-Z -]{1,32}$/u));

/** Receipt of a report: 201 the first time, 200 for the same report again. */
export const receiptSchema = z.strictObject({
  /** The report's `submissionId`. */
  submissionId,
  /** Number given to the reporter: 1 to 32 of `0-9 A-Z space -`. */
  reference,
  /** RFC 3339, UTC, ending in `Z`. */
  receivedAt: z.iso.datetime(),
  /** Compact JWS, Ed25519, over the members above and the digest of the stored body. */
  signature: z.exactOptional(signature),
}) satisfies z.ZodMiniType<Receipt>;

const problemTypes = (Object.keys(PROBLEMS) as ProblemCode[]).map(
  (code) => `${PROBLEM_PREFIX}${code}` as const,
);

/** Refusal of a report (RFC 9457). */
export const problemSchema = z.strictObject({
  /** One of the closed list, or `about:blank` if the HTTP status says everything. */
  type: z.enum([...problemTypes, 'about:blank']),
  title: z.string(),
  /** The HTTP status of the response, repeated in the body. */
  status: z.int().check(z.gte(400), z.lte(599)),
  detail: z.exactOptional(z.string()),
  /** For `invalid`: JSON Pointers (RFC 6901) into the report, and machine codes. */
  errors: z.exactOptional(
    z.array(
      z.strictObject({ pointer: z.string().check(z.regex(/^(\/([^~/]|~[01])*)*$/u)), code: z.string() }),
    ),
  ),
  /** For `version`: the versions of the report that this endpoint reads. */
  acceptedVersions: z.exactOptional(z.array(z.string())),
  /** Compact JWS over `type`, `errors` and the digest of the refused body, if the endpoint signs. */
  signature: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Problem>;

// The exchange between a form and an endpoint: sizes, receipts and problems.
// Plain data and functions, without zod, because the browser's form imports it (protocol-schema.ts has the schemas).

import { own } from '../own.ts';

/** Version of the report. A later one is for changes that a receiver must not take without knowing them. */
export const SCHEMA_VERSION = '1.0';

/** The versions that a receiver takes. */
export const SCHEMA_VERSIONS = [SCHEMA_VERSION] as const;

/** What a report carries of its follow-up code. */
export interface FollowUp {
  /** `hashOf` the code's locator (core/follow-up/locator.ts): who sees it can neither ask nor add. */
  readonly hash: string;
}

/** Largest body a form may send, in bytes of UTF-8: browsers refuse a `keepalive` request above 64 KiB in flight. */
export const MAX_REQUEST_BYTES = 60_000;

/**
 * Longest JSON text of a report that the form makes, in bytes of UTF-8: once sealed, ten steps of padding fit into a
 * request, and eleven do not. Without a key it is the same, so that a report does not depend on the page's settings.
 */
export const MAX_REPORT_BYTES = 40_960;

/** Largest body a receiver reads, in bytes. */
export const MAX_RECEIVED_BYTES = 65_536;

/** Largest acknowledgement a form accepts, in bytes. */
export const MAX_ANSWER_BYTES = 16_384;

/** The replacement for a plain report: the report sealed for the hotline, which alone can read it. */
export interface Envelope {
  /** That of the report inside. */
  readonly schemaVersion: (typeof SCHEMA_VERSIONS)[number];
  /** The `submissionId` of the report inside. */
  readonly submissionId: string;
  /** The report's `source.partnerId`, if there is one. */
  readonly partnerId?: string;
  /** That of the report, if it has one: the receiver must find the report by it, and cannot open it. */
  readonly followUp?: FollowUp;
  /**
   * Compact JWE, ECDH-ES + A256GCM, of the report's JSON text padded with spaces to a multiple of 4,096 bytes. Its
   * header names the key in `kid`: the RFC 7638 thumbprint (SHA-256) of the hotline's public key.
   */
  readonly sealed: string;
}

/** An endpoint's answer once a report is on disk: 201 the first time, 200 for the same report again. */
export interface Receipt {
  /** Echo of the report's `submissionId`. An answer with another id is not a receipt. */
  readonly submissionId: string;
  /** Number given to the reporter: at most 32 of `0-9 A-Z space -`. */
  readonly reference: string;
  /** When the endpoint took the report: RFC 3339, UTC. */
  readonly receivedAt: string;
  /**
   * Proof that the hotline itself took the report, if the endpoint offers one: a compact JWS, Ed25519, over this receipt
   * and the digest of the stored body. See receipt-signature.ts.
   */
  readonly signature?: string;
}

/** Why an endpoint did not take a report: the closed list of RFC 9457 problem types, with their HTTP status. */
export const PROBLEMS = {
  'key-mismatch': 400,
  malformed: 400,
  partner: 403,
  'in-progress': 409,
  version: 409,
  'too-large': 413,
  'media-type': 415,
  invalid: 422,
  'key-reused': 422,
  'not-sealed': 422,
  'seal-key': 422,
  'slow-down': 429,
  unavailable: 503,
  storage: 507,
} as const;

/** Code of a problem: the last segment of its `type`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Prefix of the code in a problem's `type`. */
export const PROBLEM_PREFIX = 'urn:cliquez-signalez:problem:';

/** One rejected field of a report. */
export interface PointedError {
  /** JSON Pointer (RFC 6901) into the report. */
  readonly pointer: string;
  /** Machine code of the fault, such as `too_big`. */
  readonly code: string;
}

/** Body of a refusal: `application/problem+json`, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** For `invalid`: the rejected fields. */
  readonly errors?: readonly PointedError[];
  /** For `version`: the versions of the report that this endpoint reads. */
  readonly acceptedVersions?: readonly string[];
  /**
   * Proof that the hotline itself refuses this body, if the endpoint offers one: a compact JWS, Ed25519, over `type`,
   * `errors` and the digest of the body. See receipt-signature.ts.
   */
  readonly signature?: string;
}

/** Refusals that depend on the body alone, so that a signed one proves that this very body is not stored. */
export const SIGNED_PROBLEMS: readonly ProblemCode[] = [
  'malformed',
  'version',
  'invalid',
  'not-sealed',
  'seal-key',
];

const REFERENCE = /^[0-9A-Z -]{1,32}$/;

/** Whether a value can be a report’s number: short, and of a harmless alphabet. */
export const isReference = (value: unknown): value is string =>
  typeof value === 'string' && REFERENCE.test(value);

/**
 * Reads an acknowledgement. Everything an endpoint sends is untrusted: only the three known fields are taken,
 * and the one that is shown to the reporter must be short and of a harmless alphabet.
 * @returns the receipt, or undefined if the answer is not one for this submission
 */
export function readReceipt(value: unknown, submissionId: string): Receipt | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { submissionId: echoed, reference, receivedAt } = own(value as Record<string, unknown>);
  if (echoed !== submissionId || !isReference(reference)) return undefined;
  if (typeof receivedAt !== 'string' || Number.isNaN(Date.parse(receivedAt))) return undefined;
  return { submissionId, reference, receivedAt };
}

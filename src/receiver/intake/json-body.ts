// From bytes to a JSON object: media type, size, text and shape of a body.
import type { $ZodIssue } from 'zod/v4/core';
import type { PointedError } from '../../core/report/protocol.ts';
import { countStrings, hasExactNumbers } from './json-shape.ts';
import { Refusal } from '../protocol/problems.ts';

/**
 * A page may post text/plain to any site without a preflight, so only application/json is accepted (no CSRF).
 * @throws {Refusal} `media-type`
 */
export function checkMediaType(headers: Headers): void {
  const [essence = ''] = (headers.get('content-type') ?? '').split(';');
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (essence.trim().toLowerCase() !== 'application/json' || encoding.toLowerCase() !== 'identity') {
    throw new Refusal('media-type');
  }
}

/**
 * Reads the bytes of a body. Leaving the loop cancels the stream, so that a body without end costs no more than the limit.
 * @throws {Refusal} `too-large` above the limit; `malformed` if it breaks off
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limit) throw new Refusal('too-large');
  let bytes = new Uint8Array();
  let size = 0;
  for await (const chunk of arriving(request)) {
    if (size + chunk.length > limit) throw new Refusal('too-large');
    bytes = withRoom(bytes, size + chunk.length, limit);
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes.subarray(0, size);
}

// The buffer grows with the data: a thousand clients that send a byte and stop must not cost a thousand times the
// limit.
function withRoom(bytes: Uint8Array<ArrayBuffer>, size: number, limit: number): Uint8Array<ArrayBuffer> {
  if (size <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.min(Math.max(size, 2 * bytes.length), limit));
  larger.set(bytes);
  return larger;
}

// A body that breaks off is the sender's fault or the network's, not the receiver's.
async function* arriving(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.body ?? [];
  } catch {
    throw new Refusal('malformed');
  }
}

/** A body that is one JSON object. */
interface JsonBody {
  readonly text: string;
  readonly value: Record<string, unknown>;
  /** How many strings the text has: fewer in the value mean a key that comes twice (`checkSingleKeys`). */
  readonly stringCount: number;
}

/** @throws {Refusal} `malformed` or `invalid` */
export function parseBody(bytes: Uint8Array): JsonBody {
  const text = decode(bytes);
  const stringCount = checkShape(text);
  return { text, value: parseObject(text), stringCount };
}

// A byte order mark stays in the text, where JSON.parse refuses it: the text kept is the bytes received.
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('malformed');
  }
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('malformed');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('malformed');
  return value as Record<string, unknown>;
}

/** The refusal of a value that does not follow its schema. */
export const invalid = (issues: readonly $ZodIssue[]): Refusal =>
  new Refusal('invalid', { errors: issues.slice(0, MAX_ERRORS).map(toPointedError) });

/** A body that is wrong everywhere needs no endless answer. */
const MAX_ERRORS = 20;

// An unknown key is reported by its position, never by its name, which is the sender's text.
function toPointedError(issue: $ZodIssue): PointedError {
  const segments = issue.path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  const code = issue.code === 'custom' ? issue.params?.['code'] : issue.code;
  return { pointer: segments.map((segment) => `/${segment}`).join(''), code: String(code) };
}

// A nest of 30,000 lists takes JSON.parse alone longer than a hundred reports.
function checkShape(text: string): number {
  const stringCount = countStrings(text);
  if (stringCount !== undefined) return stringCount;
  throw new Refusal('invalid', { errors: [{ pointer: '', code: 'too_complex' }] });
}

/**
 * Only members that the schema does not know are numbers.
 * @throws {Refusal} `invalid`
 */
export function checkNumbers(text: string): void {
  if (!hasExactNumbers(text)) throw new Refusal('invalid', { errors: [{ pointer: '', code: 'inexact' }] });
}

/**
 * Of two equal keys JSON.parse keeps the last, other parsers the first. The value checked must be the value read later.
 * A duplicate key loses a string, so the counts differ.
 * @throws {Refusal} `malformed`
 */
export function checkSingleKeys(stringCount: number, value: unknown): void {
  if (stringCount !== countStrings(JSON.stringify(value))) throw new Refusal('malformed');
}

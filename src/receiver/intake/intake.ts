// From a request to a report that may be stored: media type, size, text, shape, version, sealing, key,
// schema, in that order.
import type { $ZodIssue } from 'zod/v4/core';
import { MAX_RECEIVED_BYTES, SCHEMA_VERSIONS, type PointedError } from '../../core/report/protocol.ts';
import { envelopeSchema } from '../../core/report/protocol-schema.ts';
import { reportSchema } from '../../core/report/report.ts';
import { sha256 } from './digest.ts';
import { countStrings } from '../http/json-shape.ts';
import { priorityOf } from './priority.ts';
import { Refusal } from '../http/problems.ts';
import { readSealHeader } from './seal-header.ts';
import type { SealingJudge } from './sealing.ts';
import type { ReportRow } from '../store/records.ts';

/** A report or an envelope that follows its schema: the fields that the receiver reads, and the received text. */
export interface ReceivedReport {
  readonly submissionId: string;
  /** Public identifier of a partner, as the sender says it. */
  readonly partnerId: string | undefined;
  /** Whether only the hotline can read the report. */
  readonly sealed: boolean;
  /** Always `normal` for a sealed report, whose content is unknown. */
  readonly priority: ReportRow['priority'];
  /** The body, exactly as received. */
  readonly text: string;
  /** SHA-256 of the body's bytes, in hexadecimal. */
  readonly digest: string;
}

/** The options for reading a report. */
export interface IntakeOptions {
  readonly judgeSealing: SealingJudge;
  /** Whether this very body was stored under this id before. */
  readonly isStored: (id: string, digest: string) => Promise<boolean>;
}

/**
 * Reads and checks a report. Nothing of a refused request is kept.
 * @throws {Refusal} for the first reason found not to take it
 */
export async function readReport(request: Request, options: IntakeOptions): Promise<ReceivedReport> {
  checkMediaType(request.headers);
  const bytes = await readBytes(request);
  const digest = await sha256(bytes);
  try {
    return await readBody(bytes, digest, request.headers.get('idempotency-key'), options);
  } catch (error) {
    if (error instanceof Refusal) error.digest = digest;
    throw error;
  }
}

async function readBody(
  bytes: Uint8Array,
  digest: string,
  key: string | null,
  options: IntakeOptions,
): Promise<ReceivedReport> {
  const text = decode(bytes);
  const stringCount = checkShape(text);
  const value = parseObject(text);
  checkVersion(value);
  await checkSealing(value, digest, options);
  checkKey(value, key);
  const facts = 'sealed' in value ? readEnvelope(value) : readPlainReport(value);
  checkSingleKeys(stringCount, value);
  return { ...facts, text, digest };
}

// A page may post text/plain to any site without a preflight, so only application/json is accepted (no CSRF).
function checkMediaType(headers: Headers): void {
  const [essence = ''] = (headers.get('content-type') ?? '').split(';');
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (essence.trim().toLowerCase() !== 'application/json' || encoding.toLowerCase() !== 'identity') {
    throw new Refusal('media-type');
  }
}

// Leaving the loop cancels the stream, so that a body without end costs no more than the limit.
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > MAX_RECEIVED_BYTES) throw new Refusal('too-large');
  let bytes = new Uint8Array();
  let size = 0;
  for await (const chunk of arriving(request)) {
    if (size + chunk.length > MAX_RECEIVED_BYTES) throw new Refusal('too-large');
    bytes = withRoom(bytes, size + chunk.length);
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes.subarray(0, size);
}

// The buffer grows with the data: a thousand clients that send a byte and stop must not cost a thousand times the
// limit.
function withRoom(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (size <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.min(Math.max(size, 2 * bytes.length), MAX_RECEIVED_BYTES));
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

// This check precedes the schema, because another version has another schema. The schema refuses a version that is no
// string.
function checkVersion({ schemaVersion }: Record<string, unknown>): void {
  if (typeof schemaVersion === 'string' && !(SCHEMA_VERSIONS as readonly string[]).includes(schemaVersion)) {
    throw new Refusal('version', { acceptedVersions: SCHEMA_VERSIONS });
  }
}

// This check precedes those of the key and the schema: a page can then test its key with an envelope that is never
// stored. A stored report stays acknowledged: its key may be retired, or plain reports be refused, before the receipt
// arrives.
async function checkSealing(
  value: Record<string, unknown>,
  digest: string,
  { judgeSealing, isStored }: IntakeOptions,
): Promise<void> {
  const problem = judgeSealing(value);
  const { submissionId } = value;
  if (problem && !(typeof submissionId === 'string' && (await isStored(submissionId, digest)))) {
    throw new Refusal(problem);
  }
}

function checkKey({ submissionId }: Record<string, unknown>, key: string | null): void {
  if (submissionId !== key) throw new Refusal('key-mismatch');
}

type Facts = Omit<ReceivedReport, 'text' | 'digest'>;

function readPlainReport(value: unknown): Facts {
  const { data, error } = reportSchema.safeParse(value);
  if (error) throw invalid(error.issues);
  const { submissionId, source } = data;
  return { submissionId, partnerId: source.partnerId, sealed: false, priority: priorityOf(data) };
}

// The private key is elsewhere, so only the header of the sealed text can be checked.
function readEnvelope(value: unknown): Facts {
  const { data, error } = envelopeSchema.safeParse(value);
  if (error) throw invalid(error.issues);
  const { submissionId, partnerId, sealed } = data;
  if (!readSealHeader(sealed)) {
    throw new Refusal('invalid', { errors: [{ pointer: '/sealed', code: 'bad_header' }] });
  }
  return { submissionId, partnerId, sealed: true, priority: 'normal' };
}

const invalid = (issues: readonly $ZodIssue[]): Refusal =>
  new Refusal('invalid', { errors: issues.slice(0, MAX_ERRORS).map(toPointedError) });

/** A report that is wrong everywhere needs no endless answer. */
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

// Of two equal keys JSON.parse keeps the last, other parsers the first. The value checked must be the value read later.
// A duplicate key loses a string, so the counts differ.
function checkSingleKeys(stringCount: number, value: unknown): void {
  if (stringCount !== countStrings(JSON.stringify(value))) throw new Refusal('malformed');
}

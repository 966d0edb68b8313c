// From a request to a report that may be stored: media type, size, text, version, key, schema, in that order.
import { MAX_RECEIVED_BYTES, SCHEMA_VERSION, type PointedError } from '../core/protocol.ts';
import { reportSchema, type Report } from '../core/report.ts';
import { Refusal } from './problems.ts';

/** A report that follows its schema, and the text it came as. */
export interface ReceivedReport {
  readonly report: Report;
  /** The body, exactly as received. */
  readonly text: string;
  /** SHA-256 of the body's bytes, in hexadecimal. */
  readonly digest: string;
}

/**
 * Reads and checks a report. Nothing of a refused request is kept.
 * @throws {Refusal} for the first reason found not to take it
 */
export async function readReport(request: Request): Promise<ReceivedReport> {
  checkMediaType(request.headers);
  const bytes = await readBytes(request);
  const text = decode(bytes);
  const value = parseObject(text);
  checkVersion(value);
  checkKey(value, request.headers.get('idempotency-key'));
  const report = validate(value);
  checkSingleKeys(text, value);
  return { report, text, digest: await sha256(bytes) };
}

// A page may post text/plain to any site without a preflight: only application/json is taken (no CSRF, no surprise).
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
  const bytes = new Uint8Array(MAX_RECEIVED_BYTES);
  let size = 0;
  for await (const chunk of arriving(request)) {
    if (size + chunk.length > MAX_RECEIVED_BYTES) throw new Refusal('too-large');
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return bytes.subarray(0, size);
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

// Before the schema, because another version has another one. A version that is no string is a plain fault.
function checkVersion({ schemaVersion }: Record<string, unknown>): void {
  if (typeof schemaVersion === 'string' && schemaVersion !== SCHEMA_VERSION) {
    throw new Refusal('version', { acceptedVersions: [SCHEMA_VERSION] });
  }
}

function checkKey({ submissionId }: Record<string, unknown>, key: string | null): void {
  if (submissionId !== key) throw new Refusal('key-mismatch');
}

function validate(value: unknown): Report {
  const result = reportSchema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, MAX_ERRORS).map(toPointedError);
  throw new Refusal('invalid', { errors });
}

/** A report that is wrong everywhere needs no endless answer. */
const MAX_ERRORS = 20;

type Issue = NonNullable<ReturnType<typeof reportSchema.safeParse>['error']>['issues'][number];

// An unknown key is reported by where it stands, never by its name, which is the sender's text.
function toPointedError(issue: Issue): PointedError {
  const segments = issue.path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  const code = issue.code === 'custom' ? issue.params?.['code'] : issue.code;
  return { pointer: segments.map((segment) => `/${segment}`).join(''), code: String(code) };
}

// Of two equal keys JSON.parse keeps the last, other parsers the first: what was checked must be what is read later.
// A lost key is a lost string. Done last, when the schema has bounded the depth that JSON.stringify walks.
function checkSingleKeys(text: string, value: unknown): void {
  if (countStrings(text) !== countStrings(JSON.stringify(value))) throw new Refusal('malformed');
}

function countStrings(json: string): number {
  return json.match(/"[^"\\]*(?:\\.[^"\\]*)*"/g)?.length ?? 0;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

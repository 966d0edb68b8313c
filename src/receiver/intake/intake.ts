// From a request to a report that may be stored: media type, size, text, shape, version, sealing, key,
// schema, in that order.
import { MAX_RECEIVED_BYTES, SCHEMA_VERSIONS } from '../../core/report/protocol.ts';
import { envelopeSchema } from '../../core/report/protocol-schema.ts';
import { reportSchema } from '../../core/report/report.ts';
import { sha256 } from '../protocol/digest.ts';
import { checkMediaType, checkNumbers, checkSingleKeys, invalid, parseBody, readBytes } from './json-body.ts';
import { isUnclear, priorityOf } from './priority.ts';
import { Refusal } from '../protocol/problems.ts';
import { readSealHeader } from './seal-header.ts';
import type { SealingJudge } from './sealing.ts';
import type { ReportRow } from '../database/records.ts';

/** A report or an envelope that follows its schema: the fields that the receiver reads, and the received text. */
export interface ReceivedReport {
  readonly submissionId: string;
  /** Public identifier of a partner, as the sender says it. */
  readonly partnerId: string | undefined;
  /** Whether only the hotline can read the report. */
  readonly sealed: boolean;
  /** Always `normal` for a sealed report, whose content is unknown. */
  readonly priority: ReportRow['priority'];
  /** Whether it is urgent only by a word of a later version: then nobody is alerted, and its trust is low. */
  readonly isUnclear: boolean;
  /** What the reporter's follow-up code is found by; undefined without a code. */
  readonly followUpHash?: string | undefined;
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
  const bytes = await readBytes(request, MAX_RECEIVED_BYTES);
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
  const { text, value, stringCount } = parseBody(bytes);
  checkVersion(value);
  await checkSealing(value, digest, options);
  checkKey(value, key);
  const facts = 'sealed' in value ? readEnvelope(value) : readPlainReport(value);
  checkSingleKeys(stringCount, value);
  checkNumbers(text);
  return { ...facts, text, digest };
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
  const { submissionId, source, followUp } = data;
  return {
    submissionId,
    partnerId: source.partnerId,
    sealed: false,
    priority: priorityOf(data),
    isUnclear: isUnclear(data),
    followUpHash: followUp?.hash,
  };
}

// The private key is elsewhere, so only the header of the sealed text can be checked.
function readEnvelope(value: unknown): Facts {
  const { data, error } = envelopeSchema.safeParse(value);
  if (error) throw invalid(error.issues);
  const { submissionId, partnerId, sealed, followUp } = data;
  if (!readSealHeader(sealed)) {
    throw new Refusal('invalid', { errors: [{ pointer: '/sealed', code: 'bad_header' }] });
  }
  return {
    submissionId,
    partnerId,
    sealed: true,
    priority: 'normal',
    isUnclear: false,
    followUpHash: followUp?.hash,
  };
}

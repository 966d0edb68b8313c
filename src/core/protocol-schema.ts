// What an endpoint answers, as zod schemas: for the receiver, the OpenAPI document and tests (types: protocol.ts).

import * as z from 'zod/mini';
import { PROBLEM_PREFIX, PROBLEMS, type Problem, type ProblemCode, type Receipt } from './protocol.ts';
import { submissionId } from './report-parts.ts';

const spokenCode = z.string().check(z.regex(/^[0-9A-Z -]{1,32}$/u));

/** Receipt of a report: 201 the first time, 200 for the same report again. */
export const receiptSchema = z.strictObject({
  /** The one of the report. */
  submissionId,
  /** Number given to the reporter: 1 to 32 of `0-9 A-Z space -`. */
  reference: spokenCode,
  /** RFC 3339, UTC, ending in `Z`. */
  receivedAt: z.iso.datetime(),
  /** Code to ask what became of the report; same alphabet as the reference. */
  followUpCode: z.exactOptional(spokenCode),
}) satisfies z.ZodMiniType<Receipt>;

const problemTypes = (Object.keys(PROBLEMS) as ProblemCode[]).map(
  (code) => `${PROBLEM_PREFIX}${code}` as const,
);

/** Refusal of a report (RFC 9457). */
export const problemSchema = z.strictObject({
  /** One of the closed list, or `about:blank` where the HTTP status says everything. */
  type: z.enum([...problemTypes, 'about:blank']),
  title: z.string(),
  /** The HTTP status again. */
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
}) satisfies z.ZodMiniType<Problem>;

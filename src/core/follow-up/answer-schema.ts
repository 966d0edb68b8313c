// Zod schemas of a follow-up request and of its answer: for the receiver, the OpenAPI document and tests (types: answer.ts).

import * as z from 'zod/mini';
import { reference } from '../report/protocol-schema.ts';
import { submissionId } from '../report/report-parts.ts';
import {
  FOLLOW_UP_QUESTIONS,
  FOLLOW_UP_STATES,
  MAX_ADDITIONS,
  type FollowUpAnswer,
  type FollowUpRequest,
} from './answer.ts';

/** A request to the follow-up address. */
export const followUpRequestSchema = z.strictObject({
  /** SHA-256, in base64url without padding. */
  locator: z.string().check(z.regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/u)),
  /** `submissionId` of a report that answers a question. */
  adds: z.exactOptional(submissionId),
}) satisfies z.ZodMiniType<FollowUpRequest>;

/** The answer of the follow-up address. */
export const followUpAnswerSchema = z.strictObject({
  state: z.enum([...FOLLOW_UP_STATES, 'unknown']),
  since: z.exactOptional(z.iso.date()),
  question: z.exactOptional(z.enum(FOLLOW_UP_QUESTIONS)),
  left: z.exactOptional(z.int().check(z.gte(0), z.lte(MAX_ADDITIONS))),
  added: z.exactOptional(z.boolean()),
  reference: z.exactOptional(reference),
  days: z.int().check(z.gte(0)),
  pad: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<FollowUpAnswer>;

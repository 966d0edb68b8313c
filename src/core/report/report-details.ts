// The `details` of a report: answers to the questions that only one category asks. None is compulsory.

import * as z from 'zod/mini';
import type { CategoryId } from './categories.ts';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { answer } from './report-parts.ts';
import { list, text } from './report-rules.ts';
import { AGE_CHECKS, HARASSMENT_TARGETS, HATE_AIMS, HATE_GROUNDS, KINDS, MAX_KINDS } from './vocabulary.ts';

const kindsOf = <Id extends CategoryId>(category: Id) => list(z.enum(KINDS[category]), MAX_KINDS[category]);

/** The `details` of a report, by category. Keys of another category are rejected. */
export const DETAILS = {
  child_sexual_abuse: z.partial(
    z.strictObject({
      kinds: kindsOf('child_sexual_abuse'),
      selfProduced: answer,
      blackmail: answer,
      adultAskingMinor: answer,
      meetingPlanned: answer,
      abuseOngoing: answer,
    }),
  ),
  terrorism_bomb_making: z.partial(
    z.strictObject({
      kinds: kindsOf('terrorism_bomb_making'),
      specificThreat: answer,
      targetHint: text(TEXT_LIMITS.targetHint),
      whenHint: text(TEXT_LIMITS.whenHint),
    }),
  ),
  hate_violence_discrimination: z.partial(
    z.strictObject({
      kinds: kindsOf('hate_violence_discrimination'),
      grounds: list(z.enum(HATE_GROUNDS), LIST_LIMITS.grounds),
      aimedAt: z.enum(HATE_AIMS),
      callToAct: answer,
      fearNow: answer,
    }),
  ),
  crimes_against_humanity: z.partial(
    z.strictObject({
      kinds: kindsOf('crimes_against_humanity'),
      eventHint: text(TEXT_LIMITS.eventHint),
    }),
  ),
  shocking_content_minors: z.partial(
    z.strictObject({
      kinds: kindsOf('shocking_content_minors'),
      ageCheck: z.enum(AGE_CHECKS),
      minorExposed: answer,
      aimedAtMinors: answer,
    }),
  ),
  procuring: z.partial(
    z.strictObject({
      kinds: kindsOf('procuring'),
      minorSuspected: answer,
      constraintSigns: answer,
      severalPersonsSameContact: answer,
      areaHint: text(TEXT_LIMITS.areaHint),
    }),
  ),
  suicide_incitement: z.partial(
    z.strictObject({
      kinds: kindsOf('suicide_incitement'),
      personAtRiskNow: answer,
      targetIsMinor: answer,
      personKnown: answer,
    }),
  ),
  sexual_harassment: z.partial(
    z.strictObject({
      kinds: kindsOf('sexual_harassment'),
      target: z.enum(HARASSMENT_TARGETS),
      targetIsMinor: answer,
      repeated: answer,
      severalAuthors: answer,
      blackmail: answer,
      authorKnown: answer,
      evidenceKept: answer,
      fearNow: answer,
    }),
  ),
  unsure: z.partial(
    z.strictObject({
      kinds: kindsOf('unsure'),
      fearNow: answer,
    }),
  ),
} as const satisfies Record<CategoryId, z.ZodMiniType>;

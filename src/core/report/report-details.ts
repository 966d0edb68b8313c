// The `details` of a report: answers to the questions that only one category asks. None is compulsory.

import * as z from 'zod/mini';
import type { CategoryId } from './categories.ts';
import { LIST_LIMITS, TEXT_LIMITS } from './limits.ts';
import { answer } from './report-parts.ts';
import { open } from './report-other-members.ts';
import { list, text, word } from './report-rules.ts';
import { AGE_CHECKS, HARASSMENT_TARGETS, HATE_AIMS, HATE_GROUNDS, KINDS, MAX_KINDS } from './vocabulary.ts';

const kindsOf = <Id extends CategoryId>(category: Id) => list(word(KINDS[category]), MAX_KINDS[category]);

const asked = <Shape extends z.core.$ZodShape>(shape: Shape) => open(z.partial(z.strictObject(shape)));

/** The `details` of a report, by category. A member of another category is one that this category does not know. */
export const DETAILS = {
  child_sexual_abuse: asked({
    kinds: kindsOf('child_sexual_abuse'),
    selfProduced: answer,
    blackmail: answer,
    adultAskingMinor: answer,
    meetingPlanned: answer,
    abuseOngoing: answer,
  }),
  terrorism_bomb_making: asked({
    kinds: kindsOf('terrorism_bomb_making'),
    specificThreat: answer,
    targetHint: text(TEXT_LIMITS.targetHint),
    whenHint: text(TEXT_LIMITS.whenHint),
  }),
  hate_violence_discrimination: asked({
    kinds: kindsOf('hate_violence_discrimination'),
    grounds: list(word(HATE_GROUNDS), LIST_LIMITS.grounds),
    aimedAt: word(HATE_AIMS),
    callToAct: answer,
    fearNow: answer,
  }),
  crimes_against_humanity: asked({
    kinds: kindsOf('crimes_against_humanity'),
    eventHint: text(TEXT_LIMITS.eventHint),
  }),
  shocking_content_minors: asked({
    kinds: kindsOf('shocking_content_minors'),
    ageCheck: word(AGE_CHECKS),
    minorExposed: answer,
    aimedAtMinors: answer,
  }),
  procuring: asked({
    kinds: kindsOf('procuring'),
    minorSuspected: answer,
    constraintSigns: answer,
    severalPersonsSameContact: answer,
    areaHint: text(TEXT_LIMITS.areaHint),
  }),
  suicide_incitement: asked({
    kinds: kindsOf('suicide_incitement'),
    personAtRiskNow: answer,
    targetIsMinor: answer,
    personKnown: answer,
  }),
  sexual_harassment: asked({
    kinds: kindsOf('sexual_harassment'),
    target: word(HARASSMENT_TARGETS),
    targetIsMinor: answer,
    repeated: answer,
    severalAuthors: answer,
    blackmail: answer,
    authorKnown: answer,
    evidenceKept: answer,
    fearNow: answer,
  }),
  unsure: asked({
    kinds: kindsOf('unsure'),
    fearNow: answer,
  }),
} as const satisfies Record<CategoryId, z.ZodMiniType>;

// Every fault that an endpoint can have, one at a time, and the checks that must report it.
import { REACH_CASES } from './breakages/reach.ts';
import { CORS_CASES } from './breakages/cors.ts';
import { RECEIPT_CASES } from './breakages/receipt.ts';
import { REPEATS_CASES } from './breakages/repeats.ts';
import { CONTENTS_CASES } from './breakages/contents.ts';
import { REFUSALS_CASES } from './breakages/refusals.ts';
import { ANSWERS_CASES } from './breakages/answers.ts';
import { OPTIONAL_CASES } from './breakages/optional.ts';
import { FOLLOW_UP_CASES } from './breakages/follow-up.ts';
import type { Case } from './spoil.ts';

/** All the cases. */
export const CASES: readonly Case[] = [
  ...REACH_CASES,
  ...CORS_CASES,
  ...RECEIPT_CASES,
  ...REPEATS_CASES,
  ...CONTENTS_CASES,
  ...REFUSALS_CASES,
  ...ANSWERS_CASES,
  ...OPTIONAL_CASES,
  ...FOLLOW_UP_CASES,
];

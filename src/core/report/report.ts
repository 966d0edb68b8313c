// The single source of the report 1.0: types, JSON Schema and the OpenAPI document all come from it.
// The browser's form never loads this file. It is right by construction, and may use vocabulary.ts and limits.ts.

import * as z from 'zod/mini';
import type { Details } from '../draft/question-table.ts';
import { CATEGORIES, type CategoryId } from './categories.ts';
import { othersOf } from './report-known-members.ts';
import type { LaterWord } from './later-words.ts';
import { guarded, MAX_OTHER_BYTES, open, sizeOf } from './report-other-members.ts';
import { DETAILS } from './report-details.ts';
import { SHARED } from './report-members.ts';
import { withRule, word } from './report-rules.ts';

const shapeOf = (category: z.ZodMiniType, details: z.ZodMiniType) =>
  withRule(open(z.strictObject({ ...SHARED, category, details: z.optional(guarded(details)) })), {
    keywords: {},
    isMet: (report) => sizeOf(othersOf(report as Report)) <= MAX_OTHER_BYTES,
    code: 'too_big',
  });

/** The shape of a report of each category. */
export const SHAPES = CATEGORIES.map(({ id }) => shapeOf(z.literal(id), DETAILS[id]));

/** The shape of a report whose category a later version added: none of its answers is known. */
export const LATER_SHAPE = shapeOf(word(CATEGORIES.map(({ id }) => id)), open(z.strictObject({})));

type Shared = z.infer<z.ZodMiniObject<typeof SHARED>>;

type ReportOf<Id extends CategoryId> = Shared & {
  category: Id;
  details?: Details<Id> | undefined;
};

/** A report on the wire: one shape per category. `category` determines what `details` holds. */
export type Report =
  | { [Id in CategoryId]: ReportOf<Id> }[CategoryId]
  | (Shared & { category: LaterWord; details?: undefined });

const GUARDED = SHAPES.map((shape) => guarded(shape));
const GUARDED_LATER = guarded(LATER_SHAPE);

/**
 * The report. Unknown members are refused but at its top, in `details` and in its places; there they are short, and none is
 * a file: this keeps out attachments, and takes the answers of a form that is newer than its receiver.
 */
export const reportSchema: z.ZodMiniType<Report> = z.pipe(
  z.unknown(),
  z.transform((value, context) => {
    const { category } = Object(value) as { category?: unknown };
    const shape = GUARDED[CATEGORIES.findIndex(({ id }) => id === category)] ?? GUARDED_LATER;
    const { data, error } = shape.safeParse(value);
    if (data) return data as Report;
    context.issues.push(...(error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  }),
);

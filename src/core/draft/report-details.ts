// The answers to the questions of a category, as the report carries them.

import type { CategoryId } from '../report/categories.ts';
import type { Answers, Draft } from './types.ts';
import { alarmsOf, textOf } from './given-answers.ts';
import { QUESTIONS } from './question-table.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';

type Given = Answers['questions'];
type Persons = NonNullable<Report['personsConcerned']>;

/** An object without its empty members; nothing where none is left. */
export function filled<Members extends object>(members: {
  readonly [Key in keyof Members]: Members[Key] | undefined;
}): Members | undefined {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return present.length > 0 ? (Object.fromEntries(present) as Members) : undefined;
}

/** The answers that the report keeps in `details`; those about the persons concerned have a place of their own. */
export function detailsOf(category: CategoryId, given: Given): Report['details'] {
  const answered = QUESTIONS[category].flatMap(({ id, options, limit = 0 }) => {
    const answer = given[id];
    if (!answer || id === 'known' || id === 'apparentAge') return [];
    return [[id, options ? answer : storable(textOf(answer), limit)] as const];
  });
  // Each key belongs to the category, which the compiler cannot follow.
  return filled(Object.fromEntries(answered) as object);
}

/** Whether a minor is concerned, as far as the answers say so: the category alone is no answer, nor is a text. */
function minorOf(category: CategoryId, given: Given): Persons['minor'] {
  const { kinds = [], apparentAge, minorSuspected, targetIsMinor = minorSuspected } = given;
  if (category !== 'child_sexual_abuse')
    return targetIsMinor === 'unknown' ? undefined : (targetIsMinor as Persons['minor']);
  const isShown = [kinds].flat().some((kind) => !/^(?:manual|other|unknown)/.test(kind));
  return isShown && apparentAge !== 'adult' ? 'yes' : undefined;
}

/** The persons concerned, as far as the answers tell. */
export const personsOf = (category: CategoryId, given: Given): Report['personsConcerned'] =>
  filled<Persons>({
    minor: minorOf(category, given),
    apparentAge: given['apparentAge'] as Persons['apparentAge'],
    known: given['known'] as Persons['known'],
  });

/**
 * Why nobody has said whether somebody is in danger now: it is not known, a question about it has no answer, or there was
 * none. Only of suicide is it asked in so many words; « Je ne sais pas » to what else would tell counts too.
 * @param given answers to the questions of the category; undefined where none was asked
 */
export function dangerUntold(
  category: CategoryId,
  given: Readonly<Record<string, unknown>> | undefined,
): 'unknown' | 'notGiven' | 'notAsked' {
  const telling = given ? QUESTIONS[category].filter(({ alarm }) => alarm === 'danger') : [];
  if (telling.some(({ id }) => given?.[id] === 'unknown')) return 'unknown';
  return telling.some(({ id }) => id === 'personAtRiskNow') ? 'notGiven' : 'notAsked';
}

/** Whether someone is in danger now: nobody is asked that in so many words but of suicide, and only there a no counts. */
export const dangerOf = (draft: Draft, given: Given): Report['danger']['immediate'] =>
  alarmsOf(draft).danger ? 'yes' : given['personAtRiskNow'] === 'no' ? 'no' : 'unknown';

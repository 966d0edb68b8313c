// The answers to the questions of a category, as the report carries them.

import type { CategoryId } from '../report/categories.ts';
import type { Answers, Draft } from './types.ts';
import { alarmsOf, textOf } from './given-answers.ts';
import { BLACKMAIL_BOX } from './questions.ts';
import { QUESTIONS } from './question-table.ts';
import type { Report } from '../report/report.ts';
import { storable } from '../report/storable-text.ts';

type Given = Answers['questions'];
type Persons = NonNullable<Report['personsConcerned']>;

/** An object without members that are undefined, an empty text or an empty list; undefined if no member is left. */
export function filled<Members extends object>(members: {
  readonly [Key in keyof Members]: Members[Key] | undefined;
}): Members | undefined {
  const present = Object.entries<unknown>(members).filter(
    ([, value]) => value !== undefined && (value as { readonly length?: number }).length !== 0,
  );
  return present.length > 0 ? (Object.fromEntries(present) as Members) : undefined;
}

/** The answers that the report keeps in `details`. Answers about the persons concerned go to `personsConcerned`. */
export function detailsOf(category: CategoryId, given: Given): Report['details'] {
  const answered = QUESTIONS[category].flatMap(({ id, options, limit = 0 }) => {
    const answer = given[id];
    if (!answer || id === 'known' || id === 'apparentAge') return [];
    if (id === 'kinds') return [[id, [answer].flat().filter((kind) => kind !== BLACKMAIL_BOX)] as const];
    return [[id, options ? answer : storable(textOf(answer), limit)] as const];
  });
  // Each key belongs to the category, but the compiler cannot see this.
  return filled(Object.fromEntries(answered) as object);
}

/** Whether a minor is concerned, according to the answers. Neither the category alone nor a written text says so. */
function minorOf(category: CategoryId, given: Given): Persons['minor'] {
  const { kinds = [], apparentAge, minorSuspected, targetIsMinor = minorSuspected } = given;
  if (category !== 'child_sexual_abuse')
    return targetIsMinor === 'unknown' ? undefined : (targetIsMinor as Persons['minor']);
  const isShown = [kinds].flat().some((kind) => !/^(?:manual|other|unknown|blackmail)/.test(kind));
  return isShown && apparentAge !== 'adult' ? 'yes' : undefined;
}

/** The persons concerned, according to the answers. */
export const personsOf = (category: CategoryId, given: Given): Report['personsConcerned'] =>
  filled<Persons>({
    minor: minorOf(category, given),
    apparentAge: given['apparentAge'] as Persons['apparentAge'],
    known: given['known'] as Persons['known'],
  });

/**
 * Why the report does not say whether someone is in danger now: the reporter does not know, gave no answer, or was not
 * asked. Only the suicide category asks directly. « Je ne sais pas » to any other danger question counts too.
 * @param given answers to the questions of the category; undefined if none was asked
 */
export function dangerUntold(
  category: CategoryId,
  given: Readonly<Record<string, unknown>> | undefined,
): 'unknown' | 'notGiven' | 'notAsked' {
  const telling = given ? QUESTIONS[category].filter(({ alarm }) => alarm === 'danger') : [];
  if (telling.some(({ id }) => given?.[id] === 'unknown')) return 'unknown';
  return telling.some(({ id }) => id === 'personAtRiskNow') ? 'notGiven' : 'notAsked';
}

/** Whether someone is in danger now. Only the suicide category asks directly, so only there does a no count. */
export const dangerOf = (draft: Draft, given: Given): Report['danger']['immediate'] =>
  alarmsOf(draft).danger ? 'yes' : given['personAtRiskNow'] === 'no' ? 'no' : 'unknown';

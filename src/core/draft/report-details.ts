// The answers to the questions of a category, as the report carries them.

import type { CategoryId } from '../report/categories.ts';
import type { Report } from '../report/report.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import { storable } from '../report/storable-text.ts';
import {
  ACQUAINTANCES,
  AGE_CHECKS,
  ANSWERS,
  APPARENT_AGES,
  HARASSMENT_TARGETS,
  HATE_AIMS,
  HATE_GROUNDS,
  KINDS,
} from '../report/vocabulary.ts';
import { alarmsOf, textOf } from './given-answers.ts';
import { QUESTIONS } from './question-table.ts';
import { roleOf } from './role.ts';
import type { Answers, Draft, QuestionAnswer } from './types.ts';

/** The valid answers to the questions (given-answers.ts). */
export type Given = Answers['questions'];

type Persons = NonNullable<Report['personsConcerned']>;
type Answer = (typeof ANSWERS)[number];

/** The members of a type, each of which may be undefined. */
type Maybe<Members> = { readonly [Key in keyof Members]: Members[Key] | undefined };

/** An object without members that are undefined, an empty text or an empty list; undefined if no member is left. */
export function filled<Members extends object>(members: Maybe<Members>): Members | undefined {
  const present = Object.entries<unknown>(members).filter(
    ([, value]) => value !== undefined && (value as { readonly length?: number }).length !== 0,
  );
  return present.length > 0 ? (Object.fromEntries(present) as Members) : undefined;
}

/** The answer as one of the words of the report; undefined if it is none. */
export const wordOf = <Word extends string>(
  words: readonly Word[],
  answer: QuestionAnswer | undefined,
): Word | undefined => words.find((word) => word === answer);

/** The answers as words of the report, without those that are none. */
export const wordsOf = <Word extends string>(words: readonly Word[], answers: QuestionAnswer = []): Word[] =>
  [answers].flat().flatMap((answer) => wordOf(words, answer) ?? []);

/** « Oui », « Non » or « Je ne sais pas ». */
export const yesNoOf = (answer: QuestionAnswer | undefined): Answer | undefined => wordOf(ANSWERS, answer);

type Details = { readonly [Id in CategoryId]: NonNullable<Extract<Report, { category: Id }>['details']> };

/** What is reported: a category, and the answers to its questions. */
type Subject<Id extends CategoryId> = { readonly category: Id; readonly details?: Details[Id] };

/** Puts the answers to the questions of a category together. */
function subject<Id extends CategoryId>(category: Id, answers: Maybe<Details[Id]>): Subject<Id> {
  const details = filled<Details[Id]>(answers);
  return { category, ...(details && { details }) };
}

const SUBJECTS: { readonly [Id in CategoryId]: (given: Given, draft: Draft) => Subject<Id> } = {
  child_sexual_abuse: (given) =>
    subject('child_sexual_abuse', {
      kinds: wordsOf(KINDS.child_sexual_abuse, given['kinds']),
      abuseOngoing: yesNoOf(given['abuseOngoing']),
      meetingPlanned: yesNoOf(given['meetingPlanned']),
      blackmail: yesNoOf(given['blackmail']),
      adultAskingMinor: yesNoOf(given['adultAskingMinor']),
      selfProduced: yesNoOf(given['selfProduced']),
    }),
  terrorism_bomb_making: (given) =>
    subject('terrorism_bomb_making', {
      kinds: wordsOf(KINDS.terrorism_bomb_making, given['kinds']),
      specificThreat: yesNoOf(given['specificThreat']),
      targetHint: storable(textOf(given['targetHint']), TEXT_LIMITS.targetHint),
      whenHint: storable(textOf(given['whenHint']), TEXT_LIMITS.whenHint),
    }),
  hate_violence_discrimination: (given) =>
    subject('hate_violence_discrimination', {
      kinds: wordsOf(KINDS.hate_violence_discrimination, given['kinds']),
      grounds: wordsOf(HATE_GROUNDS, given['grounds']),
      aimedAt: wordOf(HATE_AIMS, given['aimedAt']),
      callToAct: yesNoOf(given['callToAct']),
    }),
  crimes_against_humanity: (given) =>
    subject('crimes_against_humanity', {
      kinds: wordsOf(KINDS.crimes_against_humanity, given['kinds']),
      eventHint: storable(textOf(given['eventHint']), TEXT_LIMITS.eventHint),
    }),
  shocking_content_minors: (given) =>
    subject('shocking_content_minors', {
      kinds: wordsOf(KINDS.shocking_content_minors, given['kinds']),
      ageCheck: wordOf(AGE_CHECKS, given['ageCheck']),
      aimedAtMinors: yesNoOf(given['aimedAtMinors']),
      minorExposed: yesNoOf(given['minorExposed']),
    }),
  procuring: (given) =>
    subject('procuring', {
      kinds: wordsOf(KINDS.procuring, given['kinds']),
      minorSuspected: yesNoOf(given['minorSuspected']),
      constraintSigns: yesNoOf(given['constraintSigns']),
      severalPersonsSameContact: yesNoOf(given['severalPersonsSameContact']),
      areaHint: storable(textOf(given['areaHint']), TEXT_LIMITS.areaHint),
    }),
  suicide_incitement: (given) =>
    subject('suicide_incitement', {
      kinds: wordsOf(KINDS.suicide_incitement, given['kinds']),
      personAtRiskNow: yesNoOf(given['personAtRiskNow']),
      targetIsMinor: yesNoOf(given['targetIsMinor']),
      personKnown: yesNoOf(given['personKnown']),
    }),
  sexual_harassment: (given, draft) =>
    subject('sexual_harassment', {
      kinds: wordsOf(KINDS.sexual_harassment, given['kinds']),
      blackmail: yesNoOf(given['blackmail']),
      targetIsMinor: yesNoOf(given['targetIsMinor']),
      // « Je suis la personne visée » already says who is targeted.
      target: wordOf(HARASSMENT_TARGETS, given['target']) ?? (roleOf(draft) === 'target' ? 'me' : undefined),
      repeated: yesNoOf(given['repeated']),
      severalAuthors: yesNoOf(given['severalAuthors']),
      authorKnown: yesNoOf(given['authorKnown']),
      evidenceKept: yesNoOf(given['evidenceKept']),
    }),
  unsure: () => subject('unsure', { kinds: undefined }),
};

/** The category, with the answers that only its reports carry. */
export const subjectOf = (
  category: CategoryId,
  given: Given,
  draft: Draft,
): { [Id in CategoryId]: Subject<Id> }[CategoryId] => SUBJECTS[category](given, draft);

/** Whether a minor is concerned, according to the answers. Neither the category alone nor a written text says so. */
function minorOf(category: CategoryId, given: Given): Persons['minor'] {
  const { kinds = [], apparentAge, minorSuspected, targetIsMinor = minorSuspected } = given;
  if (category !== 'child_sexual_abuse') {
    const isMinor = yesNoOf(targetIsMinor);
    return isMinor === 'unknown' ? undefined : isMinor;
  }
  const isShown = [kinds].flat().some((kind) => !/^(?:manual|other|unknown|blackmail)/.test(kind));
  return isShown && apparentAge !== 'adult' ? 'yes' : undefined;
}

/** The persons concerned, according to the answers. */
export const personsOf = (category: CategoryId, given: Given): Persons | undefined =>
  filled<Persons>({
    minor: minorOf(category, given),
    apparentAge: wordOf(APPARENT_AGES, given['apparentAge']),
    known: wordOf(ACQUAINTANCES, given['known']),
    areaHint: undefined,
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
  const telling = given ? QUESTIONS[category].filter(({ alarm }) => alarm?.kind === 'danger') : [];
  if (telling.some(({ id }) => given?.[id] === 'unknown')) return 'unknown';
  return telling.some(({ id }) => id === 'personAtRiskNow') ? 'notGiven' : 'notAsked';
}

/** Whether someone is in danger now. Only the suicide category asks directly, so only there does a no count. */
export const dangerOf = (draft: Draft, given: Given): Report['danger']['immediate'] =>
  alarmsOf(draft).danger ? 'yes' : given['personAtRiskNow'] === 'no' ? 'no' : 'unknown';

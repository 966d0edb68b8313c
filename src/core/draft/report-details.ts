// The answers to the questions of a category, as the report carries them.

import type { CategoryId } from '../report/categories.ts';
import type { Report } from '../report/report.ts';
import { TEXT_LIMITS } from '../report/limits.ts';
import { storable } from '../report/storable-text.ts';
import {
  ACQUAINTANCES,
  AGE_CHECKS,
  APPARENT_AGES,
  HARASSMENT_TARGETS,
  HATE_AIMS,
  HATE_GROUNDS,
  KINDS,
} from '../report/vocabulary.ts';
import { alarmsOf, textOf, type Given } from './given-answers.ts';
import { QUESTIONS } from './question-table.ts';
import { choiceOf, choicesOf, filled, yesNoOf, type Maybe } from './report-answers.ts';
import { roleOf } from './role.ts';
import type { Draft } from './types.ts';

type Persons = NonNullable<Report['personsConcerned']>;

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
      kinds: choicesOf(KINDS.child_sexual_abuse, given['kinds']),
      abuseOngoing: yesNoOf(given['abuseOngoing']),
      meetingPlanned: yesNoOf(given['meetingPlanned']),
      blackmail: yesNoOf(given['blackmail']),
      adultAskingMinor: yesNoOf(given['adultAskingMinor']),
      selfProduced: yesNoOf(given['selfProduced']),
    }),
  terrorism_bomb_making: (given) =>
    subject('terrorism_bomb_making', {
      kinds: choicesOf(KINDS.terrorism_bomb_making, given['kinds']),
      specificThreat: yesNoOf(given['specificThreat']),
      targetHint: storable(textOf(given['targetHint']), TEXT_LIMITS.targetHint),
      whenHint: storable(textOf(given['whenHint']), TEXT_LIMITS.whenHint),
    }),
  hate_violence_discrimination: (given) =>
    subject('hate_violence_discrimination', {
      kinds: choicesOf(KINDS.hate_violence_discrimination, given['kinds']),
      grounds: choicesOf(HATE_GROUNDS, given['grounds']),
      aimedAt: choiceOf(HATE_AIMS, given['aimedAt']),
      callToAct: yesNoOf(given['callToAct']),
      fearNow: yesNoOf(given['fearNow']),
    }),
  crimes_against_humanity: (given) =>
    subject('crimes_against_humanity', {
      kinds: choicesOf(KINDS.crimes_against_humanity, given['kinds']),
      eventHint: storable(textOf(given['eventHint']), TEXT_LIMITS.eventHint),
    }),
  shocking_content_minors: (given) =>
    subject('shocking_content_minors', {
      kinds: choicesOf(KINDS.shocking_content_minors, given['kinds']),
      ageCheck: choiceOf(AGE_CHECKS, given['ageCheck']),
      aimedAtMinors: yesNoOf(given['aimedAtMinors']),
      minorExposed: yesNoOf(given['minorExposed']),
    }),
  procuring: (given) =>
    subject('procuring', {
      kinds: choicesOf(KINDS.procuring, given['kinds']),
      minorSuspected: yesNoOf(given['minorSuspected']),
      constraintSigns: yesNoOf(given['constraintSigns']),
      severalPersonsSameContact: yesNoOf(given['severalPersonsSameContact']),
      areaHint: storable(textOf(given['areaHint']), TEXT_LIMITS.areaHint),
    }),
  suicide_incitement: (given) =>
    subject('suicide_incitement', {
      kinds: choicesOf(KINDS.suicide_incitement, given['kinds']),
      personAtRiskNow: yesNoOf(given['personAtRiskNow']),
      targetIsMinor: yesNoOf(given['targetIsMinor']),
      personKnown: yesNoOf(given['personKnown']),
    }),
  sexual_harassment: (given, draft) =>
    subject('sexual_harassment', {
      kinds: choicesOf(KINDS.sexual_harassment, given['kinds']),
      blackmail: yesNoOf(given['blackmail']),
      targetIsMinor: yesNoOf(given['targetIsMinor']),
      // « Je suis la personne visée » already says who is targeted.
      target:
        choiceOf(HARASSMENT_TARGETS, given['target']) ?? (roleOf(draft) === 'target' ? 'me' : undefined),
      repeated: yesNoOf(given['repeated']),
      severalAuthors: yesNoOf(given['severalAuthors']),
      authorKnown: yesNoOf(given['authorKnown']),
      evidenceKept: yesNoOf(given['evidenceKept']),
      fearNow: yesNoOf(given['fearNow']),
    }),
  unsure: (given) => subject('unsure', { kinds: undefined, fearNow: yesNoOf(given['fearNow']) }),
};

/** The category, with the answers that only its reports carry. */
export const subjectOf = (
  category: CategoryId,
  given: Given,
  draft: Draft,
): { [Id in CategoryId]: Subject<Id> }[CategoryId] => SUBJECTS[category](given, draft);

/** Whether a minor is concerned, according to the answers. Neither the category alone nor a written text says so. */
function minorOf(category: CategoryId, given: Given): Persons['minor'] {
  const { kinds = [], apparentAge, minorSuspected, underAge, targetIsMinor = minorSuspected } = given;
  if (category !== 'child_sexual_abuse') return choiceOf(['yes', 'no'], underAge ?? targetIsMinor);
  const isShown = [kinds].flat().some((kind) => !/^(?:manual|other|unknown|blackmail)/.test(kind));
  // Images of a child stay so when the child has grown up, so « Non » says nothing.
  return underAge === 'yes' || (isShown && apparentAge !== 'adult') ? 'yes' : undefined;
}

/** The persons concerned, according to the answers. */
export const personsOf = (category: CategoryId, given: Given): Persons | undefined =>
  filled<Persons>({
    minor: minorOf(category, given),
    apparentAge: choiceOf(APPARENT_AGES, given['apparentAge']),
    known: choiceOf(ACQUAINTANCES, given['known']),
    areaHint: undefined,
  });

/** Questions that ask whether somebody is in danger, or fears it. Other answers imply danger. */
const DIRECT: readonly string[] = ['personAtRiskNow', 'fearNow'];

/**
 * Why the report does not say whether someone is in danger now: the reporter does not know, gave no answer, or was not
 * asked. « Je ne sais pas » to any question of danger counts. A no to fear says nothing about danger.
 * @param given answers to the questions of the category; undefined if none was asked
 */
export function dangerUntold(
  category: CategoryId,
  given: Readonly<Record<string, unknown>> | undefined,
): 'unknown' | 'notGiven' | 'notAsked' {
  const telling = given ? QUESTIONS[category].filter(({ alarm }) => alarm?.kind === 'danger') : [];
  if (telling.some(({ id }) => given?.[id] === 'unknown')) return 'unknown';
  return telling.some(({ id }) => DIRECT.includes(id) && given?.[id] === undefined) ? 'notGiven' : 'notAsked';
}

/** Whether someone is in danger now. Only the suicide category asks for danger itself, so only there does a no count. */
export const dangerOf = (draft: Draft, given: Given): Report['danger']['immediate'] =>
  alarmsOf(draft).danger ? 'yes' : given['personAtRiskNow'] === 'no' ? 'no' : 'unknown';

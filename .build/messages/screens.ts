// The screens that show each string: one table by the beginning of its key, and the gallery's screens on which it was
// found (seen.json, written by the gallery's test).

import { QUESTIONS, SELF_QUESTIONS } from '../../src/core/draft/question-table.ts';
import SEEN from './seen.json' with { type: 'json' };

/** A screen as reviewers know it. */
export interface Screen {
  readonly fr: string;
  readonly en: string;
}

/** The screens, in the order in which they are met. */
export const SCREENS = {
  button: { fr: 'Le bouton', en: 'The button' },
  every: { fr: 'Toutes les étapes', en: 'Every step' },
  what: { fr: 'Étape 1\u00A0: quoi', en: 'Step 1: what' },
  where: { fr: 'Étape 2\u00A0: où', en: 'Step 2: where' },
  check: { fr: 'Étape 3\u00A0: relire', en: 'Step 3: check' },
  exact: { fr: 'Étape 3\u00A0: le contenu exact', en: 'Step 3: the exact content' },
  details: { fr: 'Précisions (facultatif)', en: 'Details (optional)' },
  sending: { fr: 'Envoi et échec', en: 'Sending and failure' },
  sent: { fr: 'Signalement envoyé', en: 'Report sent' },
  leaving: { fr: 'Quitter, fermer, attendre', en: 'Leaving, closing, waiting' },
  follow: { fr: 'Suivre un signalement', en: 'Following a report' },
  help: { fr: 'Lignes d’aide et autres services', en: 'Help lines and other services' },
  errors: { fr: 'Erreurs de saisie', en: 'Errors of what was entered' },
} as const satisfies Readonly<Record<string, Screen>>;

export type ScreenName = keyof typeof SCREENS;

/** Strings whose keys begin alike. */
interface Row {
  readonly screen: ScreenName;
  /** The gallery's nearest picture, for strings that none of its pictures shows. */
  readonly near: string;
  /** When such strings appear. */
  readonly when: string;
}

/** The questions that stand on the step « where ». */
const EARLY = [...SELF_QUESTIONS, ...Object.values(QUESTIONS).flat()]
  .filter(({ isEarly }) => isEarly)
  .map(({ id }) => id);

/** By the beginning of the key; the longest one counts. */
const ROWS: Readonly<Record<string, Row>> = {
  'launcher.': { screen: 'button', near: 'closed', when: 'where a page cannot load the form, as a link' },
  'exit.loading': { screen: 'button', near: 'closed', when: 'while the form or a later step loads' },
  'err.load': { screen: 'button', near: 'closed', when: 'under the button, if the form could not be loaded' },
  'header.': { screen: 'every', near: 'what', when: 'at the top of each step' },
  'language.': { screen: 'what', near: 'what', when: 'if the page offers several languages' },
  'step.': { screen: 'every', near: 'what', when: 'above each step' },
  'sr.': { screen: 'every', near: 'what', when: 'heard with a screen reader' },
  'action.': { screen: 'every', near: 'what', when: 'at the bottom of each step' },
  'err.later': { screen: 'what', near: 'what', when: 'if the later steps could not be loaded' },
  'err.retry': { screen: 'what', near: 'what', when: 'if something could not be loaded' },
  's1.': { screen: 'what', near: 'what', when: 'on the first step, by where the report goes' },
  'cat.': { screen: 'what', near: 'what', when: 'as an answer of the first step' },
  'why.': { screen: 'what', near: 'what-folds', when: 'in a fold of the first step' },
  'page.': { screen: 'what', near: 'page', when: 'where a page shows all steps at once' },
  'page.again': { screen: 'sent', near: 'page-sent', when: 'where a page shows all steps at once' },
  'page.kept': { screen: 'sent', near: 'page-sent', when: 'where a page shows all steps at once' },
  'page.copy': { screen: 'sent', near: 'page-sent', when: 'where a page shows all steps at once' },
  'q.ownReference': { screen: 'what', near: 'page', when: 'where a page shows all steps at once' },
  'practice.': { screen: 'every', near: 'practice', when: 'where a page is for a training' },
  's2.': { screen: 'where', near: 'where-error', when: 'on the second step, by what was chosen or typed' },
  's2.url.how.': { screen: 'where', near: 'where-link', when: 'in the same fold, on a telephone' },
  'place.': { screen: 'where', near: 'where-place-other', when: 'on the second step, without an address' },
  'id.': { screen: 'where', near: 'where-place-messaging', when: 'on the second step, without an address' },
  'remark.': { screen: 'where', near: 'where-remark-credentials', when: 'under a field, after a remark' },
  'remark.nowhere': {
    screen: 'where',
    near: 'where-nowhere',
    when: 'if a service is named, and nobody there',
  },
  'remark.email': { screen: 'details', near: 'details-suggestion', when: 'under the e-mail address' },
  'remark.identity': { screen: 'details', near: 'details-identity', when: 'under the details' },
  'remark.keep.text': { screen: 'details', near: 'details-identity', when: 'under the details' },
  'remark.remove': { screen: 'details', near: 'details-identity', when: 'under the details' },
  'notice.': { screen: 'where', near: 'where-child_sexual_abuse', when: 'above the second step' },
  'keep.': {
    screen: 'where',
    near: 'where-danger',
    when: 'in the notice of the category: what to keep before the content is gone',
  },
  'notice.blackmail': { screen: 'where', near: 'where-threatened', when: 'where somebody is blackmailed' },
  'changed.': { screen: 'check', near: 'check-full', when: 'under an address that the form has cleaned' },
  's3.': { screen: 'details', near: 'details-error', when: 'among the optional details' },
  'more.': { screen: 'details', near: 'details-conditional', when: 'as the title of questions' },
  'q.': { screen: 'details', near: 'details-conditional', when: 'as a question that another answer brings' },
  ...Object.fromEntries(
    EARLY.map((id) => [
      `q.${id}`,
      { screen: 'where', near: 'where-self', when: 'as a question of the second step' } satisfies Row,
    ]),
  ),
  'o.': { screen: 'details', near: 'details-conditional', when: 'as an answer to such a question' },
  's4.': { screen: 'check', near: 'check-full', when: 'on the third step' },
  'payload.': { screen: 'exact', near: 'check-full', when: 'if the report has such a fact' },
  'send.': { screen: 'sending', near: 'sending', when: 'if sending takes long' },
  'fail.': { screen: 'sending', near: 'failure', when: 'if no answer came' },
  'err.': { screen: 'sending', near: 'failure', when: 'for another reason than in the picture' },
  'ok.': { screen: 'sent', near: 'sent', when: 'after a report that asks for an answer, or after a tap' },
  'ok.code': { screen: 'sent', near: 'sent-code', when: 'after a report that can be followed' },
  'many.': {
    screen: 'sent',
    near: 'sent',
    when: 'where there are more links than one report has: each of several reports',
  },
  'many.links': { screen: 'check', near: 'check', when: 'where there are more links than one report has' },
  'many.accounts': {
    screen: 'check',
    near: 'check',
    when: 'where there are more accounts than one report has',
  },
  'many.submit': { screen: 'check', near: 'check', when: 'where there are more links than one report has' },
  'many.rest': { screen: 'check', near: 'check', when: 'once some of several reports have arrived' },
  'many.over': { screen: 'errors', near: 'page-error', when: 'under links that are too many' },
  'follow.': { screen: 'follow', near: 'follow', when: 'once a code was asked for' },
  'follow.door': { screen: 'what', near: 'follow', when: 'at the end of the first step' },
  'follow.code.': { screen: 'sent', near: 'sent-code', when: 'after a report that can be followed' },
  'follow.print': { screen: 'sent', near: 'sent-code', when: 'after a report that can be followed' },
  'follow.noted': { screen: 'sent', near: 'sent-code', when: 'beside the button that prints the code' },
  'follow.lost.': {
    screen: 'leaving',
    near: 'code-lost',
    when: 'when the form is closed before the code is noted',
  },
  'follow.memory': {
    screen: 'where',
    near: 'where-from-memory',
    when: 'in an answer to the hotline’s question',
  },
  'follow.where': { screen: 'sent', near: 'sent-code', when: 'on paper, under the code' },
  'follow.added': { screen: 'sent', near: 'sent-added', when: 'after an answer to the hotline’s question' },
  'follow.apart': { screen: 'sent', near: 'sent-added', when: 'after an answer to the hotline’s question' },
  'exit.': { screen: 'leaving', near: 'what-folds', when: 'after the first press of the keys to leave' },
  'drop.': { screen: 'leaving', near: 'discard', when: 'when the form is closed with answers' },
  'draft.': { screen: 'leaving', near: 'kept', when: 'when answers were kept' },
  'keys.': {
    screen: 'details',
    near: 'details-suggestion',
    when: 'in the hotline’s frame, once the page around it has taken the keyboard',
  },
  'covered.': {
    screen: 'what',
    near: 'what',
    when: 'in the hotline’s frame, where the page around it covers the form',
  },
  'idle.': { screen: 'leaving', near: 'idle-warning', when: 'after some minutes without a sign of life' },
  'call.': { screen: 'help', near: 'what', when: 'beside an emergency number' },
  'aim.': { screen: 'help', near: 'sent-aims', when: 'behind a door of the sent view, or of the first step' },
  'help.': { screen: 'help', near: 'sent', when: 'in the help of a category or a country that needs it' },
  'country.': { screen: 'help', near: 'what-folds', when: 'in the fold « country.summary »' },
  'door.': { screen: 'help', near: 'what-folds', when: 'in a fold of the first step' },
  'err.prefix': { screen: 'errors', near: 'what-error', when: 'before each error' },
  'err.summary': { screen: 'errors', near: 'what-error', when: 'above a step that has errors' },
  'err.category': { screen: 'errors', near: 'what-error', when: 'if nothing was chosen' },
  'err.where': { screen: 'errors', near: 'where-error', when: 'if nothing was chosen' },
  'err.place': { screen: 'errors', near: 'where-place-error', when: 'if nothing was written' },
  'err.url.': { screen: 'errors', near: 'where-error', when: 'under an address that cannot be reported' },
  'err.details.': { screen: 'errors', near: 'details-error', when: 'under details that are too long' },
  'err.email.': { screen: 'errors', near: 'details-error', when: 'under the e-mail address' },
  'err.questions.': { screen: 'errors', near: 'details-error', when: 'under an answer that is too long' },
  'err.code.symbol': {
    screen: 'errors',
    near: 'follow-mistyped',
    when: 'after a sign that no code has; {n} is that sign, such as % or U',
  },
  'err.code.number': {
    screen: 'errors',
    near: 'follow-number',
    when: 'after the number of a report, typed for its code',
  },
  'err.code.': { screen: 'errors', near: 'follow-mistyped', when: 'above the field of the code' },
  'err.accounts.': { screen: 'errors', near: 'details-error', when: 'under a list that is too long' },
};

/** The beginnings of keys that the table has. */
export const BEGINNINGS: readonly string[] = Object.keys(ROWS);

/** The beginning that counts for a key. */
export const beginningOf = (key: string): string | undefined =>
  BEGINNINGS.filter((beginning) => key.startsWith(beginning)).toSorted((a, b) => b.length - a.length)[0];

/** The screens that show a string. */
export interface Sight {
  readonly screen: ScreenName;
  /** A picture of the gallery that has the string, or the nearest one. */
  readonly state: string;
  /** When it appears, if no picture has it. */
  readonly when?: string;
}

/** @throws if the table has no beginning of the key */
export function sightOf(key: string): Sight {
  const row = ROWS[beginningOf(key) ?? ''];
  if (!row) throw new Error(`.build/messages/screens.ts does not say where ${key} is seen. Add a row.`);
  const state = (SEEN as Readonly<Record<string, string>>)[key];
  return { screen: row.screen, state: state ?? row.near, ...(state === undefined && { when: row.when }) };
}

// Rules for a text of a further language, by its source and by the typography of its language. Tests hold them for all
// languages, and no text that breaks one is imported.

import type { LanguageRules } from '../../test/words/language-rules.ts';
import { frenchOf, VARIANT } from './texts.ts';

/** Keys of buttons, which have little room. */
const BUTTONS =
  /^(?:action\.|header\.(?:exit|close|back)$|launcher\.label$|.*\.(?:submit|again|copy|retry|remove|keep|keep\.text|paste|add|cancel|clear)$|drop\.(?:stay|go)$|ok\.(?:receipt|print)$|fail\.copy$|s3\.email\.use$)/;

/** Keys of labels and hints. */
const LABELS = /\.(?:hint|label|title)$|^cat\./;

/** Keys of errors. */
export const ERRORS = /^(?:err|fail)\./;

/** Ages of the reporter, which are numbers. */
const AGES = ['o.under_13', 'o.13_14', 'o.15_17', 'o.ageBand.adult'];

/** Numbers that a text may name: one digit, which is no telephone number; the age of majority; how long details may be. */
const KNOWN_NUMBERS = /(?<!\d)(?:2[.,\u00a0\u202f’]?0(?:00|48)|1[68]|\d)(?!\d)/g;

/** Most words of a sentence. */
const MOST_WORDS = 16;

/** Hints of the categories: nine of them stand on one screen of a phone. */
const CATEGORY_HINTS = /^cat\..*\.hint$/;

/** Most words of such a hint. */
const MOST_WORDS_OF_A_HINT = 6;

/** The length of a text in code points. */
export const lengthOf = (text: string): number => [...text].length;

/** The names of the places in a text, such as `n` for `{n}`. */
export const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!…؟])\s+|\n/);

export const wordsIn = (sentence: string): number =>
  sentence.match(/[^\s\u00a0\u202f]*[\p{L}\p{N}][^\s\u00a0\u202f]*/gu)?.length ?? 0;

/** Most characters of a button's text: 1.6 × French. Undefined for other texts. */
export function mostCharacters(key: string): number | undefined {
  if (!BUTTONS.test(key)) return undefined;
  // The French label is a slogan; others name the action.
  const french = frenchOf(key === 'launcher.label' ? 'launcher.context' : key);
  return Math.floor(1.6 * lengthOf(french) + 0.5);
}

/**
 * The faults of a text, each as a sentence without its subject, such as « is empty ».
 * @param rules those of the language; English, whose rules are a test of their own, has none here
 */
export function faultsOf(key: string, text: string, rules?: LanguageRules): readonly string[] {
  if (text.trim() === '')
    return ['is empty: write a text, or take the entry out of the file to leave it as it is'];
  return [
    ...placeFaults(key, text),
    ...characterFaults(key, text),
    ...lengthFaults(key, text),
    ...(rules ? languageFaults(key, text, rules) : []),
  ];
}

/** The faults of a text's places. */
export function placeFaults(key: string, text: string): readonly string[] {
  const [wanted, found] = [placesOf(frenchOf(key)), placesOf(text)];
  // « One second » may have no number.
  if (VARIANT.test(key) && found.length === 0) return [];
  const without = (all: readonly string[], taken: readonly string[]): readonly string[] => {
    const left = [...taken];
    return all.filter((name) => {
      const at = left.indexOf(name);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const [missing, extra] = [without(wanted, found), without(found, wanted)];
  return [
    ...(missing.length === 1 && extra.length === 1
      ? [`has the place {${extra[0]}} where its source has {${missing[0]}}`]
      : [
          ...missing.map((name) => `lacks the place {${name}}`),
          ...extra.map((name) => `has a place that its source does not have: {${name}}`),
        ]),
    ...(/\{(?!\w+\})|(?<!\{\w+)\}/.test(text) ? ['has a brace that belongs to no place'] : []),
  ];
}

function characterFaults(key: string, text: string): readonly string[] {
  const markup = /[<>]|&\w+;|\*\*|\]\(/.exec(text)?.[0];
  const number = AGES.includes(key) ? undefined : /\d+/.exec(text.replaceAll(KNOWN_NUMBERS, ''))?.[0];
  return [
    ...(/^\s|\s$/.test(text) ? ['begins or ends with a space'] : []),
    ...(/[^\S\n]{2}/.test(text) ? ['has two spaces side by side'] : []),
    ...(text.includes('..') ? ['has two full stops side by side: an ellipsis is one character, …'] : []),
    ...(markup === undefined ? [] : [`has markup: « ${markup} ». It would be shown as it stands`]),
    ...(number === undefined
      ? []
      : [`has the number ${number}: telephone numbers come from the data of each country`]),
  ];
}

function lengthFaults(key: string, text: string): readonly string[] {
  const most = mostCharacters(key);
  return [
    ...(most !== undefined && lengthOf(text) > most
      ? [`is too long for a button: ${lengthOf(text)} characters, at most ${most}`]
      : []),
    ...(CATEGORY_HINTS.test(key) && wordsIn(text) > MOST_WORDS_OF_A_HINT
      ? [`has ${wordsIn(text)} words, at most ${MOST_WORDS_OF_A_HINT} for the hint of a category`]
      : []),
    ...sentencesOf(text)
      .filter((sentence) => wordsIn(sentence) > MOST_WORDS)
      .map(
        (sentence) => `has a sentence of ${wordsIn(sentence)} words, at most ${MOST_WORDS}: « ${sentence} »`,
      ),
  ];
}

function languageFaults(key: string, text: string, rules: LanguageRules): readonly string[] {
  const [open, close] = rules.quotes;
  const excepted = rules.except?.includes(key) === true;
  const find = (pattern: RegExp, fault: string): readonly string[] => {
    const found = excepted ? undefined : pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${fault}: « ${found} »`];
  };
  return [
    ...find(rules.typography, 'breaks the typography of the language'),
    ...find(rules.never, 'has words that beg, scold or label'),
    ...find(rules.address, 'addresses people in a form that is not used here'),
    ...find(/!/, 'has an exclamation mark'),
    ...(ERRORS.test(key) ? find(rules.neverInErrors, 'has words of blame, which no error uses') : []),
    ...(LABELS.test(key) && !/[.?!…؟]\s/.test(text)
      ? find(/\.$/, 'ends with a full stop, which a label or a hint of one sentence does not have')
      : []),
    // A mark that both opens and closes, or is an apostrophe too, cannot be counted.
    ...(open !== close && close !== '’' && text.split(open).length !== text.split(close).length
      ? [`opens or closes a quotation that has no other end: ${open} ${close}`]
      : []),
  ];
}

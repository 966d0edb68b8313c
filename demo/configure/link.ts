// The link to some answers: they stand behind the # of the address, which no browser sends to a server. Anyone can
// write a link, so each part is read as hostile.

import { readHash as readTheme, writeHash as writeTheme } from '../theme/link.ts';
import type { Supports } from '../theme/seed-values.ts';
import {
  CONTEXTS,
  EASY,
  FLOWS,
  MODES,
  NO_ANSWERS,
  PRACTICE,
  TEXTS,
  TRUSTED,
  WAYS,
  type Answers,
  type TextName,
} from './answers.ts';

const MAX_LENGTH = 8_000;
const MAX_TEXT = 500;

/** Writes the answers that differ from the defaults, for behind the #; an empty string where none does. */
export function writeHash(answers: Answers): string {
  const { way, texts, mode, context, flow, practice, easy, trusted, theme, languages } = answers;
  const own: readonly (readonly [name: string, value: string, plain: string])[] = [
    ['how', way, NO_ANSWERS.way],
    ['mode', mode, NO_ANSWERS.mode],
    ['page-context', context, NO_ANSWERS.context],
    ['flow', flow, NO_ANSWERS.flow],
    ['practice', practice, NO_ANSWERS.practice],
    ['easy', easy, NO_ANSWERS.easy],
    ['trusted-types', trusted, NO_ANSWERS.trusted],
    ['languages', languages.join(' '), ''],
    ...TEXTS.map((name) => [name, texts[name].slice(0, MAX_TEXT), NO_ANSWERS.texts[name]] as const),
  ];
  const written = own.flatMap(([name, value, plain]) => (value === plain ? [] : [[name, value]]));
  return [new URLSearchParams(written).toString(), writeTheme({ theme, shown: [], swatches: [] })]
    .filter(Boolean)
    .join('&');
}

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text);

/**
 * Reads the part of the address behind the #.
 * @param known tags of the languages that there are
 * @returns the answers, and whether every part of the link was understood
 */
export function readHash(
  hash: string,
  supports: Supports,
  known: readonly string[],
): { answers: Answers; isWhole: boolean } {
  const text = hash.replace(/^#/, '');
  if (text.length > MAX_LENGTH) return { answers: NO_ANSWERS, isWhole: false };
  let { way, mode, context, flow, practice, easy, trusted, languages } = NO_ANSWERS;
  const texts: Record<TextName, string> = { ...NO_ANSWERS.texts };
  const others = new URLSearchParams();
  let isWhole = true;
  for (const [name, value] of new URLSearchParams(text)) {
    const field = oneOf(TEXTS, name);
    if (field) texts[field] = value.slice(0, MAX_TEXT).replace(/\p{Cc}/gu, '');
    else if (name === 'how') way = oneOf(WAYS, value) ?? ((isWhole = false), way);
    else if (name === 'mode') mode = oneOf(MODES, value) ?? ((isWhole = false), mode);
    else if (name === 'page-context') context = oneOf(CONTEXTS, value) ?? ((isWhole = false), context);
    else if (name === 'flow') flow = oneOf(FLOWS, value) ?? ((isWhole = false), flow);
    else if (name === 'practice') practice = oneOf(PRACTICE, value) ?? ((isWhole = false), practice);
    else if (name === 'easy') easy = oneOf(EASY, value) ?? ((isWhole = false), easy);
    else if (name === 'trusted-types') trusted = oneOf(TRUSTED, value) ?? ((isWhole = false), trusted);
    else if (name === 'languages') {
      const named = value.split(' ');
      languages = known.filter((tag) => named.includes(tag));
      isWhole &&= languages.length === named.length;
    } else others.append(name, value);
  }
  const { choices, ignored } = readTheme(others.toString(), supports);
  return {
    answers: { way, mode, context, flow, practice, easy, trusted, texts, theme: choices.theme, languages },
    isWhole: isWhole && ignored.length === 0,
  };
}

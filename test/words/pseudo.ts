// A pseudo-language, made from French: longer by 40 % at least, with accents on its letters, between ⟦ and ⟧. What a view
// shows outside of these marks comes from no locale file.

import type { Locale } from '../../src/words/locale.ts';
import first from '../../src/words/locales/fr.json?first' with { type: 'json' };
import launcher from '../../src/words/locales/fr.json?launcher' with { type: 'json' };
import extra from '../../src/words/locales/fr.json?extra' with { type: 'json' };
import later from '../../src/words/locales/fr.json?later' with { type: 'json' };

/** Its tag: of those that ISO 639-2 reserves for local use. */
export const PSEUDO = 'qps';

const PLAIN = 'acdeghijklnoprstuwyz';
const ACCENTED = 'áçðëğĥïĵķłñöþŕšţüŵÿž';
const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...PLAIN].map((letter, index) => [letter, ACCENTED[index]!]),
);

/** How much longer it is than French. */
const LONGER = 1.4;

/** One string. Places such as `{hotline}` stay as they are. */
export function pseudo(text: string): string {
  const accented = text.replace(
    /\{\w+\}|[a-z]/gi,
    (found) => ACCENTS[found] ?? ACCENTS[found.toLowerCase()]?.toUpperCase() ?? found,
  );
  const missing = Math.max(0, Math.ceil(text.length * LONGER) - accented.length - 2);
  // In words, so that lines can break as they do elsewhere.
  const words = 'þłüš łöñğ '.repeat(missing).slice(0, missing).trimEnd();
  return `⟦${accented}${words && ` ${words}`}⟧`;
}

const allPseudo = <Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): { readonly [Key in keyof Texts]: string } =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)])) as {
    readonly [Key in keyof Texts]: string;
  };

/** The language. No browser has data for it, so it brings dates and names of days and countries. */
export const pseudoLocale: Locale = {
  tag: PSEUDO,
  name: pseudo('Pseudo'),
  names: {
    date: (date) => pseudo(`date ${date.getDate()}`),
    weekday: (day) => pseudo(`jour ${day}`),
    hour: (hour) => pseudo(`${hour} h`),
    list: (texts) => texts.join(', '),
    country: (code) => pseudo(code),
  },
  launcher: allPseudo(launcher),
  form: () =>
    Promise.resolve({
      first: allPseudo(first),
      later: () => Promise.resolve(allPseudo(later)),
      extra: () => Promise.resolve(allPseudo(extra)),
    }),
};

/** The parts of a text outside of ⟦ and ⟧ that have letters; a mark without its partner is one too. */
export function outsideOf(text: string): string[] {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '⟦') depth += 1;
    else if (character === '⟧') depth -= 1;
    else if (depth === 0) outside += character;
    if (depth < 0 || (depth === 1 && character === '⟦')) outside += depth < 0 ? '⟧' : '\n';
    depth = Math.max(0, depth);
  }
  if (depth > 0) outside += '⟦';
  return outside.split('\n').filter((part) => /[\p{L}⟦⟧]/u.test(part));
}

// A right-to-left pseudo-language: English in Arabic letters, registered as a partner would. CLDR uses the tag `ar-XB`
// for pseudo-localised text of this kind.

import { later } from '../../src/i18n/locales/en/later.ts';
import { first } from '../../src/i18n/locales/en/first.ts';
import { launcher } from '../../src/i18n/locales/en/launcher.ts';

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
const MARKS: Readonly<Record<string, string>> = { '?': '؟', ',': '،', ';': '؛' };

/** Replaces letters by Arabic ones, but keeps placeholders such as `{so}`. */
const mirror = (text: string): string =>
  text.replace(
    /\{\w+\}|[a-z?,;]/gi,
    (found) => MARKS[found] ?? LETTERS[found.toLowerCase().charCodeAt(0) - 97] ?? found,
  );

/** The texts of a whole part, as JavaScript. */
const mirrorAll = (words: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(words).map(([key, text]) => [key, mirror(text)])));

/** The script of a page whose widget uses this language: only the npm build lets a page add one. */
export const mirroredScript = (): string => `import { registerLocale } from '/dist/index.js';
registerLocale({
  tag: 'ar-XB',
  dir: 'rtl',
  launcher: ${mirrorAll(launcher)},
  form: async () => ({
    first: ${mirrorAll(first)},
    later: async () => (${mirrorAll(later)}),
  }),
});
await import('/dist/define.js');
`;

/** Import map: the addresses of the npm build's packages. */
export const IMPORT_MAP = JSON.stringify({
  imports: {
    lit: '/node_modules/lit/index.js',
    'lit/': '/node_modules/lit/',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-html/': '/node_modules/lit-html/',
    'lit-element/': '/node_modules/lit-element/',
    '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  },
});

// A right-to-left pseudo-language: English in Arabic letters, registered as a partner would. CLDR uses the tag `ar-XB`
// for pseudo-localised text of this kind. Only the npm build lets a page add a language.

import { registerLocale } from '../../src/widget/index.ts';
import extra from '../../src/words/locales/en.json?extra' with { type: 'json' };
import first from '../../src/words/locales/en.json?first' with { type: 'json' };
import later from '../../src/words/locales/en.json?later' with { type: 'json' };
import launcher from '../../src/words/locales/en.json?launcher' with { type: 'json' };

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
const MARKS: Readonly<Record<string, string>> = { '?': '؟', ',': '،', ';': '؛' };

/** Replaces letters by Arabic ones, but keeps placeholders such as `{so}`. */
const mirror = (text: string): string =>
  text.replace(
    /\{\w+\}|[a-z?,;]/gi,
    (found) => MARKS[found] ?? LETTERS[found.toLowerCase().charCodeAt(0) - 97] ?? found,
  );

/** The texts of a whole part. */
const mirrored = <Words extends object>(words: Words): { readonly [Key in keyof Words]: string } =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, mirror(text as string)])) as {
    readonly [Key in keyof Words]: string;
  };

registerLocale({
  tag: 'ar-XB',
  dir: 'rtl',
  launcher: mirrored(launcher),
  form: async () => ({
    first: mirrored(first),
    later: async () => mirrored(later),
    extra: async () => mirrored(extra),
  }),
});
await import('../../src/widget/define.ts');

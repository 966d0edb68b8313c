// The words of the interface: the same messages in every language, typography, tone, length, and none that is unused.
import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CATEGORIES, type Category } from '../../src/core/categories.ts';
import type { Role } from '../../src/core/draft.ts';
import type { FieldError } from '../../src/core/draft-rules.ts';
import { fallback as enFallback } from '../../src/i18n/locales/en/fallback.ts';
import { first as enFirst } from '../../src/i18n/locales/en/first.ts';
import { launcher as enLauncher } from '../../src/i18n/locales/en/launcher.ts';
import { rest as enRest } from '../../src/i18n/locales/en/rest.ts';
import { fallback as frFallback } from '../../src/i18n/locales/fr/fallback.ts';
import { first as frFirst } from '../../src/i18n/locales/fr/first.ts';
import { launcher as frLauncher } from '../../src/i18n/locales/fr/launcher.ts';
import { rest as frRest } from '../../src/i18n/locales/fr/rest.ts';

type Texts = Readonly<Record<string, string>>;
type Finding = readonly [key: string, found: string];

const LOCALES: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  en: { fallback: enFallback, first: enFirst, launcher: enLauncher, rest: enRest },
  fr: { fallback: frFallback, first: frFirst, launcher: frLauncher, rest: frRest },
};
const all = (language: string): [string, string][] =>
  Object.values(LOCALES[language] ?? {}).flatMap(Object.entries);
const french = all('fr');
const english = all('en');
const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Where messages match, as pairs of the key and what matched. */
const matches = (messages: [string, string][], pattern: RegExp, except: readonly string[] = []): Finding[] =>
  messages.flatMap(([key, text]) => {
    const found = except.includes(key) ? undefined : pattern.exec(text)?.[0];
    return found === undefined ? [] : [[key, found] as const];
  });

test('every language of the sources is checked here, file by file', () => {
  const folders = readdirSync(join(src, 'i18n/locales')).toSorted();
  assert.deepEqual(folders, Object.keys(LOCALES));
  for (const folder of folders) {
    const files = readdirSync(join(src, 'i18n/locales', folder)).toSorted();
    assert.deepEqual(
      files,
      Object.keys(LOCALES[folder] ?? {}).map((name) => `${name}.ts`),
      folder,
    );
  }
});

test('both languages have the same messages, part by part, and no message twice', () => {
  for (const part of Object.keys(LOCALES['fr'] ?? {})) {
    const keys = (language: string): string[] => Object.keys(LOCALES[language]?.[part] ?? {}).toSorted();
    assert.ok(keys('fr').length > 0, part);
    assert.deepEqual(keys('en'), keys('fr'), part);
  }
  assert.equal(new Set(french.map(([key]) => key)).size, french.length);
});

test('no message is empty, and none begins or ends with a space or holds two', () => {
  assert.deepEqual(matches([...french, ...english], /^$|^\s|\s$|[^\S\n]{2}/), []);
});

test('a message has the same places for values in both languages', () => {
  const places = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
  const translations = new Map(english);
  for (const [key, text] of french) assert.deepEqual(places(translations.get(key) ?? ''), places(text), key);
  assert.deepEqual(matches([...french, ...english], /\{(?!\w+\})|(?<!\{\w+)\}/), []);
});

test('no message holds markup', () => {
  assert.deepEqual(matches([...french, ...english], /[<>]|&\w+;|\*\*|\]\(/), []);
});

test('French: narrow no-break space before ; ! ?, no-break space before : and inside « »', () => {
  assert.deepEqual(matches(french, / [!?;:»]|« /), []);
  assert.deepEqual(matches(french, /(?<!\u202f)[;!?]|(?<!\u00a0):|(?<!\u00a0)»|«(?!\u00a0)/), []);
});

test('French: curved apostrophes, no English quotation marks, no feminine ending in brackets or after a point', () => {
  assert.deepEqual(matches(french, /['"‘“”]|\(e?s?\)|·|\.e\b/), []);
});

test('English: curved apostrophes and single quotation marks, in pairs, and no French spaces', () => {
  assert.deepEqual(matches(english, /['"“”«»\u00a0\u202f]/), []);
  for (const [key, text] of english) {
    const closed = text.match(/‘[^‘’]+(?:’\w[^‘’]*)*’/g)?.length ?? 0;
    assert.equal(closed, text.match(/‘/g)?.length ?? 0, key);
  }
});

test('dots are an ellipsis, and a number does not break', () => {
  assert.deepEqual(matches([...french, ...english], /\.\.|\d \d/), []);
});

/** Words that are not ours, in any message. */
const NEVER = {
  fr: /veuillez|s’il (?:vous|te) pla[iî]t|désolé|(?<!\p{L})(?:in)?valide|(?<!\p{L})oups|illicite|p[ée]dopornogra|victime/iu,
  en: /\bplease\b|\bsorry\b|\b(?:in)?valid\b|\boops\b|child porn|commit(?:ted|ting|s)? suicide|\bvictims?\b|\billicit\b/i,
};
/** Words that blame, in an error. Elsewhere what is illegal is the content, and the law forbids. */
const NEVER_IN_ERRORS = {
  fr: /interdi|illégal|incorrect|erroné|échou|échec|obligatoire/i,
  en: /forbid|illegal|incorrect|wrong|fail|must not|mandatory/i,
};
/** The name of an association. */
const NAMES_OF_LINES = ['help.116006'];

for (const [language, messages] of [
  ['fr', french],
  ['en', english],
] as const) {
  test(`${language}: no word that begs, scolds or labels`, () => {
    assert.deepEqual(matches(messages, NEVER[language], NAMES_OF_LINES), []);
    const errors = messages.filter(([key]) => /^(?:err|fail)\./.test(key));
    assert.ok(errors.length > 0);
    assert.deepEqual(matches(errors, NEVER_IN_ERRORS[language]), []);
  });
}

test('the reader is « vous », and nothing is exclaimed but the name of the button', () => {
  assert.deepEqual(matches(french, /(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu), []);
  assert.deepEqual(matches([...french, ...english], /!/, ['launcher.label']), []);
  assert.deepEqual(matches(english, /!/), []);
});

test('no telephone number stands in a message: numbers are data, by country', () => {
  const known = /\b18 ans|\b15 ans|\b(?:under|Under) 1[58]\b|\b2[,\u202f]0(?:00|48)\b|\b10 ad?dresses/g;
  const unknown = [...french, ...english].map(([key, text]): [string, string] => [
    key,
    text.replaceAll(known, ''),
  ]);
  assert.deepEqual(matches(unknown, /\d+/), []);
});

for (const [language, messages] of [
  ['fr', french],
  ['en', english],
] as const) {
  test(`${language}: sentences have 16 words at most, 10 on average`, (t) => {
    const sentences = messages.flatMap(([key, text]) =>
      text.split(/(?<=[.?!…])\s+|\n/).map((sentence) => ({
        key,
        sentence,
        words: sentence.match(/[^\s\u00a0\u202f]*[\p{L}\p{N}][^\s\u00a0\u202f]*/gu)?.length ?? 0,
      })),
    );
    const average = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
    const longest = Math.max(...sentences.map(({ words }) => words));
    t.diagnostic(`${sentences.length} sentences, ${average.toFixed(1)} words on average, ${longest} at most`);
    assert.deepEqual(
      sentences.filter(({ words }) => words > 16).map(({ key, sentence, words }) => [key, words, sentence]),
      [],
    );
    assert.ok(average <= 10, `${average} words`);
  });
}

test('a label or a hint has no full stop, unless it is a sentence among several', () => {
  const short = (messages: [string, string][]) =>
    messages.filter(([key, text]) => /\.(?:hint|label|title)$|^cat\./.test(key) && !/[.?!…]\s/.test(text));
  assert.deepEqual(matches([...short(french), ...short(english)], /\.$/), []);
});

// Names of messages that the code puts together, from the data that it puts them together with. The types make sure
// that none is left out: a new code or role is an error here until it stands in its list.
const keysOf = <Key extends string>(list: Readonly<Record<Key, true>>): Key[] => Object.keys(list) as Key[];
const FIELD_ERRORS = keysOf<FieldError['code'] | 'field'>({
  category: true,
  where: true,
  place: true,
  field: true,
  'url.empty': true,
  'url.data': true,
  'url.local': true,
  'url.long': true,
  'url.many': true,
  'details.long': true,
  'email.empty': true,
  'email.format': true,
});
const ROLES = keysOf<Role>({ witness: true, target: true, other: true, none: true });
const EMERGENCY_NOTICES = ['terrorism', 'procuring'] as const satisfies readonly Category['notice'][];
const helpSource = readFileSync(join(src, 'core/help-resources.ts'), 'utf8');

const composed: Readonly<Record<string, readonly string[]>> = {
  'cat.${id}': CATEGORIES.map(({ id }) => `cat.${id}`),
  'cat.${id}.hint': CATEGORIES.map(({ id }) => `cat.${id}.hint`),
  's3.role.${role}': ROLES.map((role) => `s3.role.${role}`),
  'err.${error.code}': FIELD_ERRORS.map((code) => `err.${code}`),
  'help.${line.id}': [...helpSource.matchAll(/\bid: '(\w+)'/g)].map(([, id]) => `help.${id}`),
  'notice.${kind}': EMERGENCY_NOTICES.map((kind) => `notice.${kind}`),
  'notice.${kind}.one': EMERGENCY_NOTICES.map((kind) => `notice.${kind}.one`),
};
/** The same name where the code calls the value otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  'err.${code}': 'err.${error.code}',
  's3.role.${answers.role}': 's3.role.${role}',
  "cat.${answers.category ?? 'unsure'}": 'cat.${id}',
};

const code = globSync('{embed.ts,{elements,i18n}/**/*.ts}', { cwd: src, exclude: ['i18n/locales/**'] })
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');
const groups = [...new Set(french.map(([key]) => key.split('.')[0] ?? ''))];
const written = [...code.matchAll(/'(\w+)\.([\w.]+)'/g)]
  .filter(([, group = '']) => groups.includes(group))
  .map(([text]) => text.slice(1, -1));
const templates = [...code.matchAll(/`((\w+)\.[^`]*\$\{[^`]*)`/g)]
  .filter(([, , group = '']) => groups.includes(group))
  .map(([, template = '']) => ALIASES[template] ?? template);

test('the names of messages that the code puts together are those listed here', () => {
  assert.deepEqual([...new Set(templates)].toSorted(), Object.keys(composed).toSorted());
});

test('every message is used', () => {
  const used = new Set([...written, ...Object.values(composed).flat()]);
  assert.deepEqual(
    french.map(([key]) => key).filter((key) => !used.has(key)),
    [],
  );
});

test('every message that is used exists', () => {
  const known = new Set(french.map(([key]) => key));
  assert.ok(written.length > 100);
  assert.deepEqual(
    [...written, ...Object.values(composed).flat()].filter((key) => !known.has(key)),
    [],
  );
});

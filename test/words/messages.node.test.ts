// The messages of the interface in French and English: typography, tone, length, and none unused.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { SubmitErrorCode } from '../../src/widget/client/errors.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import type { Role } from '../../src/core/draft/types.ts';
import type { AddressRemark } from '../../src/core/address/warnings.ts';
import type { FieldError, Remark } from '../../src/core/draft/types.ts';
import { FOLLOW_UP_STATES } from '../../src/core/follow-up/answer.ts';
import type { CodeError } from '../../src/widget/form/asking.ts';
import type { EmergencyNumber } from '../../src/core/help/numbers.ts';
import { linesOf } from '../../src/core/help/abroad.ts';
import type { LineNote } from '../../src/core/help/lines.ts';
import { DUTY_SOURCES, STEP_SOURCES, WAY_SOURCES } from '../../src/core/help/aims-sources.ts';
import { DOOR_SOURCES, HELP_SOURCES } from '../../src/core/help/sources.ts';
import { SERVICES } from '../../src/core/address/named-services.ts';
import { PLACE_FIELDS } from '../../src/core/draft/place-fields.ts';
import { PLACES } from '../../src/core/report/places.ts';
import {
  COMMON_QUESTIONS,
  OWN_REFERENCE,
  QUESTIONS,
  SELF_QUESTIONS,
} from '../../src/core/draft/question-table.ts';
import { optionsOf } from '../../src/core/draft/questions.ts';
import { faultsOf } from '../../.build/messages/text-rules.ts';
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };

type Finding = readonly [key: string, found: string];

const french = Object.entries(fr);
const english = Object.entries(en);
const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Matching messages, as pairs of the key and the matched text. */
const matches = (messages: [string, string][], pattern: RegExp, except: readonly string[] = []): Finding[] =>
  messages.flatMap(([key, text]) => {
    const found = except.includes(key) ? undefined : pattern.exec(text)?.[0];
    return found === undefined ? [] : [[key, found] as const];
  });

test('no message is empty, and none begins or ends with a space or holds two', () => {
  assert.deepEqual(matches([...french, ...english], /^$|^\s|\s$|[^\S\n]{2}/), []);
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

/** Words that no message may use. */
const NEVER = {
  fr: /veuillez|s’il (?:vous|te) pla[iî]t|désolé|(?<!\p{L})(?:in)?valide|(?<!\p{L})oups|illicite|p[ée]dopornogra|victime/iu,
  en: /\bplease\b|\bsorry\b|\b(?:in)?valid\b|\boops\b|child porn|commit(?:ted|ting|s)? suicide|\bvictims?\b|\billicit\b/i,
};
/** Words of blame, forbidden in errors. Other messages may say that content is illegal or that the law forbids it. */
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
  const known = /\b18 ans|\bunder 18\b|\b16 (?:lettres|letters)\b|\b2[,\u202f]0(?:00|48)\b/g;
  const unknown = [...french, ...english].map(([key, text]): [string, string] => [
    key,
    text.replaceAll(known, ''),
  ]);
  // How old the reporter is.
  const ages = ['o.under_13', 'o.13_14', 'o.15_17', 'o.ageBand.adult'];
  assert.deepEqual(matches(unknown, /\d+/, ages), []);
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

test('each text keeps the rules that hold for every language', () => {
  const faults = [...french, ...english].flatMap(([key, text]) =>
    faultsOf(key, text).map((fault) => `${key} ${fault}`),
  );
  assert.deepEqual(faults, []);
});

test('a label or a hint has no full stop, unless it is a sentence among several', () => {
  const short = (messages: [string, string][]) =>
    messages.filter(([key, text]) => /\.(?:hint|label|title)$|^cat\./.test(key) && !/[.?!…]\s/.test(text));
  assert.deepEqual(matches([...short(french), ...short(english)], /\.$/), []);
});

// Message names that the code builds, listed from the data in its source. The types make the lists complete: a new code
// or role is a compile error until it is listed.
const keysOf = <Key extends string>(list: Readonly<Record<Key, true>>): Key[] => Object.keys(list) as Key[];
const CODE_ERRORS = keysOf<CodeError>({
  empty: true,
  number: true,
  length: true,
  symbol: true,
  check: true,
  failed: true,
  wait: true,
  unknown: true,
}).map((code) => `code.${code}`);
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
  'too-large': true,
  'questions.long': true,
  'accounts.many': true,
  'email.empty': true,
  'email.format': true,
});
/** Sending errors with a message of their own; the others share some. */
const SENDING_ERRORS = ['offline', 'cancelled', 'blocked', 'sealing'] satisfies (
  | SubmitErrorCode
  | 'blocked'
  | 'sealing'
  | 'cancelled'
)[];
const CODES = ['ref', 'code'];
const ROWS = ['what', 'where', 'login', 'early', 'answers', 'role', 'details', 'reply'];
const ROLES = keysOf<Role>({
  witness: true,
  target: true,
  other: true,
  none: true,
  child_protection: true,
  professional: true,
});
const ASKED = [QUESTIONS, { SELF_QUESTIONS, COMMON_QUESTIONS, OWN: [OWN_REFERENCE] }].flatMap((lists) =>
  Object.values(lists).flat(),
);
const QUESTION_IDS = ASKED.map(({ id }) => id);
/** The existing messages among these: a hint, or a text for one category or question alone, may be missing. */
const those = (keys: readonly string[]): string[] =>
  keys.filter((key) => french.some(([known]) => known === key));
const perCategory = (prefix: string): string[] => those(CATEGORIES.map(({ id }) => `${prefix}.${id}`));
const ANSWERS = ASKED.flatMap((asked) => optionsOf(asked).map((value) => [asked.id, value] as const));
const OWN_ANSWERS = those(ANSWERS.map(([id, value]) => `o.${id}.${value}`));
const REMARKS = keysOf<Remark['code']>({
  local: true,
  credentials: true,
  session: true,
  cut: true,
  onion: true,
  search: true,
  short: true,
  share: true,
  home: true,
  service: true,
  identity: true,
  format: true,
  email: true,
  nowhere: true,
});
const CHANGES = keysOf<AddressRemark>({ private: true, unwrapped: true, scheme: true, repaired: true });
const ASKED_WHOSE = ['credentials', 'session'] as const;
const WHOSE = ['published', 'own'] as const;
const ASKED_IDENTIFIERS = [
  ...new Set([...Object.values(PLACE_FIELDS).flat(), ...SERVICES.flatMap(([, , ...fields]) => fields)]),
];
const DOORS = Object.values(DOOR_SOURCES).flatMap(Object.keys);
const LINE_NOTES = keysOf<LineNote>({
  nameless: true,
  unbilled: true,
  alerts: true,
  signing: true,
  captions: true,
  interpreter: true,
});
const EMERGENCY_SERVICES = keysOf<EmergencyNumber['service']>({
  police: true,
  medical: true,
  any: true,
  text: true,
});

const composed: Readonly<Record<string, readonly string[]>> = {
  'q.${id}': QUESTION_IDS.map((id) => `q.${id}`),
  'q.${id}.hint': those(QUESTION_IDS.map((id) => `q.${id}.hint`)),
  'q.${id}.person': those(QUESTION_IDS.map((id) => `q.${id}.person`)),
  'q.${id}.${category}': QUESTION_IDS.flatMap((id) => perCategory(`q.${id}`)),
  'o.${value}': ANSWERS.filter(([id, value]) => !OWN_ANSWERS.includes(`o.${id}.${value}`)).map(
    ([, value]) => `o.${value}`,
  ),
  'o.${id}.${value}': OWN_ANSWERS,
  's3.details.hint.${category}': perCategory('s3.details.hint'),
  'place.${place}': PLACES.map((place) => `place.${place}`),
  'place.${placeKind}': PLACES.map((place) => `place.${place}`),
  'place.${placeKind}.hint': PLACES.map((place) => `place.${place}.hint`),
  'id.${type}': ASKED_IDENTIFIERS.map((type) => `id.${type}`),
  'id.${type}.hint': ASKED_IDENTIFIERS.map((type) => `id.${type}.hint`),
  'remark.${remark.code}': REMARKS.map((code) => `remark.${code}`),
  'remark.${code}.${whose}': ASKED_WHOSE.flatMap((code) => WHOSE.map((whose) => `remark.${code}.${whose}`)),
  'remark.${code}.${whose}.done': ASKED_WHOSE.flatMap((code) =>
    WHOSE.map((whose) => `remark.${code}.${whose}.done`),
  ),
  'changed.${change}': CHANGES.map((change) => `changed.${change}`),
  'cat.${id}': CATEGORIES.map(({ id }) => `cat.${id}`),
  'cat.${id}.hint': those(CATEGORIES.map(({ id }) => `cat.${id}.hint`)),
  's3.role.${role}': ROLES.map((role) => `s3.role.${role}`),
  'follow.${state}': FOLLOW_UP_STATES.map((state) => `follow.${state}`),
  'err.${error.code}': [...FIELD_ERRORS, ...SENDING_ERRORS, ...CODE_ERRORS].map((code) => `err.${code}`),
  's4.row.${id}': ROWS.map((id) => `s4.row.${id}`),
  'ok.${kind}': CODES.map((kind) => `ok.${kind}`),
  'many.${kind}': ['links', 'accounts'].map((kind) => `many.${kind}`),
  'many.${state}': ['sent', 'unconfirmed', 'unsent'].map((state) => `many.${state}`),
  'help.${id}': [...new Set(Object.keys(HELP_SOURCES).flatMap((code) => linesOf(code)))].map(
    ({ id }) => `help.${id}`,
  ),
  'help.note.${note}': LINE_NOTES.map((note) => `help.note.${note}`),
  'door.${door.id}': DOORS.map((id) => `door.${id}`),
  'door.${door.id}.how': those(DOORS.map((id) => `door.${id}.how`)),
  'aim.${aim}': ['remove', 'complain'].map((aim) => `aim.${aim}`),
  'aim.${id}': those(Object.keys(WAY_SOURCES).map((id) => `aim.${id}`)),
  'aim.${step}': Object.keys(STEP_SOURCES).map((step) => `aim.${step}`),
  'aim.duty.${id}': Object.keys(DUTY_SOURCES).map((id) => `aim.duty.${id}`),
  'call.${service}': EMERGENCY_SERVICES.map((service) => `call.${service}`),
};
/** Message names that the code builds with a different variable name. */
const ALIASES: Readonly<Record<string, string>> = {
  'help.${line.id}': 'help.${id}',
  'err.${code}': 'err.${error.code}',
  'q.${id}.${form.draft.answers.category}': 'q.${id}.${category}',
  'q.${id}.${draft.answers.category}': 'q.${id}.${category}',
  's3.role.${chosen}': 's3.role.${role}',
  'remark.${code}.${given}.done': 'remark.${code}.${whose}.done',
  'remark.${code}.published.done': 'remark.${code}.${whose}.done',
  "cat.${answers.category ?? 'unsure'}": 'cat.${id}',
};

const code = globSync(
  '{widget/{embed.ts,{button,form,isolated,diagnosis}/**/*.ts},words/**/*.ts,core/draft/*-words.ts}',
  {
    cwd: src,
    // The names of all of them, in lists.
    exclude: ['words/{french-keys,parts}.ts'],
  },
)
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

/** Messages with a number that may be one. */
const counted = french.flatMap(([key, text]) => (text.includes('{n}') ? [key] : []));

test('every message is used', () => {
  const used = new Set([...written, ...Object.values(composed).flat()]);
  // A plural message (`.one`) counts as used if the message for all numbers is used, and one about « la personne »
  // (`keyFor`) if that for everybody is.
  const isUsed = (key: string): boolean =>
    used.has(key.replace(/\.person$/, '')) ||
    used.has(key) ||
    (key.endsWith('.one') &&
      counted.includes(key.replace(/\.one$/, '')) &&
      used.has(key.replace(/\.one$/, '')));
  assert.deepEqual(
    french.map(([key]) => key).filter((key) => !isUsed(key)),
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

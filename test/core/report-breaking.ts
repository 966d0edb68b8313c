// Random changes that break a report or take it to the limit of the schema.

import fc from 'fast-check';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { accountNames, DETAILS, type Json, type JsonObject, words } from './report-arbitrary.ts';
import { GIVEN_FIELDS, GIVEN_SCHEMA, isObject, type Slot, slotsOf } from './report-given.ts';

// Defined, not assigned: `__proto__` must become an ordinary key, as with JSON.parse.
const put = ({ holder, key }: Pick<Slot, 'holder' | 'key'>, value: Json): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

/** Picks from a list by the next number of the change, so that equal numbers break a report in equal ways. */
interface Draw {
  <const List extends readonly [unknown, ...unknown[]]>(list: List): List[number];
  <Item>(list: readonly Item[]): Item | undefined;
}

type Change = (report: JsonObject, draw: Draw) => void;

const objectsIn = (report: JsonObject): JsonObject[] =>
  [report, ...slotsOf(report).map(({ value }) => value)].filter(isObject);

const listSlotsIn = (report: JsonObject) =>
  slotsOf(report).flatMap((slot) => (Array.isArray(slot.value) ? [{ ...slot, value: slot.value }] : []));

const textSlotsIn = (report: JsonObject) =>
  slotsOf(report).flatMap((slot) => (typeof slot.value === 'string' ? [{ ...slot, value: slot.value }] : []));

const objectsOf = (list: Json | undefined): JsonObject[] =>
  Array.isArray(list) ? list.filter(isObject) : [];

const STRAY_VALUES = [
  null,
  0,
  1.5,
  true,
  false,
  '',
  'x',
  '1.0',
  [],
  {},
  [null],
  ['unknown'],
  'unknown',
] as const;

const STRAY_KEYS = [
  'attachment',
  '__proto__',
  'constructor',
  'toString',
  '',
  'URL',
  'contact',
  'details',
  'url',
] as const;

/** List lengths around each limit of the given schema. */
const LENGTHS = [1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 19, 20, 21] as const;

/** Padding for texts: one unit, two units for one code point, half a pair, and parts of a language tag. */
const FILLERS = ['a', '😀', '\ud800', '-aaaaaaa'] as const;

/** The text, cut or padded to a length in code points. */
function stretched(text: string, length: number, filler: string): string {
  const units = [...text, ...filler.repeat(Math.max(0, length - text.length + 1))];
  return units.slice(0, length).join('');
}

interface ListSlot extends Slot {
  readonly value: Json[];
}

/** A list of this length: distinct words as far as the vocabulary goes; without one, copies of the first item. */
function resized({ path, value: [first = null] }: ListSlot, length: number): Json[] {
  const vocabulary = GIVEN_FIELDS.get(`${path}/*`)?.['enum'];
  if (Array.isArray(vocabulary)) return vocabulary.slice(0, length);
  return Array.from({ length }, (_, index) => {
    if (!isObject(first)) return `L${index + 1}`;
    return {
      ...first,
      ...('value' in first && { value: `${index}` }),
      ...('to' in first && { to: `${index}` }),
    };
  });
}

/** Ways of changing a report. Some only reach the limit of the schema, so some results stay valid. */
const CHANGES: Readonly<Record<string, Change>> = {
  dropField(report, draw) {
    const slot = draw(slotsOf(report).filter(({ holder }) => !Array.isArray(holder)));
    if (slot) delete (slot.holder as JsonObject)[slot.key];
  },
  dropRequiredField(report, draw) {
    delete report[draw(GIVEN_SCHEMA['required'] as string[]) ?? ''];
  },
  replaceValue(report, draw) {
    const slot = draw(slotsOf(report));
    if (slot) put(slot, structuredClone(draw(STRAY_VALUES)) as Json);
  },
  addUnknownField(report, draw) {
    const holder = draw(objectsIn(report)) ?? report;
    put({ holder, key: draw(STRAY_KEYS) }, draw([null, 'x', {}, { isAdmin: true }]));
  },
  stretchText(report, draw) {
    const slot = draw(textSlotsIn(report));
    if (!slot) return;
    const limit = GIVEN_FIELDS.get(slot.path)?.['maxLength'];
    if (typeof limit === 'number') put(slot, stretched(slot.value, limit + draw([-1, 0, 1]), draw(FILLERS)));
  },
  shortenText(report, draw) {
    const slot = draw(textSlotsIn(report));
    if (slot) put(slot, [...slot.value].slice(0, draw([0, 1, 2, 3, 4])).join(''));
  },
  nudgeText(report, draw) {
    const slot = draw(textSlotsIn(report));
    if (!slot) return;
    const { value } = slot;
    put(
      slot,
      draw([
        `${value} `,
        `${value}\n`,
        ` ${value}`,
        value.toUpperCase(),
        `${value}\0`,
        value.slice(1),
        `${value}é`,
      ]),
    );
  },
  repeatItem(report, draw) {
    const list = draw(listSlotsIn(report))?.value;
    const item = list && draw(list);
    // An object with its keys in another order still counts as a duplicate.
    if (item !== undefined)
      list?.push(isObject(item) ? Object.fromEntries(Object.entries(item).toReversed()) : item);
  },
  resizeList(report, draw) {
    const slot = draw(listSlotsIn(report));
    if (slot) put(slot, resized(slot, draw(LENGTHS)));
  },
  emptyList(report, draw) {
    draw(listSlotsIn(report))?.value.splice(0);
  },
  listAsObject(report, draw) {
    const slot = draw(listSlotsIn(report));
    if (slot) put(slot, { ...slot.value, length: 1 });
  },
  changeCategory(report, draw) {
    report['category'] = draw(['spam', 'Unsure', '', ...CATEGORIES.map(({ id }) => id)]);
  },
  detailsOfAnother(report, draw) {
    const category = draw(CATEGORIES).id;
    const key = draw(['kinds', ...Object.keys(DETAILS[category])]);
    const value = draw(['yes', ...words.KINDS[category]]);
    report['details'] = { [key]: key === 'kinds' ? [value] : value };
  },
  forbiddenScheme(report, draw) {
    const url = draw(objectsIn(report).filter((object) => 'kind' in object));
    if (!url) return;
    // The last two only resemble forbidden ones. The long s matches s if a pattern ignores case in Unicode mode.
    const scheme = draw(['data', 'javascript', 'blob', 'file', 'content', 'about', 'datab', 'javaſcript']);
    const inAnyCase = scheme.replace(/[a-z]/g, (letter) => draw([letter, letter.toUpperCase()]));
    const before = draw(['', '', ' ', '\n', '\u00a0', '\ufeff', '\0', 'x']);
    url[draw(['value', 'asEntered'])] = `${before}${inAnyCase}${draw([':', ':', ' :', ''])}x//y`;
  },
  hideSomething(report, draw) {
    const url = draw(objectsIn(report).filter((object) => 'kind' in object));
    if (!url) return;
    url['changes'] = [draw(words.URL_CHANGES), draw(words.HIDING_CHANGES)].slice(draw([0, 1]));
    if (draw([true, false])) url['asEntered'] = 'example.org?fbclid=1';
  },
  nameNothing(report, draw) {
    const location = draw(objectsOf(report['locations']));
    if (location) delete location[draw(['url', 'identifiers'])];
    const account = draw(objectsOf(report['reportedAccounts']));
    for (const name of Object.keys(accountNames)) if (draw([true, true, false])) delete account?.[name];
  },
  timeAlone(report, draw) {
    const location = draw(objectsOf(report['locations']));
    if (!location) return;
    location['observedAt'] = {
      precision: 'hour',
      time: draw(['21:40', '24:00', '9:30']),
      ...(draw([true, false]) && { date: draw(['2026-11-23', '2026-13-01', '2026-1-1']) }),
      ...(draw([true, false]) && { timeZone: draw(['Europe/Paris', 'Z', 'Europe/']) }),
    };
  },
  unpublishedCredentials(report, draw) {
    const location = draw(objectsOf(report['locations']));
    if (!location) return;
    location['access'] = {
      [draw(['username', 'password'])]: 'x',
      ...draw([{}, { credentialsPublished: true }, { credentialsPublished: false }]),
    };
  },
  mixContactAndAnonymity(report, draw) {
    report['reporter'] = {
      role: 'witness',
      anonymous: draw([true, false]),
      followUp: draw(words.FOLLOW_UPS),
      ...(draw([true, false]) && {
        contact: { email: draw(['a@b.fr', 'a@b', '@b.fr', 'a b@c.fr', 'a@b@c.fr', '']) },
      }),
    };
  },
  wrongConstant(report, draw) {
    const [part, key, value] = draw([
      ['attestation', 'goodFaith', false],
      ['attestation', 'textId', '-a'],
      ['source', 'hostOrigin', 'https://example.org/path'],
      ['source', 'hostOrigin', 'https://user@example.org'],
      ['source', 'widgetVersion', '1.0'],
      ['source', 'partnerId', 'A'],
      ['reporter', 'country', 'fr'],
      ['danger', 'immediate', 'maybe'],
    ] as const);
    const object = report[part];
    if (isObject(object)) object[key] = value;
  },
};

/** Numbers for `breakReport`: sixteen a change, one or two changes. */
export const changes: fc.Arbitrary<number[][]> = fc.array(
  fc.array(fc.noBias(fc.nat()), { minLength: 16, maxLength: 16 }),
  { minLength: 1, maxLength: 2 },
);

/** The report after these changes: most results are invalid, some stay valid. */
export function breakReport(report: JsonObject, drawn: number[][]): JsonObject {
  const broken = structuredClone(report);
  for (const numbers of drawn) {
    let next = 0;
    const draw = ((list: readonly unknown[]) =>
      list[(numbers[next++ % numbers.length] ?? 0) % list.length]) as Draw;
    draw(Object.values(CHANGES))?.(broken, draw);
  }
  return broken;
}

/**
 * The report with one field at a time dropped, or taken to its limit and one step beyond.
 * @returns a description of each change, and how to make the document
 */
export function edgesOf(report: JsonObject): [name: string, make: () => JsonObject][] {
  return slotsOf(report).flatMap((slot, position) => {
    const make = (change: (slot: Slot) => void) => () => {
      const copy = structuredClone(report);
      change(slotsOf(copy)[position] ?? slot);
      return copy;
    };
    const variants: [string, () => JsonObject][] = [];
    const { maxLength, minLength, maxItems } = GIVEN_FIELDS.get(slot.path) ?? {};
    const { path, value, holder } = slot;
    if (!Array.isArray(holder)) {
      variants.push([`${path} dropped`, make((copy) => delete (copy.holder as JsonObject)[copy.key])]);
    }
    if (typeof value === 'string') {
      for (const length of around(maxLength))
        for (const filler of FILLERS)
          variants.push([
            `${path} ${filler} ${length}`,
            make((copy) => put(copy, stretched(value, length, filler))),
          ]);
      for (const length of around(minLength))
        variants.push([`${path} cut ${length}`, make((copy) => put(copy, stretched(value, length, 'a')))]);
    }
    if (Array.isArray(value)) {
      for (const length of around(maxItems))
        variants.push([
          `${path} of ${length}`,
          make((copy) => put(copy, resized({ ...slot, value }, length))),
        ]);
    }
    return variants;
  });
}

const around = (limit: Json | undefined): number[] =>
  typeof limit === 'number' ? [limit - 1, limit, limit + 1].filter((length) => length >= 0) : [];

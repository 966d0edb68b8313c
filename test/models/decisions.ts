// Model of the file of decisions: a table reads the same, whichever spreadsheet wrote it, and any other text is told why not.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import {
  DecisionsError,
  NO_PROVIDER,
  readStatedDecisions,
  type StatedDecision,
} from '../../src/receiver/figures/decisions.ts';
import { fromSpreadsheetText, toSpreadsheetText } from '../../src/receiver/export/spreadsheet-text.ts';
import { modelOf } from './model.ts';

/** What a hotline notes of one report. */
interface Row {
  readonly reference: string;
  readonly action: StatedDecision['action'];
  readonly provider: string;
  /** Days since the first of the century; none where it says nothing. */
  readonly day: number | null;
  readonly answeredAfter: number | null;
  readonly category: string;
  /** What stands in a column that the receiver does not know. */
  readonly note: string;
  /** How many empty rows stand before it. */
  readonly emptyBefore: number;
}

/** How a spreadsheet writes a table. */
interface Writing {
  readonly separator: string;
  readonly lineEnd: string;
  readonly hasMark: boolean;
  readonly endsLastLine: boolean;
  readonly quotes: 'all' | 'texts' | 'needed';
  readonly form: 'NFC' | 'NFD';
  /** Whether cells are as an export of reports writes them. */
  readonly isExported: boolean;
  /** How many empty columns stand behind the others. */
  readonly emptyColumns: number;
}

/** How a hotline writes its words. */
interface Words {
  readonly isFrench: boolean;
  readonly letters: 'lower' | 'upper' | 'title';
  /** The places of the columns, the foreign one among them. */
  readonly order: readonly number[];
  /** How many empty rows stand before the names. */
  readonly emptyBefore: number;
  /** The name of the foreign column. */
  readonly foreign: string;
  /** A blank around a cell. */
  readonly blank: string;
}

type Case =
  | {
      readonly kind: 'table';
      readonly rows: readonly Row[];
      readonly words: Words;
      readonly writing: Writing;
    }
  | { readonly kind: 'text'; readonly text: string };

/** Each action in words, in English and in French; `unknown` may also say nothing. */
const ACTIONS: Readonly<Record<StatedDecision['action'], readonly [english: string, french: string]>> = {
  removed: ['removed', 'retiré'],
  restricted: ['restricted', 'restreint'],
  refused: ['refused', 'refusé'],
  no_answer: ['no answer', 'sans réponse'],
  unknown: ['', ''],
  not_illegal: ['not illegal', 'non illégal'],
  police: ['passed to the police', 'transmis à la police'],
  duplicate: ['duplicate', 'doublon'],
  reading: ['reading', 'en lecture'],
  gone: ['gone', 'disparu'],
  not_ours: ['not ours', 'pas pour nous'],
  link: ['link?', 'lien ?'],
};

const COLUMNS = [
  ['reference', 'référence'],
  ['provider', 'hébergeur'],
  ['date', 'date'],
  ['action', 'suite'],
  ['answered', 'réponse'],
  ['category', 'catégorie'],
] as const;

const ANSWERED: readonly StatedDecision['action'][] = ['removed', 'restricted', 'refused'];

/** A name that a provider may have: with a separator, a quotation mark or an accent in it. */
const provider = fc
  .string({ unit: fc.constantFrom(...'aBé 0.,;"«»\'&-\u0301'), minLength: 1, maxLength: 12 })
  .map((text) => `P${text.replace(/\s+/g, ' ').trim()}`)
  .filter((text) => !NO_PROVIDER.test(text));

const note = fc.string({
  unit: fc.constantFrom(...'ab1,;\t"\n=+ é', '\r\n', '""'),
  maxLength: 8,
});

const row: fc.Arbitrary<Row> = fc.record({
  reference: fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 8, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'0123456789E'), minLength: 4, maxLength: 9 }),
  ),
  action: fc.constantFrom(...(Object.keys(ACTIONS) as StatedDecision['action'][])),
  provider: fc.oneof(provider, fc.constantFrom('', 'Exemple Vidéo', 'exemple vidéo', 'EXEMPLE  VIDÉO')),
  day: fc.option(fc.nat(12_000)),
  answeredAfter: fc.option(fc.nat(60)),
  category: fc.constantFrom('', ...CATEGORIES.map(({ id }) => id)),
  note,
  emptyBefore: fc.constantFrom(0, 0, 0, 1, 2),
});

const words: fc.Arbitrary<Words> = fc.record({
  isFrench: fc.boolean(),
  letters: fc.constantFrom('lower', 'upper', 'title'),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
  emptyBefore: fc.constantFrom(0, 0, 1),
  foreign: fc.oneof(fc.constantFrom('', 'Analyste', 'Notes; a; b; c; d; e; f; g', 'Suivi,\nvu le'), note),
  blank: fc.constantFrom('', '', ' ', '\u00a0'),
});

const writing: fc.Arbitrary<Writing> = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  hasMark: fc.boolean(),
  endsLastLine: fc.boolean(),
  quotes: fc.constantFrom('all', 'texts', 'needed'),
  form: fc.constantFrom('NFC', 'NFD'),
  isExported: fc.boolean(),
  emptyColumns: fc.constantFrom(0, 0, 3),
});

const HEADS = ['reference,provider,date,action', 'référence;hébergeur;date;suite;réponse;catégorie'];
const anyFile = fc
  .tuple(
    fc.constantFrom('', ...HEADS),
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\r',
          ',',
          ';',
          '"',
          '""',
          'A1',
          'removed',
          '2026-01-05',
          '2026-02-30',
          "'",
          'P',
          '\uFEFF',
          '\0',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 30 },
    ),
  )
  .map(([head, pieces]) => `${head}\n${pieces.join('')}`);

const cases: fc.Arbitrary<Case> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ rows: fc.array(row, { maxLength: 5 }), words, writing })
      .map((table) => ({ kind: 'table', ...table }) as const),
  },
  { weight: 1, arbitrary: anyFile.map((text) => ({ kind: 'text', text }) as const) },
);

const dayOf = (day: number): string => new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);

/** A row that the hotline may write: only an answer has a day of its own, and nothing at all is no decision. */
const isPossible = (its: Row): boolean => its.action !== 'unknown' || its.provider !== '';

/** What is read of a row. */
function decisionOf(its: Row, name: string): Omit<StatedDecision, 'line'> {
  const isAnswered = ANSWERED.includes(its.action) && its.answeredAfter !== null;
  return {
    reference: its.reference,
    action: its.action,
    ...(name !== '' && { provider: name }),
    ...(its.day !== null && { date: dayOf(its.day) }),
    ...(isAnswered && { answered: dayOf((its.day ?? 0) + (its.answeredAfter ?? 0)) }),
    ...(its.category !== '' && { category: its.category as (typeof CATEGORIES)[number]['id'] }),
  };
}

function inLetters(text: string, { letters }: Words): string {
  if (letters === 'lower') return text;
  return letters === 'upper' ? text.toUpperCase() : text.replace(/^./u, (first) => first.toUpperCase());
}

/** The cells of a row, in the order of the columns. */
function cellsOf(its: Row, chosen: Words): string[] {
  const { answered = '', date = '' } = decisionOf(its, its.provider);
  const cells = [
    inLetters(its.reference.toLowerCase(), chosen),
    its.provider,
    date,
    inLetters(ACTIONS[its.action][chosen.isFrench ? 1 : 0], chosen),
    answered,
    inLetters(its.category, chosen),
  ].map((cell) => (cell === '' ? '' : chosen.blank + cell + chosen.blank));
  return chosen.order.map((column) => cells[column] ?? its.note);
}

/** A table as a spreadsheet writes it. */
function written(table: readonly (readonly string[])[], its: Writing): string {
  const cellText = (cell: string): string => {
    // A text that the way back would change comes from a spreadsheet only as an export has written it.
    const isExported = its.isExported || fromSpreadsheetText(cell) !== cell;
    const text = (isExported ? toSpreadsheetText(cell) : cell).normalize(its.form);
    const isQuoted =
      its.quotes === 'all' ||
      (its.quotes === 'texts' && /\D/.test(text)) ||
      text.includes(its.separator) ||
      /["\r\n]/.test(text);
    return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = table.map((cells) => cells.map(cellText).join(its.separator));
  return (its.hasMark ? '\uFEFF' : '') + lines.join(its.lineEnd) + (its.endsLastLine ? its.lineEnd : '');
}

/** The table is read as it was meant, row by row. */
function assertTable(rows: readonly Row[], chosen: Words, its: Writing): void {
  const columns = COLUMNS.map((names) => inLetters(names[chosen.isFrench ? 1 : 0], chosen));
  const width = chosen.order.length + its.emptyColumns;
  const padded = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, index) => cells[index] ?? '');
  // A foreign column has no name of ours.
  const foreign = `x${chosen.foreign}`;
  const empty = (count: number): string[][] => Array.from({ length: count }, () => padded([]));
  const table = [
    ...empty(chosen.emptyBefore),
    padded(chosen.order.map((column) => columns[column] ?? foreign)),
    ...rows.flatMap((each) => [...empty(each.emptyBefore), padded(cellsOf(each, chosen))]),
  ];
  const text = written(table, its);
  const spellings = new Map<string, string>();
  const expected = rows.map((each) => {
    const name = each.provider.normalize('NFC').replace(/\s+/g, ' ').trim();
    const told = ['reading', 'gone', 'not_ours', 'link'].includes(each.action);
    const spelling = spellings.get(name.toLowerCase()) ?? name;
    if (!told) spellings.set(name.toLowerCase(), spelling);
    return decisionOf(each, spelling);
  });
  const read = readStatedDecisions(text);
  assert.deepEqual(
    read.map(({ line: _, ...decision }) => decision),
    expected,
    JSON.stringify(text),
  );
}

/** Any other text gives rows that a figure can count, or the line that is wrong. */
function assertTold(text: string): void {
  try {
    for (const { reference, line } of readStatedDecisions(text))
      assert.ok(reference.trim() === reference && reference !== '' && line > 1, JSON.stringify(text));
  } catch (error) {
    if (!(error instanceof DecisionsError)) throw error;
    const [, line] = /^Line (\d+): /.exec(error.message) ?? [];
    assert.ok(
      line ? Number(line) <= text.split(/\r\n?|\n/).length : error.message.startsWith('The first line '),
    );
  }
}

function check(given: Case): void {
  if (given.kind === 'text') return assertTold(given.text);
  assertTable(given.rows.filter(isPossible), given.words, given.writing);
}

export const model = modelOf<Case>({ name: 'decisions', runs: 1_500, property: fc.property(cases, check) });

// The file of decisions: as any spreadsheet saves it, in English or French; and what is wrong with a line is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecisionsError, readDecisions } from '../../src/receiver/figures/decisions.ts';

const HEAD = 'reference,provider,date,action,answered,category';

test('the same rows are read from a comma, a semicolon or a tab, with or without quotes and byte order mark', () => {
  const rows = [
    ['reference', 'provider', 'date', 'action', 'answered'],
    ['7k4m-2qxd', 'Exemple, Vidéo', '2026-03-01', 'Removed', '2026-03-03'],
    ['1234-5678', 'Un « autre »; "ici"', '2026-03-02', 'no answer', ''],
    ['', '', '', '', ''],
    ['A1B2-C3D4', '', '', 'passed_to the police', ''],
  ];
  const expected = [
    {
      line: 2,
      reference: '7K4M-2QXD',
      action: 'removed',
      provider: 'Exemple, Vidéo',
      date: '2026-03-01',
      answered: '2026-03-03',
    },
    {
      line: 3,
      reference: '1234-5678',
      action: 'no_answer',
      provider: 'Un « autre »; "ici"',
      date: '2026-03-02',
    },
    { line: 5, reference: 'A1B2-C3D4', action: 'police' },
  ];
  for (const separator of [',', ';', '\t'])
    for (const end of ['\n', '\r\n', '\r'])
      for (const mark of ['', '\uFEFF'])
        for (const quotesAll of [true, false]) {
          const cell = (text: string) =>
            quotesAll || /[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = mark + rows.map((row) => row.map(cell).join(separator)).join(end) + end;
          assert.deepEqual(readDecisions(text), expected);
        }
});

test('columns may be named in French, in any order, beside others', () => {
  const text =
    'Suite;Analyste;Date;Hébergeur;Référence;Catégorie;Réponse\n' +
    'retiré;AB;2026-01-05;Exemple;X1;procuring;2026-01-06\n' +
    'transmis à la police;;2026-01-05;;X2;;\ndoublon;;;;X3;;\nsans réponse;;;Exemple;X4;;\n';
  assert.deepEqual(
    readDecisions(text).map(({ reference, action, category }) => [reference, action, category]),
    [
      ['X1', 'removed', 'procuring'],
      ['X2', 'police', undefined],
      ['X3', 'duplicate', undefined],
      ['X4', 'no_answer', undefined],
    ],
  );
});

test('a reference comes back from a spreadsheet export, and a provider has one spelling', () => {
  const [one, two, three] = readDecisions(
    `${HEAD}\n'1234-5678,Exemple  Vidéo,2026-01-05,removed,,\nB,exemple vidéo,2026-01-05,,,\nC,Inconnu,2026-01-05,removed,,\n`,
  );
  assert.equal(one?.reference, '1234-5678');
  assert.deepEqual([one?.provider, two?.provider], ['Exemple Vidéo', 'Exemple Vidéo']);
  assert.equal(two?.action, 'unknown');
  assert.equal(three?.provider, undefined);
});

const mistakes: Readonly<Record<string, readonly [line: string, expected: RegExp]>> = {
  'a word that is no action': [
    'A,P,2026-01-05,remvoed,,',
    /^Line 2: « remvoed » is no action\. Did you mean removed\?/,
  ],
  'a day as spreadsheets like to write it': [
    'A,P,05/01/2026,removed,,',
    /^Line 2: write date as 2026-11-24, not « 05\/01\/2026 »/,
  ],
  'a day that is none': ['A,P,2026-02-30,removed,,', /^Line 2: write date as/],
  'no reference': [',P,2026-01-05,removed,,', /^Line 2: the reference is missing/],
  'nothing but a reference': ['A,,2026-01-05,,,', /^Line 2: neither a provider nor an action/],
  'an answer before the notice': ['A,P,2026-01-05,removed,2026-01-04,', /^Line 2: answered before the date/],
  'an answer to what was not answered': [
    'A,P,2026-01-05,no answer,2026-01-06,',
    /^Line 2: answered on a day, but/,
  ],
  'a category that is none': [
    'A,P,2026-01-05,removed,,procurring',
    /^Line 2: « procurring » is no category\. Did you mean procuring\?/,
  ],
  'a provider that is an address of a page': [
    'A,https://example.org/x,2026-01-05,removed,,',
    /^Line 2: the provider must be the name of a company/,
  ],
  'a provider that is a mailbox': ['A,abuse@example.org,2026-01-05,removed,,', /^Line 2: the provider must/],
  'a provider that is a machine': ['A,192.0.2.7,2026-01-05,removed,,', /^Line 2: the provider must/],
  'a provider that is a text': [`A,${'x'.repeat(81)},2026-01-05,removed,,`, /^Line 2: the provider must/],
  'a quotation mark that is not closed': [
    'A,"P,2026-01-05,removed,,',
    /^Line 2: a cell begins with a quotation mark/,
  ],
};

for (const [name, [line, expected]] of Object.entries(mistakes)) {
  test(`it is told: ${name}`, () => {
    assert.throws(
      () => readDecisions(`${HEAD}\n${line}\n`),
      (error) => error instanceof DecisionsError && expected.test(error.message),
    );
  });
}

test('a file without its columns is told which are missing, and none twice', () => {
  assert.throws(
    () => readDecisions('reference,provider\n'),
    /columns reference,provider,date,action\. Missing: date, action\.$/,
  );
  assert.throws(() => readDecisions(''), /Missing: reference/);
  assert.throws(() => readDecisions(`${HEAD},référence\n`), /names the column « reference » twice/);
});

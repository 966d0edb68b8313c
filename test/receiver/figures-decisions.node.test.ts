// The file of decisions: as any spreadsheet saves it, in English or French; and what is wrong with a line is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecisionsError, readDecisions, readStatedDecisions } from '../../src/receiver/figures/decisions.ts';
import { readTable } from '../../src/receiver/figures/table-text.ts';

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
    readDecisions(text).map(({ reference, action, category, answered }) => [
      reference,
      action,
      category,
      answered,
    ]),
    [
      ['X1', 'removed', 'procuring', '2026-01-06'],
      ['X2', 'police', undefined, undefined],
      ['X3', 'duplicate', undefined, undefined],
      ['X4', 'no_answer', undefined, undefined],
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

test('every action may be written in English and in French', () => {
  const words = {
    removed: ['removed', 'retiré', 'RETIRÉ'],
    restricted: ['restricted', 'restreint'],
    refused: ['refused', 'refusé'],
    no_answer: ['no answer', 'no_answer', 'No-Answer', 'sans réponse'],
    unknown: ['unknown', 'inconnu'],
    not_illegal: ['not illegal', 'non illégal'],
    police: ['police', 'passed to the police', 'transmis à la police'],
    duplicate: ['duplicate', 'doublon'],
    reading: ['reading', 'en lecture'],
    gone: ['gone', 'disparu', 'plus en ligne'],
    not_ours: ['not ours', 'pas pour nous'],
    link: ['link?', 'link ?', 'lien?', 'lien ?'],
  };
  for (const [action, spellings] of Object.entries(words))
    for (const word of spellings) {
      const [row] = readStatedDecisions(`reference,provider,date,action\nA,P,,${word}\n`);
      assert.equal(row?.action, action, word);
    }
});

test('who has removed, restricted or refused has answered on a day', () => {
  for (const action of ['removed', 'restricted', 'refused']) {
    const [row] = readDecisions(`${HEAD}\nA,P,2026-01-05,${action},2026-01-06,\n`);
    assert.equal(row?.answered, '2026-01-06', action);
  }
});

test('what is for reporters alone counts in no figure, and decides on no spelling', () => {
  const text = `${HEAD}\nA,exemple,2026-01-05,reading,,\nB,Exemple,2026-01-05,removed,,\nC,EXEMPLE,,gone,,\n`;
  assert.deepEqual(
    readDecisions(text).map(({ reference, provider }) => [reference, provider]),
    [['B', 'Exemple']],
  );
  assert.deepEqual(
    readStatedDecisions(text).map(({ provider }) => provider),
    ['exemple', 'Exemple', 'Exemple'],
  );
});

test('cells and names of columns may stand between spaces, and a category may have them for underscores', () => {
  const text =
    ' Reference , FOURNISSEUR ,date,action, Answered,Category\n a1 , Exemple ,2026-01-05, removed ,,Sexual-harassment\n';
  const [row] = readDecisions(text);
  assert.deepEqual(row, {
    line: 2,
    reference: 'A1',
    action: 'removed',
    provider: 'Exemple',
    date: '2026-01-05',
    category: 'sexual_harassment',
  });
});

test('a company may have digits, dots and colons in its name, and eighty signs', () => {
  for (const name of ['1.2.3', 'Face:Book', 'Ad:', 'v1.2.3.4', '1.2.3.4 Hosting', 'é'.repeat(80)]) {
    const [row] = readDecisions(`${HEAD}\nA,${name},2026-01-05,removed,,\n`);
    assert.equal(row?.provider, name);
  }
});

// No cell names a column: the separator with the most cells decides.
const cellsOf = (text: string) => readTable(text, () => false);

test('a table keeps what stands inside its cells, and names the lines on which records begin', () => {
  const text = '\uFEFFa;b\n" 1\n""2"" ";x"y\n   ;\t\n3;\n4\u00a0\uFEFFz;"5\n6"\n\n7;8\n;\n"";9';
  assert.deepEqual(cellsOf(text), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: [' 1\n"2" ', 'x"y'] },
    { line: 5, cells: ['3', ''] },
    { line: 6, cells: ['4\u00a0\uFEFFz', '5\n6'] },
    { line: 9, cells: ['7', '8'] },
    { line: 11, cells: ['', '9'] },
  ]);
  assert.throws(() => cellsOf('a\n"b\nc",d\n"e'), /^SyntaxError: Line 4: a cell begins/);
  assert.deepEqual(cellsOf(''), []);
  assert.deepEqual(cellsOf('a\uFEFFb'), [{ line: 1, cells: ['a\uFEFFb'] }]);
  // The first line alone decides.
  assert.deepEqual(cellsOf('a\tb\n1;2;3;4'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1;2;3;4'] },
  ]);
  assert.deepEqual(cellsOf('a;b,c;d')[0]?.cells, ['a', 'b,c', 'd']);
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
  'a word that is like no action': [
    'A,P,2026-01-05,banana,,',
    /^Line 2: « banana » is no action\. There are: removed,/,
  ],
  'a category that is like none': [
    'A,P,2026-01-05,removed,,zzzzzzzz',
    /^Line 2: « zzzzzzzz » is no category\. There are: child_sexual_abuse, /,
  ],
  'a day with an hour': ['A,P,2026-01-05T00:00:00.000Z,removed,,', /^Line 2: write date as/],
  'a day of another era': ['A,P,+012026-01-05,removed,,', /^Line 2: write date as/],
  'a day of an answer that is none': [
    'A,P,2026-01-05,removed,soon,',
    /^Line 2: write answered as 2026-11-24, not « soon »/,
  ],
  'a provider that is a machine of the newer kind': [
    'A,2001:DB8::1,2026-01-05,removed,,',
    /^Line 2: the provider must/,
  ],
  'a provider that is a share': ['A,\\\\files,2026-01-05,removed,,', /^Line 2: the provider must/],
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
  assert.throws(() => readDecisions(''), /^DecisionsError: The first line .* Missing: reference/);
  assert.throws(() => readDecisions('reference,provider,date\n'), /Missing: action\.$/);
  assert.deepEqual(readDecisions(`Analyste,Bureau,${HEAD}\n`), []);
  assert.throws(() => readDecisions(`${HEAD},référence\n`), /names the column « reference » twice/);
});

// Form and receiver of this commit and of the next one: each form with each receiver. The next one has two more questions and
// one more place. It is this commit's source with a row for each in the tables, and nothing else.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { PlaceId } from '../../src/core/report/places.ts';

type Source = typeof import('../../src/receiver/index.ts') &
  typeof import('../../src/widget/client/submit.ts') &
  typeof import('../../src/core/draft/draft.ts') &
  typeof import('../../src/core/draft/to-report.ts') &
  typeof import('../../src/receiver/analyst-page/shown-report.ts') &
  typeof import('../../src/receiver/export/reader.ts') &
  typeof import('../../src/receiver/export/csv-columns.ts') &
  typeof import('../../src/receiver/export/json-lines.ts') &
  typeof import('../../src/core/report/report-json-schema.ts');

const MODULES = [
  'receiver/index.ts',
  'widget/client/submit.ts',
  'core/draft/draft.ts',
  'core/draft/to-report.ts',
  'receiver/analyst-page/shown-report.ts',
  'receiver/export/reader.ts',
  'receiver/export/csv-columns.ts',
  'receiver/export/json-lines.ts',
  'core/report/report-json-schema.ts',
];

/** The row of each table, and the line before it. */
const ROWS: readonly (readonly [file: string, line: string, row: string])[] = [
  [
    'core/draft/question-table.ts',
    "    yesNo('callToAct'),",
    "    choice('seenByMany', ['few', 'hundreds', 'no_idea']),\n    words('text', 'sloganHint', 120),",
  ],
  ['core/report/places.ts', "  'search_result',", "  'smart_glasses',"],
  ['core/draft/place-fields.ts', '  search_result: [],', '  smart_glasses: [],'],
];

const HERE = fileURLToPath(new URL('../../', import.meta.url));
const next = await mkdtemp(join(tmpdir(), 'next-version-'));

const load = async (root: string): Promise<Source> =>
  Object.assign(
    {},
    ...(await Promise.all(MODULES.map((module) => import(join(root, 'src', module))))),
  ) as Source;

const sources: Record<string, Source> = {};

before(async () => {
  await cp(join(HERE, 'src'), join(next, 'src'), { recursive: true });
  await cp(join(HERE, 'package.json'), join(next, 'package.json'));
  await symlink(join(HERE, 'node_modules'), join(next, 'node_modules'));
  for (const [file, line, row] of ROWS) {
    const path = join(next, 'src', file);
    const text = await readFile(path, 'utf8');
    assert.equal(text.split(line).length, 2, `${file} has one line « ${line} »`);
    await writeFile(path, text.replace(line, `${line}\n${row}`));
  }
  Object.assign(sources, { 'this version': await load(HERE), 'the next version': await load(next) });
});
after(() => rm(next, { recursive: true, force: true }));

const SLOGAN = 'Une devise écrite à la main';

/** The report of somebody who has answered every question, with what the form of a version asks. */
function reportOf({ createDraft, answer, reportOf: toReport }: Source, placeKind: string) {
  const draft = createDraft({
    location: 'https://journal.example/article',
    pageContext: 'ask',
    fields: ['questions', 'role', 'details', 'reply'],
  });
  const answered = answer(draft, {
    category: 'hate_violence_discrimination',
    where: 'none',
    service: 'Exemple',
    placeKind: placeKind as PlaceId,
    place: 'un salon',
    questions: { callToAct: 'yes', seenByMany: 'hundreds', sloganHint: SLOGAN },
  });
  return toReport(answered, {
    submissionId: crypto.randomUUID(),
    locale: 'fr',
    embed: 'script',
    widgetVersion: '1.0.0',
    now: Date.UTC(2026, 11, 2),
    timeZoneOffset: 0,
  });
}

for (const form of ['this version', 'the next version'])
  for (const receiver of ['this version', 'the next version'])
    test(`form of ${form}, receiver of ${receiver}: the report is stored, and read`, async (t) => {
      const isNewForm = form === 'the next version';
      const report = reportOf(sources[form]!, isNewForm ? 'smart_glasses' : 'other');
      const isKnown = receiver === 'the next version';
      assert.deepEqual(
        report.details,
        isNewForm ? { callToAct: 'yes', seenByMany: 'hundreds', sloganHint: SLOGAN } : { callToAct: 'yes' },
      );

      const {
        openStore,
        createReceiver,
        prepareSubmission,
        sendSubmission,
        readReports,
        showReport,
        jsonLine,
        COLUMNS,
        valuesOf,
      } = sources[receiver]!;
      const store = await openStore('sqlite::memory:');
      t.after(() => store.close());
      const receive = createReceiver({ store });
      const submission = prepareSubmission(report);
      const receipt = await sendSubmission(submission, {
        endpoint: 'https://hotline.example/v1/reports',
        fetch: (input, { signal: _, ...init } = {}) => receive(new Request(input, init)),
      });
      assert.equal(receipt.submissionId, report.submissionId);
      const reads = [];
      for await (const read of readReports(store)) reads.push(read);
      const [read] = reads;
      assert.equal(read?.row.body, submission.body);
      assert.deepEqual((JSON.parse(jsonLine(read)) as { report: unknown }).report, report);

      const cell = (column: string): unknown => valuesOf(read)[COLUMNS.indexOf(column)];
      const told = showReport(read, 'fr').fields.find(({ label }) => label === 'Autres éléments')?.text;
      if (isKnown) {
        const expected = isNewForm ? ['hundreds', SLOGAN] : [undefined, undefined];
        assert.deepEqual([cell('details.seenByMany'), cell('details.sloganHint')], expected);
        assert.equal(told, undefined);
      } else {
        assert.ok(!COLUMNS.includes('details.seenByMany'));
        const lines = `details.seenByMany: "hundreds"\ndetails.sloganHint: "${SLOGAN}"`;
        assert.equal(told, isNewForm ? lines : undefined);
      }
      assert.deepEqual(cell('locations.place'), [isNewForm ? 'smart_glasses' : 'other']);
    });

test('a row is enough for schema, answer and column: the published schema names the new question', () => {
  const schema = JSON.stringify(sources['the next version']!.reportJsonSchema());
  assert.match(
    schema,
    /"seenByMany":\{"type":"string","pattern":"[^"]+","examples":\["few","hundreds","no_idea"\]/,
  );
  assert.match(schema, /"sloganHint":\{"type":"string","maxLength":120/);
  assert.doesNotMatch(JSON.stringify(sources['this version']!.reportJsonSchema()), /seenByMany|sloganHint/);
});

test('a new question moves no column: its own come last', () => {
  const { COLUMNS } = sources['this version']!;
  assert.deepEqual(sources['the next version']!.COLUMNS, [
    ...COLUMNS,
    'details.seenByMany',
    'details.sloganHint',
  ]);
});

// Reports are found by number, partner, category and day, in any combination, and nothing is skipped by it.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readReference } from '../../../src/receiver/intake/reference.ts';
import { readReports } from '../../../src/receiver/export/reader.ts';
import { DATABASES } from '../databases.ts';
import { rowOf } from '../export-given.ts';
import { temporaryFolder } from '../harness.ts';
import { sampleReport } from '../sample-report.ts';
import { makePair, seal } from '../sealed-given.ts';
import { byHand, exportLines, fill, run, soundRow, withStore } from '../store-given.ts';

const hate = () => sampleReport({ category: 'hate_violence_discrimination' });
const urgent = (category: string) =>
  sampleReport({ category, danger: { immediate: 'yes', helpShown: true } });

/** Six reports, and one that no version knows: 1 to 7. */
async function fillKinds(url: string): Promise<{ key: string; rows: string[] }> {
  const pair = await makePair();
  const rows = [
    rowOf(hate(), { reference: '7K4M-2QXD', receivedAt: '2026-11-23T23:59:00Z', partner: 'ville' }),
    rowOf(sampleReport({ category: 'procuring' }), {
      reference: '0123-4567',
      receivedAt: '2026-11-24T00:00:00Z',
      partner: 'ville',
    }),
    rowOf(hate(), { reference: 'AAAA-0001', receivedAt: '2026-11-24T10:00:00Z', partner: 'ecole' }),
    rowOf(urgent('hate_violence_discrimination'), {
      reference: 'AAAA-0002',
      receivedAt: '2026-11-24T23:59:00Z',
      partner: 'ville',
      priority: 'urgent',
      trust: 'low',
    }),
    rowOf(seal(pair, urgent('procuring')), {
      reference: 'AAAA-0003',
      receivedAt: '2026-11-25T00:00:00Z',
      partner: 'ville',
    }),
    rowOf(hate(), { reference: 'AAAA-0004', receivedAt: '2026-11-25T10:00:00Z' }),
    rowOf(sampleReport(), {
      reference: 'AAAA-0005',
      receivedAt: '2026-11-25T10:00:00Z',
      body: '{"schemaVersion":"9.9"}',
    }),
  ];
  await fill(url, rows);
  return { key: JSON.stringify(pair.jwk), rows: rows.map(({ reference }) => reference) };
}

for (const { name, create } of DATABASES)
  describe(name, () => {
    test('reports are chosen by number, partner, category and day', async (t) => {
      const url = await create(t);
      const { key } = await fillKinds(url);
      const file = join(await temporaryFolder(t), 'key.json');
      await writeFile(file, key);
      const found = async (...options: string[]) => {
        const { lines, code, stderr } = await exportLines(t, url, ...options);
        return { numbers: lines.map(({ sequence }) => sequence), code, stderr };
      };
      const numbers = async (...options: string[]) => (await found(...options)).numbers;

      for (const reference of ['7K4M-2QXD', '7k4m2qxd', ' 7K4M – 2QXD '])
        assert.deepEqual(await found('--reference', reference), {
          numbers: [1],
          code: 0,
          stderr: '1 report written\n',
        });
      assert.deepEqual(await numbers('--reference', 'aaaa-ooo4', '--reference', 'OI23.4567'), [2, 6]);
      assert.deepEqual(await numbers('--reference', 'AAAA-0005'), [7]);
      assert.deepEqual(await found('--reference', 'AAAA-0009', '--reference', '0123-4567'), {
        numbers: [2],
        code: 3,
        stderr: '1 report written\nNo report AAAA-0009 in the database. Erased, or a wrong reference?\n',
      });

      assert.deepEqual(await numbers('--day', '2026-11-24'), [2, 3, 4]);
      assert.deepEqual(await numbers('--day', '2026-11-24', '--since', '2026-11-24T10:00Z'), [3, 4]);
      assert.deepEqual(await numbers('--day', '2026-11-24', '--since', '2026-11-01'), [2, 3, 4]);
      assert.deepEqual(await numbers('--day', '2026-11-26'), []);
      assert.deepEqual(await numbers('--partner', 'ville', '--key', file), [1, 2, 4, 5]);
      assert.deepEqual(await numbers('--partner', 'ville', '--after', '2'), [4, 5]);
      assert.deepEqual(await numbers('--partner', 'ville', '--day', '2026-11-24'), [2, 4]);
      assert.deepEqual(await numbers('--partner', 'ville', '--trust', 'low'), [4]);
      assert.deepEqual(await numbers('--partner', 'ville', '--reference', 'AAAA0001'), []);
      assert.deepEqual(await numbers('--partner', 'ville', '--category', 'hate'), [1, 4, 5]);

      // What cannot be read comes along, and is said.
      const sealed = await found('--category', 'hate');
      assert.deepEqual([sealed.numbers, sealed.code], [[1, 3, 4, 5, 6, 7], 3]);
      assert.match(sealed.stderr, /^1 of them without content: sealed, and no private key was given/m);
      assert.match(sealed.stderr, /^1 of them without content: not a report that this version knows$/m);
      assert.deepEqual(await numbers('--category', 'hate', '--key', file), [1, 3, 4, 6, 7]);
      assert.deepEqual(await numbers('--category', 'Hate violence', '--key', file), [1, 3, 4, 6, 7]);
      assert.deepEqual(await numbers('--category', 'Procuring', '--key', file), [2, 5, 7]);
      assert.deepEqual(await numbers('--category', 'procuring', '--priority', 'urgent', '--key', file), [5]);
    });

    test('an export of some goes on behind all that there were, and says what is missing', async (t) => {
      const url = await create(t);
      await fillKinds(url);
      for (const options of [
        ['--partner', 'ecole'],
        ['--day', '2026-11-23'],
        ['--day', '2026-11-29'],
        ['--category', 'unsure'],
      ]) {
        const { next, stderr } = await exportLines(t, url, '--leave-sealed', ...options);
        assert.match(next, /\.7$/, options.join(' '));
        assert.doesNotMatch(stderr, /missing/);
      }
      await byHand(url, 'delete from report where sequence = 3');
      for (const options of [
        ['--partner', 'ville'],
        ['--day', '2026-11-23'],
        ['--category', 'unsure'],
        ['--reference', 'AAAA0001'],
      ]) {
        const { stderr, code } = await exportLines(t, url, '--leave-sealed', ...options);
        assert.match(stderr, /^1 report is missing: number 3\./m, options.join(' '));
        assert.equal(code, 3);
      }
      const { stderr, code } = await exportLines(t, url, '--reference', '7K4M2QXD');
      assert.deepEqual([stderr, code], ['1 report written\n', 0]);
    });

    test('a report that arrives while some are read is left to the next reading', async (t) => {
      const url = await create(t);
      await fillKinds(url);
      const reached: number[] = [];
      await withStore(url, async (store) => {
        const { search } = store;
        const numbersOf: typeof search.numbersOf = async (...args) => {
          await store.put(soundRow('late', { partner: 'ecole' }));
          return search.numbersOf(...args);
        };
        const options = { partner: 'ecole', onRow: (sequence: number) => void reached.push(sequence) };
        const found = [];
        for await (const { row } of readReports({ ...store, search: { ...search, numbersOf } }, options))
          found.push(row.sequence);
        assert.deepEqual(found, [3]);
      });
      assert.equal(reached.at(-1), 7);
      const { lines } = await exportLines(t, url, '--partner', 'ecole', '--after', '7');
      assert.deepEqual(
        lines.map(({ sequence }) => sequence),
        [8],
      );
    });
  });

for (const [options, expected] of [
  [
    ['--reference', '7K4M-2QX'],
    /^--reference must be the number of a report, as 7K4M-2QXD, not « 7K4M-2QX »\./,
  ],
  [['--reference', '7K4M-2QXU'], /^--reference must be/],
  [['--category', 'hatred'], /^--category: « hatred » is no category\..* There are: child_sexual_abuse, /],
  [['--category', 'procurring'], / is no category\. Did you mean procuring\? There are: /],
  [['--category', 'xyz'], / is no category\. There are: /],
  [['--category', ''], /^--category: «  » is no category\. There are: /],
  [['--category', 's'], /^--category: « s » is no category/],
  [['--day', '24.11.2026'], /^--day must be a day in UTC, as 2026-10-27, not « 24\.11\.2026 »\./],
  [['--day', '2026-02-30'], /^--day must be a day/],
] as const)
  test(`it refuses: export ${options.join(' ')}`, async (t) => {
    const { code, stderr } = await run(t, 'export', '--database', 'sqlite:nowhere', ...options);
    assert.equal(code, 2);
    assert.match(stderr, expected);
  });

test('a partner that no report names is told, with the one that was probably meant', async (t) => {
  const url = `sqlite:${join(await temporaryFolder(t), 'reports.sqlite')}`;
  await fillKinds(url);
  const { code, stderr } = await run(t, 'export', '--database', url, '--partner', 'vile');
  assert.deepEqual(
    [code, stderr],
    [1, 'No report in this database names the partner « vile ». Did you mean ville?\n'],
  );
});

test('a reference is read as it is drawn, however it is written', () => {
  for (const [text, expected] of [
    ['7K4M-2QXD', '7K4M-2QXD'],
    ['７ｋ４ｍ　２ｑｘｄ', '7K4M-2QXD'],
    ['il0o-2345', '1100-2345'],
    ['7K4M-2QXD-1', undefined],
    ['', undefined],
    ['7K4M-2QX!', undefined],
  ] as const)
    assert.equal(readReference(text), expected, text);
});

// The sizes and contents of the built files: budgets with a floor, lazy boundaries, hashes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { BUDGETS, budgetsLeft, judgeBudgets, WARNING_SHARE } from '../../.build/budgets.ts';
import { ledger, measureSizes, type Sizes } from '../../.build/sizes.ts';

type Moment = keyof Sizes['moments'];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

const root = new URL('../../', import.meta.url);
const cdn = new URL('dist/cdn/', root);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const textOf = (file: string): string => readFileSync(new URL(file, cdn), 'utf8');
const sourcesOf = (file: string): string[] =>
  (json(`dist/cdn/${file}.map`) as { sources: string[] }).sources.map((source) =>
    source.replace(/^(\.\.\/)+/, ''),
  );

const scripts = readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
);
const manifest = json('dist/cdn/manifest.json') as Record<string, Chunk>;
const sizes = await measureSizes();
const { moments } = sizes;

/** Files that load with a chunk before its code runs. */
function closure(key: string, into = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  assert.ok(chunk, `the build made no chunk for ${key}`);
  if (into.has(chunk.file)) return into;
  into.add(chunk.file);
  for (const imported of chunk.imports ?? []) closure(imported, into);
  return into;
}

/** For each part, a string in its code alone that no minifier changes, and the part's source files. */
const PARTS = {
  'the client': { mark: /idempotency-key/i, source: /^src\/widget\/client\// },
  'the form': { mark: /radiogroup/, source: /^src\/widget\/form\// },
  zod: { mark: /_zod\b|ZodMini|~standard/, source: /node_modules\/zod\// },
};

for (const [moment, { least, most }] of Object.entries(BUDGETS)) {
  test(`${moment}: between ${least} and ${most} bytes of brotli`, (t) => {
    const { brotli } = moments[moment as Moment];
    t.diagnostic(`${brotli} bytes`);
    assert.ok(brotli <= most, `${brotli - most} bytes too many`);
    assert.ok(brotli >= least, `${least - brotli} bytes too few: has a chunk lost its content?`);
  });
}

/** The moments of a build that leaves room everywhere, but before a click. */
function roomyBut(brotli: number): Sizes['moments'] {
  const roomy = Object.keys(BUDGETS).map((moment) => [moment, { ...moments[moment as Moment], brotli: 1 }]);
  const all = Object.fromEntries(roomy) as Sizes['moments'];
  return { ...all, 'before a click': { ...all['before a click'], brotli } };
}

test('the build warns of a budget from 95 % on, fails above it, and names only that one', () => {
  const { most } = BUDGETS['before a click'];
  const none = { warnings: [], failures: [] };
  assert.deepEqual(judgeBudgets(roomyBut(Math.ceil(most * WARNING_SHARE) - 1)), none);
  assert.deepEqual(judgeBudgets(roomyBut(most * WARNING_SHARE)), {
    ...none,
    warnings: ['Warning: “before a click” takes 10450 bytes, 95.0 % of its budget of 11000.'],
  });
  assert.equal(judgeBudgets(roomyBut(most)).failures.length, 0);
  assert.deepEqual(judgeBudgets(roomyBut(most + 1)), {
    ...none,
    failures: ['Too large: “before a click” takes 11001 bytes, 100.0 % of its budget of 11000.'],
  });
});

test('what each budget has left is in the ledger, and in the summary of a run', () => {
  const given = roomyBut(11_001);
  const left = budgetsLeft(given).split('; ');
  assert.equal(left.length, Object.keys(BUDGETS).length);
  assert.equal(left[0], 'before a click -1');
  assert.ok(left.includes('practice 999'));
  const lines = ledger({ files: {}, moments: given }).split('\n');
  for (const [moment, { most }] of Object.entries(BUDGETS)) {
    const line = lines.find((one) => one.trim().startsWith(`${moment}  `));
    assert.match(line!, new RegExp(`, ${most - given[moment as Moment].brotli} bytes left$`));
  }
});

test('the whole form, everything opened, comes in eight requests at most', () => {
  const countries = 1;
  const requests =
    moments['the whole form in French'].requests + moments['what few open, in French'].requests;
  assert.ok(requests + countries <= 8);
});

test('a further language is exactly two chunks, and a third for what few people open', () => {
  assert.equal(moments['a further language'].requests, 2);
  assert.equal(moments['a further language, all of it'].requests, 3);
});

test('dist/sizes.json says what the files weigh', () => {
  assert.deepEqual(json('dist/sizes.json'), sizes);
});

test('every script has its integrity hash and its size, and nothing else has', () => {
  const integrity = Object.fromEntries(
    scripts.toSorted().map((name) => {
      const bytes = readFileSync(new URL(name, cdn));
      const hash = createHash('sha384').update(bytes).digest('base64');
      return [name, { integrity: `sha384-${hash}`, bytes: bytes.length }];
    }),
  );
  assert.deepEqual(json('dist/cdn/integrity.json'), integrity);
  assert.deepEqual(Object.keys(sizes.files), Object.keys(integrity));
});

for (const [name, { mark, source }] of Object.entries(PARTS)) {
  test(`the button comes without code of ${name}`, () => {
    for (const file of closure('_cliquez-signalez.js')) {
      assert.doesNotMatch(textOf(file), mark, file);
      assert.deepEqual(
        sourcesOf(file).filter((path) => source.test(path)),
        [],
        file,
      );
    }
  });
}

test('no script for browsers contains zod', () => {
  for (const file of scripts) {
    assert.doesNotMatch(textOf(file), PARTS.zod.mark, file);
    assert.deepEqual(
      sourcesOf(file).filter((path) => PARTS.zod.source.test(path)),
      [],
      file,
    );
  }
});

test('no script for browsers contains the receiver, or its words for other institutions', () => {
  const words = /STATEMENT_CATEGORY_|sourceUrlSiteType|incidentSummary/;
  for (const mapping of ['dsa-notice', 'iccam', 'cybertipline'])
    assert.match(readFileSync(new URL(`src/receiver/mappings/${mapping}.ts`, root), 'utf8'), words);
  for (const file of scripts) {
    assert.doesNotMatch(textOf(file), words, file);
    assert.deepEqual(
      sourcesOf(file).filter((path) => path.includes('src/receiver/')),
      [],
      file,
    );
  }
});

test('the marks by which parts are known are still in those parts', () => {
  for (const { mark, source } of [PARTS['the client'], PARTS['the form']]) {
    const files = scripts.filter((file) => sourcesOf(file).some((path) => source.test(path)));
    assert.ok(files.length > 0);
    assert.ok(
      files.some((file) => mark.test(textOf(file))),
      String(mark),
    );
  }
  const zod = readFileSync(new URL(import.meta.resolve('zod/mini')), 'utf8');
  const schemas = readFileSync(new URL('../v4/mini/schemas.js', import.meta.resolve('zod/mini')), 'utf8');
  assert.match(zod + schemas, PARTS.zod.mark);
});

test('no chunk imports the entry, so that a page which adds ?ver= to it does not load the widget twice', () => {
  for (const [key, { file, imports = [], dynamicImports = [] }] of Object.entries(manifest)) {
    assert.ok(![...imports, ...dynamicImports].includes('_cliquez-signalez.js'), key);
    assert.doesNotMatch(textOf(file), /["'`/](?:cliquez-signalez|frame)\.js["'`]/, key);
  }
});

test('before a click there is one request: the entry imports nothing', () => {
  assert.equal(moments['before a click'].requests, 1);
  for (const entry of ['cliquez-signalez.js', 'frame.js'])
    assert.doesNotMatch(textOf(entry), /\bimport ?["'`{*]|\bfrom ?["'`]/, entry);
});

test('every import between chunks names a file that stands beside it', () => {
  const imported = scripts.flatMap((file) =>
    [...textOf(file).matchAll(/["'`](\.\/[^"'`?]+\.js)["'`]/g)].map(([, name = '']) =>
      posix.join(posix.dirname(file), name),
    ),
  );
  assert.ok(imported.length > 0);
  assert.deepEqual(
    imported.filter((name) => !scripts.includes(name)),
    [],
  );
});

test('what runs at once asks to be compiled whole, and nothing else does', () => {
  const asking = scripts.filter((file) => textOf(file).startsWith('//# allFunctionsCalledOnLoad\n'));
  assert.deepEqual(
    asking
      .map((file) => file.replace(/-[\w-]{6}\.js$/, (end) => (end === '-signalez.js' ? end : '')))
      .toSorted(),
    ['cliquez-signalez.js', 'form', 'frame.js'],
  );
});

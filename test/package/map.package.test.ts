// The map of the sources and the documents of folders: current, short, and without a path that leads nowhere.
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { layersTable, MAP, ROOMS, withLayers, withRooms } from '../../.build/map.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Two screens. */
const MOST_LINES = 115;
const MOST_COLUMNS = 120;

/** Of the page of the receiver's rooms. */
const MOST_WORDS = 800;

const DECISIONS = globSync('src/decisions/*.md', { cwd: root }).toSorted();
/** The pages of folders, for who changes them. Those of published packages are references. */
const PAGES = [
  ...globSync('src/{core,words,app,plugins}/README.md', { cwd: root }),
  ...globSync('src/widget/{,form/}README.md', { cwd: root }),
  'src/tools/files.md',
  ROOMS,
  '.build/README.md',
];
const MOST_LINES_OF_A_PAGE = 60;

const DOCUMENTS = [MAP, ...PAGES, ...DECISIONS, 'test/README.md', 'CONTRIBUTING.md'];

/** Folders that commands fill. */
const GENERATED = /^(?:dist|\.screenshots)\//;

/** The documents without their generated blocks. */
const written = (text: string): string => text.replaceAll(/<!-- (\w+) -->\n.*?<!-- \/\1 -->/gs, '');

test('the graphs of layers and of the receiver’s rooms are those of the lint rules', () => {
  assert.equal(withLayers(read(MAP)), read(MAP), 'npm run build writes it anew.');
  assert.equal(withRooms(read(ROOMS)), read(ROOMS), 'npm run build writes it anew.');
});

test('a layer that may only be loaded lazily stands behind an arrow', () => {
  const table = layersTable({
    core: { layers: [] },
    'widget/button': { layers: ['core', 'widget/theme', 'widget/form'], packages: ['lit'] },
  });
  assert.match(table, /^\| `widget\/button` \| `core` `\/theme` ⇢ `\/form` \| `lit` \|$/m);
  assert.match(table, /^\| `core` \| \| \|$/m);
});

test(`the map has at most ${MOST_LINES} lines of at most ${MOST_COLUMNS} characters`, () => {
  const lines = read(MAP).trimEnd().split('\n');
  assert.ok(lines.length <= MOST_LINES, `${lines.length} lines`);
  assert.deepEqual(
    lines.filter((line) => line.length > MOST_COLUMNS),
    [],
  );
});

for (const path of PAGES) {
  test(`${path} has at most ${MOST_LINES_OF_A_PAGE} lines`, () => {
    const lines = read(path).trimEnd().split('\n').length;
    assert.ok(lines <= MOST_LINES_OF_A_PAGE, `${lines} lines`);
  });
}

test('the first line of every source says what it owns', () => {
  const silent = globSync('{src,.build}/**/*.ts', { cwd: root, exclude: ['**/*.d.ts'] }).filter(
    (path) => !/^(?:#!.*\n)?\/\/ \S/.test(read(path)),
  );
  assert.deepEqual(silent, []);
});

test('the map names every folder of src', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const map = written(read(MAP));
  assert.deepEqual(
    folders
      .map(({ name }) => name)
      .filter((name) => !map.includes(`\`${name}/\``) && !map.includes(`(${name}/`)),
    [],
  );
});

test(`the page of the receiver’s rooms names each, in at most ${MOST_WORDS} words`, () => {
  const page = read(ROOMS);
  assert.ok(page.split(/\s+/).length <= MOST_WORDS, `${page.split(/\s+/).length} words`);
  const folders = readdirSync(join(root, dirname(ROOMS)), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  assert.deepEqual(
    folders
      .map(({ name }) => name)
      .filter((name) => !new RegExp(`^\\| \`${name}/?\` \\|`, 'm').test(written(page))),
    [],
  );
});

test('a question touches at most four files, locales and tests aside', () => {
  const list = /A new question(.*?)\n\n/s.exec(read(MAP))?.[1] ?? '';
  const files = list.match(/`[^`]+\.ts`/g) ?? [];
  assert.ok(files.length > 0 && files.length <= 4, files.join());
});

for (const path of DOCUMENTS) {
  test(`${path}: every link and every path leads to a file`, () => {
    const folder = dirname(path);
    const text = written(read(path));
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    // A path has a folder and ends as a file or a folder does.
    const paths = [...text.matchAll(/`((?:[\w.-]+\/)+(?:[\w.-]+\.\w+)?)`/g)].map(([, target = '']) => target);
    const isThere = (target: string): boolean =>
      GENERATED.test(target) || [folder, '.', 'src'].some((base) => existsSync(join(root, base, target)));
    assert.deepEqual(
      [
        ...links.filter((target) => !existsSync(join(root, folder, target))),
        ...paths.filter((target) => !isThere(target)),
      ],
      [],
    );
  });
}

test('every test that holds a promise is there', () => {
  const tests = [...read('src/decisions/promises.md').matchAll(/`([a-z\d-]+(?:\/[a-z\d-]+)+)`/g)];
  assert.ok(tests.length > 50);
  assert.deepEqual(
    tests
      .map(([, name = '']) => name)
      .filter((name) => globSync(`test/${name}{,.*}`, { cwd: root }).length === 0),
    [],
  );
});

// The package from a consumer's view: its exports, their imports, its declarations and its command.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listed } from '../../.build/listed-messages.ts';
import { textsOf, TRANSLATED } from '../../.build/messages/texts.ts';
import { FURTHER, FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import type { Locale } from '../../src/words/locale.ts';
import { partOf } from '../../src/words/parts.ts';
import { VERSION } from '../../src/core/version.ts';

interface Package {
  readonly version: string;
  readonly bin?: Readonly<Record<string, string>>;
  /** An entry without `default` has types only. */
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default?: string }>>;
  readonly sideEffects: readonly string[];
  readonly engines?: { readonly node: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifestOf = (path: string): Package => JSON.parse(read(path)) as Package;
const widget = manifestOf('package.json');
const receiver = manifestOf('dist/packages/cliquez-signalez-receiver/package.json');
const tools = manifestOf('dist/packages/cliquez-signalez-tools/package.json');
const entries = Object.entries(widget.exports);

/** The exports of `cliquez-signalez` or one of its entries. */
const load = async (entry = ''): Promise<Record<string, unknown>> =>
  (await import(import.meta.resolve(`cliquez-signalez${entry}`))) as Record<string, unknown>;

/** The exports of an entry of another package, as it is published. */
async function loadPublished(
  name: string,
  manifest: Package,
  entry: string,
): Promise<Record<string, unknown>> {
  const target = manifest.exports[entry] as { readonly default: string };
  return (await import(join(root, 'dist/packages', name, target.default))) as Record<string, unknown>;
}
const loadReceiver = (entry: string) => loadPublished('cliquez-signalez-receiver', receiver, entry);

// A sentence may end in « from » before quotation marks; the match is then no package name. Names of packages have no
// capitals, unlike the tables in SQL.
const IMPORTS = /\b(?:from|import)\s*\(?\s*["'](\.[\w@.:/-]+|[a-z\d@._:/-]+)["']/g;

/** Packages that a module of dist imports, directly or through others, statically or dynamically. */
function packagesOf(module: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(module)) return packages;
  seen.add(module);
  for (const [, name = ''] of read(module).matchAll(IMPORTS)) {
    if (!name.startsWith('.')) packages.add(name);
    else packagesOf(join(dirname(module), name), seen).forEach((found) => packages.add(found));
  }
  return packages;
}

// Replaces the browser's registry, to record what each import registers.
const registered = new Map<string, unknown>();
Object.assign(globalThis, {
  customElements: {
    define: (tag: string, element: unknown) => registered.set(tag, element),
    get: (tag: string) => registered.get(tag),
  },
});

test('every entry of the package leads to a file, and every module to its declarations', () => {
  for (const [entry, target] of entries) {
    const files = typeof target === 'string' ? [target] : Object.values(target);
    if (entry === './locales/*') {
      for (const tag of FURTHER_LANGUAGES)
        for (const file of files)
          assert.ok(existsSync(join(root, file.replace('*', tag))), `${tag}: ${file}`);
      continue;
    }
    for (const file of files) assert.ok(existsSync(join(root, file.replace(/\*$/, ''))), `${entry}: ${file}`);
    if (typeof target === 'string') continue;
    assert.equal(target.default === undefined, entry.startsWith('./types/'), entry);
    if (target.default === undefined) continue;
    // A style sheet exports nothing, as a language.
    const declarations = target.default.endsWith('.css')
      ? './dist/types/effect.d.ts'
      : target.default.replace(/\.js$/, '.d.ts');
    assert.equal(target.types, declarations, entry);
    assert.equal(
      fileURLToPath(import.meta.resolve(`cliquez-signalez${entry.slice(1)}`)),
      join(root, target.default),
    );
  }
});

test('the scripts that pages name in their tags are where the contract says', () => {
  for (const file of [
    'cliquez-signalez.js',
    'cliquez-signalez.bundle.js',
    'embed.js',
    'integrity.json',
    'reserve.css',
  ]) {
    assert.ok(existsSync(fileURLToPath(import.meta.resolve(`cliquez-signalez/cdn/${file}`))), file);
  }
});

test('what registers elements is kept by bundlers', () => {
  for (const file of ['./dist/define.js', './dist/define-form.js']) {
    assert.ok(widget.sideEffects.includes(file), file);
    assert.match(read(file), /customElements\.define\(/);
  }
});

test('the package itself exports what is documented, loads without a document, and registers nothing', async () => {
  assert.deepEqual(Object.keys(await load()).toSorted(), [
    'CATEGORIES',
    'CsCloseEvent',
    'CsErrorEvent',
    'CsExitEvent',
    'CsOpenEvent',
    'CsSentEvent',
    'CsStepEvent',
    'PLACES',
    'ReportButton',
    'ReportForm',
    'SubmitError',
    'createDraft',
    'normaliseAddress',
    'registerLocale',
    'submitReport',
  ]);
  assert.deepEqual([...registered.keys()], []);
});

test('each language of the package registers itself with the package, and has its strings part by part', async () => {
  const { registerLocale } = await load();
  assert.equal(typeof registerLocale, 'function');
  const registry = Symbol.for(`cliquez-signalez ${VERSION}`);
  for (const tag of FURTHER_LANGUAGES) {
    assert.deepEqual(Object.keys(await load(`/locales/${tag}`)), []);
    const languages = (globalThis as { [key: symbol]: unknown })[registry] as Map<string, Locale>;
    const { launcher, form, names: _, ...without } = languages.get(tag)!;
    assert.deepEqual(without, { tag, ...FURTHER[tag] });
    const { first, later, extra } = await form();
    const texts = textsOf(tag);
    assert.deepEqual(launcher, partOf(texts, 'launcher'));
    assert.deepEqual(first, partOf(texts, 'first'));
    assert.deepEqual({ ...(await later()) }, listed('later', partOf(texts, 'later')));
    assert.deepEqual({ ...(await extra!()) }, listed('extra', partOf(texts, 'extra')));
  }
});

test('strings that load after the first step stand in the files for script tags alone', () => {
  const scripts = globSync('dist/packages/cliquez-signalez/dist/**/*.js', { cwd: root });
  for (const tag of ['fr', ...TRANSLATED])
    for (const part of ['later', 'extra'] as const) {
      const longest = Object.values(partOf(textsOf(tag), part)).toSorted((a, b) => b.length - a.length)[0]!;
      // A name of a place stands in braces; the bundler writes some spaces as escapes.
      const [words = ''] = longest.split(/[{}\u00a0\u202f]/).toSorted((a, b) => b.length - a.length);
      const places = scripts.filter((script) => read(script).includes(words)).map(dirname);
      const folders = new Set(places.map((place) => place.replace(/^.*?cliquez-signalez\//, '')));
      assert.ok(folders.size > 0, `${tag}: ${words}`);
      for (const folder of folders) assert.match(folder, /^dist\/cdn(\/locales)?$/, `${tag}: ${words}`);
    }
});

test('no script has the lists of parts, and Irish and Maltese names come with these languages alone', () => {
  for (const map of globSync('dist/**/*.js.map', { cwd: root })) {
    const { sources } = JSON.parse(read(map)) as { readonly sources: readonly string[] };
    assert.deepEqual(
      sources.filter((source) => /words\/(?:parts|french-keys)\.ts$/.test(source)),
      [],
      map,
    );
    for (const source of sources) {
      const [, tag] = /words\/names\/(\w+)\.json$/.exec(source) ?? [];
      if (tag) assert.match(map, new RegExp(`(?:locales/|app-)${tag}\\b`));
    }
  }
});

test('the schema entry of both packages exports the report and the answers to it', async () => {
  for (const schema of [await load('/schema'), await loadReceiver('./schema')])
    assert.deepEqual(Object.keys(schema).toSorted(), [
      'problemSchema',
      'receiptSchema',
      'reportJsonSchema',
      'reportSchema',
    ]);
});

test('the tools examine endpoints', async () => {
  const conformance = await loadPublished('cliquez-signalez-tools', tools, './conformance');
  assert.deepEqual(Object.keys(conformance).toSorted(), [
    'OptionError',
    'checkEndpoint',
    'formatChecks',
    'formatReport',
    'listChecks',
  ]);
});

test('the tools examine pages', async () => {
  const pageCheck = await loadPublished('cliquez-signalez-tools', tools, './page-check');
  assert.deepEqual(Object.keys(pageCheck).toSorted(), ['PageError', 'checkPage', 'formatPageReport']);
});

test('the receiver’s package loads, and makes a receiver', async () => {
  const { createReceiver, openStore } = await loadReceiver('.');
  assert.equal(typeof createReceiver, 'function');
  assert.equal(typeof openStore, 'function');
});

test('define registers both elements', async () => {
  await load('/define');
  assert.deepEqual([...registered.keys()], ['cliquez-signalez', 'cliquez-signalez-form']);
});

test('for the browser the only package is lit, and it stays an import', () => {
  for (const module of ['dist/index.js', 'dist/define.js', 'dist/define-form.js']) {
    assert.deepEqual([...packagesOf(module)], ['lit'], module);
  }
});

test('the schema imports zod and no other package, and zod stays an import', () => {
  const packages = [...packagesOf('dist/schema.js')];
  assert.ok(packages.length > 0);
  assert.deepEqual(
    packages.filter((name) => !/^zod(\/|$)/.test(name)),
    [],
  );
});

/** Names of the packages that scripts of dist import, sorted, without Node's own modules. */
function importedBy(...files: readonly string[]): string[] {
  const imported = files
    .flatMap((file) => [...packagesOf(file)])
    .filter((name) => !name.startsWith('node:'))
    .flatMap((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? []);
  return [...new Set(imported)].toSorted();
}

test('the receiver’s package depends on what it imports, and on nothing else', () => {
  const imported = importedBy('dist/receiver/index.js', 'dist/receiver/schema.js', 'dist/cli.js');
  assert.deepEqual(imported, Object.keys(receiver.dependencies ?? {}).toSorted());
});

test('the tools import no package, and name for development each one that they contain', () => {
  const modules = Object.values(tools.exports).flatMap((entry) =>
    typeof entry === 'object' && entry.default ? [entry.default] : [],
  );
  assert.deepEqual(importedBy(...modules, ...Object.values(tools.bin ?? {})), []);
  assert.equal(tools.dependencies, undefined);
  const sources = globSync('src/tools/**/*.ts', { cwd: root }).map(read);
  const imported = sources
    .flatMap((text) => [...text.matchAll(/ from '((?:@[\w-]+\/)?[\w-]+)[\w/-]*';$/gm)])
    .flatMap(([, name = '']) => name);
  const { devDependencies } = JSON.parse(read('src/tools/package.json')) as { devDependencies: object };
  assert.deepEqual(
    [...new Set(imported)].toSorted(),
    Object.keys(devDependencies).filter((name) => !name.startsWith('@types/')),
  );
});

test('the receiver is tested with versions that its package takes', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<Record<string, { readonly version: string }>>;
  };
  for (const [name, range] of Object.entries(receiver.dependencies ?? {})) {
    const [, first = ''] = /^\^(\d+\.\d+\.\d+)$/.exec(range) ?? [];
    assert.equal(
      packages[`node_modules/${name}`]?.version,
      first,
      `${name}: raise the range with the version`,
    );
  }
});

test('an application that has the button gets no package of the server, and may run any Node', () => {
  assert.deepEqual(Object.keys(widget.dependencies ?? {}), ['lit', 'zod']);
  for (const field of ['peerDependencies', 'optionalDependencies', 'engines', 'bin'])
    assert.ok(!(field in widget), field);
});

test('all packages have one version, which reports name', () => {
  assert.deepEqual([widget.version, receiver.version, tools.version], [VERSION, VERSION, VERSION]);
});

const installed = mkdtempSync(join(tmpdir(), 'installed-'));
after(() => rmSync(installed, { recursive: true }));

/** The programs of both packages, by their names, where they are installed beside each other. */
const PROGRAMS = Object.entries({
  'cliquez-signalez-receiver': receiver,
  'cliquez-signalez-tools': tools,
}).map(([name, { bin = {}, engines }]) => {
  const folder = join(installed, 'node_modules', name);
  cpSync(join(root, 'dist/packages', name), folder, { recursive: true });
  const [[program, file] = ['', '']] = Object.entries(bin);
  return { program, file: join(folder, file), needed: engines?.node.replace('>=', '') };
});
for (const name of Object.keys(receiver.dependencies ?? {})) {
  const link = join(installed, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  if (!existsSync(link)) symlinkSync(join(root, 'node_modules', name), link);
}

/** Installed versions of Node that are too old for the command, such as Debian's. */
function oldNodes(): string[] {
  const folders = new Set(['/usr/bin', '/usr/local/bin', ...(process.env['PATH'] ?? '').split(':')]);
  return [...folders]
    .map((folder) => join(folder, 'node'))
    .filter((file) => {
      const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
      const [, major = 99, minor = 0] = (/^v(\d+)\.(\d+)/.exec(stdout ?? '') ?? []).map(Number);
      return major < 22 || (major === 22 && minor < 18);
    });
}

// A current Node that reports an older version, for machines without an old one.
const PRETENDING = `data:text/javascript,${encodeURIComponent(
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.17.1' } });`,
)}`;

for (const { program, file, needed } of PROGRAMS) {
  test(`${program}: an older Node is told in one sentence which one is needed, whatever it is asked for`, () => {
    const commands = [[process.execPath, '--import', PRETENDING], ...oldNodes().map((node) => [node])];
    for (const [node = '', ...options] of commands) {
      for (const args of [['serve'], ['--help'], []]) {
        const { status, stdout, stderr } = spawnSync(node, [...options, file, ...args], {
          encoding: 'utf8',
          timeout: 30_000, // one that is not refused would serve
        });
        assert.deepEqual([status, stdout], [78, ''], stderr);
        assert.ok(stderr.startsWith(`${program} needs Node ${needed} or later; `), stderr);
        assert.match(stderr, /\/node is Node \d+\.\d+\.\d+\. Node 24 is at /);
        assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      }
    }
  });

  test(`${program} runs by itself, explains itself, and refuses what it does not know with 2`, () => {
    assert.match(readFileSync(file, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    const command = (...args: string[]) => spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
    const help = command('--help');
    assert.deepEqual([help.status, help.stderr], [0, '']);
    assert.match(help.stdout, new RegExp(`^Usage: ${program} `));
    for (const name of ['check', 'check-page', 'theme-check', 'tokens'])
      assert.match(command(name, '--help').stdout, new RegExp(`^Usage: ${program} ${name} `));
    const numbered = command('--version');
    assert.deepEqual([numbered.status, numbered.stdout, numbered.stderr], [0, `${VERSION}\n`, '']);
    for (const args of [['fly'], ['--fly'], []]) {
      const refused = command(...args);
      assert.deepEqual([refused.status, refused.stdout], [2, '']);
      assert.match(refused.stderr, /^(There is no (command|option).*\n\n)?Usage: /);
    }
  });
}

const CONSUMER = `
import { html } from 'lit';
import {
  CATEGORIES, PLACES, ReportButton, ReportForm, SubmitError, CsErrorEvent, CsStepEvent,
  createDraft, normaliseAddress, registerLocale, submitReport,
  type CategoryId, type Locale, type Messages, type Receipt, type Report, type Transport, type Variant,
} from 'cliquez-signalez';
import 'cliquez-signalez/define';
import 'cliquez-signalez/define-form';
import { reportSchema } from 'cliquez-signalez/schema';
import { createReceiver } from 'cliquez-signalez-receiver';

const widget: ReportButton = document.createElement('cliquez-signalez');
const form: ReportForm = document.createElement('cliquez-signalez-form');
const transport: Transport = async (report, { signal }) => {
  const sent: Report = report;
  return submitReport(sent, { endpoint: 'https://example.org/v1/reports', signal });
};
widget.transport = transport;
widget.variant = 'floating' satisfies Variant;
form.messages = { 's1.title': 'What did you see?' } satisfies Partial<Messages>;
widget.addEventListener('cs-step', ({ step }) => step.toFixed());
widget.addEventListener('cs-error', (event) => { const { code, retryable }: CsErrorEvent = event; void [code, retryable]; });
void widget.open({ url: 'https://example.org/', category: 'unsure' });

const id: CategoryId | undefined = CATEGORIES[0]?.id;
const address = normaliseAddress('hxxps://example[.]org');
const draft = createDraft({ location: 'https://example.org/', pageContext: 'ask', fields: ['details'] });
const parsed: Report = reportSchema.parse({});
export const all: unknown[] = [html, PLACES, SubmitError, CsStepEvent, registerLocale, id, address, draft, parsed];
export type Known = [Locale, Receipt, ReturnType<typeof createReceiver>];

// @ts-expect-error A variant that there is not.
widget.variant = 'balloon';
// @ts-expect-error A message that there is not.
form.messages = { 's9.title': '' };
// @ts-expect-error A category that there is not.
export const unknown: CategoryId = 'gossip';
`;

const consumer = mkdtempSync(join(tmpdir(), 'cliquez-signalez-'));
after(() => rmSync(consumer, { recursive: true }));

for (const [module, moduleResolution] of [
  ['ESNext', 'Bundler'],
  ['NodeNext', 'NodeNext'],
] as const) {
  test(`a project that resolves as ${moduleResolution} type-checks against the declarations, libraries included`, () => {
    mkdirSync(join(consumer, 'node_modules'), { recursive: true });
    for (const [name, target] of [
      ['cliquez-signalez', join(root, 'dist/packages/cliquez-signalez')],
      ['cliquez-signalez-receiver', join(root, 'dist/packages/cliquez-signalez-receiver')],
      ['lit', join(root, 'node_modules/lit')],
    ] as const) {
      const link = join(consumer, 'node_modules', name);
      if (!existsSync(link)) symlinkSync(target, link);
    }
    writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(consumer, 'consumer.ts'), CONSUMER);
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      module,
      moduleResolution,
    };
    writeFileSync(
      join(consumer, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['consumer.ts'] }),
    );
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', consumer], {
      encoding: 'utf8',
    });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });
}

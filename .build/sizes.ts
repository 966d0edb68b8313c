// The downloads of a visitor, measured on the built files: each file, and the total until each moment of use. The
// hashes in their names weigh nothing of their own (constant-hashes.ts).

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { FURTHER_LANGUAGES } from '../src/words/languages.ts';
import { HASH_LENGTH } from '../vite.config.ts';
import { leftOf } from './budgets.ts';
import { constantHashes } from './constant-hashes.ts';
import { applicationScripts } from './npm-way.ts';

/** Size of something, in bytes. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Contents of dist/sizes.json. */
export interface Sizes {
  /**
   * By file in dist/cdn, with constant hashes, so that the moments are their sums. integrity.json has the length of the
   * real bytes, which is the same as `raw`.
   */
  readonly files: Readonly<Record<string, Size>>;
  /** The downloads until a moment of use, in French, and their number of requests. */
  readonly moments: Readonly<Record<Moment, Size & { readonly requests: number }>>;
}

type Moment = 'before a click' | 'step 1 in French' | 'the whole form in French' | Extra | Whole;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const cdn = new URL('../dist/cdn/', import.meta.url);

/** The built scripts, by their path in the folder. */
const scriptsIn = (folder: URL): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));

/** The scripts of a folder, by name, as they are measured: with constant hashes. */
function measuredScripts(folder: URL): ReadonlyMap<string, string> {
  const names = scriptsIn(folder).toSorted();
  // The first file of a language has no hash, and `fr-simple.js` would seem to have one.
  const hashed = names
    .map((name) => posix.basename(name))
    .filter((name) => !FURTHER_LANGUAGES.some((tag) => name === `${tag}.js`));
  const measured = constantHashes(hashed, new RegExp(`-[\\w-]{${HASH_LENGTH}}`));
  return new Map(names.map((name) => [name, measured(readFileSync(new URL(name, folder), 'utf8'))]));
}

function sizeOf(script: string): Size {
  const bytes = Buffer.from(script);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

/** Size of several scripts, each compressed by itself. */
function sumOf(sizes: readonly Size[]): Size & { requests: number } {
  const sum = { raw: 0, gzip: 0, brotli: 0, requests: sizes.length };
  for (const size of sizes) for (const kind of ['raw', 'gzip', 'brotli'] as const) sum[kind] += size[kind];
  return sum;
}

/** The files of the language that costs most. @param isWhole whether the strings that few people open count too */
function longestLanguage(files: Sizes['files'], isWhole: boolean): Size & { requests: number } {
  const [longest] = FURTHER_LANGUAGES.map((tag) => {
    const its = Object.keys(files).filter(
      (name) => new RegExp(`^locales/${tag}[.-]`).test(name) && (isWhole || !name.includes('-extra-')),
    );
    return sumOf(its.map((name) => files[name]!));
  }).toSorted((a, b) => b.brotli - a.brotli);
  return longest!;
}

/** Parts that only some pages load, in addition to the form or instead of it. */
type Extra =
  | 'English'
  | 'what few open, in French'
  | 'the services by name'
  | 'a choice of languages'
  | 'the one-page form'
  | 'several reports at once'
  | 'practice'
  | 'the follow-up of reports'
  | 'sealed reports'
  | 'a proof of work'
  | 'receipts that are proved'
  | 'a check of the page'
  | 'the isolated mode';

/** The longest further language, and ways to install that load other files instead. */
type Whole =
  | 'a further language'
  | 'a further language, all of it'
  | 'the single-file bundle'
  | 'the npm way, before a click';

/** A source of each chunk that a moment adds; every moment contains the ones before it. */
const MOMENTS: Readonly<Record<Exclude<Moment, Extra | Whole>, readonly RegExp[]>> = {
  'before a click': [/src\/widget\/define\.ts$/],
  'step 1 in French': [/src\/widget\/form\/form\.ts$/, /locales\/fr\.json.*first/],
  'the whole form in French': [/src\/widget\/form\/later\.ts$/, /locales\/fr\.json.*later/],
};
const EXTRAS: Readonly<Record<Extra, readonly RegExp[]>> = {
  English: [/locales\/en\.json.*first/, /locales\/en\.json.*later/, /locales\/en\.json.*extra/],
  'what few open, in French': [/src\/widget\/form\/steps\/check\/payload\.ts$/, /locales\/fr\.json.*extra/],
  'the services by name': [/src\/core\/address\/named-services\.ts$/],
  'a choice of languages': [/src\/widget\/form\/languages\.ts$/],
  'the one-page form': [/src\/widget\/form\/page-flow\.ts$/],
  'several reports at once': [/src\/widget\/form\/many\.ts$/],
  practice: [/src\/widget\/form\/practice\.ts$/],
  'the follow-up of reports': [/src\/widget\/form\/follow-up\.ts$/],
  'sealed reports': [/src\/widget\/form\/sealing\.ts$/],
  'a proof of work': [/src\/widget\/form\/proving\.ts$/],
  'receipts that are proved': [/src\/widget\/form\/confirming\.ts$/],
  'a check of the page': [
    /src\/widget\/diagnosis\/diagnose\.ts$/,
    /src\/widget\/diagnosis\/diagnostics\.ts$/,
  ],
  // Instead of the form, which the frame's own page loads.
  'the isolated mode': [/src\/widget\/isolated\/isolated-form\.ts$/],
};

/** A visitor's downloads of the files for script tags, in chunks. */
export interface ChunkSizes {
  readonly files: Sizes['files'];
  readonly moments: Pick<Sizes['moments'], Exclude<Moment, Whole>>;
}

/**
 * Measures a folder of chunks. They are found by their sources, since names change; which chunk imports which, says
 * Vite's manifest.
 */
export function measureChunks(folder: URL): ChunkSizes {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Record<
    string,
    Chunk
  >;
  const files = Object.fromEntries(
    [...measuredScripts(folder)].map(([name, script]) => [name, sizeOf(script)]),
  );
  const sourcesOf = ({ file }: Chunk): string[] =>
    (JSON.parse(readFileSync(new URL(`${file}.map`, folder), 'utf8')) as { sources: string[] }).sources;
  const chunks = Object.values(manifest).map((chunk) => ({ chunk, sources: sourcesOf(chunk) }));
  const withSource = (source: RegExp): Chunk => {
    const found = chunks.find(({ sources }) => sources.some((one) => source.test(one)));
    if (!found) throw new Error(`The build made no chunk with ${source}.`);
    return found.chunk;
  };

  const closure = (some: readonly Chunk[], into = new Set<string>()): Set<string> => {
    for (const { file, imports = [] } of some) {
      if (into.has(file)) continue;
      into.add(file);
      closure(
        imports.map((key) => manifest[key]!),
        into,
      );
    }
    return into;
  };
  const total = (names: ReadonlySet<string>): Size & { requests: number } =>
    sumOf([...names].map((name) => files[name]!));
  const loaded = new Set<string>();
  const until = (moment: keyof typeof MOMENTS): Size & { requests: number } =>
    total(closure(MOMENTS[moment].map(withSource), loaded));
  /** Counts the files that none of these moments has loaded. */
  const besides = (extra: Extra, before: ReadonlySet<string> = loaded): Size & { requests: number } =>
    total(new Set([...closure(EXTRAS[extra].map(withSource))].filter((file) => !before.has(file))));
  const button = closure(MOMENTS['before a click'].map(withSource));
  // What few people open loads after every report.
  const afterReport = closure(EXTRAS['what few open, in French'].map(withSource), new Set(loaded));
  return {
    files,
    moments: {
      'before a click': until('before a click'),
      'step 1 in French': until('step 1 in French'),
      'the whole form in French': until('the whole form in French'),
      English: besides('English'),
      'what few open, in French': besides('what few open, in French'),
      'the services by name': besides('the services by name'),
      'a choice of languages': besides('a choice of languages'),
      'the one-page form': besides('the one-page form'),
      'several reports at once': besides('several reports at once', afterReport),
      practice: besides('practice'),
      'the follow-up of reports': besides('the follow-up of reports', afterReport),
      'sealed reports': besides('sealed reports'),
      'a proof of work': besides('a proof of work'),
      'receipts that are proved': besides('receipts that are proved'),
      'a check of the page': besides('a check of the page', button),
      'the isolated mode': besides('the isolated mode', button),
    },
  };
}

/** Measures dist/cdn, and the downloads of an application that installs the package. */
export async function measureSizes(): Promise<Sizes> {
  const { files, moments } = measureChunks(cdn);
  const bundle = files['cliquez-signalez.bundle.js'];
  if (!bundle) throw new Error('The build made no bundle.');
  return {
    files,
    moments: {
      ...moments,
      'a further language': longestLanguage(files, false),
      'a further language, all of it': longestLanguage(files, true),
      'the single-file bundle': { ...bundle, requests: 1 },
      'the npm way, before a click': sumOf((await applicationScripts()).map(sizeOf)),
    },
  };
}

/** Writes the hashes with which a page can verify the files that it loads (Subresource Integrity). */
export function writeIntegrity(): void {
  const names = scriptsIn(cdn);
  const integrity = names.toSorted().map((name) => {
    const bytes = readFileSync(new URL(name, cdn));
    return [
      name,
      { integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`, bytes: bytes.length },
    ];
  });
  writeFileSync(
    new URL('integrity.json', cdn),
    `${JSON.stringify(Object.fromEntries(integrity), null, 2)}\n`,
  );
}

/** The ledger, as text, with what each budget has left. */
export function ledger({ files, moments }: Sizes): string {
  const line = (name: string, { raw, gzip, brotli }: Size, more = ''): string =>
    `  ${name.padEnd(44)} ${String(raw).padStart(7)} ${String(gzip).padStart(7)} ${String(brotli).padStart(7)}  ${more}`;
  return [
    `  ${'bytes'.padEnd(44)} ${'raw'.padStart(7)} ${'gzip'.padStart(7)} ${'brotli'.padStart(7)}`,
    ...Object.entries(files).map(([name, size]) => line(name, size)),
    '',
    ...(Object.keys(moments) as Moment[]).map((name) =>
      line(name, moments[name], `${moments[name].requests} requests, ${leftOf(moments, name)} bytes left`),
    ),
  ].join('\n');
}

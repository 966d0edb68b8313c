// A recorder: how a page starts it, how it hands in what it has, what its maker answers, and the scripts that it needs.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Setting } from './recordings.ts';

/** A recorder that npm has. */
export interface Recorder {
  /** Its scripts in `node_modules`, by the names under which the page loads them. */
  readonly files?: Readonly<Record<string, string>>;
  /** Its modules, where npm has no script of it, by the names under which the page's window gets them. */
  readonly modules?: Readonly<Record<string, string>>;
  /** Loads it from `$CDN`, where that takes more than a script for each file and module. */
  readonly head?: string;
  /** Whether it makes a film of the visit. */
  readonly films?: boolean;
  /** Whether it can record what requests contain. */
  readonly readsRequests?: boolean;
  /** An expression that starts it. It is set to record every visit. */
  start(setting: Setting): string;
  /** A script that hands in what was not sent yet. */
  readonly end?: string;
  /** The answer of its maker's server: 200 and `{}` by default. */
  answer?(path: string): { readonly status?: number; readonly body?: string };
}

/** Options where a setting asks for them. */
export const when = (condition: boolean, options: string): string => (condition ? options : '');

/** The part of a page's head that loads a recorder. */
export const headOf = ({ files = {}, modules = {}, head }: Recorder): string =>
  head ??
  [...Object.keys(files), ...Object.keys(modules).map((name) => `${name}.js`)]
    .map((name) => `<script crossorigin src="$CDN/${name}"></script>`)
    .join('');

/**
 * The scripts that the page of a recorder loads, by their names.
 * @param packages where the packages of `package.json` are installed
 */
export async function scriptsOf(
  { files = {}, modules = {} }: Recorder,
  packages: URL,
): Promise<Record<string, string>> {
  const scripts = [
    ...Object.entries(files).map(
      async ([name, path]) => [name, await readFile(new URL(path, packages), 'utf8')] as const,
    ),
    ...Object.entries(modules).map(
      async ([name, module]) => [`${name}.js`, await bundle(name, module)] as const,
    ),
  ];
  return Object.fromEntries(await Promise.all(scripts));
}

const ENTRY = 'entry.js';

/** One script of a module and all that it imports. */
async function bundle(name: string, module: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(ENTRY) ? ENTRY : undefined),
        load: (id) =>
          id === ENTRY
            ? `import * as ${name} from '${module}'; Object.assign(window, { ${name} });`
            : undefined,
      },
    ],
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['iife'], name: 'Page' } },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [file] = output?.output ?? [];
  if (file?.type !== 'chunk') throw new Error(`Vite made no script of ${module}.`);
  return file.code;
}

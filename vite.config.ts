// One table of every artefact of the library: `vite build --mode <name>` builds one of them (build.ts builds them all).
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { allAtOnce } from './.build/all-at-once.ts';
import { bakePageScript } from './.build/bake-page-script.ts';
import { bakePresets, bakeStyles } from './.build/bake-styles.ts';
import { ENTRY_CHUNK, entryIsWidget } from './.build/entry-is-widget.ts';
import { importAgain, importAgainWithCopies } from './.build/import-again.ts';
import { plainNamespaces } from './.build/plain-namespaces.ts';
import { privateLit } from './.build/private-lit.ts';
import {
  listedLanguages,
  namedLanguages,
  sharedLanguages,
  withoutWhatFewPagesUse,
} from './.build/language-files.ts';
import { EASY } from './src/words/easy.ts';
import { FURTHER_LANGUAGES } from './src/words/languages.ts';

const packages = [
  /^lit(\/|$)/,
  /^lit-html(\/|$)/,
  /^@lit\//,
  /^zod(\/|$)/,
  /^hono(\/|$)/,
  /^@hono\//,
  /^kysely(\/|$)/,
  /^pg$/,
  /^jose$/,
  /^standardwebhooks$/,
  /^nodemailer$/,
  /^node:/,
];

/** Six letters of a hash tell two versions of a file apart, and do not compress. */
export const HASH_LENGTH = 6;

const shared: UserConfig['build'] = {
  target: 'es2022',
  emptyOutDir: false,
  sourcemap: 'hidden',
  copyPublicDir: false,
};

/** For npm: plain modules, unminified, whose packages stay imports of the application that installs ours. */
const forNpm = (
  entry: Record<string, string>,
  external = packages,
  chunks = 'chunks',
  plugins: Plugin[] = [namedLanguages],
): UserConfig => ({
  plugins,
  build: {
    ...shared,
    outDir: 'dist',
    minify: false,
    lib: { entry, formats: ['es'] },
    rolldownOptions: {
      external,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: `${chunks}/[name]-[hash].js`,
        // Editors read them in the declarations.
        comments: { jsdoc: false },
      },
    },
  },
});

/**
 * Chunks whose functions nearly all run at once. With the hint, V8 compiles the whole chunk off the main thread while
 * it arrives (Chromium 136; other engines see a comment). Otherwise V8 compiles each function at its first call, on
 * the main thread.
 */
const compileHint = ({ name }: { name: string }): string =>
  /^(?:entry|form)$/.test(name) ? '//# allFunctionsCalledOnLoad' : '';

/** For a script tag: everything inside, minified. */
const forScriptTag = (
  entry: Record<string, string>,
  format: 'es' | 'iife',
  output: object,
  manifest: string | false = false,
  plugins: Plugin[] = [],
  again = importAgain,
): UserConfig => ({
  base: './',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [...plugins, listedLanguages, privateLit, bakeStyles, bakePresets, plainNamespaces, again],
  build: {
    ...shared,
    outDir: 'dist/cdn',
    manifest,
    lib: { entry, formats: [format], name: 'CliquezSignalez' },
    rolldownOptions: {
      checks: { pluginTimings: false, ineffectiveDynamicImport: false },
      output: {
        minify: true,
        comments: false,
        ...(format === 'es' && { postBanner: compileHint }),
        entryFileNames: '[name].js',
        chunkFileNames: `[name]-[hash:${HASH_LENGTH}].js`,
        ...output,
      },
    },
  },
});

/** Everything after the first step is one file, and its strings are another: no later tap waits for a file. */
const LATER = /form\/later\.ts/;
/** The form and the diagnosis seal by the same file. */
const SEALING = /form\/sealing|report\/seal\.ts/;
const WORDS = ['fr', 'en'].flatMap((tag) =>
  ['first', 'later', 'extra'].map((part) => ({
    name: `${part}-${tag}`,
    test: new RegExp(`locales/${tag}\\.json/${part}$`),
  })),
);

/** An easy language is one file, and its later parts are two more, as of a language that a page includes. */
const EASY_WORDS = Object.values(EASY).flatMap(({ tag }) => [
  ...['later', 'extra'].map((part) => ({
    name: `${part}-${tag}`,
    priority: 1,
    test: new RegExp(`locales/${tag}\\.json/${part}$`),
  })),
  { name: tag, test: new RegExp(`locales/${tag}\\.json/`) },
]);

/** The files of the application's page. Its worker names them with their hashes, so it is built after them. */
const app = forScriptTag(
  { app: 'src/app/page.ts' },
  'es',
  {
    chunkFileNames: ({ name }: { name: string }) =>
      name === ENTRY_CHUNK ? 'app.js' : 'app-[name]-[hash].js',
    codeSplitting: {
      groups: [
        // Includes the form, which is shown at once.
        {
          name: ENTRY_CHUNK,
          priority: 4,
          test: /src\/(?:app\/(?!words\/(?!fr|en))|widget\/(?:define-form|form\/form\.ts))/,
        },
        { name: 'later', priority: 3, test: LATER },
        { name: 'extra', priority: 2, test: /form\/extra\.ts/ },
        ...WORDS,
        // A language is one file, and its later parts are two more: its page loads them alone.
        ...FURTHER_LANGUAGES.flatMap((tag) => [
          ...['later', 'extra'].map((part) => ({
            name: `${tag}-${part}`,
            priority: 2,
            test: new RegExp(`locales/${tag}\\.json/${part}$`),
          })),
          {
            name: tag,
            priority: 2,
            test: new RegExp(`(?:locales|names)/${tag}\\.json|app/words/${tag}\\.ts`),
          },
        ]),
      ],
    },
  },
  false,
  [entryIsWidget('app.js')],
);

/** The application's service worker. @param built each file that it caches, with its hash, and their version */
export const forAppWorker = (built: {
  readonly files: Readonly<Record<string, string>>;
  readonly languages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly version: string;
}): UserConfig => {
  const config = forScriptTag({ worker: 'src/app/worker.ts' }, 'iife', { codeSplitting: false });
  return {
    ...config,
    define: { ...config.define, BUILT: JSON.stringify(built) },
    build: { ...config.build, outDir: 'dist/app' },
  };
};

/** A further language for a script tag: its button's and first strings in one file, its later parts in two more. */
export const forLocale = (tag: string): UserConfig =>
  forScriptTag({ [`locales/${tag}`]: `src/words/locales/${tag}.json?language` }, 'es', {
    chunkFileNames: `locales/${tag}-[name]-[hash:${HASH_LENGTH}].js`,
  });

/** For pages that embed no further frame: an import of the isolated form gets the form. */
const WITHOUT_FRAME: UserConfig['resolve'] = {
  alias: [{ find: /^\.\.\/isolated\/isolated-form\.ts$/, replacement: '/src/widget/form/form.ts' }],
};

const artefacts: Record<string, UserConfig> = {
  npm: forNpm(
    {
      index: 'src/widget/index.ts',
      define: 'src/widget/define.ts',
      'define-form': 'src/widget/define-form.ts',
      schema: 'src/core/schema.ts',
      ...Object.fromEntries(
        FURTHER_LANGUAGES.map((tag) => [`locales/${tag}`, `src/words/locales/${tag}.json?language`]),
      ),
    },
    packages,
    'chunks',
    [sharedLanguages],
  ),
  // A package of its own: an application that shows the button installs none of the server's packages.
  receiver: forNpm(
    {
      'receiver/index': 'src/receiver/index.ts',
      'receiver/schema': 'src/receiver/schema.ts',
      cli: 'src/receiver/cli.ts',
    },
    [...packages, /^altcha-lib(\/|$)/],
    'receiver/chunks',
    [bakePageScript, namedLanguages],
  ),
  // Another one, for theme makers and those who write an endpoint.
  tools: forNpm(
    {
      'tools/cli': 'src/tools/cli.ts',
      'tools/conformance/index': 'src/tools/conformance/index.ts',
      'tools/page-check/index': 'src/tools/page-check/index.ts',
    },
    packages,
    'tools/chunks',
  ),
  cdn: forScriptTag(
    { 'cliquez-signalez': 'src/widget/define.ts' },
    'es',
    {
      chunkFileNames: ({ name }: { name: string }) =>
        name === ENTRY_CHUNK ? 'cliquez-signalez.js' : `[name]-[hash:${HASH_LENGTH}].js`,
      // One chunk for each moment, with all its imports that no earlier chunk contains: shared code would otherwise
      // become separate chunks, which compress badly and cost requests.
      codeSplitting: {
        groups: [
          {
            name: ENTRY_CHUNK,
            priority: 5,
            test: /src\/widget\/(?:define\.ts|button\/report-|shared\/events)|node_modules\/(?:lit|@lit)/,
          },
          { name: 'form', priority: 4, test: /src\/widget\/(?:define-form|form\/form)\.ts/ },
          { name: 'later', priority: 3, test: LATER },
          ...WORDS,
          ...EASY_WORDS,
          // Only where the page asks for them.
          { name: 'isolated', test: /widget\/isolated|\?isolated/ },
          { name: 'sealing', test: SEALING },
          { name: 'proving', test: /form\/proving/ },
          { name: 'confirming', test: /form\/confirming/ },
          { name: 'guards', test: /form\/guards/ },
          // A chosen easy language needs it, and nothing else does.
          { name: 'languages', test: /form\/languages|words\/register-locale/ },
          { name: 'pictures', test: /words\/pictures/ },
          // What it shares with the follow-up of reports loads after every report.
          { name: 'extra', priority: 2, test: /form\/extra\.ts/ },
          { name: 'page-flow', test: /form\/(?:page-flow|steps\/page)/ },
          { name: 'practice', test: /form\/practice/ },
          {
            name: 'follow-up',
            test: /form\/(?:follow-up|steps\/follow-up)|client\/follow-up|core\/follow-up/,
          },
        ],
      },
    },
    'manifest.json',
    [entryIsWidget('cliquez-signalez.js')],
    importAgainWithCopies,
  ),
  bundle: forScriptTag(
    { 'cliquez-signalez.bundle': 'src/widget/define.ts' },
    'iife',
    { codeSplitting: false },
    false,
    [withoutWhatFewPagesUse, allAtOnce],
  ),
  // The frame page has its own files: its one script contains everything that step 1 needs.
  frame: {
    ...forScriptTag(
      { frame: 'src/widget/frame.ts' },
      'es',
      {
        chunkFileNames: ({ name }: { name: string }) =>
          name === ENTRY_CHUNK ? 'frame.js' : `frame-[name]-[hash:${HASH_LENGTH}].js`,
        codeSplitting: {
          groups: [
            // Includes the form, which is shown at once.
            {
              name: ENTRY_CHUNK,
              priority: 4,
              test: /src\/widget\/(?:frame|define-form|form\/form)\.ts|isolated\/framed/,
            },
            { name: 'later', priority: 3, test: /form\/(?:later|guards)\.ts/ },
            ...WORDS,
            ...EASY_WORDS,
            { name: 'extra', priority: 2, test: /form\/extra\.ts/ },
            { name: 'sealing', test: SEALING },
            { name: 'confirming', test: /form\/confirming/ },
          ],
        },
      },
      'frame-manifest.json',
      [entryIsWidget('frame.js')],
    ),
    resolve: WITHOUT_FRAME,
  },
  app: { ...app, build: { ...app.build, outDir: 'dist/app' }, resolve: WITHOUT_FRAME },
  embed: forScriptTag({ embed: 'src/widget/embed.ts' }, 'iife', { codeSplitting: false }),
};

export default defineConfig(({ mode }) => {
  const artefact = artefacts[mode];
  if (!artefact)
    throw new Error(`No artefact is called “${mode}”; there are: ${Object.keys(artefacts).join(', ')}.`);
  return { publicDir: false, ...artefact };
});

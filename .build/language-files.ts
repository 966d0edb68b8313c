// Makes the files of languages. In our sources, the strings of a language are one file, locales/<tag>.json. Its parts
// (src/words/parts.ts) are imported by a query, such as `locales/fr.json?first`: no page loads one before it needs it.
// `locales/de.json?language` is the module that adds a language to a page.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { EASY } from '../src/words/easy.ts';
import { FURTHER, FURTHER_LANGUAGES, type FurtherLanguage } from '../src/words/languages.ts';
import { type Part, PARTS, partOf } from '../src/words/parts.ts';
import { isListed, LIST_NAMES, listed, type ListedPart } from './listed-messages.ts';
import { textsOf } from './messages/texts.ts';

const WORDS = fileURLToPath(new URL('../src/words', import.meta.url));
const WIDGET = fileURLToPath(new URL('../src/widget', import.meta.url));

/** An import of a part, or of a language. */
const SPECIFIER = /(?:^|\/)locales\/([\w-]+)\.json\?(\w+)$/;

/** The module of such an import. The bundler calls its chunk by the last part of this path. */
const moduleOf = (tag: string, name: string): string => `${WORDS}/locales/${tag}.json/${name}`;
const MODULE = /\/locales\/([\w-]+)\.json\/(\w+)$/;

/** Reads languages from their sources. */
const INCLUDE_LANGUAGE = `${WORDS}/include-language.ts`;

/** The same for the easy version of a language. */
const INCLUDE_EASY = `${WORDS}/include-easy.ts`;

const isFurther = (tag: string): tag is FurtherLanguage => Object.hasOwn(FURTHER, tag);
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** Adds a language: its strings before the later steps come along. Its paths are relative: source maps ship them. */
function languageModule(tag: FurtherLanguage): string {
  const part = (name: Part): string => `'../../locales/${tag}.json?${name}'`;
  const names = `../../names/${tag}.json`;
  const hasNames = existsSync(`${WORDS}/names/${tag}.json`);
  return `
    import { registerLocale } from '../../register-locale.ts';
    import launcher from ${part('launcher')};
    import first from ${part('first')};
    ${hasNames ? `import { ownNames } from '../../own-names.ts'; import words from '${names}';` : ''}
    const later = async () => (await import(${part('later')})).default;
    const extra = async () => (await import(${part('extra')})).default;
    registerLocale({
      tag: '${tag}',
      ...${JSON.stringify(FURTHER[tag])},
      ${hasNames ? `names: ownNames('${tag}', words),` : ''}
      launcher,
      form: () => Promise.resolve({ first, later, extra }),
    });`;
}

/** In place of a module that reads languages from their sources: loads the file of each. */
const includeModule = (name: string, tags: readonly string[]): string => `
  const files = {
    ${tags.map((tag) => `'${tag}': () => import('./locales/${tag}.json?language'),`).join('\n')}
  };
  export const ${name} = (tag) => files[tag]();`;

const EASY_TAGS = Object.values(EASY).map(({ tag }) => tag);

/** @param listOf makes the module of a part that loads after the first step */
const languageFiles = (listOf: (part: ListedPart, tag: string) => string): Plugin => ({
  name: 'language-files',
  enforce: 'pre',
  resolveId(source) {
    const [, tag, name] = SPECIFIER.exec(source) ?? [];
    return tag && name && { id: moduleOf(tag, name), moduleSideEffects: name === 'language' };
  },
  load(id) {
    if (id === INCLUDE_LANGUAGE) return includeModule('includeLanguage', FURTHER_LANGUAGES);
    if (id === INCLUDE_EASY) return includeModule('includeEasy', EASY_TAGS);
    const [, tag = '', name = ''] = MODULE.exec(id) ?? [];
    if (name === 'language' && isFurther(tag)) return languageModule(tag);
    if (!isPart(name)) return null;
    return isListed(name) ? listOf(name, tag) : moduleOfTexts(partOf(textsOf(tag), name));
  },
});

const moduleOfTexts = (texts: object): string => `export default ${JSON.stringify(texts)};`;

/** With all strings under their names, for packages and pages without the files for script tags. */
export const namedLanguages = languageFiles((part, tag) => moduleOfTexts(partOf(textsOf(tag), part)));

/** With lists of those that load after the first step, for script tags. */
export const listedLanguages: Plugin = {
  ...languageFiles((part, tag) => moduleOfTexts(listed(part, partOf(textsOf(tag), part)))),
  config: () => ({ define: LIST_NAMES }),
};

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** Stands for the folder of the build until a chunk knows its own place there. */
const FROM_DIST = 'dist:';

/** The module that takes a part from its file for script tags. */
function sharedPart(part: ListedPart, tag: string): string {
  const pattern = isFurther(tag) ? `cdn/locales/${tag}-${part}-*.js` : `cdn/${part}-${tag}-??????.js`;
  const [file, ...more] = globSync(pattern, { cwd: DIST });
  if (file === undefined || more.length > 0) throw new Error(`Not one file: dist/${pattern}`);
  const [, name] = /export\{\w+ as (\w+)\};\s*$/.exec(readFileSync(DIST + file, 'utf8')) ?? [];
  // The file of a group of modules has the whole module under another name.
  return `
    import { ${name} as part } from '${FROM_DIST}${file}';
    export default ${name === 'default' ? 'part' : 'part.default'};`;
}

/**
 * For applications that install the package: the strings that load after the first step stand in it once, in the files
 * for script tags. Those are built before.
 */
export const sharedLanguages: Plugin = {
  ...languageFiles(sharedPart),
  config: () => ({
    define: LIST_NAMES,
    build: { rolldownOptions: { external: [new RegExp(`^${FROM_DIST}`)] } },
  }),
  renderChunk: (code, { fileName }) => ({
    code: code.replaceAll(
      new RegExp(`"${FROM_DIST}([^"]+)"`, 'g'),
      (_, file: string) => `"${posix.relative(posix.dirname(fileName), file)}"`,
    ),
    map: null,
  }),
};

/** The follow-up of reports, and its strings. */
const INCLUDE_FOLLOW_UP = `${WIDGET}/form/include-follow-up.ts`;
const ASK_FOLLOW_UP = `${WIDGET}/diagnosis/follow-up-address.ts`;
/** What runs in the hotline's frame alone. */
const GUARDS = `${WIDGET}/form/guards.ts`;
const OF_FOLLOW_UP = /^(?:follow|err\.code)\.(?!door$)/;

/**
 * For the single-file bundle, which has no room for them: the easy languages, of which a page includes the files, or has
 * none; the follow-up of reports; and what runs in the hotline's frame, which has a script of its own.
 */
export const withoutWhatFewPagesUse: Plugin = {
  name: 'without-what-few-pages-use',
  enforce: 'pre',
  load(id) {
    if (id === INCLUDE_EASY) return 'export const includeEasy = undefined;';
    if (id === INCLUDE_FOLLOW_UP) return 'export const includeFollowUp = undefined;';
    if (id === ASK_FOLLOW_UP) return 'export const askAddress = undefined;';
    if (id === GUARDS) return 'export {};';
    const [, tag = '', name = ''] = MODULE.exec(id) ?? [];
    if (name !== 'extra') return null;
    const texts = Object.entries(partOf(textsOf(tag), name)).filter(([key]) => !OF_FOLLOW_UP.test(key));
    return `export default ${JSON.stringify(Object.fromEntries(texts))};`;
  },
};

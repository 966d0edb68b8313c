// The site's tools in pseudo-words: what the configurator and the theme builder show outside of ⟦ and ⟧ is in none of
// their word files, and would be the same in every language.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { EXAMPLES } from '../../demo/configure/answers.ts';
import { configurePage } from '../../demo/configure/configure-page.ts';
import { fr as configureFr } from '../../demo/configure/words/fr.ts';
import { SITE } from '../../demo/site/build.ts';
import { formLanguages } from '../../demo/site/form-languages.ts';
import { PRESET_NAMES } from '../../demo/theme/theme.ts';
import { builderPage } from '../../demo/theme/theme-page.ts';
import { fr as builderFr } from '../../demo/theme/words/fr.ts';
import { VERSION } from '../../src/core/version.ts';
import { outsideOf, pseudo } from '../words/pseudo.ts';
import { launch } from '../setup/browsers.ts';
import { PATIENT, startServer } from '../setup/site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The words of a tool, each as a pseudo-word. Language tags stay: they are no words. */
function pseudoWords<Words>(words: Words, key = ''): Words {
  if (typeof words === 'string') return (key === 'tag' ? words : pseudo(words)) as Words;
  if (Array.isArray(words)) return words.map((one: unknown) => pseudoWords(one)) as Words;
  return Object.fromEntries(
    Object.entries(words as object).map(([name, value]: [string, unknown]) => [
      name,
      pseudoWords(value, name),
    ]),
  ) as Words;
}

/** A script of the site, built with pseudo-words in place of the French ones. */
async function scriptWith(entry: string, words: object): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'pseudo-words',
        enforce: 'pre',
        load: (id) =>
          id.endsWith('/words/fr.ts') ? `export const fr = ${JSON.stringify(words)};` : undefined,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(`../../${entry}`, import.meta.url)),
        formats: ['es'],
        fileName: 'tool',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}

/** The words of a page, shown or heard, except code, values and names in other languages. Runs in the page. */
function textsOfPage(): string[] {
  const blocks =
    'p, li, h1, h2, h3, h4, legend, label, button, summary, a, td, th, dt, dd, option, header, title';
  const texts = new Map<Element, string>();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode as Text;
    if (!parentElement || parentElement.closest('pre, code, script, style, bdi[lang], [translate=no]'))
      continue;
    const block = parentElement.closest(blocks) ?? parentElement;
    texts.set(block, (texts.get(block) ?? '') + data);
  }
  const named = [...document.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    ),
  );
  const description = document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '';
  return [...texts.values(), ...named, description];
}

interface Tool {
  readonly path: string;
  readonly html: string;
  readonly script: readonly [path: string, code: string];
  /** The words that the page's script has written, once it has run. */
  readonly isReady: string;
  /** Names, values and examples. */
  readonly names: readonly string[];
}

/** A sample of letters, once its contrast is measured: that may take longer than the rest of the page. */
const CONTRAST = /^Aa\d+,\d:1$/;

async function strangersIn(t: TestContext, { path, html, script, isReady, names }: Tool): Promise<string[]> {
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const [asked = ''] = url.split(/[?#]/);
    const own = { [path]: html, [script[0]]: script[1] }[asked];
    const file = join(SITE, asked);
    const type = TYPES[extname(asked)] ?? 'text/plain';
    if (own !== undefined) response.writeHead(200, { 'content-type': type }).end(own);
    else if (!existsSync(file)) response.writeHead(404).end();
    else void readFile(file).then((bytes) => response.writeHead(200, { 'content-type': type }).end(bytes));
  });
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage({ width: 1280, height: 900 });
  await page.goto(origin + path);
  await page.waitFor(isReady, PATIENT);
  const texts = await page.evaluate(textsOfPage);
  assert.ok(texts.length > 80, `${texts.length} texts`);
  return texts.flatMap(outsideOf).filter((text) => {
    const words = text.replaceAll('Cliquez, Signalez\u202F!', '').trim();
    return /[\p{L}⟦⟧]/u.test(words) && !CONTRAST.test(words) && !names.includes(words);
  });
}

test('every word of the configurator is in its word files', async (t) => {
  const words = pseudoWords(configureFr);
  const integrity = await readFile(join(SITE, 'cdn/integrity.json'), 'utf8');
  const html = configurePage(words, { integrity, version: VERSION, languages: formLanguages() });
  const code = await scriptWith('demo/configure/configure.ts', words);
  const found = await strangersIn(t, {
    path: '/fr/configure.html',
    html,
    script: ['/scripts/configure.js', code],
    isReady: "document.getElementById('policy').textContent !== ''",
    // The page of the letter is an example too. A preset's name stands before what it is for.
    names: [
      ...Object.values(EXAMPLES),
      'https://www.exemple.fr/aide',
      ...PRESET_NAMES.map((name) => `${name} –`),
    ],
  });
  assert.deepEqual(found, []);
});

test('every word of the theme builder is in its word files', async (t) => {
  const words = pseudoWords(builderFr);
  const code = await scriptWith('demo/theme/builder.ts', words);
  const found = await strangersIn(t, {
    path: '/fr/theme-builder.html',
    html: builderPage(words, ''),
    script: ['/scripts/builder.js', code],
    isReady: "document.getElementById('html').textContent !== ''",
    // Presets, a sample of letters, units, and examples of values.
    names: [...PRESET_NAMES, 'Aa', 'px', 'rem', '#8f1d1d, #f4f0e6, 1d1a16', 'system-ui,sans-serif'],
  });
  assert.deepEqual(found, []);
});

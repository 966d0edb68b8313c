// The tools of the site: configurator, theme builder and gallery. Their pages are written to files, and their scripts
// are bundled.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { namedLanguages } from '../../.build/language-files.ts';
import { VERSION } from '../../src/core/version.ts';
import { configurePage, previewPage } from '../configure/configure-page.ts';
import { en } from '../configure/words/en.ts';
import { fr } from '../configure/words/fr.ts';
import { GALLERY_WORDS, type GalleryLanguage } from '../gallery/gallery-words.ts';
import { page } from '../gallery/page.ts';
import { FRAMES } from '../theme/frame-list.ts';
import { presetSamples } from '../theme/preset-samples.ts';
import { builderPage, framePage } from '../theme/theme-page.ts';
import { en as builderEn } from '../theme/words/en.ts';
import { fr as builderFr } from '../theme/words/fr.ts';
import { writeTranslations } from '../translations/translations-data.ts';
import { TRANSLATIONS_WORDS } from '../translations/translations-words.ts';
import { formLanguages } from './form-languages.ts';
import { withRelativeAddresses } from './relative.ts';

const root = new URL('../../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

type Hashes = Readonly<Record<string, { readonly integrity: string }>>;

/** The demo's additions to the configurator: a receiver, and the inbox that shows its reports. */
export interface Receiving {
  readonly endpoint: string;
  readonly inbox: string;
}

/** The pages of the configurator, by address; only the demo has a receiver. */
export function configuratorPages(receiving?: Receiving): Readonly<Record<string, string>> {
  const integrity = JSON.stringify(JSON.parse(readFileSync(at('dist/cdn/integrity.json'), 'utf8')));
  const pages = [fr, en].flatMap((words) => [
    [
      `/${words.tag}/configure.html`,
      configurePage(words, {
        integrity,
        version: VERSION,
        languages: formLanguages(),
        ...(receiving && { inbox: receiving.inbox }),
      }),
    ],
    [`/configure/preview-${words.tag}.html`, previewPage(words, receiving?.endpoint)],
  ]);
  return relative(Object.fromEntries(pages) as Record<string, string>);
}

const script = (name: string): string => `<script type="module" src="/scripts/${name}.js"></script>`;

/** The words of a page that its script fills. */
interface FilledPage {
  readonly title: string;
  readonly description: string;
  readonly other: { readonly label: string; readonly tag: string };
  /** The text for browsers that run no script. */
  readonly script: string;
}

/** A page that its script, of the same name, fills. */
function filledPage(lang: GalleryLanguage, name: string, words: FilledPage): string {
  const { title, description, other, script: needed } = words;
  const body = `<main class="wide"><h1>${title}</h1>
      <p><a href="/${other.tag}/${name}.html" hreflang="${other.tag}" lang="${other.tag}">${other.label}</a></p>
      <noscript><p>${needed}</p></noscript></main>`;
  const head = `<meta name="description" content="${description}" />${script(name)}`;
  return page({ title, body }, { lang, running: 'gallery', head });
}

/** Every page of the tools, by address. */
export function toolPages(): Readonly<Record<string, string>> {
  const hashes = JSON.parse(readFileSync(at('dist/cdn/integrity.json'), 'utf8')) as Hashes;
  const { integrity } = hashes['cliquez-signalez.bundle.js']!;
  const state = { title: 'Un écran', body: '<main class="host"></main>' };
  return {
    ...configuratorPages(),
    ...relative({
      ...Object.fromEntries(
        [builderFr, builderEn].flatMap((words) => [
          [`/${words.tag}/theme-builder.html`, builderPage(words, integrity)],
          ...FRAMES.map(({ name }) => [`/theme/${words.tag}/${name}.html`, framePage(words, name)]),
        ]),
      ),
      ...Object.fromEntries(
        (['fr', 'en'] as const).flatMap((lang) => [
          [`/${lang}/gallery.html`, filledPage(lang, 'gallery', GALLERY_WORDS[lang])],
          [`/${lang}/translations.html`, filledPage(lang, 'translations', TRANSLATIONS_WORDS[lang])],
        ]),
      ),
      '/gallery/state.html': page(state, { running: 'gallery', head: script('gallery-state') }),
    }),
    '/tools/samples.css': presetSamples(),
  };
}

const relative = (pages: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(pages).map(([url, html]) => [url, withRelativeAddresses(html, url)]));

/** The style sheets of the tools, from the demo's pages. */
export const TOOL_STYLES = ['base', 'theme', 'theme-frame', 'configure', 'gallery'];

async function bundle(
  outDir: string,
  scripts: Readonly<Record<string, string>>,
  plugins: Plugin[] = [],
): Promise<void> {
  await build({
    root: at('.'),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    plugins,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      lib: {
        entry: Object.fromEntries(Object.entries(scripts).map(([name, path]) => [name, at(path)])),
        formats: ['es'],
      },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
}

/** Writes the scripts of the site into its folder. */
export async function bundleScripts(folder: string): Promise<void> {
  await bundle(`${folder}/scripts`, {
    try: 'demo/site/scripts/try.ts',
    configure: 'demo/configure/configure.ts',
    preview: 'demo/configure/preview-page.ts',
    builder: 'demo/theme/builder.ts',
    'theme-frame': 'demo/theme/frame.ts',
    gallery: 'demo/gallery/list-page.ts',
    'gallery-state': 'demo/gallery/state-page.ts',
    translations: 'demo/translations/list-page.ts',
  });
  writeTranslations(`${folder}/scripts/translations`);
  // The whole library, with Lit.
  await bundle(`${folder}/scripts/mirrored`, { mirrored: 'demo/gallery/mirrored.ts' }, [namedLanguages]);
}

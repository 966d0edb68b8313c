// Finishes dist/app: the page, the manifests, the icons, and the service worker, which knows every file by its hash.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { SHARE_PATH } from '../src/app/handover.ts';
import { FURTHER_LANGUAGES } from '../src/words/languages.ts';
import { forAppWorker } from '../vite.config.ts';
import { textsOf } from './messages/texts.ts';
import { drawIcon } from './raster-icon.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/app/`;

/** The application's names by language: under its icon, in words, and neutral. */
const NAMES = JSON.parse(readFileSync(`${root}src/app/names.json`, 'utf8')) as Readonly<
  Record<string, { readonly name: string; readonly description: string; readonly neutral: string }>
>;

/** The icons, by the beginning of their names: our own, and a neutral one. */
const ICONS = { icon: 'demo/pages/favicon.svg', neutral: 'src/app/neutral.svg' } as const;

type IconName = keyof typeof ICONS;

/** Colour of the window before the page is there: that of the page, in its light look. */
const BACKGROUND = '#eef1f7';

function namesIn(lang: string): (typeof NAMES)[string] {
  const names = NAMES[lang];
  if (!names) throw new Error(`src/app/names.json has no names in ${lang}.`);
  return names;
}

/** A manifest: with the icon and name of the application, or with those that tell nothing. */
const MANIFESTS = [
  { file: 'app.webmanifest', icon: 'icon', colour: '#1d4bce' },
  { file: 'neutral.webmanifest', icon: 'neutral', colour: '#5b6472' },
] as const;

const iconFiles = (icon: IconName): { src: string; pixels: number; isMaskable: boolean }[] => [
  { src: `${icon}-192.png`, pixels: 192, isMaskable: false },
  { src: `${icon}-512.png`, pixels: 512, isMaskable: false },
  { src: `${icon}-maskable-512.png`, pixels: 512, isMaskable: true },
];

/** The web app manifest of a page. It has no shortcuts: they would show on a long press of the icon. */
function manifestOf(lang: string, { icon, colour }: (typeof MANIFESTS)[number]): object {
  const { name, description, neutral } = namesIn(lang);
  return {
    // The same for all variants: another language or name is no other application.
    id: 'cliquez-signalez',
    ...(icon === 'neutral'
      ? { name: neutral, short_name: neutral }
      : { name, short_name: name, description }),
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: colour,
    icons: iconFiles(icon).map(({ src, pixels, isMaskable }) => ({
      src,
      sizes: `${pixels}x${pixels}`,
      type: 'image/png',
      purpose: isMaskable ? 'maskable' : 'any',
    })),
    share_target: {
      action: SHARE_PATH,
      method: 'POST',
      enctype: 'application/x-www-form-urlencoded',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  };
}

/** The page in another language: what names it there, and none of France's lines. */
function pageIn(lang: string, page: string): string {
  const { name } = namesIn(lang);
  const replaced = (text: string, [before, after]: readonly [string, string]): string => {
    if (!text.includes(before)) throw new Error(`src/app/index.html lacks ${before}`);
    return text.replaceAll(before, () => after);
  };
  return (
    [
      ['<html lang="fr">', `<html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}>`],
      ['content="Signaler"', `content="${name}"`],
      ['<title>Signaler</title>', `<title>${name}</title>`],
      ['>Signaler un contenu illégal<', `>${textsOf(lang)['launcher.context']}<`],
      ['country="FR"', 'country=""'],
    ] as const
  ).reduce(replaced, page);
}

/** Changes for each language but French, in a folder that is copied over the application's own. */
function writeLanguages(page: string): void {
  for (const lang of ['en', ...FURTHER_LANGUAGES]) {
    const place = `${folder}languages/${lang}/`;
    mkdirSync(place, { recursive: true });
    writeFileSync(`${place}index.html`, pageIn(lang, page));
    writeManifests(place, lang);
  }
}

function writeManifests(place: string, lang: string): void {
  for (const manifest of MANIFESTS)
    writeFileSync(place + manifest.file, `${JSON.stringify(manifestOf(lang, manifest), null, 2)}\n`);
}

/** Files that the worker caches: the page needs them without a network. */
const isCached = (name: string): boolean => name.endsWith('.js') && name !== 'worker.js';

/** Adds to the built scripts of dist/app all that makes them an application. */
export async function finishApplication(): Promise<void> {
  const page = readFileSync(`${root}src/app/index.html`, 'utf8');
  writeFileSync(`${folder}index.html`, page);
  writeManifests(folder, 'fr');
  writeLanguages(page);
  for (const icon of ['icon', 'neutral'] as const) {
    const svg = readFileSync(root + ICONS[icon], 'utf8');
    for (const { src, pixels, isMaskable } of iconFiles(icon))
      writeFileSync(folder + src, drawIcon(svg, pixels, isMaskable));
  }
  const hashes = new Map(
    readdirSync(folder)
      .filter(isCached)
      .toSorted()
      .map((name) => {
        const hash = createHash('sha384').update(readFileSync(folder + name));
        return [name, `sha384-${hash.digest('base64')}`] as const;
      }),
  );
  const version = createHash('sha256')
    .update(JSON.stringify([...hashes]))
    .digest('hex')
    .slice(0, 16);
  const languages: Record<string, Record<string, string>> = {};
  for (const tag of FURTHER_LANGUAGES) {
    const own = [...hashes].filter(([name]) => name.startsWith(`app-${tag}-`));
    languages[tag] = Object.fromEntries(own);
    for (const [name] of own) hashes.delete(name);
  }
  await build({
    ...forAppWorker({ files: Object.fromEntries(hashes), languages, version }),
    root,
    publicDir: false,
    logLevel: 'warn',
    configFile: false,
  });
}

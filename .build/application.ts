// Finishes dist/app: the page, the manifests, the icons, and the service worker, which knows every file by its hash.

import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { SHARE_PATH } from '../src/app/handover.ts';
import { forAppWorker } from '../vite.config.ts';
import { drawIcon } from './raster-icon.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist/app/`;

/** The icons, by the beginning of their names: our own, and one that tells nothing. */
const ICONS = { icon: 'demo/pages/favicon.svg', neutral: 'src/app/neutral.svg' } as const;

type IconName = keyof typeof ICONS;

/** Colour of the window before the page is there: that of the page, in its light look. */
const BACKGROUND = '#eef1f7';

interface Variant {
  readonly file: string;
  readonly lang: 'fr' | 'en';
  readonly icon: IconName;
  readonly name: string;
  readonly description?: string;
  readonly colour: string;
}

/** A manifest for each language, and for each with a name and an icon that tell nothing. */
const MANIFESTS: readonly Variant[] = [
  {
    file: 'app.webmanifest',
    lang: 'fr',
    icon: 'icon',
    name: 'Signaler',
    description: 'Signaler un contenu illégal, sans donner son nom.',
    colour: '#1d4bce',
  },
  {
    file: 'app.en.webmanifest',
    lang: 'en',
    icon: 'icon',
    name: 'Report',
    description: 'Report illegal content without giving your name.',
    colour: '#1d4bce',
  },
  { file: 'neutral.webmanifest', lang: 'fr', icon: 'neutral', name: 'Mes liens', colour: '#5b6472' },
  { file: 'neutral.en.webmanifest', lang: 'en', icon: 'neutral', name: 'My links', colour: '#5b6472' },
];

const iconFiles = (icon: IconName): { src: string; pixels: number; isMaskable: boolean }[] => [
  { src: `${icon}-192.png`, pixels: 192, isMaskable: false },
  { src: `${icon}-512.png`, pixels: 512, isMaskable: false },
  { src: `${icon}-maskable-512.png`, pixels: 512, isMaskable: true },
];

/** The web app manifest of a variant. It has no shortcuts: they would show on a long press of the icon. */
const manifestOf = ({ lang, icon, name, description, colour }: Variant): object => ({
  // The same for all variants: another language or name is no other application.
  id: 'cliquez-signalez',
  name,
  short_name: name,
  ...(description && { description }),
  lang,
  dir: 'ltr',
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
});

/** Files of the page that the worker caches: what the page needs without a network. */
const isCached = (name: string): boolean => name.endsWith('.js') && name !== 'worker.js';

/** Adds to the built scripts of dist/app all that makes them an application. */
export async function finishApplication(): Promise<void> {
  cpSync(`${root}src/app/index.html`, `${folder}index.html`);
  for (const variant of MANIFESTS)
    writeFileSync(folder + variant.file, `${JSON.stringify(manifestOf(variant), null, 2)}\n`);
  for (const icon of ['icon', 'neutral'] as const) {
    const svg = readFileSync(root + ICONS[icon], 'utf8');
    for (const { src, pixels, isMaskable } of iconFiles(icon))
      writeFileSync(folder + src, drawIcon(svg, pixels, isMaskable));
  }
  const names = readdirSync(folder).filter(isCached).toSorted();
  const files = names.map((name) => {
    const hash = createHash('sha384').update(readFileSync(folder + name));
    return [name, `sha384-${hash.digest('base64')}`] as const;
  });
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  await build({
    ...forAppWorker({ files: Object.fromEntries(files), version }),
    root,
    publicDir: false,
    logLevel: 'warn',
    configFile: false,
  });
}

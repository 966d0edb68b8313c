// The gallery of the demo: every state of the widget side by side, and all of its words in both languages, for review.

import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';
import { elsewhere as enElsewhere } from '../../src/i18n/locales/en/elsewhere.ts';
import { first as enFirst } from '../../src/i18n/locales/en/first.ts';
import { launcher as enLauncher } from '../../src/i18n/locales/en/launcher.ts';
import { more as enMore } from '../../src/i18n/locales/en/more.ts';
import { rest as enRest } from '../../src/i18n/locales/en/rest.ts';
import { elsewhere as frElsewhere } from '../../src/i18n/locales/fr/elsewhere.ts';
import { first as frFirst } from '../../src/i18n/locales/fr/first.ts';
import { launcher as frLauncher } from '../../src/i18n/locales/fr/launcher.ts';
import { more as frMore } from '../../src/i18n/locales/fr/more.ts';
import { rest as frRest } from '../../src/i18n/locales/fr/rest.ts';
import { STATES } from './states.ts';

const WORDS: readonly (readonly [part: string, fr: Readonly<Record<string, string>>, en: object])[] = [
  ['Le bouton', frLauncher, enLauncher],
  ['Première étape', frFirst, enFirst],
  ['Étapes suivantes', frRest, enRest],
  ['Adresses', frElsewhere, enElsewhere],
  ['Ce que peu de gens ouvrent', frMore, enMore],
];

/** Scripts of the gallery, which are TypeScript: Node takes the types out. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'state-page': './state-page.ts',
  driver: './driver.ts',
  states: './states.ts',
  places: '../../src/core/places.ts',
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const page = (title: string, body: string): string => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)} – Cliquez, Signalez !</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/pages/base.css" />
    <link rel="stylesheet" href="/pages/gallery.css" />
  </head>
  <body>${body}</body>
</html>`;

const CHOICES = {
  lang: ['fr', 'en'],
  scheme: ['light', 'dark'],
  width: ['390', '320', '720'],
} as const;

/** A choice of the address, or its first one. */
const chosen = (name: keyof typeof CHOICES, value: string | undefined): string =>
  CHOICES[name].find((choice) => choice === value) ?? CHOICES[name][0];

/** The gallery, for `/gallery`; `nonce` is that of the page's policy. */
export function createGallery(endpoint: string): Hono<{ Variables: { nonce: string } }> {
  const gallery = new Hono<{ Variables: { nonce: string } }>();

  gallery.get('/', (context) => {
    const now = {
      lang: chosen('lang', context.req.query('lang')),
      scheme: chosen('scheme', context.req.query('scheme')),
      width: chosen('width', context.req.query('width')),
    };
    const links = Object.entries(CHOICES).map(([name, choices]) =>
      choices
        .map((choice) => {
          const query = new URLSearchParams({ ...now, [name]: choice });
          const current = now[name as keyof typeof CHOICES] === choice ? ' aria-current="true"' : '';
          return `<a href="?${escapeHtml(query.toString())}"${current}>${choice}</a>`;
        })
        .join(' '),
    );
    const frames = STATES.map(({ name, title }) => {
      const query = new URLSearchParams({ name, lang: now.lang, scheme: now.scheme });
      const address = `/gallery/state?${escapeHtml(query.toString())}`;
      return `<figure><figcaption><a href="${address}">${escapeHtml(title)}</a></figcaption>
        <iframe loading="lazy" width="${now.width}" height="780" title="${escapeHtml(title)}" src="${address}"></iframe></figure>`;
    });
    return context.html(
      page(
        'Tous les écrans',
        `<main><h1>Tous les écrans</h1>
        <p><a href="/">Démonstration</a> · <a href="/gallery/words">Tous les mots</a></p>
        <p class="choices">${links.join(' · ')}</p>
        <div class="frames">${frames.join('')}</div></main>`,
      ),
    );
  });

  gallery.get('/state', (context) => {
    const { name = '', lang, scheme } = context.req.query();
    const state = STATES.find((known) => known.name === name);
    if (!state) return context.text('Cet écran n’existe pas.\n', 404);
    const attributes = {
      endpoint: state.fault ? `/gallery/faulty/${state.fault}` : endpoint,
      hotline: 'Point de Contact',
      'hotline-url': 'https://www.pointdecontact.net/',
      'privacy-url': 'https://www.pointdecontact.net/',
      country: 'FR',
      scheme: chosen('scheme', scheme),
      ...state.attributes,
    };
    const written = Object.entries(attributes).map(([key, value]) => `${key}="${escapeHtml(value)}"`);
    return context.html(
      page(
        state.title,
        `<div class="host ${chosen('scheme', scheme)}" lang="${chosen('lang', lang)}"><cliquez-signalez ${written.join(' ')}></cliquez-signalez></div>
        <script type="module" nonce="${context.get('nonce')}" src="/cdn/cliquez-signalez.js"></script>
        <script type="module" nonce="${context.get('nonce')}" src="/gallery/state-page.js"></script>`,
      ),
    );
  });

  gallery.get('/words', (context) => {
    const tables = WORDS.map(([part, fr, en]) => {
      const rows = Object.entries(fr).map(([key, french]) => {
        const english = (en as Readonly<Record<string, string>>)[key] ?? '';
        return `<tr><th scope="row"><code>${key}</code></th><td lang="fr">${escapeHtml(french)}</td><td lang="en">${escapeHtml(english)}</td></tr>`;
      });
      return `<h2>${part}</h2><table><thead><tr><th scope="col">Nom</th><th scope="col">Français</th><th scope="col">English</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    });
    return context.html(
      page(
        'Tous les mots',
        `<main><h1>Tous les mots</h1><p><a href="/gallery">Tous les écrans</a></p>${tables.join('')}</main>`,
      ),
    );
  });

  // Endpoints that break, in the ways of the states.
  gallery.all('/faulty/:way', async (context) => {
    if (context.req.param('way') === 'stall') await new Promise(() => {});
    const problem = { type: 'urn:cliquez-signalez:problem:version', title: 'Version', status: 409 };
    return context.json(problem, 409, { 'Content-Type': 'application/problem+json' });
  });

  for (const [script, path] of Object.entries(SCRIPTS)) {
    gallery.get(`/${script}.js`, async (context) => {
      const source = await readFile(new URL(path, import.meta.url), 'utf8');
      const code = stripTypeScriptTypes(source).replace(
        /from '[./]+(?:\w+\/)*([\w-]+)\.ts'/g,
        "from './$1.js'",
      );
      return context.body(code, 200, { 'Content-Type': 'text/javascript' });
    });
  }
  return gallery;
}

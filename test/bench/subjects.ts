// The pages under measurement, and their server. Three pages are built alike: one with our buttons, one with a minimal
// Lit element's, one with plain ones. Two more use `embed.js` and Sentry's lazy dialog.
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { build } from 'vite';
import { namedLanguages } from '../../.build/language-files.ts';
import { installOwnPackages } from '../../.build/own-packages.ts';
import { FIRST_STEP } from './first-step.ts';

/** The pages, by their kind of button. */
export const SUBJECTS = ['ours', 'lit', 'plain'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Two more pages, for figures that the three do not show. */
export type PageName = Subject | 'embed' | 'sentry';

/** One button, as a page writes it. */
export const BUTTONS: Readonly<Record<Subject, string>> = {
  ours: '<cliquez-signalez endpoint="/v1/reports" hotline="Point de Contact" country="FR"></cliquez-signalez>',
  lit: '<minimal-lit></minimal-lit>',
  plain: `<button class="launcher"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${FIRST_STEP.icon}" /></svg><span>${FIRST_STEP.label}</span></button>`,
};

const SCRIPTS: Readonly<Record<Subject, string>> = {
  ours: '/ours/cliquez-signalez.js',
  lit: '/lit.js',
  plain: '/plain.js',
};

/**
 * Written as in the guides: with the link for visitors without scripts, which also gives the reserved space its
 * baseline.
 */
export const withLink = (button: string): string =>
  button.replace('></', '><a href="/signaler">Signaler</a></');

/** Longer than an opening, shorter than the delay of the later steps. */
const IDLE_DELAY_MS = 400;

const page = (
  subject: Subject,
  count: number,
): string => `<!doctype html><html lang="fr"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>${subject}</title><link rel="icon" href="data:,">
  <style>body { margin: 24px; font: 16px/1.5 sans-serif }
    cliquez-signalez:not(:defined), minimal-lit:not(:defined) { display: inline-block; min-block-size: 48px } minimal-lit { display: inline-block }</style>
  <p>Avant.</p><div id="place">${withLink(BUTTONS[subject]).repeat(count)}</div><p>Après.</p>
  <script type="module" src="${SCRIPTS[subject]}"></script></html>`;

/** The page of a webmaster who pastes one classic script tag. */
const EMBED_PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>embed</title><link rel="icon" href="data:,">
  <style>body { margin: 24px; font: 16px/1.5 sans-serif }</style>
  <p>Avant.</p><div id="place"><script async src="/ours/embed.js" data-endpoint="/v1/reports" data-hotline="Point de Contact" data-country="FR"></script></div><p>Après.</p></html>`;

/** A button that opens Sentry's feedback dialog, which is loaded on the tap. */
const SENTRY_PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>sentry</title><link rel="icon" href="data:,">
  <style>body { margin: 24px; font: 16px/1.5 sans-serif }</style>
  <p>Avant.</p><div id="place">${BUTTONS.plain}</div><p>Après.</p>
  <script type="module" src="/sentry.js"></script></html>`;

/** A page's script, in one file, minified as ours is; it contains Lit as published. */
async function bundle(name: string, format: 'es' | 'iife' = 'es'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [namedLanguages],
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
        formats: [format],
        fileName: name,
        name: 'Bench',
      },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [file] = output?.output ?? [];
  if (file?.type !== 'chunk') throw new Error(`Vite made no script of ${name}.ts.`);
  return file.code;
}

/** Makes a script as heavy as another, in brotli: the padding never runs and does not compress. */
function padded(script: string, bytes: number): string {
  const missing = bytes - brotliCompressSync(script).length;
  // A byte of base64 carries six bits.
  return missing <= 8
    ? script
    : `${script}\n//${randomBytes(Math.round((missing - 8) * 0.75)).toString('base64')}`;
}

/** Serves the pages at `/<name>/<number of buttons>`; scripts are compressed and cacheable. */
export async function serveSubjects(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  installOwnPackages(new URL('.', import.meta.url));
  const cdn = new URL('../../dist/cdn/', import.meta.url);
  const ours = readdirSync(cdn).filter((name) => name.endsWith('.js'));
  const scripts = new Map(
    ours.map((name) => [`/ours/${name}`, brotliCompressSync(readFileSync(new URL(name, cdn)))]),
  );
  // The files that our tap requests: the form, and its words in French.
  const french = ours.find(
    (name) => name.startsWith('first-') && /Étape/.test(readFileSync(new URL(name, cdn), 'utf8')),
  );
  const form = ours.find((name) => name.startsWith('form-'));
  const weight = [form, french].reduce((sum, name) => sum + (scripts.get(`/ours/${name}`)?.length ?? 0), 0);
  scripts.set('/lit.js', brotliCompressSync(await bundle('minimal-lit')));
  scripts.set('/plain.js', brotliCompressSync(await bundle('plain')));
  scripts.set('/sentry.js', brotliCompressSync(await bundle('sentry-button')));
  const modal = brotliCompressSync(padded(await bundle('sentry-modal', 'iife'), weight));
  const server = createServer(({ url = '' }, response) => {
    const [, subject, count] = /^\/(ours|lit|plain)\/(\d+)$/.exec(url) ?? [];
    const script = scripts.get(url) ?? (url.endsWith('/feedback-modal.min.js') ? modal : undefined);
    const html = subject
      ? page(subject as Subject, Number(count))
      : { '/embed/1': EMBED_PAGE, '/sentry/1': SENTRY_PAGE }[url];
    const answer = (): void =>
      void response
        .writeHead(html || script ? 200 : 404, {
          'content-type': `${html ? 'text/html' : 'text/javascript'}; charset=utf-8`,
          'cache-control': html ? 'no-store' : 'max-age=31536000, immutable',
          ...(script && { 'content-encoding': 'br' }),
        })
        .end(html ?? script);
    // The server delays files that load in idle time after the form, so that the opening does not include them.
    if (/later-/.test(url)) setTimeout(answer, IDLE_DELAY_MS);
    else answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

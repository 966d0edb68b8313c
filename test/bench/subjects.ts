// What is measured: three pages made alike, one with our buttons, one with those of a minimal Lit element, one with plain
// ones; and the server that has them.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { shrinkScripts } from '../../.build/shrink-scripts.ts';
import { FIRST_STEP } from './first-step.ts';

/** The pages, by what their buttons are. */
export const SUBJECTS = ['ours', 'lit', 'plain'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One button, as a page has it. */
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

/** As the README has it: with the link for those without scripts, which also gives the kept room its baseline. */
const withLink = (button: string): string => button.replace('></', '><a href="/signaler">Signaler</a></');

/** Longer than an opening, shorter than what waits for a step. */
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

/** A page's script, in one file, made smaller as ours is; Lit is in it as it is published. */
async function bundle(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [shrinkScripts],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL(`${name}.ts`, import.meta.url)), formats: ['es'], fileName: name },
      rolldownOptions: { output: { minify: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [file] = output?.output ?? [];
  if (file?.type !== 'chunk') throw new Error(`Vite made no script of ${name}.ts.`);
  return file.code;
}

/** Serves the three pages, at `/<subject>/<number of buttons>`; scripts may be cached. */
export async function serveSubjects(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const scripts = new Map([
    ['/lit.js', await bundle('minimal-lit')],
    ['/plain.js', await bundle('plain')],
  ]);
  const cdn = new URL('../../dist/cdn/', import.meta.url);
  const server = createServer(({ url = '' }, response) => {
    const [, subject, count] = /^\/(ours|lit|plain)\/(\d+)$/.exec(url) ?? [];
    const [, file] = /^\/ours\/([\w.-]+\.js)$/.exec(url) ?? [];
    const type = subject ? 'text/html' : 'text/javascript';
    const body = subject
      ? page(subject as Subject, Number(count))
      : file
        ? readFileSync(new URL(file, cdn))
        : scripts.get(url);
    const answer = (): void =>
      void response
        .writeHead(body === undefined ? 404 : 200, {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': subject ? 'no-store' : 'max-age=31536000, immutable',
        })
        .end(body);
    // What comes in idle time once the form is there is kept back, so as not to be counted with its opening.
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

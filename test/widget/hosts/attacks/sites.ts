// Two sites: a partner's, whose page attacks, and a hotline's, with the real receiver and the built files.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { createReceiver, openStore } from '../../../../src/receiver/index.ts';
import { startServer } from '../../../setup/site.ts';
import { attack, WORKER } from './attacker.ts';
import { handle } from './hands.ts';
import { observe } from './observer.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** The addresses of both sites, and the data that they received. */
export interface Sites {
  readonly partner: string;
  readonly hotline: string;
  /** The hotline's public key, in the widget's format. */
  readonly publicKey: string;
  /** The reports that the partner's server got instead of the hotline. */
  readonly taken: string[];
  /** The catch of the partner's pages at the time they were left, as JSON. */
  readonly loots: string[];
  /** The names of the fonts that the partner's style sheet had the browser ask for. */
  readonly fonts: string[];
  /** The bodies of the reports that the hotline holds. */
  reports(): Promise<string[]>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.json': 'application/json',
};

const page = (content: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Un site</title>
  <link rel="icon" href="data:,">${content}`;

/** A form that a page has written itself, as most sites do. */
const NAIVE = `<form action="/taken">
  <select name="category"><option></option><option>sexual_harassment</option></select>
  <input name="address"><textarea name="details"></textarea><input name="email">
  <button name="send">Envoyer</button></form>
  <p id="copy"></p><iframe name="preview"></iframe>
  <script>
    const form = document.forms[0];
    form.oninput = () => {
      copy.textContent = preview.document.body.textContent = form.details.value;
      history.replaceState(form.details.value, '', '?draft=' + encodeURIComponent(form.address.value));
    };
    form.onsubmit = async (event) => {
      event.preventDefault();
      await fetch('/taken', { method: 'POST', body: JSON.stringify(Object.fromEntries(new FormData(form))) });
      document.title = 'sent';
    };
  </script>`;

/** The script that the attacking pages run first. */
const SCRIPT = `<script>(${observe.toString()})();(${attack.toString()})();(${handle.toString()})()</script>`;

/** The messages of a page that poses as the hotline's frame. */
const POSING = `<script>
  addEventListener('message', ({ ports: [port] }) => {
    for (const type of ['accepted', 'ready', 'open']) port?.postMessage({ type });
  });
</script>`;

/** Starts both. `embedding` returns the markup of the partner's page, given the address of the hotline. */
export async function startSites(
  t: TestContext,
  embedding: (hotline: string, publicKey: string) => string,
): Promise<Sites> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receiver = createReceiver({ store });
  const receive = getRequestListener(async (request) => receiver(request), { overrideGlobalObjects: false });
  const { publicKey: key } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ]);
  const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', key)).toString('base64url');
  const [taken, loots, fonts]: [string[], string[], string[]] = [[], [], []];

  const { origin: hotline } = await startServer(t, (request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    if (path.startsWith('/v1/')) return void receive(request, response);
    const send = (text: Buffer | string): void => {
      const headers = {
        'content-type': TYPES[extname(path)] ?? 'text/html',
        'access-control-allow-origin': '*',
      };
      response.writeHead(200, headers).end(text);
    };
    if (path === '/signaler')
      return send(
        page(`<script type="module" src="/cliquez-signalez.js"></script>
        <cliquez-signalez-form endpoint="/v1/reports" country="FR"></cliquez-signalez-form>`),
      );
    readFile(new URL(`../../../../dist/cdn${path}`, import.meta.url))
      .then((file) =>
        path === '/frame.html' ? String(file).replace('data-hosts=""', 'data-hosts="*"') : file,
      )
      .then(send, () => response.writeHead(404).end());
  });

  const { origin: partner } = await startServer(t, async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    const send = (type: string, text: string): void =>
      void response.writeHead(200, { 'content-type': type }).end(text);
    if (path === '/') {
      const body = embedding(hotline, publicKey);
      return send('text/html', page(SCRIPT + body));
    }
    if (path === '/styled')
      return send('text/html', page(`<style>${STYLE_SHEET}</style>${embedding(hotline, publicKey)}`));
    if (path.startsWith('/font/')) {
      fonts.push(path.slice('/font/'.length));
      return void response.writeHead(404).end();
    }
    if (path === '/naive') return send('text/html', page(SCRIPT + NAIVE));
    if (path === '/fake') return send('text/html', page(NAIVE + POSING));
    if (path === '/worker.js') return send('text/javascript', WORKER);
    let body = '';
    for await (const chunk of request) body += String(chunk);
    (path === '/loot' ? loots : taken).push(body);
    // An impostor confirms every report, or it would be discovered.
    const id = /"submissionId":"([^"]*)"/.exec(body)?.[1] ?? '';
    const receipt = { submissionId: id, reference: '1', receivedAt: '2026-01-01T00:00:00.000Z' };
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(receipt));
  });

  return {
    partner,
    hotline,
    publicKey,
    taken,
    loots,
    fonts,
    reports: async () => (await store.list()).map(({ body }) => body),
  };
}

// A hotline's server with the application at /app/ and its receiver, and another site, which takes shares itself.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { named, PANEL, seek } from '../../demo/gallery/driver.ts';
import type { SharedText } from '../../src/core/address/shared-text.ts';
import { createReceiver, openStore, type DatabaseStore } from '../../src/receiver/index.ts';
import type { Page } from '../setup/browsers.ts';
import { PATIENT, startServer, type RecordingServer } from '../setup/site.ts';
import { lead, takeUp } from '../setup/lead.ts';

export const APP = new URL('../../dist/app/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

const NGINX = readFileSync(new URL('../../dist/deployment/app-nginx.conf', import.meta.url), 'utf8');

/** The headers that the shipped configuration adds for a path. */
function headersFor(path: string): Record<string, string> {
  for (const [, kind, target = '', body = ''] of NGINX.matchAll(/^location ([=~]) (\S+) \{$(.*?)^\}$/gms)) {
    if (kind === '=' ? target !== path : !new RegExp(target).test(path)) continue;
    const headers = body.matchAll(/add_header (\S+) "(.*)" always;/g);
    return Object.fromEntries([...headers].map(([, name = '', value = '']) => [name, value]));
  }
  return {};
}

/** A running hotline. */
export interface AppSite extends RecordingServer {
  /** Address of the application. */
  readonly app: string;
  /** Address of the other site, on another origin. */
  readonly elsewhere: string;
  readonly store: DatabaseStore;
  /** Files that replace built ones, by name; may be changed while the server runs. */
  readonly files: Map<string, string>;
  /** Changes the text of a file, as a hotline does. */
  edit(name: string, change: (text: string) => string): void;
  /** Copies the folder of a language over the French files, as a hotline does. */
  speak(language: string): void;
  /** Whether the server answers at all; a device without a network gets no answer. */
  setOnline(isOnline: boolean): void;
}

/**
 * Fills in the application's page, as a hotline does. Its policy lets no form be submitted; here it does, because a form
 * in the page stands in for the share sheet of a system, which the policy does not concern.
 */
const filledIn = (page: string): string =>
  page
    .replace('hotline=""', 'hotline="Point de Contact"')
    .replace('hotline-url=""', 'hotline-url="https://hotline.example/"')
    .replace("form-action 'none'", "form-action 'self'");

/** Starts both servers. The application's server answers as app-nginx.conf does. */
export async function startAppSite(t: TestContext): Promise<AppSite> {
  const store = await openStore('sqlite::memory:');
  t.after(() => store.close());
  const receiver = createReceiver({ store });
  const receive = getRequestListener(async (request) => receiver(request), { overrideGlobalObjects: false });
  const files = new Map<string, string>();
  const edits = new Map<string, (text: string) => string>();
  let isOnline = true;
  let language = '';
  const read = async (name: string): Promise<string | Buffer> => {
    const own = files.get(name);
    if (own !== undefined) return own;
    const inLanguage = new URL(`languages/${language}/${name}`, APP);
    const content = await readFile(language && existsSync(inLanguage) ? inLanguage : new URL(name, APP));
    const edit = edits.get(name);
    const page = name === 'index.html' ? filledIn(content.toString()) : content;
    return edit ? edit(page.toString()) : page;
  };
  const server = await startServer(t, (request, response) => {
    if (!isOnline) {
      response.destroy();
      return;
    }
    const { pathname } = new URL(request.url ?? '', 'http://site');
    if (pathname.startsWith('/v1/')) {
      void receive(request, response);
      return;
    }
    if (pathname === '/app/share') {
      response.writeHead(303, { location: '/app/?shared', connection: 'close' }).end();
      return;
    }
    const name = pathname === '/app/' ? 'index.html' : pathname.replace('/app/', '');
    read(name).then(
      (content) =>
        response
          .writeHead(200, {
            ...headersFor(pathname),
            'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
          })
          .end(content),
      () => response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404</title>'),
    );
  });
  const other = await startServer(t, async (request, response) => {
    const given = new URLSearchParams(await text(request)).get('text') ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="fr"><title>Autre application</title><h1>Autre application</h1>
        <form><input name="address" value="${given}"></form>`);
  });
  return {
    ...server,
    app: `${server.origin}/app/`,
    elsewhere: `${other.origin}/`,
    store,
    files,
    edit: (name, change) => void edits.set(name, change),
    speak: (tag) => void (language = tag),
    setOnline: (online) => void (isOnline = online),
  };
}

/** Expression: the form's root. */
export const ROOT = "document.querySelector('cliquez-signalez').renderRoot";

/** Opens the application, and waits until its worker is there. */
export async function openApp(page: Page, { app }: Pick<AppSite, 'app'>): Promise<void> {
  await page.goto(app);
  await page.waitFor(`navigator.serviceWorker.controller !== null`, PATIENT);
  await page.waitFor(`${ROOT}?.querySelector('${PANEL}') !== null`, PATIENT);
}

/** Posts a share from the page that a window shows, as the share sheet of a system does. */
export const post = (page: Pick<Page, 'evaluate'>, app: string, shared: SharedText): Promise<unknown> =>
  page.evaluate(
    (action, fields) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = action;
      for (const [name, value] of Object.entries(fields)) {
        const field = document.createElement('textarea');
        Object.assign(field, { name, value });
        form.append(field);
      }
      document.body.append(form);
      form.submit();
      // A page that stays, because it is asked first, is as it was.
      form.remove();
    },
    `${app}share`,
    shared,
  );

/**
 * Waits until the page shows something above the form.
 * @returns its text, without the characters around names that keep their direction: Firefox leaves them out
 */
export async function above(page: Page, kind: 'received' | 'none' | 'replace'): Promise<string> {
  const shown = await page.waitFor<string>(
    `document.querySelector('#above #${kind}') && document.getElementById('above').innerText`,
    PATIENT,
  );
  return shown.replaceAll(/[\u2068\u2069]/g, '');
}

/** The addresses in the form's fields, once its second step is shown. */
export const fieldsOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...${ROOT}.querySelectorAll('input')].filter(({ field }) => field?.startsWith('addresses.')).map(({ value }) => value)`,
  );

/** Chooses a category, and goes on to the second step. */
export async function toWhere(page: Page): Promise<void> {
  await takeUp(page);
  await lead(page, "await driver.reachWhere('sexual_harassment')");
  await page.waitFor(`${seek(ROOT, named('addresses.0'))} !== null`, PATIENT);
}

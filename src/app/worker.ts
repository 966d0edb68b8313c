// The service worker of the application. It holds a shared text in memory for one handover to the page, so that the text
// is in no address, history or file. It caches the application's own files, and nothing else.

import {
  ARRIVAL,
  MAX_FIELD_LENGTH,
  SHARE_PATH,
  type PageState,
  type ToPage,
  type ToWorker,
} from './handover.ts';
import type { SharedText } from '../core/address/shared-text.ts';

/** A window of the application (the compiler's DOM library lacks the types of workers). */
interface Client {
  readonly url: string;
  postMessage(message: ToPage, transfer?: Transferable[]): void;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Client[]>;
    claim(): Promise<void>;
  };
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LastingEvent & MessageEvent) => void): void;
}

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Hashes of files (Subresource Integrity), by their names. */
type Hashes = Readonly<Record<string, string>>;

/** The application's files, which the build writes in place of this name. */
declare const BUILT: {
  /** The files that every page of the application needs, and their hashes (Subresource Integrity). */
  readonly files: Hashes;
  /** The files of each further language. */
  readonly languages: Readonly<Record<string, Hashes>>;
  /** Differs whenever a file does. */
  readonly version: string;
};

const worker = self as unknown as WorkerScope;

const CACHES = 'cliquez-signalez-app-';
const built = BUILT;
/** The page names its further languages in the query of the worker's address. */
const languages = self.location.search.slice(1).split(',');
const files = new Map(
  [built.files, ...languages.map((tag) => built.languages[tag])].flatMap((hashes = {}) =>
    Object.entries(hashes),
  ),
);
const CACHE = `${CACHES}${built.version}-${languages.join('-')}`;

/**
 * Longest wait for the state of a page: a page that a slow phone thaws takes a second, and would lose answers.
 * One that stays frozen does not answer.
 */
const ANSWER_MS = 2_000;

/** How long a text waits for the page that asks for it. A browser may end the worker, and the text with it, earlier. */
const KEEP_MS = 30_000;

/** How long the page may take to come from the server before the copy of the last visit is shown. */
const PAGE_MS = 3_000;

const scope = worker.registration.scope;
const page = new URL('./', scope).href;

/** The text that no page has taken yet. */
let waiting: SharedText | undefined;
let forget: ReturnType<typeof setTimeout> | undefined;

// The application's own files

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  // The page is the hotline's own, so its hash is unknown here.
  const own = [new Request(page, { cache: 'no-cache' })];
  const others = [...files].map(
    ([file, integrity]) => new Request(new URL(file, scope), { integrity, cache: 'no-cache' }),
  );
  await cache.addAll([...own, ...others]);
}

async function removeOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A response to a request that may have been redirected: a browser refuses such a response for a page. */
const plain = ({ body, status, statusText, headers }: Response): Response =>
  new Response(body, { status, statusText, headers });

/** The page from the server, so that the hotline's changes count at once; without a network, its copy. */
async function showPage(): Promise<Response> {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(page);
  try {
    // Without the query: the server does not learn that something was shared.
    const response = await fetch(page, {
      cache: 'no-cache',
      ...(copy && { signal: AbortSignal.timeout(PAGE_MS) }),
    });
    if (response.ok) await cache.put(page, response.clone());
    return plain(response);
  } catch (error) {
    if (!copy) throw error;
    return plain(copy);
  }
}

/** A file of the application. A query does not count: a file that did not arrive is asked for again with one. */
async function giveFile(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true })) ?? fetch(request);
}

// Handing over

/** The fields of a share; a body that is no form gives none. */
async function readShare(request: Request): Promise<SharedText> {
  const form = await request.formData().catch(() => undefined);
  const field = (name: string): object => {
    const value = form?.get(name);
    return typeof value === 'string' && value ? { [name]: value.slice(0, MAX_FIELD_LENGTH) } : {};
  };
  return { ...field('title'), ...field('text'), ...field('url') };
}

/** The state of a page; undefined if it does not answer. */
function ask(client: Client): Promise<PageState | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<PageState>) => resolve(data));
    port1.start();
    setTimeout(resolve, ANSWER_MS);
    client.postMessage({ type: 'ask' }, [port2]);
  });
}

/**
 * Answers the POST of a share. A page with answers that would be replaced stays (204), gets the text, and asks the
 * reporter. Everywhere else the application's page is shown, and takes the text.
 */
async function receive(request: Request): Promise<Response> {
  const shared = await readShare(request);
  // A page that was loaded around the worker has answers too.
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = windows.filter(({ url }) => url.startsWith(page));
  const states = await Promise.all(pages.map(ask));
  const staying = pages.find((_, index) => states[index]?.isBeingLeft && states[index].isOccupied);
  if (staying) {
    staying.postMessage({ type: 'shared', shared }, []);
    return new Response(null, { status: 204 });
  }
  keep(shared);
  return Response.redirect(page + ARRIVAL, 303);
}

function keep(shared: SharedText | undefined): void {
  clearTimeout(forget);
  waiting = shared;
  if (shared) forget = setTimeout(() => keep(undefined), KEEP_MS);
}

worker.addEventListener('install', (event) => event.waitUntil(fill()));

worker.addEventListener('activate', (event) =>
  // The first visit is under this worker too: a share may follow before the page is loaded again.
  event.waitUntil(Promise.all([removeOthers(), worker.clients.claim()])),
);

worker.addEventListener('message', (event) => {
  const { type } = event.data as ToWorker;
  if (type === 'claim') return event.waitUntil(worker.clients.claim());
  event.ports[0]?.postMessage(waiting ?? null);
  keep(undefined);
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const path = origin + pathname;
  if (request.method === 'POST' && path === page + SHARE_PATH) return event.respondWith(receive(request));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && (path === page || path === `${page}index.html`))
    return event.respondWith(showPage());
  if (path.startsWith(page) && files.has(path.slice(page.length))) event.respondWith(giveFile(request));
});

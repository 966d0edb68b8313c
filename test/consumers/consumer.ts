// An application that uses the package: installed from npm's archive beside the application's own packages, built with
// its own tools, started, and put on one origin with a receiver.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { createReceiver } from '../../src/receiver/http/handler.ts';
import { openStore } from '../../src/receiver/store/open-store.ts';
import type { ReportStore } from '../../src/receiver/store/store.ts';
import { launch, type Page } from '../setup/browsers.ts';
import { freePort } from '../setup/free-port.ts';
import { answerByKeyboard, PATIENT, sendByKeyboard, tabToLauncher } from '../setup/site.ts';
import { spawnTied } from '../setup/tied.ts';
import { until } from '../setup/until.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The time that a server of a framework may take to start, in ms. */
const START_MS = 60_000;

const archives = mkdtempSync(join(tmpdir(), 'archives-'));
after(() => rmSync(archives, { recursive: true }));

/** Packs the packages as they are published. One archive of each serves the tests of a file. */
async function pack(name: string): Promise<string> {
  const folder = join(root, 'dist/packages', name);
  assert.ok(existsSync(folder), 'dist is missing: npm run build');
  const made = await runIn(root, 'npm', 'pack', folder, '--silent', '--pack-destination', archives);
  return join(archives, made.trim());
}

const packed = new Map<string, Promise<string>>();

function archiveOf(name: string): Promise<string> {
  const archive = packed.get(name) ?? pack(name);
  packed.set(name, archive);
  return archive;
}

/** Runs a command in an application, which must succeed. @returns what it wrote to its standard output */
export async function runIn(folder: string, command: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: '1' };
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  assert.equal(code, 0, `${command} ${args.join(' ')}\n${output}\n${errors}`);
  return output;
}

/**
 * Installs a copy of `test/consumers/<name>`: its own packages by its lock file, then ours as its developer would, with
 * one `npm install`.
 * @returns the folder of the copy, which the end of the test removes
 */
export async function install(
  t: TestContext,
  name: string,
  packages: readonly string[] = ['cliquez-signalez'],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  t.after(() => rm(folder, { recursive: true, maxRetries: 3 }));
  await cp(new URL(name, import.meta.url), folder, { recursive: true });
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await runIn(folder, 'npm', 'ci', ...quietly);
  const ours = await Promise.all(packages.map(archiveOf));
  await runIn(folder, 'npm', 'install', ...ours, ...quietly);
  return folder;
}

/** An application that runs. */
export interface Consumer {
  readonly origin: string;
  readonly store: ReportStore;
}

/** Installs, builds and starts an application, and puts a receiver beside it at `/v1/`. */
export async function startConsumer(t: TestContext, name: string): Promise<Consumer> {
  const folder = await install(t, name);
  await runIn(folder, 'npm', 'run', 'build');
  const application = await startServer(t, name, folder);
  const pages = new Hono().all('*', ({ req }) => {
    const { pathname, search } = new URL(req.url);
    return proxy(`${application}${pathname}${search}`, req);
  });
  return startSite(t, pages);
}

/** Installs and builds an application, and serves the files that it built beside a receiver at `/v1/`. */
export async function startBuilt(t: TestContext, name: string): Promise<Consumer> {
  const folder = await install(t, name);
  await runIn(folder, 'npm', 'run', 'build');
  return startSite(t, new Hono().use(serveStatic({ root: join(folder, 'dist') })));
}

/** Starts the server of an application. @returns its origin */
async function startServer(t: TestContext, name: string, folder: string): Promise<string> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawnTied('npm', ['start', '--silent'], {
    cwd: folder,
    env: { ...process.env, PORT: `${port}`, HOST: '127.0.0.1', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own, since npm starts the server through a shell.
    detached: true,
  });
  t.after(() => end(server));
  await until(() => isAnswering(origin), `${name} answers`, START_MS);
  return origin;
}

async function startSite(t: TestContext, pages: Hono): Promise<Consumer> {
  const store = await openStore('sqlite::memory:');
  const receive = createReceiver({ store });
  const site = new Hono();
  site.all('/v1/*', (context) => receive(context.req.raw));
  site.all('*', async ({ req }) => listened(await pages.fetch(req.raw)));
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false });
  await once(server, 'listening');
  t.after(async () => {
    const closed = once(server, 'close');
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    await store.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, store };
}

const isAnswering = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  process.kill(-server.pid!, 'SIGKILL');
  await exited;
}

/** Records what the page complains of, before its own scripts run. */
const LISTENER = `<script>
  window.complaints = [];
  for (const level of ['error', 'warn'])
    console[level] = (...said) => void complaints.push(said.map(String).join(' '));
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
</script>`;

async function listened(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = (await response.text()).replace(/<head[^>]*>|(?=<body)/, `$&${LISTENER}`);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(html, { status: response.status, headers });
}

/** Opens a page of an application in Chromium. */
export async function visit(t: TestContext, address: string): Promise<Page> {
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

/** Makes a report by keyboard, and sees that it is stored once and that the page complained of nothing. */
export async function reportOnce(page: Page, store: ReportStore): Promise<void> {
  await tabToLauncher(page);
  await page.press('Enter');
  await answerByKeyboard(page, {
    category: 'procuring',
    address: 'https://exemple.fr/annonce',
    details: 'Vu hier.',
  });
  const reference = await sendByKeyboard(page);
  const stored = await store.list();
  assert.deepEqual(
    stored.map((report) => report.reference),
    [reference],
  );
  assert.deepEqual(await page.evaluate('complaints'), []);
}

/** The link within the element, as the server writes it: what a reporter has without a script. */
export async function hasFallbackLink(address: string): Promise<boolean> {
  const html = await (await fetch(address)).text();
  return /<cliquez-signalez [^>]*>\s*<a href="?https:\/\/www\.pointdecontact\.net/.test(html);
}

/** Waits until the page has loaded, and says whether its browser knows the element. */
export async function isDefined(page: Page): Promise<boolean> {
  await page.waitFor("document.readyState === 'complete'", PATIENT);
  return page.evaluate<boolean>("Boolean(customElements.get('cliquez-signalez'))");
}

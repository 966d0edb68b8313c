// The expected answers for the application and its files, on any server, and to a share that no worker takes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { CANARIES, send, type Answer, type TestProxy } from './proxy.ts';

/** The built files. */
export const APP = new URL('../../../dist/app/', import.meta.url);

/** The folder in which the configurations expect them. */
export const APP_ROOT = new URL('..', APP).pathname;

/** Headers that every answer has, whatever the configuration. */
const ALWAYS = new Set([
  'server',
  'alt-svc',
  'date',
  'connection',
  'content-length',
  'last-modified',
  'etag',
  'accept-ranges',
  'vary',
]);

const PAGE = {
  'content-security-policy': "frame-ancestors 'none'",
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'clipboard-read=(self), clipboard-write=(self), camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=63072000',
};
const FILE = {
  'content-security-policy': "default-src 'none'; connect-src 'self'",
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
const PART = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

const TYPES: readonly (readonly [RegExp, RegExp])[] = [
  [/\.js$/, /^(text|application)\/javascript(; charset=utf-8)?$/],
  [/\.png$/, /^image\/png$/],
  [/\.webmanifest$/, /^application\/manifest\+json(; charset=utf-8)?$/],
];

/** The headers that the configuration adds to an answer. */
const given = ({ headers }: Answer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ALWAYS.has(name)));

/** Requests every expected file, and files that must be absent. @param absent status of the absent files */
export async function assertAppFiles(proxy: TestProxy, absent: number): Promise<void> {
  const get = (path: string): Promise<Answer> => send(proxy, { method: 'GET', path });
  const page = await get('/app/?shared');
  assert.equal(page.status, 200);
  assert.equal(page.text, readFileSync(new URL('index.html', APP), 'utf8'));
  const { 'content-type': pageType, ...pageHeaders } = given(page);
  assert.match(String(pageType), /^text\/html(; charset=utf-8)?$/);
  assert.deepEqual(pageHeaders, PAGE);
  const short = await get('/app');
  assert.deepEqual([short.status, short.headers['location']], [308, '/app/']);

  const names = readdirSync(APP).filter((name) => /\.(js|png|webmanifest)$/.test(name));
  assert.ok(names.length > 20, 'the files are found');
  for (const name of names) {
    const answer = await get(`/app/${name}`);
    assert.equal(answer.status, 200, name);
    const { 'content-type': type, ...headers } = given(answer);
    assert.match(String(type), TYPES.find(([suffix]) => suffix.test(name))![1], name);
    assert.deepEqual(headers, name.startsWith('app-') ? PART : FILE, name);
  }
  // No other file of the folder, nor of its parent folders.
  for (const path of [
    '/app/app.js.map',
    '/app/licences.txt',
    '/app/app-/../../sizes.json',
    '/app/sub/app.js',
  ])
    assert.equal((await get(path)).status, absent, path);
}

/** Posts shares, small, large and of no size, which no worker takes. */
export async function assertSharesUnread(proxy: TestProxy): Promise<void> {
  for (const length of [0, 1, 20_000]) {
    const answer = await send(proxy, {
      path: '/app/share',
      body: `text=${CANARIES.text}`.repeat(length),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    assert.deepEqual([answer.status, answer.headers['location']], [303, '/app/?shared'], `${length}`);
    assert.doesNotMatch(answer.text, new RegExp(CANARIES.text));
    assert.equal(answer.headers['cache-control'], 'no-store');
  }
}

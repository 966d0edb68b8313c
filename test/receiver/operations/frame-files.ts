// The expected answers for the frame page of the isolated mode and its files, on any server.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { send, type Answer, type TestProxy } from './proxy.ts';

/** The built files. */
export const CDN = new URL('../../../dist/cdn/', import.meta.url);

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
]);

const PAGE = {
  'content-security-policy': 'frame-ancestors https://partner.example',
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy':
    'clipboard-write=(self), camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'strict-transport-security': 'max-age=63072000',
};
const SCRIPT = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
const PART = { ...SCRIPT, 'cache-control': 'public, max-age=31536000, immutable' };

/** The headers that the configuration adds to an answer. */
const given = ({ headers }: Answer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ALWAYS.has(name)));

/** Requests every expected file, and files that must be absent. @param absent status of the absent files */
export async function assertFrameFiles(proxy: TestProxy, absent: number): Promise<void> {
  const get = (path: string): Promise<Answer> => send(proxy, { method: 'GET', path });
  const page = await get('/frame.html?whatever');
  assert.equal(page.status, 200);
  assert.equal(page.text, readFileSync(new URL('frame.html', CDN), 'utf8'));
  const { 'content-type': pageType, ...pageHeaders } = given(page);
  assert.match(String(pageType), /^text\/html(; charset=utf-8)?$/);
  assert.deepEqual(pageHeaders, PAGE);

  const parts = readdirSync(CDN).filter((name) => /^frame-.*\.js$/.test(name));
  assert.ok(parts.length > 5, 'the parts are found');
  for (const name of ['frame.js', ...parts]) {
    const { 'content-type': type, ...headers } = given(await get(`/${name}`));
    assert.match(String(type), /^(text|application)\/javascript(; charset=utf-8)?$/, name);
    assert.deepEqual(headers, name === 'frame.js' ? SCRIPT : PART, name);
  }
  // No other file of the folder, nor of its parent folders.
  for (const path of ['/frame-manifest.json', '/cliquez-signalez.js', '/frame-/../package.json', '/frame'])
    assert.equal((await get(path)).status, absent, path);
}

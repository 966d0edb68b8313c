// The shipped frame-nginx.conf in a real nginx: the frame page of the isolated mode and its files, as they are built, with
// exactly the headers that they should have, and nothing else beside them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startNginx } from './nginx.ts';
import { found, freePort, send, type Answer } from './proxy.ts';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const SHIPPED = new URL('../../src/receiver/deployment/frame-nginx.conf', import.meta.url);

/** What every answer of nginx has, whatever is configured. */
const ALWAYS = new Set([
  'server',
  'date',
  'connection',
  'content-length',
  'last-modified',
  'etag',
  'accept-ranges',
]);

const PAGE = {
  'content-type': 'text/html',
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

/** The headers of an answer that are the configuration's doing. */
const given = ({ headers }: Answer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ALWAYS.has(name)));

test('the frame page and its files have the headers that are meant for them, and leave no trace', async (t) => {
  const proxy = await startNginx(t, await freePort(), (site, folder) => {
    const path = join(folder, 'given', 'frame.conf');
    const root = 'root /srv/cliquez-signalez;';
    const shipped = readFileSync(SHIPPED, 'utf8');
    assert.equal(shipped.split(root).length, 4);
    writeFileSync(path, shipped.replaceAll(root, `root ${CDN.pathname};`));
    const server = 'server_tokens off;';
    assert.ok(site.includes(server));
    // The types are those of the machine's own nginx.conf.
    return site.replace(server, `${server} include /etc/nginx/mime.types; include ${path};`);
  });
  const get = (path: string): Promise<Answer> => send(proxy, { method: 'GET', path });

  const page = await get('/frame.html?whatever');
  assert.equal(page.status, 200);
  assert.equal(page.text, readFileSync(new URL('frame.html', CDN), 'utf8'));
  assert.deepEqual(given(page), PAGE);

  const parts = readdirSync(CDN).filter((name) => /^frame-.*\.js$/.test(name));
  assert.ok(parts.length > 5, 'the parts are found');
  for (const name of ['frame.js', ...parts]) {
    const { 'content-type': type, ...headers } = given(await get(`/${name}`));
    assert.match(String(type), /^(text|application)\/javascript$/, name);
    assert.deepEqual(headers, name === 'frame.js' ? SCRIPT : PART, name);
  }
  // Nothing else of the folder, nor of those above it: all that is for the receiver, which is away.
  for (const path of ['/frame-manifest.json', '/cliquez-signalez.js', '/frame-/../package.json', '/frame'])
    assert.equal((await get(path)).status, 503, path);
  assert.deepEqual(found(proxy), []);
});

// The shipped nginx-files.conf in a real nginx. It serves the widget's files to partners' pages, with a cache time that
// fits their names. It serves no other file, lists nothing, accepts no writes and logs no visitor.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { startNginx } from './nginx.ts';
import { CANARIES, found, send, type Answer, type TestProxy } from './proxy.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Headers of every answer. */
const ALWAYS = {
  'strict-transport-security': 'max-age=63072000',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** nginx with the built files, in a folder for one version and in a folder that each version overwrites. */
async function startFiles(t: TestContext): Promise<TestProxy> {
  const edit = (shipped: string, folder: string): string => {
    const files = join(folder, 'given', 'www', 'cs');
    for (const name of ['0.1.0', 'current']) cpSync(CDN, join(files, name), { recursive: true });
    mkdirSync(join(files, '1.2.3-rc.1'));
    writeFileSync(join(files, '1.2.3-rc.1', 'notes.txt'), 'no hash in this name');
    writeFileSync(join(files, '..', 'secret.txt'), 'not for pages');
    const root = 'root /var/www;';
    assert.ok(shipped.includes(root));
    return shipped.replace(root, `root ${join(folder, 'given', 'www')};`);
  };
  return startNginx(t, undefined, edit, 'nginx-files.conf');
}

const get = (proxy: TestProxy, path: string, headers = {}): Promise<Answer> =>
  send(proxy, { method: 'GET', path, headers });

const common = ({ headers }: Answer): Record<string, unknown> =>
  Object.fromEntries(Object.keys(ALWAYS).map((name) => [name, headers[name]]));

test('files may be kept for as long as their names allow, and loaded by any page', async (t) => {
  const proxy = await startFiles(t);
  const names = readdirSync(CDN).filter((name) => name.endsWith('.js'));
  // Files that pages load by name; the next version overwrites them.
  const named = ['cliquez-signalez.js', 'cliquez-signalez.bundle.js', 'embed.js', 'frame.js'];
  assert.ok(names.length > named.length + 10, 'the parts are found');
  const expected: Record<string, string> = { '/cs/1.2.3-rc.1/notes.txt': FOR_EVER };
  for (const name of names) {
    expected[`/cs/0.1.0/${name}`] = FOR_EVER;
    expected[`/cs/current/${name}`] = named.includes(name) ? 'no-cache' : FOR_EVER;
  }
  for (const name of ['integrity.json', 'licences.txt', 'reserve.css'])
    expected[`/cs/current/${name}`] = 'no-cache';
  for (const [path, kept] of Object.entries(expected)) {
    const answer = await get(proxy, path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers['cache-control'], kept, path);
    assert.deepEqual(common(answer), ALWAYS, path);
  }
  const script = await get(proxy, '/cs/current/cliquez-signalez.js?ver=6.9');
  assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(script.text, readFileSync(new URL('cliquez-signalez.js', CDN), 'utf8'));
  // A revalidation costs an answer without a body.
  const again = await get(proxy, '/cs/current/cliquez-signalez.js', {
    'If-None-Match': script.headers.etag,
  });
  assert.deepEqual([again.status, again.text], [304, '']);
  assert.deepEqual(found(proxy), []);
});

test('what is not there is not kept, and nothing but the files is there', async (t) => {
  const proxy = await startFiles(t);
  const paths = [
    '/cs/0.1.0/missing-abcdef.js',
    '/cs/0.1.0/',
    '/cs/0.1.0',
    '/cs/',
    '/cs',
    '/',
    '/secret.txt',
    '/cs/../secret.txt',
    '/cs/..%2fsecret.txt',
    '/cs../secret.txt',
    '/0.1.0/embed.js',
    '/v1/reports',
  ];
  for (const path of paths) {
    const answer = await get(proxy, path);
    assert.equal(answer.status, 404, path);
    assert.doesNotMatch(answer.text, /cliquez|not for pages/, path);
    assert.equal(answer.headers['cache-control'], undefined, path);
    assert.equal(answer.headers['server'], 'nginx', path);
  }
  assert.deepEqual(found(proxy), []);
});

test('files are read, and nothing else is done with them', async (t) => {
  const proxy = await startFiles(t);
  const path = '/cs/current/embed.js';
  const head = await send(proxy, { method: 'HEAD', path });
  assert.deepEqual([head.status, head.text], [200, '']);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE', 'BREW']) {
    // nginx answers without reading the body.
    const body = /^P[OUA]/.test(method) ? CANARIES.text.repeat(method === 'POST' ? 10_000 : 1) : '';
    const answer = await send(proxy, { method, path, body });
    assert.equal(answer.status, method === 'TRACE' ? 405 : 403, method);
    assert.deepEqual(common(answer), ALWAYS, method);
  }
  assert.deepEqual(found(proxy), []);
});

// The files of the application: its one script loads all others, its worker knows each by its hash, and its page names no
// hotline and lets nothing out.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const APP = new URL('../../dist/app/', import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, APP));
const textOf = (name: string): string => bytesOf(name).toString();
const scripts = readdirSync(APP).filter((name) => name.endsWith('.js') && name !== 'worker.js');

/** The files that one file loads, directly or through others, statically or dynamically. */
function reached(name: string, into = new Set<string>()): Set<string> {
  if (into.has(name)) return into;
  into.add(name);
  for (const [, next = ''] of textOf(name).matchAll(/["'`]\.\/([^"'`?]+\.js)["'`]/g)) reached(next, into);
  return into;
}

test('whoever hosts the application copies no script that nothing asks for, and lacks none', () => {
  assert.ok(scripts.length > 10, 'the parts are found');
  assert.deepEqual([...reached('app.js')].toSorted(), scripts.toSorted());
});

test('the worker knows each script by its hash, and no other file', () => {
  const known = [...textOf('worker.js').matchAll(/"([\w.-]+)":[`"'](sha384-[\w+/=]+)/g)].map(
    ([, name = '', hash = '']) => [name, hash],
  );
  const built = scripts.map((name) => [
    name,
    `sha384-${createHash('sha384').update(bytesOf(name)).digest('base64')}`,
  ]);
  assert.deepEqual(Object.fromEntries(known), Object.fromEntries(built));
});

test('the page names no hotline, and its manifests and pictures are there', () => {
  const page = textOf('index.html');
  assert.doesNotMatch(page, /point ?de ?contact|https?:/i);
  for (const empty of ['hotline=""', 'hotline-url=""']) assert.ok(page.includes(empty), empty);
  const files = readdirSync(APP);
  for (const [, file = ''] of page.matchAll(/(?:href|src)="\.\/([^"]+)"/g))
    assert.ok(files.includes(file), file);
  const manifests = globSync('{,languages/*/}*.webmanifest', { cwd: APP });
  assert.equal(manifests.length, 56);
  for (const name of manifests) {
    const { icons } = JSON.parse(textOf(name)) as { icons: { src: string }[] };
    for (const { src } of icons) assert.ok(files.includes(src), src);
    assert.doesNotMatch(textOf(name), /shortcuts|"files"|https?:/);
  }
});

test('the policy of the page lets it reach its own server alone, and submit nothing', () => {
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(textOf('index.html')) ?? [];
  const directives = Object.fromEntries(
    policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );
  assert.deepEqual(directives, {
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'self'",
    'connect-src': "'self'",
    'img-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'cliquez-signalez cliquez-signalez-app',
  });
});

test('the application stores nothing: no file of it names a store of the browser but the worker, its own cache', () => {
  const STORES =
    /\b(localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie|showNotification|sync\.register)\b/;
  for (const name of [...scripts, 'worker.js']) assert.doesNotMatch(textOf(name), STORES, name);
  for (const name of scripts) assert.doesNotMatch(textOf(name), /\bcaches\b/, name);
  assert.match(textOf('worker.js'), /\bcaches\b/);
});

test('each language has a page that names it, with its manifests, and no line of France', () => {
  const tags = readdirSync(new URL('languages/', APP));
  assert.equal(tags.length, 27);
  const worker = textOf('worker.js');
  for (const tag of tags) {
    const page = textOf(`languages/${tag}/index.html`);
    assert.ok(page.includes(`<html lang="${tag}"`), tag);
    assert.equal(page.includes('dir="rtl"'), tag === 'ar', tag);
    const shown = page.replace(/<!--.*?-->/s, '');
    assert.doesNotMatch(shown, /country="FR"/, tag);
    if (tag !== 'fr-simple') assert.doesNotMatch(shown, /Signaler un|contenu illégal/, tag);
    const { name, lang } = JSON.parse(textOf(`languages/${tag}/app.webmanifest`)) as Record<string, string>;
    assert.equal(lang, tag);
    assert.ok(page.includes(`<title>${name}</title>`), tag);
    assert.ok(page.includes(`content="${name}"`), tag);
    if (tag !== 'en') assert.ok(worker.includes(`"app-${tag}-later-`), tag);
  }
});

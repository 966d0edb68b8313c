// The later strings as files for script tags hold them: a list without names reads back to the same strings, and a list
// of another build is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FURTHER_LANGUAGES } from '../../.build/languages.ts';
import { listedMessages } from '../../.build/listed-messages.ts';
import { readLater } from '../../src/i18n/listed-messages.ts';
import type { LaterMessages } from '../../src/i18n/messages.ts';

const { define } = (listedMessages.config as () => { define: Record<string, string> })();
// What the bundler puts in place of these names.
for (const [name, value] of Object.entries(define))
  (globalThis as Record<string, unknown>)[name] = JSON.parse(value);

/** The module that the build makes of a language's later strings. */
async function listed(tag: string): Promise<{ later: Parameters<typeof readLater>[0]; code: string }> {
  const file = fileURLToPath(new URL(`../../src/i18n/locales/${tag}/later.ts`, import.meta.url));
  const transform = listedMessages.transform as (code: string, id: string) => Promise<{ code: string }>;
  const { code } = await transform.call({}, '', file);
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    later: Parameters<typeof readLater>[0];
  };
  return { later: module.later, code };
}

for (const tag of ['fr', 'en', ...FURTHER_LANGUAGES]) {
  test(`${tag}: every string reads back under its name`, async () => {
    const { later } = (await import(`../../src/i18n/locales/${tag}/later.ts`)) as { later: LaterMessages };
    const { later: list, code } = await listed(tag);
    assert.doesNotMatch(code, /"s4\.title"/);
    assert.deepEqual(Object.fromEntries(readLater(list)), later);
  });
}

test('a list that was written for other names is refused', async () => {
  const { code } = await listed('de');
  const other = code.replace(/"edition":"[^"]+"/, '"edition":"another"');
  assert.notEqual(other, code);
  const { later } = (await import(`data:text/javascript,${encodeURIComponent(other)}`)) as {
    later: Parameters<typeof readLater>[0];
  };
  assert.throws(() => readLater(later), /another build/);
});

test('strings under their names, as applications and npm have them, are taken as they are', async () => {
  const { later } = await import('../../src/i18n/locales/de/later.ts');
  assert.deepEqual(Object.fromEntries(readLater(later)), later);
});

test('no other module is touched', async () => {
  const transform = listedMessages.transform as (code: string, id: string) => Promise<unknown>;
  for (const id of ['/src/form/later.ts', '/src/i18n/locales/de/first.ts', '/src/i18n/locales/de/index.ts'])
    assert.equal(await transform.call({}, '', id), null);
});

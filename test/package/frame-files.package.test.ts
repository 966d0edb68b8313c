// The files of the isolated mode's frame page: its one script loads all of them, and none holds code that only the host
// page needs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const CDN = new URL('../../dist/cdn/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, CDN), 'utf8');
const files = readdirSync(CDN).filter((name) => /^frame(-.*)?\.js$/.test(name));

/** The files that one file loads, directly or through others, statically or dynamically. */
function reached(name: string, into = new Set<string>()): Set<string> {
  if (into.has(name)) return into;
  into.add(name);
  for (const [, next = ''] of textOf(name).matchAll(/["'`]\.\/([^"'`?]+\.js)["'`]/g)) reached(next, into);
  return into;
}

test('whoever hosts the frame page copies no file that nothing asks for, and lacks none', () => {
  assert.ok(files.length > 10, 'the parts are found');
  assert.deepEqual([...reached('frame.js')].toSorted(), files.toSorted());
});

test('the frame page names no hotline: whoever hosts it fills in its own name, form and link', () => {
  const page = textOf('frame.html');
  assert.doesNotMatch(page, /point ?de ?contact/i);
  for (const empty of ['hotline=""', 'hotline-url=""', 'data-hosts=""'])
    assert.ok(page.includes(empty), empty);
  // No other server is named, so that no reporter is led to one that nobody chose.
  assert.doesNotMatch(page, /https?:/);
});

test('of the isolated mode, the frame page has its own end alone: it shows no frame of its own', () => {
  const sources = files.flatMap(
    (name) => (JSON.parse(textOf(`${name}.map`)) as { sources: string[] }).sources,
  );
  const isolated = sources.flatMap((source) => /src\/widget\/isolated\/(.*)/.exec(source)?.[1] ?? []);
  assert.deepEqual(isolated.toSorted(), ['channel.ts', 'framed-form.ts', 'framed.styles.ts']);
});

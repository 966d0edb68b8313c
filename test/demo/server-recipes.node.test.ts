// The recipes for Express, Django and Rails say the same: the folder, the policy that was measured, the example of a hotline,
// and a link inside. Express is run by test/consumers/servers.consumer.test.ts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EXAMPLE, FOLDER } from '../../.build/snippets.ts';
import { readPolicies } from '../widget/hosts/policies.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** The header of a recipe, from the words in which its server writes it. */
const POLICIES: Readonly<Record<string, (text: string) => string | undefined>> = {
  'demo/servers/django/policy.py': (text) => /\["Content-Security-Policy"\] = "(.+)"/.exec(text)?.[1],
  'demo/servers/rails/content_security_policy.rb': (text) =>
    [...text.matchAll(/policy\.(\w+) (.+)$/gm)]
      .map(([, name = '', sources = '']) =>
        [name.replace('_', '-'), ...sources.split(', ').map((source) => source.replace(':self', "'self'"))]
          .join(' ')
          .replaceAll('"', ''),
      )
      .join('; '),
};

test('the policy of each is the one that was measured for files on the page’s own site', () => {
  const measured = readPolicies().find(({ name }) => name === 'Files on the page’s own site')!;
  assert.ok(Object.values(measured.outcomes['module']!).every((outcome) => outcome === 'works'));
  const header = measured.header.replace('{endpoint}', new URL(EXAMPLE.endpoint).origin);
  for (const [file, policyIn] of Object.entries(POLICIES))
    assert.equal(`Content-Security-Policy: ${policyIn(read(file))}`, header, file);
});

test('the pages of Django and Rails name the folder, and the example of every guide', () => {
  const pages = ['demo/servers/django/templates/page.html', 'demo/servers/rails/page.html.erb'];
  for (const page of pages) {
    const html = read(page);
    for (const file of ['reserve.css', 'cliquez-signalez.js'])
      assert.ok(html.includes(`${FOLDER}/${file}`), `${page}: ${file}`);
    for (const [name, value] of Object.entries(EXAMPLE))
      assert.ok(html.includes(`${name}="${value}"`), `${page}: ${name}`);
    assert.ok(html.includes(`<a href="${EXAMPLE['hotline-url']}">`), page);
  }
  for (const file of ['demo/servers/django/settings.py', 'demo/servers/rails/content_security_policy.rb'])
    assert.ok(read(file).includes(FOLDER), file);
});

// What the script-tag builds take out of Lit must be what our elements do without.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ReportButton } from '../../src/button/report-button.ts';
import { ReportForm } from '../../src/button/report-form.ts';

for (const element of [ReportButton, ReportForm]) {
  test(`no property of ${element.name} is written back to its attribute, or is anything but text there`, () => {
    assert.ok(element.elementProperties.size > 0 || element.observedAttributes.length > 0);
    for (const [name, { reflect, type, converter }] of element.elementProperties) {
      assert.ok(!reflect, String(name));
      assert.equal(type, undefined, String(name));
      assert.equal(converter, undefined, String(name));
    }
  });
}

// Each would work in the browser tests, which have the whole of Lit, and break in the files for script tags.
const templates = globSync('src/{button,form,isolated,diagnosis}/**/*.ts').flatMap((file) => {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/\b(html|svg|mathml)`/g)].map(({ 1: tag, index }) => ({
    file,
    tag,
    source,
    index,
  }));
});

test('no template is a fragment of SVG or MathML', () => {
  assert.ok(templates.length > 50);
  for (const { file, tag } of templates) assert.equal(tag, 'html', file);
});

test('no template has a comment, or a binding on an element or within a raw text element', () => {
  for (const { file, source } of templates) {
    assert.doesNotMatch(source, /<!--/, file);
    assert.doesNotMatch(source, /<[\w-]+\s+\$\{/, file);
    assert.doesNotMatch(source, /<(?:textarea|script|style|title)\b[^>]*>[^<]*\$\{/, file);
  }
});

test('no directive, no decorator, and no hook of an update that is taken out', () => {
  for (const file of globSync('src/{button,form,isolated,diagnosis}/**/*.ts')) {
    const source = readFileSync(file, 'utf8');
    assert.doesNotMatch(source, /from '(?:lit|lit-html)\/(?!directive\b.*type)/, file);
    assert.doesNotMatch(
      source,
      /\b(?:willUpdate|firstUpdated|shouldUpdate|scheduleUpdate|addInitializer|removeController|finalizeStyles|getUpdateComplete|getPropertyDescriptor|_\$AK)\b/,
      file,
    );
    assert.doesNotMatch(source, /@\w+=\$\{\s*\{/, file);
  }
});

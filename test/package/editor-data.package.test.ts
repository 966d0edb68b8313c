// Editor data for the elements: it matches the manifest, follows its formats, and works in VS Code's own language
// service.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import type { CSSDataV1 } from 'vscode-css-languageservice';
import type { HTMLDataV1 } from 'vscode-html-languageservice';
import { attributesModule } from '../../.build/framework-types.ts';
import { readElements } from '../../.build/element-manifest.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

// The ES module builds of these packages need a bundler.
const require = createRequire(import.meta.url);
const vscode = require('vscode-html-languageservice') as typeof import('vscode-html-languageservice');
const vscodeCss = require('vscode-css-languageservice') as typeof import('vscode-css-languageservice');

/** The published schema of a VS Code language service. */
function publishedSchema(service: 'html' | 'css'): object {
  // Removes `$schema`: Ajv would want to fetch the draft that it names.
  const { $schema: _, ...schema } = require(
    `vscode-${service}-languageservice/docs/customData.schema.json`,
  ) as Record<string, unknown>;
  return schema;
}

interface Named {
  readonly name: string;
  readonly description: string;
}
interface WebTypes {
  readonly version: string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Named & {
        readonly attributes: readonly (Named & { readonly value: { readonly type: string } })[];
        readonly slots: readonly Named[];
        readonly js: { readonly events: readonly Named[]; readonly properties: readonly Named[] };
        readonly css: { readonly parts: readonly Named[]; readonly properties: readonly Named[] };
      })[];
    };
  };
}

const elements = readElements();
const [button] = elements;
const { version, 'web-types': webTypesPath } = read('package.json') as {
  version: string;
  'web-types': string;
};
const webTypes = read(webTypesPath) as WebTypes;
const html = read('dist/vscode.html-custom-data.json') as HTMLDataV1;
const css = read('dist/vscode.css-custom-data.json') as Readonly<
  Record<'properties' | 'pseudoClasses' | 'pseudoElements', readonly Named[]>
>;
/** A file as committed: the build would repair an outdated file in the folder. */
const committed = (path: string): string =>
  execFileSync('git', ['show', `:./${path}`], { cwd: root, encoding: 'utf8' });
const names = (items: readonly { readonly name: string }[] = []): string[] => items.map(({ name }) => name);

/** A list of items with a name, a description and the given fields; no field outside the format. */
const listOf = (more: Readonly<Record<string, object>> = {}): object => ({
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name', 'description'],
    properties: { name: { type: 'string' }, description: { type: 'string', minLength: 3 }, ...more },
    additionalProperties: false,
  },
});
const exactly = (properties: Readonly<Record<string, object>>, ...optional: string[]): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const text = { type: 'string', minLength: 1 };

/** The part of each format that we use, without unknown fields, which the published schemas would accept. */
const WEB_TYPES = exactly({
  $schema: { const: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json' },
  name: { const: 'cliquez-signalez' },
  version: text,
  'js-types-syntax': { enum: ['typescript'] },
  'description-markup': { enum: ['html', 'markdown', 'none'] },
  contributions: exactly({
    html: exactly({
      elements: listOf({
        source: exactly({ module: text, symbol: text }),
        attributes: listOf({ value: exactly({ type: text }) }),
        slots: listOf(),
        js: exactly({ properties: listOf({ type: text }), events: listOf({ type: text }) }),
        css: exactly({ properties: listOf(), parts: listOf() }),
      }),
    }),
  }),
});
const VSCODE_HTML = exactly({
  version: { enum: [1, 1.1] },
  tags: listOf({
    attributes: listOf({ values: { type: 'array', minItems: 2, items: exactly({ name: text }) } }),
  }),
});
const VSCODE_CSS = exactly({
  version: { enum: [1, 1.1] },
  properties: listOf(),
  pseudoClasses: listOf(),
  pseudoElements: listOf(),
});

for (const [name, schema, data] of [
  ['web-types', WEB_TYPES, webTypes],
  ['VS Code’s data for HTML', VSCODE_HTML, html],
  ['VS Code’s data for CSS', VSCODE_CSS, css],
  ['VS Code’s data for HTML, by its own schema,', publishedSchema('html'), html],
  ['VS Code’s data for CSS, by its own schema,', publishedSchema('css'), css],
] as const) {
  test(`${name} has the form that editors read`, () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
    assert.ok(validate(data), JSON.stringify(validate.errors, null, 2));
  });
}

test('both elements are there, with every attribute of the manifest', () => {
  const tags = elements.map(({ tag }) => tag);
  assert.deepEqual(tags, ['cliquez-signalez', 'cliquez-signalez-form']);
  assert.deepEqual(names(html.tags), tags);
  assert.deepEqual(names(webTypes.contributions.html.elements), tags);
  for (const [index, { attributes }] of elements.entries()) {
    assert.ok(attributes.length > 20);
    assert.deepEqual(names(html.tags?.[index]?.attributes), names(attributes));
    assert.deepEqual(names(webTypes.contributions.html.elements[index]?.attributes), names(attributes));
  }
});

test('so are slots, events, properties, parts and custom properties, and the version', () => {
  for (const [index, { slots, events, properties, parts, cssProperties }] of elements.entries()) {
    const told = webTypes.contributions.html.elements[index]!;
    assert.deepEqual(names(told.slots), names(slots));
    assert.deepEqual(names(told.js.events), names(events));
    assert.deepEqual(names(told.js.properties), names(properties));
    assert.deepEqual(names(told.css.parts), names(parts));
    assert.deepEqual(names(told.css.properties), names(cssProperties));
  }
  for (const name of ['helpResources', 'messages', 'transport'])
    assert.ok(names(button.properties).includes(name), name);
  assert.deepEqual(names(css.properties), names(button.cssProperties));
  assert.ok(names(css.pseudoElements).includes('::part(launcher)'));
  assert.ok(names(css.pseudoClasses).includes(':state(sending)'));
  assert.equal(webTypes.version, version);
});

test('values that can be counted are listed', () => {
  const listed = new Map(button.attributes.map(({ name, values }) => [name, values]));
  assert.deepEqual(listed.get('variant'), ['button', 'floating', 'link', 'icon', 'bar']);
  assert.deepEqual(listed.get('mode'), ['dialog', 'inline']);
  assert.equal(listed.get('endpoint'), undefined);
  const counted = button.attributes.filter(({ values }) => values).map(({ name }) => name);
  assert.deepEqual(counted, [
    'embed',
    'flow',
    'mode',
    'page-context',
    'placement',
    'scheme',
    'size',
    'theme',
    'variant',
    'view',
  ]);
});

test('git has the types of these attributes', () => {
  const path = 'src/widget/types/attributes.ts';
  assert.equal(committed(path), attributesModule(elements), `npm run build, then: git add ${path}`);
});

/** VS Code's suggestions at the bar in a line of HTML. */
function offered(line: string): string[] {
  const service = vscode.getLanguageService({
    customDataProviders: [vscode.newHTMLDataProvider('cliquez-signalez', html)],
    useDefaultDataProvider: false,
  });
  const document = vscode.TextDocument.create('file:///page.html', 'html', 1, line.replace('|', ''));
  const position = document.positionAt(line.indexOf('|'));
  const { items } = service.doComplete(document, position, service.parseHTMLDocument(document));
  return items.map(({ label }) => label);
}

test('VS Code offers the elements, their attributes, and the values of those', () => {
  assert.ok(offered('<cli|').includes('cliquez-signalez'));
  assert.ok(offered('<cliquez-signalez hot|>').includes('hotline-url'));
  assert.deepEqual(offered('<cliquez-signalez size="|">'), ['s', 'm', 'l']);
});

/** VS Code's suggestions at the bar in a style sheet. */
function offeredInCss(rule: string): string[] {
  const service = vscodeCss.getCSSLanguageService({
    customDataProviders: [vscodeCss.newCSSDataProvider(css as unknown as CSSDataV1)],
    useDefaultDataProvider: false,
  });
  const document = vscodeCss.TextDocument.create('file:///theme.css', 'css', 1, rule.replace('|', ''));
  const position = document.positionAt(rule.indexOf('|'));
  const { items } = service.doComplete(document, position, service.parseStylesheet(document));
  return items.map(({ label }) => label);
}

test('VS Code offers seeds, parts and states', () => {
  assert.ok(offeredInCss('cliquez-signalez { --cs-ac| }').includes('--cs-accent'));
  assert.ok(offeredInCss('cliquez-signalez::| {}').includes('::part(launcher)'));
  assert.ok(offeredInCss('cliquez-signalez:| {}').includes(':state(open)'));
});

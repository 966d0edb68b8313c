// custom-elements.json is built from these sources and matches the attributes, events and parts in them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DESCRIPTIONS } from '../../src/widget/attributes/descriptions.ts';
import type { AttributeName } from '../../src/widget/attributes/names.ts';
import * as events from '../../src/widget/shared/events.ts';
import { ReportButton } from '../../src/widget/button/report-button.ts';
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import { SEEDS } from '../../src/widget/theme/seeds.ts';

interface Item {
  readonly name: string;
  readonly description?: string;
}
interface Declaration extends Item {
  readonly tagName?: string;
  readonly attributes?: readonly (Item & { readonly type?: { readonly text: string } })[];
  readonly members?: readonly (Item & { readonly attribute?: string })[];
  readonly events?: readonly (Item & { readonly type: { readonly text: string } })[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly (Item & { readonly default?: string })[];
  readonly cssStates?: readonly Item[];
}
interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly Declaration[];
    readonly exports: readonly (Item & { readonly kind: string })[];
  }[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cliquez-signalez-'));
after(() => rmSync(folder, { recursive: true }));

// The analyzer takes its folder relative to where it runs.
const options = ['--config', '.build/manifest.config.mjs', '--outdir', relative(root, folder)];
execFileSync('node_modules/.bin/cem', ['analyze', '--quiet', ...options], { cwd: root, stdio: 'pipe' });
const text = readFileSync(join(folder, 'custom-elements.json'), 'utf8');
const { modules } = JSON.parse(text) as Manifest;

const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const [button, form] = elements as [Declaration, Declaration];
const names = (items: readonly Item[] = []): string[] => items.map(({ name }) => name).toSorted();

/** Every source of the elements and their styles, as one text. */
const sources = globSync(
  ['src/widget/{button,form,isolated,diagnosis}/**/*.ts', 'src/widget/theme/*.ts', 'src/words/*.ts'],
  { cwd: root },
)
  .map((file) => readFileSync(join(root, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''))
  .join('\n');
/** The distinct first groups of all matches. */
const found = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map(([, name = '']) => name))].toSorted();

/** The designed attributes. Some may be missing until code reads them; no others may be added. */
const DESIGNED =
  `endpoint hotline hotline-url privacy-url lang country theme scheme variant size placement mode flow
  languages easy categories category url page-context page-url fields exit-url partner embed public-key challenge receipt-key follow-up src
  heading-level view practice debug`.split(/\s+/);

const HOW = 'npm run build makes custom-elements.json; it is committed with the sources';

test('custom-elements.json is the one of these sources', () => {
  assert.equal(readFileSync(join(root, 'custom-elements.json'), 'utf8'), text, HOW);
});

// The build rewrites the file on disk, so only the committed file can be out of date.
test('git has the custom-elements.json of these sources', () => {
  const committed = execFileSync('git', ['show', ':./custom-elements.json'], { cwd: root, encoding: 'utf8' });
  assert.equal(committed, text, `${HOW}: git add custom-elements.json`);
});

test('both elements are in it, with the modules that register them', () => {
  assert.deepEqual(
    elements.map(({ tagName }) => tagName),
    ['cliquez-signalez', 'cliquez-signalez-form'],
  );
  const registeredBy = (path: string): string[] =>
    names(
      modules
        .find((module) => module.path === path)
        ?.exports.filter(({ kind }) => kind === 'custom-element-definition'),
    );
  assert.deepEqual(registeredBy('src/widget/define.ts'), ['cliquez-signalez', 'cliquez-signalez-form']);
  assert.deepEqual(registeredBy('src/widget/define-form.ts'), ['cliquez-signalez-form']);
});

test('every attribute that is read is documented, and every documented one is read', () => {
  const read = new Set([
    ...ReportButton.observedAttributes,
    ...found(/\bread\.(?:text|choice|list|matching)\(\s*'([\w-]+)'/g),
    ...found(/\b(?:get|has)Attribute\(\s*'([\w-]+)'/g),
    ...found(/\bclosest(?:<\w+>)?\('\[([\w-]+)\]'\)/g),
    ...found(/:host\(\[([\w-]+)/g),
    ...found(/:host\(\[[^)]*?\]\[([\w-]+)/g),
  ]);
  read.delete('hidden'); // Of every element, not ours.
  assert.ok(read.size > 15, 'the patterns above find what the sources read');
  assert.deepEqual(names(button.attributes), [...read].toSorted());
});

test('a property with an attribute is documented in the words of that attribute', () => {
  const inOneLine = (sentence = ''): string => sentence.replaceAll(/\s+/g, ' ');
  const properties = (button.members ?? []).filter(({ attribute }) => attribute);
  assert.ok(properties.length > 4);
  for (const { attribute, description } of properties)
    assert.equal(inOneLine(description), DESCRIPTIONS[attribute as AttributeName], attribute);
});

test('every documented attribute is one of the design', () => {
  assert.deepEqual(
    names(button.attributes).filter((name) => !DESIGNED.includes(name)),
    [],
  );
});

test('the documented events are the event classes, each under the name that it fires', () => {
  const classes = Object.values(events).map((Class) => {
    const event =
      Class === events.CsErrorEvent ? new Class('load', true) : new (Class as typeof events.CsStepEvent)(1);
    return [event.type, Class.name] as const;
  });
  assert.ok(classes.length > 0);
  const documented = button.events?.map(({ name, type }) => [name, type.text] as const);
  assert.deepEqual(Object.fromEntries(documented ?? []), Object.fromEntries(classes));
  assert.equal(documented?.length, classes.length);
  const declared = modules.flatMap(({ declarations }) => names(declarations));
  for (const [, name] of classes) assert.ok(declared.includes(name), `${name} is described`);
});

test('the documented slots are those that are rendered', () => {
  assert.match(sources, /<slot(?! name=)/);
  assert.deepEqual(names(button.slots), ['', ...found(/<slot name="([^"]+)"/g)]);
});

test('the documented parts are those that are rendered', () => {
  // An element may have several parts, one of them under a condition.
  const rendered = found(/\bpart="([^"]+)"/g)
    .concat(found(/\bpart=\$\{\w+ \? '([^']+)'/g))
    .flatMap((parts) => parts.replace(/\$\{[^?}]+ \? '([^']+)' : ''\}/, '$1').split(' '));
  assert.deepEqual(names(button.cssParts), [...new Set(rendered)].toSorted());
});

test('the documented custom properties are those that the styles read', () => {
  const seeds = Object.values(SEEDS).flatMap((named) => Object.keys(named).map((name) => `--cs-${name}`));
  assert.deepEqual(
    names(button.cssProperties),
    [...new Set([...seeds, ...found(/var\((--cs-[\w-]+)/g)])].toSorted(),
  );
  const defaults = Object.assign({}, ...Object.values(SEEDS)) as Record<string, string>;
  for (const { name, default: written } of button.cssProperties ?? []) {
    const value = defaults[name.slice('--cs-'.length)];
    if (value && value !== 'initial')
      assert.equal(written?.replaceAll(' ', ''), value.replaceAll(' ', ''), name);
  }
});

test('the documented states are those that the form sets', () => {
  const set = /const now = \{(.*?)\};/s.exec(
    readFileSync(join(root, 'src/widget/form/controllers/states.ts'), 'utf8'),
  )?.[1];
  assert.deepEqual(
    names(button.cssStates),
    [...(set ?? '').matchAll(/^ *(\w+)[:,]/gm)]
      .map(([, name = '']) => name)
      .toSorted((one, other) => one.localeCompare(other)),
  );
});

test('the documented presets are those that there are', () => {
  const theme = button.attributes?.find(({ name }) => name === 'theme');
  assert.deepEqual(theme?.type?.text.split('|').toSorted(), PRESET_NAMES.toSorted());
});

test('everything documented is described, and nothing private is there', () => {
  for (const element of elements) {
    const { members, attributes, events: fired, slots, cssParts, cssProperties } = element;
    for (const items of [members, attributes, fired, slots, cssParts, cssProperties]) {
      assert.ok(items && items.length > 0);
      for (const { name, description } of items) assert.ok(description, `${element.tagName}: ${name}`);
    }
  }
  assert.deepEqual(names(button.members), [
    'check',
    'close',
    'endpoint',
    'focus',
    'helpResources',
    'hotlineUrl',
    'messages',
    'mode',
    'open',
    'practice',
    'publicKey',
    'reset',
    'src',
    'transport',
    'variant',
  ]);
});

// React and Vue ask `name in element`, and write an attribute where it is not.
test('every documented property is there before it is set', () => {
  assert.ok(ReportButton.observedAttributes.length > 0);
  for (const name of names(button.members)) assert.ok(name in ReportButton.prototype, name);
});

test('the form alone has everything of the button', () => {
  for (const kind of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'] as const) {
    assert.deepEqual(names(form[kind]), names(button[kind]), kind);
  }
});

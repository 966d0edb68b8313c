// The configurator's shortcode against the plugin's own code: which attributes the plugin reads, and how.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CONTEXTS, FLOWS, MODES, NO_ANSWERS, PRACTICE, type Answers } from '../../demo/configure/answers.ts';
import { outputOf } from '../../demo/configure/output.ts';
import { CHOICES } from '../../src/plugins/php/files.ts';
import { DEFAULT_THEME, PLACEMENTS, PRESET_NAMES, SCHEMES, SIZES, VARIANTS } from '../../demo/theme/theme.ts';

const widget = readFileSync(new URL('../../src/plugins/php/widget.php', import.meta.url), 'utf8');

/** The patterns of `widget.php`, by attribute. */
const PATTERNS = [...widget.matchAll(/^ {8}'(lang|languages)' => '\/(.*)\/D',$/gm)].map(
  ([, name = '', pattern = '']) => [name, new RegExp(pattern, 'u')] as const,
);

/** The values that the plugin accepts for each attribute of its shortcode. */
const UNDERSTOOD = new Map<string, RegExp>([
  ...Object.entries(CHOICES).map(([name, words]) => [name, new RegExp(`^(?:${words.join('|')})$`)] as const),
  ...PATTERNS,
  // A form in the page is a variant of the shortcode.
  ['variant', new RegExp(`^(?:${[...CHOICES['variant']!, 'form'].join('|')})$`)],
  ['easy', /^1$/],
  ['practice', /^1$/],
]);

async function attributesFor(answers: Partial<Answers>): Promise<Record<string, string>> {
  const ground = { integrity: {}, fallback: '', languages: {}, settings: {} };
  const { shortcode = '' } = await outputOf({ ...NO_ANSWERS, way: 'wordpress', ...answers }, ground);
  const [, inside = ''] = /^\[cliquez_signalez((?: [\w-]+="[^"\]]*")*)\]$/.exec(shortcode) ?? [];
  assert.equal(shortcode, `[cliquez_signalez${inside}]`);
  return Object.fromEntries(
    [...inside.matchAll(/ ([\w-]+)="(.*?)"/g)].map(([, name, value]) => [name, value]),
  );
}

test('the plugin’s own lists are found', () => {
  assert.deepEqual(
    PATTERNS.map(([name]) => name),
    ['lang', 'languages'],
  );
  const names = [...UNDERSTOOD.keys()];
  for (const name of ['category', 'flow', 'placement', 'scheme', 'size', 'theme', 'variant', 'view'])
    assert.ok(names.includes(name), name);
});

test('every look is written with attributes that the plugin understands', async () => {
  for (const preset of PRESET_NAMES)
    for (const variant of VARIANTS)
      for (const size of [undefined, ...SIZES])
        for (const scheme of SCHEMES)
          for (const placement of PLACEMENTS)
            for (const mode of MODES) {
              const theme = { ...DEFAULT_THEME, preset, variant, size, scheme, placement };
              const attributes = await attributesFor({ theme, mode });
              for (const [name, value] of Object.entries(attributes))
                assert.match(value, UNDERSTOOD.get(name) ?? /nothing/, name);
              // Nothing that the plugin could show is left out.
              assert.deepEqual(attributes, {
                ...(preset !== 'signal' && { theme: preset }),
                ...(mode === 'inline' ? { variant: 'form' } : variant !== 'button' && { variant }),
                ...(size && { size }),
                ...(scheme !== 'auto' && { scheme }),
                ...(mode === 'dialog' &&
                  variant === 'floating' &&
                  placement !== 'bottom-end' && { placement }),
              });
            }
});

test('practice and the one-page form are choices of the shortcode', async () => {
  for (const flow of FLOWS)
    for (const practice of PRACTICE) {
      const attributes = await attributesFor({ flow, practice });
      for (const [name, value] of Object.entries(attributes))
        assert.match(value, UNDERSTOOD.get(name) ?? /nothing/, name);
      assert.deepEqual(attributes, {
        ...(flow === 'page' && { flow: 'page' }),
        ...(practice === 'yes' && { practice: '1' }),
      });
    }
});

test('whether visitors publish on the page is a choice of the shortcode', async () => {
  for (const context of CONTEXTS) {
    const attributes = await attributesFor({ context });
    for (const [name, value] of Object.entries(attributes))
      assert.match(value, UNDERSTOOD.get(name) ?? /nothing/, name);
    assert.deepEqual(attributes, context === 'ask' ? {} : { 'page-context': context });
  }
});

test('easy words are a choice of the shortcode', async () => {
  assert.deepEqual(await attributesFor({ easy: 'yes' }), { easy: '1' });
  assert.deepEqual(await attributesFor({ easy: 'no' }), {});
});

test('a language is written where the plugin takes it, and is otherwise left to the site', async () => {
  const inShortcode = async (lang: string): Promise<string | undefined> =>
    (await attributesFor({ texts: { ...NO_ANSWERS.texts, lang } }))['lang'];
  for (const lang of ['fr', 'en', 'fr-BE', 'zh-Hant-TW', 'es-419']) {
    assert.match(lang, UNDERSTOOD.get('lang')!);
    assert.equal(await inShortcode(lang), lang);
  }
  for (const lang of ['', 'français', 'fr"]<b>', '-', 'f', 'langue', 'fr-', 'fr_FR'])
    assert.equal(await inShortcode(lang), undefined, lang);
});

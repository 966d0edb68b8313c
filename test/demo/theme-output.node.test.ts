// The output of the theme builder: CSS and HTML that contain the differences from the defaults, and no more.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast, formatRatio, hex, sentenceOf } from '../../demo/theme/contrast.ts';
import { snippet, themeCss } from '../../demo/theme/output.ts';
import { reservedRoom } from '../../demo/theme/reserve.ts';
import { listHexColours, readSeed } from '../../demo/theme/seed-values.ts';
import { DEFAULT_THEME, presetSeed, seedOf, sizeOf, tidy, withSeed } from '../../demo/theme/theme.ts';

const anything = (): boolean => true;

describe('a theme', () => {
  it('keeps what differs from the preset, and forgets what comes back to it', () => {
    const blue = withSeed(DEFAULT_THEME, 'accent', '#0b5cff');
    assert.deepEqual(blue.seeds, { accent: '#0b5cff' });
    assert.deepEqual(withSeed(blue, 'accent', '#1F4FD8').seeds, {});
    assert.deepEqual(withSeed(blue, 'accent', undefined).seeds, {});
    assert.deepEqual(withSeed(blue, 'surface', 'light-dark( #ffffff , #12161f )').seeds, {
      accent: '#0b5cff',
    });
    const pressed = tidy({ ...withSeed(blue, 'radius', '8px'), preset: 'presse' });
    assert.deepEqual(pressed.seeds, { accent: '#0b5cff' });
    assert.equal(seedOf(pressed, 'radius'), '8px');
    assert.equal(presetSeed('presse', 'danger'), '#c8102e');
  });

  it('has the size of its preset', () => {
    assert.equal(sizeOf(DEFAULT_THEME), 'm');
    assert.equal(sizeOf({ ...DEFAULT_THEME, preset: 'compact' }), 's');
    assert.equal(tidy({ ...DEFAULT_THEME, preset: 'compact', size: 's' }).size, undefined);
    assert.equal(tidy({ ...DEFAULT_THEME, preset: 'compact', size: 'm' }).size, 'm');
  });
});

describe('the code to take away', () => {
  it('says nothing where nothing differs', () => {
    assert.equal(themeCss(DEFAULT_THEME), '');
    const html = snippet(DEFAULT_THEME, 'sha384-abc');
    assert.match(html, /integrity="sha384-abc"\n {2}crossorigin="anonymous"/);
    assert.doesNotMatch(html, /theme=|variant=|size=|placement=|scheme=/);
  });

  it('writes seeds as CSS, and the rest as attributes', () => {
    const theme = tidy({
      preset: 'presse',
      variant: 'floating',
      size: 'l',
      placement: 'middle-start',
      scheme: 'dark',
      seeds: { radius: '2px', accent: '#0b5cff' },
    });
    assert.equal(
      themeCss(theme),
      'cliquez-signalez,\ncliquez-signalez-form {\n  --cs-accent: #0b5cff;\n  --cs-radius: 2px;\n}',
    );
    const html = snippet(theme, '');
    for (const attribute of [
      'theme="presse"',
      'variant="floating"',
      'size="l"',
      'placement="middle-start"',
      'scheme="dark"',
    ])
      assert.ok(html.includes(`\n  ${attribute}\n`), attribute);
    assert.doesNotMatch(snippet({ ...theme, variant: 'bar' }, ''), /placement/);
  });

  it('keeps the room that each button needs', () => {
    const room = (change: Partial<typeof DEFAULT_THEME>): string =>
      reservedRoom({ ...DEFAULT_THEME, ...change });
    assert.equal(room({}), 'display: inline-block; min-block-size: 48px');
    assert.equal(room({ variant: 'link', size: 's' }), 'display: inline-block; min-block-size: 44px');
    assert.equal(room({ preset: 'compact' }), 'display: inline-block; min-block-size: 44px');
    assert.equal(room({ variant: 'icon', size: 'l' }), 'display: inline-block; min-block-size: 64px');
    assert.equal(room({ variant: 'floating' }), 'position: absolute');
    assert.equal(room({ variant: 'bar' }), 'display: block; min-block-size: 74px');
  });
});

describe('a seed as it is written', () => {
  it('is read within its limits', () => {
    const read = (name: Parameters<typeof readSeed>[0], text: string): string | undefined =>
      readSeed(name, text, anything);
    assert.equal(read('radius', ' 08.0px'), '8px');
    assert.equal(read('radius', '0'), '0px');
    assert.equal(read('radius', '33px'), undefined);
    assert.equal(read('radius', '1em'), undefined);
    assert.equal(read('font-size', '1.25rem'), '1.25rem');
    assert.equal(read('elevation', '.5'), '0.5');
    assert.equal(read('elevation', '-1'), undefined);
    assert.equal(read('danger', 'light-dark(red, blue)'), undefined);
    assert.equal(
      read('accent', 'light-dark(rgb(1, 2, 3), hsl(4 5% 6%))'),
      'light-dark(rgb(1, 2, 3), hsl(4 5% 6%))',
    );
    assert.equal(
      readSeed('accent', 'blurple', (_, value) => value !== 'blurple'),
      undefined,
    );
  });

  it('is found in what somebody pastes', () => {
    assert.deepEqual(listHexColours('Bleu #0B5CFF, rouge: f00; #f00 #12345 #1234567 face à ab#cdefab'), [
      '#0b5cff',
      '#ff0000',
    ]);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    assert.equal(contrast([255, 255, 255], [0, 0, 0]), 21);
    assert.equal(contrast([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48');
    assert.equal(hex([11, 92, 255]), '#0b5cff');
  });

  it('is never rounded up, and said in a sentence', () => {
    assert.equal(formatRatio(6.999), '6,9:1');
    assert.equal(
      sentenceOf({ from: [11, 92, 255], to: [7, 75, 211], ratio: 7.09 }),
      '#0b5cff devient #074bd3\u00A0: lisible à 7,0:1.',
    );
    assert.equal(
      sentenceOf({ from: [255, 204, 0], to: [255, 204, 0], ratio: 13.99 }),
      '#ffcc00 reste tel quel\u00A0: lisible à 13,9:1.',
    );
  });
});

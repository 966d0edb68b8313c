// The primary colours of design systems stay themselves on a button: labels are white, the hue stays, and the colour goes
// no further down than white needs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, fromHex, paletteOf } from '../../../src/widget/theme/measure.ts';

/** Colours of filled buttons, as each system names them. */
const PRIMARIES: Readonly<Record<string, string>> = {
  // twbs/bootstrap, scss/_variables.scss: $primary, $success, $danger
  'Bootstrap 5.3, primary': '#0d6efd',
  'Bootstrap 5.3, success': '#198754',
  'Bootstrap 5.3, danger': '#dc3545',
  // material-components/material-web, tokens/versions: md-ref-palette primary40; and Material 2
  'Material 3, primary': '#6750a4',
  'Material 2, primary': '#6200ee',
  // @gouvfr/dsfr, dist/dsfr.css: --blue-france-sun-113-625 in light, --blue-france-main-525
  'DSFR, blue-france-sun-113': '#000091',
  'DSFR, blue-france-main-525': '#6a6af4',
  // alphagov/govuk-frontend, settings/_colours-palette.scss: blue, green
  'GOV.UK, blue': '#1d70b8',
  'GOV.UK, green': '#00703c',
  // carbon-design-system/carbon, packages/colors: blue60, red60
  'Carbon, blue 60': '#0f62fe',
  'Carbon, red 60': '#da1e28',
  // primer/primitives: button-primary-bgColor-rest, fgColor-accent
  'Primer, green 5': '#1f883d',
  'Primer, blue 5': '#0969da',
  // adobe/spectrum-tokens: accent-background-color-default of Spectrum 1 and 2
  'Spectrum 1, blue 900': '#0265dc',
  'Spectrum 2, blue 900': '#3b63fb',
};

/** The lightness that a primary may lose, and its whole distance in OKLab, 0 to 1; the turn of its hue in degrees. */
const LIMITS = { lightness: 0.13, distance: 0.14, hue: 1 };

interface Perceived {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

/** OKLab of a colour, as in CSS Color 4. */
function perceived(hex: string): Perceived {
  const [x, y, z] = fromHex(hex);
  const [l, m, s] = [
    0.819022437996703 * x + 0.3619062600528904 * y - 0.1288737815209879 * z,
    0.0329836539323885 * x + 0.9292868615863434 * y + 0.0361446663506424 * z,
    0.0481771893596242 * x + 0.2642395317527308 * y + 0.6335478294684309 * z,
  ].map(Math.cbrt) as [number, number, number];
  return {
    lightness: 0.210454268309314 * l + 0.7936177747023054 * m - 0.0040720430116193 * s,
    a: 1.9779985324311684 * l - 2.42859224204858 * m + 0.450593709617411 * s,
    b: 0.0259040424655478 * l + 0.7827717124575296 * m - 0.8086757549230774 * s,
  };
}

const chroma = ({ a, b }: Perceived): number => Math.hypot(a, b);

/**
 * Below this chroma, rounding alone turns the hue by two degrees and more: a step of a hexadecimal colour is up to 0.004 of
 * OKLab. There, a turn counts only where it moves the colour by more than `ROUNDING`.
 */
const PALE = 0.06;
const ROUNDING = 0.004;

/** How far a colour has moved. The hue of a grey is rounding. */
function moved(before: string, after: string): { lightness: number; distance: number; hue: number } {
  const [one, other] = [perceived(before), perceived(after)];
  const turn = Math.abs(Math.atan2(one.b, one.a) - Math.atan2(other.b, other.a)) * (180 / Math.PI);
  const hue = Math.min(turn, 360 - turn);
  const least = Math.min(chroma(one), chroma(other));
  return {
    lightness: one.lightness - other.lightness,
    distance: Math.hypot(one.lightness - other.lightness, one.a - other.a, one.b - other.b),
    hue: least < PALE && 2 * least * Math.sin(((hue / 2) * Math.PI) / 180) <= ROUNDING ? 0 : hue,
  };
}

const shown = (accent: string, blackFrom?: number): { fill: string; onFill: string } =>
  paletteOf({
    accent,
    surface: '#ffffff',
    danger: '#c8102e',
    scheme: 'light',
    ...(blackFrom === undefined ? {} : { blackFrom }),
  });

for (const [name, accent] of Object.entries(PRIMARIES)) {
  test(`${name} ${accent} has white labels, keeps its hue, and is hardly darker`, () => {
    const { fill, onFill } = shown(accent);
    assert.equal(onFill, '#ffffff');
    assert.ok(contrast(fill, onFill) >= 7, `${fill} has ${contrast(fill, onFill)}:1`);
    const move = moved(accent, fill);
    for (const limit of ['lightness', 'distance', 'hue'] as const)
      assert.ok(move[limit] <= LIMITS[limit], `${accent} → ${fill}: ${limit} ${move[limit]}`);
  });
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('any accent below the turn to black labels keeps its hue, and moves by 0.21 at most', () => {
  fc.assert(
    fc.property(
      hex.filter((accent) => fromHex(accent)[1] < 0.24),
      (accent) => {
        const { fill, onFill } = shown(accent);
        assert.equal(onFill, '#ffffff');
        const { distance, hue } = moved(accent, fill);
        assert.ok(distance <= 0.21, `${accent} → ${fill}: ${distance}`);
        assert.ok(hue <= 2, `${accent} → ${fill}: ${hue}°`);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('`--cs-black-from` decides the label: 1 for white always, 0 for black always, and both read at 7:1', () => {
  for (const accent of [...Object.values(PRIMARIES), '#2196f3', '#ffcc00', '#ffffff']) {
    const [white, black] = [shown(accent, 1), shown(accent, 0)];
    assert.equal(white.onFill, '#ffffff', accent);
    assert.equal(black.onFill, '#000000', accent);
    for (const { fill, onFill } of [white, black])
      assert.ok(contrast(fill, onFill) >= 7, `${accent}: ${fill}`);
  }
});

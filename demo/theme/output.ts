// The code that a partner copies: the CSS of a theme, and the HTML that puts the button on a page.

import { writeTokens } from '../../src/widget/theme/design-tokens.ts';
import type { SeedName } from '../../src/widget/theme/seeds.ts';
import { EXAMPLE, FOLDER } from '../../.build/snippets.ts';
import { splitColour } from './seed-values.ts';
import { DEFAULT_THEME, SEED_NAMES, seedOf, type Theme } from './theme.ts';

/** The rule with the seeds that differ from the preset; empty if none does. */
export function themeCss({ seeds }: Theme): string {
  const lines = SEED_NAMES.filter((name) => name in seeds).map(
    (name: SeedName) => `  --cs-${name}: ${seeds[name]};`,
  );
  return lines.length > 0 ? ['cliquez-signalez,', 'cliquez-signalez-form {', ...lines, '}'].join('\n') : '';
}

/**
 * Every seed of the theme, those of its preset too, as design tokens.
 * @param hexOf reads a colour as `#rrggbb`
 */
export function themeTokens(theme: Theme, hexOf: (colour: string) => string): string {
  const seeds = Object.fromEntries(SEED_NAMES.map((name) => [name, seedOf(theme, name)]));
  return writeTokens(seeds, (text) => {
    const { light, dark = light } = splitColour(text);
    return { light: hexOf(light), dark: hexOf(dark) };
  }).text.trimEnd();
}

/** The attributes that differ from the defaults, as they are written on the element. */
export function themeAttributes(theme: Theme): Readonly<Record<string, string>> {
  const { preset, variant, size, placement, scheme } = theme;
  const written: readonly (readonly [name: string, value: string | undefined, plain: string | undefined])[] =
    [
      ['theme', preset, DEFAULT_THEME.preset],
      ['variant', variant, DEFAULT_THEME.variant],
      ['size', size, undefined],
      ['placement', variant === 'floating' ? placement : undefined, DEFAULT_THEME.placement],
      ['scheme', scheme, DEFAULT_THEME.scheme],
    ];
  return Object.fromEntries(
    written.flatMap(([name, value, plain]) => (value && value !== plain ? [[name, value]] : [])),
  );
}

/**
 * The HTML for a page.
 * @param integrity hash of the single-file bundle, as `dist/cdn/integrity.json` has it
 * @param linkText text of the link that stays where the form cannot work
 */
export function snippet(
  theme: Theme,
  integrity: string,
  linkText = 'Signaler un contenu illégal à Point de Contact',
): string {
  const attributes = Object.entries(themeAttributes(theme)).map(([name, value]) => `  ${name}="${value}"`);
  return `<script
  defer
  src="https://your-site.example/${FOLDER}/cliquez-signalez.bundle.js"
  integrity="${integrity}"
  crossorigin="anonymous"
></script>

<cliquez-signalez
${[
  ...attributes,
  `  endpoint="${EXAMPLE.endpoint}"`,
  `  hotline="${EXAMPLE.hotline}"`,
  `  hotline-url="${EXAMPLE['hotline-url']}"`,
  '  country="FR"',
].join('\n')}
>
  <a href="${EXAMPLE['hotline-url']}">${linkText}</a>
</cliquez-signalez>`;
}

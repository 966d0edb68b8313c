// The preset samples on the cards, with the colours that the widget derives from the seeds.

import { css } from '../../src/widget/theme/derive.ts';
import { fillColour, onFillColour, surfaceColour, textColour } from '../../src/widget/theme/palette.ts';
import { PRESET_NAMES, presetSeed } from './theme.ts';

/** The style sheet of the samples. */
export function presetSamples(): string {
  return PRESET_NAMES.map((name) => {
    const font = presetSeed(name, 'font');
    const heading = presetSeed(name, 'font-heading');
    const declarations = {
      '--accent': presetSeed(name, 'accent'),
      '--surface': presetSeed(name, 'surface'),
      '--paper': surfaceColour(css, 'var(--surface)'),
      '--ink': textColour(css, 'var(--paper)'),
      '--fill': fillColour(css, 'var(--accent)'),
      '--on-fill': onFillColour(css, 'var(--fill)'),
      '--radius': presetSeed(name, 'radius'),
      '--line': presetSeed(name, 'border-width'),
      'font-family': heading === 'initial' ? font : heading,
      ...(name === 'nuit' && { 'color-scheme': 'dark' }),
    };
    const lines = Object.entries(declarations).map(([property, value]) => `  ${property}: ${value};`);
    return `.sample.${name} {\n${lines.join('\n')}\n}`;
  }).join('\n');
}

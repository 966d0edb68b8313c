// The presets: what `theme` may say, as seeds. Everything else follows from those, as it does from a page's own.

import { unsafeCSS, type CSSResult } from 'lit';
import { seedDefaults, type SeedName } from './seeds.ts';

/** What a preset sets; a seed that a page sets comes before it. */
export type Preset = Readonly<Partial<Record<SeedName, string>>>;

/** Every preset but `signal`, which is the default: the seeds' own defaults. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  /** Town halls and public bodies: square, flat, no pretence of being the State. */
  institution: { accent: '#1b3a8f', radius: '0px', elevation: '0' },
  /** Forums and games: dark, unless `scheme` says otherwise; its link alone is as light or dark as the page. */
  nuit: { accent: '#7aa2ff', surface: '#12161f' },
  /** Low vision. */
  contraste: {
    accent: 'light-dark(#000,#ffd400)',
    surface: 'light-dark(#fff,#000)',
    'border-width': '2px',
    'focus-width': '4px',
  },
  /** Any page: its font, and on the button the colour of its text, which means nothing on the form's own paper. */
  discret: { accent: 'light-dark(#262626,#dedede)', font: 'inherit', radius: '4px', elevation: '0' },
  /** The press: paper, and headings with serifs. */
  presse: {
    accent: '#b4481c',
    surface: 'light-dark(#fffdf8,#1a1714)',
    'font-heading': 'Georgia,"Times New Roman",serif',
    radius: '8px',
  },
  /** Schools: round and warm, in the same words. */
  ecole: {
    accent: '#7c3aed',
    surface: 'light-dark(#fffaf3,#1c1726)',
    font: 'ui-rounded,"Hiragino Maru Gothic ProN",Nunito,Quicksand,system-ui,sans-serif',
    radius: '20px',
  },
  /** Back offices. */
  compact: { space: '3px', radius: '6px' },
};

export const presetStyles: CSSResult = unsafeCSS(
  Object.entries(PRESETS)
    .map(([name, seeds]) => `:host([theme=${name}]){${seedDefaults(seeds)}}`)
    .join(''),
);

// The presets: the values of `theme`, each as a set of seeds. Everything else derives from the seeds.

import { seedDefaults, type SeedName } from './seeds.ts';

/** The seeds that a preset sets. A seed that the page sets takes precedence. */
export type Preset = Readonly<Partial<Record<SeedName, string>>>;

const TABLE = {
  /** The default: the seeds' own. */
  signal: {},
  /** Town halls and public bodies: square, flat, no pretence of being the State. */
  institution: { accent: '#1b3a8f', radius: '0px', elevation: '0' },
  /** Forums and games: dark, unless `scheme` sets another scheme. Only the link follows the scheme of the page. */
  nuit: { accent: '#7aa2ff', surface: '#12161f' },
  /** Low vision. */
  contraste: {
    accent: 'light-dark(#000,#ffd400)',
    surface: 'light-dark(#fff,#000)',
    'border-width': '2px',
    'focus-width': '4px',
  },
  /** Any page: its font, and its text colour on the button only. That colour may not suit the form's own paper. */
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
    font: 'ui-rounded,Nunito,system-ui,sans-serif',
    radius: '20px',
  },
  /** Back offices. */
  compact: { space: '3px', radius: '6px' },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof TABLE;

export const PRESETS: Readonly<Record<string, Preset>> = TABLE;

/** The accepted words of `theme`, the default first. */
export const PRESET_NAMES = Object.keys(TABLE) as [PresetName, ...PresetName[]];

/** The presets as rules. The button takes a theme without a rule for a mistake, so `signal` has an empty one too. */
export const presetRules: string = Object.entries<Preset>(TABLE)
  .map(([name, seeds]) => `:host([theme=${name}]){${seedDefaults(seeds)}}`)
  .join('');

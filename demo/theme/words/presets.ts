// What each preset is for, in both languages.

import type { PresetName } from '../../../src/widget/theme/presets.ts';

type Said = Readonly<Record<PresetName, string>>;

export const presetsFr: Said = {
  signal: 'Pour tous',
  institution: 'Services publics',
  nuit: 'Forums, jeux',
  contraste: 'Basse vision',
  discret: 'Comme la page',
  presse: 'Journaux',
  ecole: 'Écoles, jeunesse',
  compact: 'Outils internes',
};

export const presetsEn: Said = {
  signal: 'For everyone',
  institution: 'Public bodies',
  nuit: 'Forums, games',
  contraste: 'Low vision',
  discret: 'Like the page',
  presse: 'Newspapers',
  ecole: 'Schools, youth',
  compact: 'Back offices',
};

// The French names of every choice on the builder's page.

import type { SeedName } from '../../src/theme/seeds.ts';
import type { Shown } from './link.ts';
import type { FrameName } from './frame-list.ts';
import { PLACEMENTS, PRESET_NAMES, SCHEMES, SIZES, VARIANTS } from './theme.ts';

interface Named {
  readonly label: string;
  readonly hint: string;
}

export const PRESETS_NAMED: Readonly<Record<string, Named>> = {
  signal: { label: 'signal', hint: 'Pour tous' },
  institution: { label: 'institution', hint: 'Services publics' },
  nuit: { label: 'nuit', hint: 'Forums, jeux' },
  contraste: { label: 'contraste', hint: 'Basse vision' },
  discret: { label: 'discret', hint: 'Comme la page' },
  presse: { label: 'presse', hint: 'Journaux' },
  ecole: { label: 'ecole', hint: 'Écoles, jeunesse' },
  compact: { label: 'compact', hint: 'Outils internes' },
};

/** Names of the choices that are words, by attribute. */
export const WORDS_NAMED = {
  variant: { button: 'Bouton', floating: 'Flottant', link: 'Lien', icon: 'Icône', bar: 'Bandeau' },
  size: { s: '44 px', m: '48 px', l: '56 px' },
  placement: {
    'bottom-end': 'En bas, à la fin',
    'bottom-start': 'En bas, au début',
    'middle-end': 'Au milieu, à la fin',
    'middle-start': 'Au milieu, au début',
  },
  scheme: { auto: 'Selon la page', light: 'Clair', dark: 'Sombre' },
} as const;

export const ATTRIBUTES = [
  { name: 'variant', label: 'Forme', hint: '', values: VARIANTS },
  { name: 'size', label: 'Hauteur', hint: '', values: SIZES },
  {
    name: 'placement',
    label: 'Place du bouton flottant',
    hint: 'À la fin\u00A0: à droite en français, à gauche en arabe.',
    values: PLACEMENTS,
  },
  { name: 'scheme', label: 'Clair ou sombre', hint: '', values: SCHEMES },
] as const;

export const SEEDS_NAMED: Readonly<Record<SeedName, Named>> = {
  accent: { label: 'Accent', hint: 'Votre couleur\u00A0: bouton, liens, réponse choisie.' },
  surface: { label: 'Papier', hint: 'Le fond du formulaire.' },
  danger: { label: 'Erreurs', hint: 'Messages d’erreur, et avertissement.' },
  font: { label: 'Police', hint: 'Une police du site, ou du système. Rien n’est téléchargé.' },
  'font-heading': { label: 'Police des titres', hint: 'Vide\u00A0: celle du texte.' },
  'font-size': { label: 'Taille du texte', hint: 'Jamais moins de 16 px.' },
  space: { label: 'Espace', hint: 'L’unité de toutes les marges.' },
  radius: { label: 'Arrondi', hint: '' },
  'border-width': { label: 'Bordures', hint: '' },
  'focus-width': { label: 'Anneau de focus', hint: '' },
  elevation: { label: 'Ombre', hint: '0\u00A0: à plat.' },
  motion: { label: 'Mouvement', hint: '0\u00A0: aucun.' },
};

/** Font stacks that use only fonts of the system. */
export const FONT_STACKS: readonly Named[] = [
  { label: 'Du système', hint: 'system-ui, sans-serif' },
  { label: 'Humaniste', hint: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, sans-serif' },
  { label: 'Géométrique', hint: 'Avenir, Montserrat, Corbel, "URW Gothic", sans-serif' },
  { label: 'Arrondie', hint: 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Nunito, sans-serif' },
  { label: 'De journal', hint: 'Georgia, "Times New Roman", serif' },
  { label: 'De livre', hint: '"Iowan Old Style", Palatino, "URW Palladio L", P052, serif' },
  { label: 'De machine', hint: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace' },
];

export const SHOWN_NAMED: Readonly<Record<Shown, Named>> = {
  dark: { label: 'Sombre', hint: '' },
  contrast: {
    label: 'Plus de contraste',
    hint: 'Plus de contraste\u00A0: les règles que le composant garde pour ce réglage du système sont appliquées telles quelles.',
  },
  forced: {
    label: 'Couleurs imposées',
    hint: 'Couleurs imposées\u00A0: une imitation, avec les règles du composant et les couleurs système de ce navigateur. Aucune page ne peut allumer le vrai mode\u00A0; il se règle dans le système.',
  },
  large: { label: 'Texte à 200 %', hint: '' },
  rtl: {
    label: 'De droite à gauche',
    hint: 'De droite à gauche\u00A0: c’est la page qui change de sens. Le composant garde celui de sa langue.',
  },
  still: {
    label: 'Mouvement réduit',
    hint: 'Mouvement réduit\u00A0: l’ouverture est rejouée, une fois avec, une fois sans.',
  },
};

export const FRAMES_NAMED: Readonly<Record<FrameName, string>> = {
  plain: 'Sur une page',
  photo: 'Sur une image',
  dark: 'Sur fond sombre',
  what: 'Étape 1, réponse choisie',
  error: 'Étape 2, erreur',
  sent: 'Signalement envoyé',
  phone: 'Sur un téléphone',
};

/** Presets in their order, with their names. */
export const presetList = (): readonly (Named & { readonly name: string })[] =>
  PRESET_NAMES.map((name) => ({ name, ...(PRESETS_NAMED[name] ?? { label: name, hint: '' }) }));

// The words of the gallery of translations, in both of its languages.

import type { GalleryLanguage } from '../gallery/gallery-words.ts';

const fr = {
  tag: 'fr' as GalleryLanguage,
  other: { label: 'This page in English', tag: 'en' },
  title: 'Toutes les traductions',
  titleOf: 'Toutes les traductions\u00A0: {language}',
  description:
    'Chaque phrase dans chaque langue, à côté du français et de l’anglais\u00A0: qui l’a relue, ce qui est en doute, et son écran.',
  script: 'Cette page met les langues côte à côte, et a besoin de JavaScript.',
  home: 'Accueil',
  guide: 'Comment relire',
  gallery: 'Tous les écrans',
  choices: 'Réglages',
  labels: { lang: 'Langue', state: 'État', screen: 'Écran' },
  states: {
    all: 'tous les états',
    unreviewed: 'pas encore relues',
    stale: 'à relire\u00A0: changées depuis',
    reviewed: 'relues',
    doubt: 'en doute',
  },
  screens: 'tous',
  count: '{shown} phrases sur {total}',
  draft: 'Cette langue est un brouillon\u00A0: {left} phrases sur {total} restent à relire.',
  finished: 'Toutes les phrases de cette langue sont relues.',
  head: { source: 'Français et anglais', state: 'État' },
  by: 'Relu par {by}, le {on}',
  stale: 'Changé depuis sa relecture par {by}, le {on}',
  unreviewed: 'Pas encore relu',
  doubt: 'En doute\u00A0:',
  most: '{n} caractères au plus',
  easy: 'En mots faciles\u00A0:',
  terms: 'Glossaire\u00A0:',
  picture: 'Voir l’écran',
  nearest: 'Voir l’écran le plus proche',
};

export type TranslationsWords = typeof fr;

const en: TranslationsWords = {
  tag: 'en',
  other: { label: 'Cette page en français', tag: 'fr' },
  title: 'All translations',
  titleOf: 'All translations: {language}',
  description:
    'Each string in each language, beside French and English: who has reviewed it, what is in doubt, and its screen.',
  script: 'This page puts languages side by side, and needs JavaScript.',
  home: 'Home',
  guide: 'How to review',
  gallery: 'Every screen',
  choices: 'Settings',
  labels: { lang: 'Language', state: 'State', screen: 'Screen' },
  states: {
    all: 'every state',
    unreviewed: 'not reviewed yet',
    stale: 'to review again: changed since',
    reviewed: 'reviewed',
    doubt: 'in doubt',
  },
  screens: 'all',
  count: '{shown} strings of {total}',
  draft: 'This language is a draft: {left} of {total} strings are still to be reviewed.',
  finished: 'Every string of this language is reviewed.',
  head: { source: 'French and English', state: 'State' },
  by: 'Reviewed by {by} on {on}',
  stale: 'Changed since {by} reviewed it on {on}',
  unreviewed: 'Not reviewed yet',
  doubt: 'In doubt:',
  most: 'at most {n} characters',
  easy: 'In easy words:',
  terms: 'Glossary:',
  picture: 'See the screen',
  nearest: 'See the nearest screen',
};

export const TRANSLATIONS_WORDS: Readonly<Record<GalleryLanguage, TranslationsWords>> = { fr, en };

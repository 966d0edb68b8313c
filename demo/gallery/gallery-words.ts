// The words of the gallery, in both of its languages.

export type GalleryLanguage = 'fr' | 'en';

const fr = {
  tag: 'fr' as GalleryLanguage,
  other: { label: 'This page in English', tag: 'en' },
  title: 'Tous les écrans',
  description:
    'Chaque écran du bouton et du formulaire, dans chaque préréglage, chaque langue et trois largeurs, avec le vrai composant.',
  script: 'Cette page montre le vrai formulaire, et a besoin de JavaScript.',
  home: 'Accueil',
  words: 'Tous les mots',
  try: 'Essayez\u00A0: rien ne part d’ici.',
  choices: 'Réglages',
  contents: 'Sommaire',
  compare: 'Comparer',
  inAll: '\u00A0: {title}, dans tous les préréglages',
  inAllTitle: '{title}, dans tous les préréglages',
  before: 'Écran précédent\u00A0:',
  after: 'Écran suivant\u00A0:',
  others: 'Un autre écran',
  buttons: 'Tous les boutons',
  host: 'Un article de la page hôte, avec un bouton à la suite.',
  chapters: {
    buttons: 'Boutons',
    what: 'Étape 1\u00A0: quoi',
    where: 'Étape 2\u00A0: où',
    check: 'Étape 3\u00A0: relire',
    details: 'Précisions (facultatif)',
    sending: 'Envoi',
    follow: 'Suivre un signalement',
    leaving: 'Fermer, attendre, revenir',
    others: 'Autres présentations',
  },
  labels: { theme: 'Préréglage', lang: 'Langue', scheme: 'Couleurs', dir: 'Page hôte', width: 'Largeur' },
  values: {
    all: 'tous',
    fr: 'français',
    en: 'English',
    'ar-XB': 'de droite à gauche',
    auto: 'du système',
    light: 'claires',
    dark: 'sombres',
    ltr: 'vers la droite',
    rtl: 'vers la gauche',
  },
};

export type GalleryWords = typeof fr;

const en: GalleryWords = {
  tag: 'en',
  other: { label: 'Cette page en français', tag: 'fr' },
  title: 'Every screen',
  description:
    'Every screen of the button and the form, in every preset, every language and three widths, with the real widget.',
  script: 'This page shows the real form, and needs JavaScript.',
  home: 'Home',
  words: 'All words',
  try: 'Try it: nothing leaves this page.',
  choices: 'Settings',
  contents: 'Contents',
  compare: 'Compare',
  inAll: ': {title}, in every preset',
  inAllTitle: '{title}, in every preset',
  before: 'Screen before:',
  after: 'Next screen:',
  others: 'Another screen',
  buttons: 'All buttons',
  host: 'An article of the host page, followed by a button.',
  chapters: {
    buttons: 'Buttons',
    what: 'Step 1: what',
    where: 'Step 2: where',
    check: 'Step 3: check',
    details: 'Details (optional)',
    sending: 'Sending',
    follow: 'Following a report',
    leaving: 'Closing, waiting, coming back',
    others: 'Other layouts',
  },
  labels: { theme: 'Preset', lang: 'Language', scheme: 'Colours', dir: 'Host page', width: 'Width' },
  values: {
    all: 'all',
    fr: 'français',
    en: 'English',
    'ar-XB': 'right to left',
    auto: 'of the system',
    light: 'light',
    dark: 'dark',
    ltr: 'to the right',
    rtl: 'to the left',
  },
};

export const GALLERY_WORDS: Readonly<Record<GalleryLanguage, GalleryWords>> = { fr, en };

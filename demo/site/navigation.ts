// Every page of the site, in the order in which it is read, in groups. Both languages have the same pages.

import type { Language } from './languages.ts';

interface Entry {
  /** Name of the file, without extension: the same in both languages. */
  readonly name: string;
  readonly fr: string;
  readonly en: string;
}

interface Group {
  readonly fr: string;
  readonly en: string;
  readonly entries: readonly Entry[];
}

export const NAVIGATION: readonly Group[] = [
  {
    fr: 'Par où commencer',
    en: 'Where to begin',
    entries: [
      { name: 'website', fr: 'Je gère un site', en: 'I run a site' },
      { name: 'install', fr: 'Toutes les façons d’intégrer', en: 'Every way to install' },
      { name: 'extension', fr: 'J’écris une extension', en: 'I write a plugin' },
      { name: 'application', fr: 'Je développe une application', en: 'I build an application' },
      { name: 'theme', fr: 'Je fais un thème', en: 'I make a theme' },
      { name: 'mobile', fr: 'L’application mobile', en: 'The mobile application' },
      { name: 'hotline', fr: 'Je suis une plateforme de signalement', en: 'We are a hotline' },
      { name: 'case-management', fr: 'Relier l’outil des analystes', en: 'Connect your analysts’ tool' },
      { name: 'two-sites', fr: 'Sur deux sites', en: 'On two sites' },
      { name: 'training', fr: 'Former', en: 'Training' },
      { name: 'translate', fr: 'Je traduis ou je relis', en: 'I translate or review' },
    ],
  },
  {
    fr: 'Outils',
    en: 'Tools',
    entries: [
      { name: 'configure', fr: 'Configurateur', en: 'Configurator' },
      { name: 'theme-builder', fr: 'Atelier de thème', en: 'Theme builder' },
      { name: 'gallery', fr: 'Tous les écrans', en: 'Every screen' },
      { name: 'words', fr: 'Tous les mots', en: 'All words' },
      { name: 'translations', fr: 'Toutes les traductions', en: 'All translations' },
    ],
  },
  {
    fr: 'Avoir confiance',
    en: 'Trust',
    entries: [
      { name: 'security', fr: 'J’étudie la sécurité', en: 'Security' },
      { name: 'accessibility', fr: 'J’étudie l’accessibilité', en: 'Accessibility' },
      { name: 'figures', fr: 'Poids et vitesse', en: 'Weight and speed' },
    ],
  },
  {
    fr: 'Référence',
    en: 'Reference',
    entries: [
      { name: 'elements', fr: 'Attributs, événements, parties', en: 'Attributes, events, parts' },
      { name: 'contract', fr: 'Le contrat de réception', en: 'The contract of an endpoint' },
      { name: 'commands', fr: 'Les commandes', en: 'Commands' },
    ],
  },
  {
    fr: 'Aide',
    en: 'Help',
    entries: [
      { name: 'follow', fr: 'Suivre un signalement', en: 'Follow a report' },
      { name: 'questions', fr: 'Questions et réponses', en: 'Questions and answers' },
      { name: 'troubleshooting', fr: 'Quelque chose ne va pas', en: 'Something is wrong' },
      { name: 'versions', fr: 'Versions et assistance', en: 'Versions and support' },
    ],
  },
];

/** Pages to print, which stand in no menu: « Former » leads to them. */
export const SHEETS = ['training-cases', 'training-solutions'] as const;

/** A page in a menu. */
export interface MenuItem {
  readonly name: string;
  readonly title: string;
  readonly url: string;
}

/** The menu of one language. */
export const menu = (
  language: Language,
): readonly { readonly title: string; readonly items: readonly MenuItem[] }[] =>
  NAVIGATION.map((group) => ({
    title: group[language],
    items: group.entries.map((entry) => ({
      name: entry.name,
      title: entry[language],
      url: `/${language}/${entry.name}.html`,
    })),
  }));

/** The pages before and after one in the order of the menu. */
export function neighbours(language: Language, name: string): { before?: MenuItem; after?: MenuItem } {
  const items = menu(language).flatMap((group) => group.items);
  const at = items.findIndex((item) => item.name === name);
  const [before, after] = at < 0 ? [undefined, undefined] : [items[at - 1], items[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

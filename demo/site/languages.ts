// The languages of the site, and the words of its frame: header, menus, footer.

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a page, from its path without extension, such as `/fr/theme`. */
export function languageOf(path: string): Language {
  const language = LANGUAGES.find((tag) => path.startsWith(`/${tag}/`));
  if (!language) throw new Error(`${path} lies in no folder of a language: ${LANGUAGES.join(', ')}.`);
  return language;
}

/** The words of the frame. */
export const FRAME_WORDS = {
  fr: {
    skip: 'Aller au contenu',
    home: 'Accueil',
    menu: 'Toutes les pages',
    language: 'English',
    otherTag: 'en',
    onThisPage: 'Sur cette page',
    pages: 'Pages du site',
    main: 'Navigation principale',
    previous: 'Précédent',
    next: 'Suivant',
    neighbours: 'Page précédente et page suivante',
    report: 'Vous avez vu un contenu illégal ?',
    reportText:
      'Ce site présente un outil : il ne reçoit aucun signalement. Signalez à une plateforme, par exemple',
    danger: 'Quelqu’un est en danger : appelez le 17 ou le 112. Par SMS : le 114.',
    promise: 'Ce site ne dépose aucun cookie, ne mesure rien et ne charge rien d’un autre serveur.',
    licence: 'Version {version}, licence MIT.',
    names:
      'Les noms « Point de Contact » et « Cliquez, Signalez ! » appartiennent à l’association Point de Contact.',
  },
  en: {
    skip: 'Skip to content',
    home: 'Home',
    menu: 'All pages',
    language: 'Français',
    otherTag: 'fr',
    onThisPage: 'On this page',
    pages: 'Pages of the site',
    main: 'Main navigation',
    previous: 'Previous',
    next: 'Next',
    neighbours: 'Previous and next page',
    report: 'Have you seen illegal content?',
    reportText: 'This site presents a tool: it takes no report. Report to a hotline, for example',
    danger: 'Somebody is in danger: call 112, or 17 in France. By text in France: 114.',
    promise: 'This site sets no cookie, measures nothing and loads nothing from another server.',
    licence: 'Version {version}, MIT licence.',
    names:
      'The names “Point de Contact” and “Cliquez, Signalez !” belong to the association Point de Contact.',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

// The easy versions of languages. A file of its own: the button, which needs languages.ts, has no use for it.

/** By the tag of the language. `simple` is a registered variant (BCP 47). Their names stand in languages.ts too. */
export const EASY = {
  fr: { tag: 'fr-simple', name: 'Français facile' },
  en: { tag: 'en-simple', name: 'Easy English' },
} as const;

export type EasyLanguage = (typeof EASY)[keyof typeof EASY]['tag'];

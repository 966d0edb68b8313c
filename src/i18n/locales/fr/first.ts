// French: what the form needs to show its first step.

export const first = {
  'header.service': 'Signaler à {hotline}',
  'header.exit': 'Quitter vite',
  'header.close': 'Fermer',
  'language.label': 'Langue',
  'language.failed': 'Cette langue n’a pas pu s’afficher.',
  'step.count': 'Étape {n} sur {total}',
  'step.required': 'Vous pouvez laisser vide ce qui est marqué « facultatif ».',
  'action.continue': 'Continuer',
  's1.title': 'Qu’avez-vous vu ?',
  's1.intro':
    'C’est gratuit. Vous n’avez pas à donner votre nom. Vous pouvez avoir un doute : notre équipe vérifie.',
  's1.privacy': 'Votre signalement va à {hotline}, pas à {site}.',
  's1.privacy.through': 'Votre signalement passe par {site}, puis va à {hotline}.',
  's1.privacy.alone': 'Votre signalement va à {hotline}.',
  's1.privacy.link': 'Vie privée',
  'cat.child_sexual_abuse': 'Contenus d’abus sexuels sur mineurs',
  'cat.child_sexual_abuse.hint':
    'Image, vidéo ou texte à caractère sexuel impliquant une personne de moins de 18 ans',
  'cat.terrorism_bomb_making': 'Provocation au terrorisme ou à la fabrication de bombes',
  'cat.terrorism_bomb_making.hint': 'Appel à un attentat, propagande, fabrication d’explosifs',
  'cat.hate_violence_discrimination': 'Incitation à la violence, à la discrimination ou à la haine',
  'cat.hate_violence_discrimination.hint': 'Appel à haïr ou à attaquer des personnes pour ce qu’elles sont',
  'cat.crimes_against_humanity': 'Apologie de crimes contre l’humanité',
  'cat.crimes_against_humanity.hint': 'Message qui vante, justifie ou nie un génocide',
  'cat.shocking_content_minors': 'Contenus choquants accessibles aux mineurs',
  'cat.shocking_content_minors.hint': 'Pornographie ou grande violence qu’un enfant peut voir facilement',
  'cat.procuring': 'Proxénétisme',
  'cat.procuring.hint': 'Annonce ou compte qui profite de la prostitution d’une autre personne',
  'cat.suicide_incitement': 'Provocation au suicide',
  'cat.suicide_incitement.hint': 'Message ou site qui pousse une personne à se suicider',
  'cat.sexual_harassment': 'Harcèlement sexuel',
  'cat.sexual_harassment.hint': 'Messages sexuels imposés, chantage ou menaces avec des images intimes',
  'cat.unsure': 'Je ne sais pas',
  'cat.unsure.hint': 'Notre équipe choisira pour vous',
  'cat.or': 'ou',
  's1.emergency': 'Danger immédiat ?',
  'call.police': 'Police',
  'call.any': 'Urgences',
  'call.text': 'SMS',
  'err.fallback': 'Signaler sur le site de {hotline}',
  'draft.kept': 'Vos réponses sont toujours là.',
  'sr.step': 'Étape {n} sur {total} : {title}',
  'sr.newtab': '(nouvel onglet)',
  'sr.call': 'Appeler le {number}',
  'sr.message': 'SMS au {number}',
  'err.later': 'La suite n’a pas pu s’afficher.',
} as const;

/** The strings of the later steps. */
export const later = async (): Promise<typeof import('./later.ts').later> =>
  (await import('./later.ts')).later;

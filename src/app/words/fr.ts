// The words of the application around the form, in French. Values in braces are filled in.

export const fr = {
  'received.one': 'Lien reçu',
  'received.many': '{n} liens reçus',
  'received.nothing-sent': 'Rien n’est envoyé avant « Envoyer le signalement ».',
  'received.removed': 'Retiré du lien : {names}. Cela pouvait montrer qui a partagé le lien.',
  'received.unwrapped': 'Le lien passait par un autre site. Seul le lien qu’il contenait est gardé.',
  'received.advertisement': 'Laissé de côté, parce que c’est une publicité :',
  'received.refused': 'Laissé de côté, parce que cela n’existe que sur votre appareil :',
  'received.too_many': 'Laissé de côté, parce qu’un signalement contient {n} liens au plus :',
  'received.words': 'Les mots autour du lien ne sont pas gardés.',
  'received.hide': 'Masquer',

  'none.title': 'Aucun lien reçu',
  'none.body':
    'Ce qui a été partagé ne contient pas de lien. Dans l’autre application, cherchez « Copier le lien ». Puis collez le lien ici.',
  'lost.title': 'Le partage n’est pas arrivé',
  'lost.body': 'Rien n’a été gardé ni envoyé. Copiez le lien dans l’autre application, puis collez-le ici.',

  paste: 'Coller le lien',
  'paste.refused':
    'Le navigateur ne laisse pas lire ce qui est copié. Dans le formulaire, touchez longuement le champ « Lien (adresse de la page) », puis « Coller ».',

  'replace.title': 'Remplacer votre signalement ?',
  'replace.answers':
    'Vous venez de partager un autre contenu. Si vous le remplacez, vos réponses seront effacées.',
  'replace.number':
    'Vous venez de partager un autre contenu. Si vous continuez, le numéro de votre signalement ne sera plus affiché.',
  'replace.keep': 'Ne pas remplacer',
  'replace.go': 'Remplacer',

  'how.title': 'Signaler depuis une autre application',
  'how.installed':
    'Si cette application est installée sur un téléphone Android : dans l’autre application, touchez « Partager », puis « {name} ».',
  'how.copy': 'Sinon, dans l’autre application, touchez « Partager », puis « Copier le lien ».',
  'how.copy.picture':
    'Un écran de téléphone. Un menu de partage est ouvert ; « Copier le lien » est entouré.',
  'how.paste': 'Ici, touchez « Coller le lien ».',
  'how.paste.picture': 'Le même téléphone. Un bouton « Coller » est entouré, et le lien vient dans le champ.',

  'ios.title': 'iPhone, iPad : faire un raccourci',
  'ios.1': 'Ouvrez l’application « Raccourcis » et créez un raccourci.',
  'ios.2':
    'Dans ses détails, activez « Afficher dans la feuille de partage ». Choisissez les types « URL » et « Texte ».',
  'ios.3':
    'Ajoutez l’action « Copier dans le presse-papiers ». Dans ses options, activez « Local uniquement ».',
  'ios.4': 'Ajoutez l’action « Ouvrir les URL », avec cette adresse :',
  'ios.5':
    'Dans l’autre application, touchez « Partager », puis votre raccourci. Ici, touchez « Coller le lien ».',
  'ios.why':
    'Le lien passe par le presse-papiers seul. Ne le mettez pas dans l’adresse à ouvrir : il resterait dans l’historique.',

  'install.title': 'Installer cette application',
  'install.optional': 'Vous pouvez signaler sans l’installer. Avant de l’installer, sachez ceci :',
  'install.stays':
    'Sur l’appareil restent l’icône, le nom et les fichiers de l’application. Jamais un lien, une réponse ni un signalement.',
  'install.seen': 'Les autres personnes qui utilisent l’appareil peuvent voir l’icône et le nom « {name} ».',
  'install.maker':
    'L’entreprise qui fait le navigateur peut apprendre que vous l’avez installée. Si le navigateur est synchronisé, l’icône peut apparaître sur vos autres appareils.',
  'install.visit':
    'Comme pour tout site, le navigateur note votre visite dans son historique et garde les fichiers de la page.',
  'install.remove':
    'Pour l’enlever : touchez l’icône longuement, puis « Désinstaller » ou « Supprimer ». Pour enlever aussi ses fichiers, effacez les données de ce site dans les réglages du navigateur.',
  'install.menu':
    'Pour l’installer : dans le menu du navigateur, choisissez « Installer » ou « Ajouter à l’écran d’accueil ».',
  'install.go': 'Installer',
};

/** Every text of the application around the form. */
export type AppWords = Readonly<Record<keyof typeof fr, string>>;

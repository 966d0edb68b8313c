// The words of the application around the form, in easy French.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Lien reçu',
  'received.many': '{n} liens reçus',
  'received.nothing-sent': 'Rien ne part avant « Envoyer le signalement ».',
  'received.removed': 'Enlevé du lien : {names}. Cela pouvait montrer qui a partagé le lien.',
  'received.unwrapped': 'Le lien passait par un autre site. Nous gardons seulement le lien de la page.',
  'received.advertisement': 'Pas gardé, parce que c’est une publicité :',
  'received.refused': 'Pas gardé, parce que cela existe seulement sur votre appareil :',
  'received.too_many': 'Pas gardé. Un signalement contient {n} liens au plus :',
  'received.words': 'Nous ne gardons pas les mots autour du lien.',
  'received.hide': 'Cacher',

  'none.title': 'Aucun lien reçu',
  'none.body':
    'Il n’y a pas de lien dans votre partage. Dans l’autre application, cherchez « Copier le lien ». Puis collez le lien ici.',
  'lost.title': 'Le partage n’est pas arrivé',
  'lost.body':
    'Nous n’avons rien gardé. Rien n’est parti. Copiez le lien dans l’autre application. Puis collez-le ici.',

  paste: 'Coller le lien',
  'paste.refused':
    'Le navigateur ne laisse pas lire votre copie. Allez au formulaire. Appuyez longtemps sur « Lien de la page ». Puis touchez « Coller ».',

  'replace.title': 'Remplacer votre signalement ?',
  'replace.answers': 'Vous partagez un autre contenu. Si vous remplacez, nous effaçons vos réponses.',
  'replace.number': 'Vous partagez un autre contenu. Si vous continuez, vous ne verrez plus votre numéro.',
  'replace.keep': 'Ne pas remplacer',
  'replace.go': 'Remplacer',

  'how.title': 'Signaler depuis une autre application',
  'how.installed':
    'Vous avez cette application sur un téléphone Android ? Allez dans l’autre application. Touchez « Partager ». Puis touchez « {name} ».',
  'how.copy': 'Sinon, allez dans l’autre application. Touchez « Partager », puis « Copier le lien ».',
  'how.copy.picture':
    'Un écran de téléphone. Le menu de partage est là. Un cercle montre « Copier le lien ».',
  'how.paste': 'Ici, touchez « Coller le lien ».',
  'how.paste.picture':
    'Le même téléphone. Un cercle montre le bouton « Coller ». Le lien vient dans le champ.',

  'ios.title': 'iPhone, iPad : faire un raccourci',
  'ios.1': 'Ouvrez l’application « Raccourcis ». Créez un raccourci.',
  'ios.2':
    'Allez dans ses détails. Activez « Afficher dans la feuille de partage ». Choisissez « URL » et « Texte ».',
  'ios.3': 'Ajoutez « Copier dans le presse-papiers ». Allez dans les options. Activez « Local uniquement ».',
  'ios.4': 'Ajoutez « Ouvrir les URL », avec cette adresse :',
  'ios.5':
    'Dans l’autre application, touchez « Partager ». Puis touchez votre raccourci. Ici, touchez « Coller le lien ».',
  'ios.why':
    'Le lien passe seulement par le presse-papiers. Ne le mettez pas dans l’adresse à ouvrir. Il resterait dans l’historique.',

  'install.title': 'Installer cette application',
  'install.optional': 'Vous pouvez signaler sans l’installer. Lisez ceci avant de l’installer :',
  'install.stays':
    'L’icône, le nom et les fichiers de l’application restent sur l’appareil. Vos liens n’y restent pas. Vos réponses et votre signalement n’y restent pas.',
  'install.seen':
    'D’autres personnes utilisent cet appareil ? Elles peuvent voir l’icône et le nom « {name} ».',
  'install.maker':
    'Une entreprise fait le navigateur. Elle peut savoir que vous avez cette application. L’icône peut venir sur vos autres appareils, si le navigateur les relie.',
  'install.visit':
    'Le navigateur note votre visite dans son historique. Il garde les fichiers de la page. Il le fait pour tous les sites.',
  'install.remove':
    'Pour l’enlever : appuyez longtemps sur l’icône. Puis touchez « Désinstaller » ou « Supprimer ». Ses fichiers restent. Pour les enlever, allez dans les réglages du navigateur. Effacez les données de ce site.',
  'install.menu':
    'Pour l’installer : ouvrez le menu du navigateur. Choisissez « Installer » ou « Ajouter à l’écran d’accueil ».',
  'install.go': 'Installer',
};

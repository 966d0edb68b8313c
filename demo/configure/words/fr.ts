// The configurator's words in French. Brackets [ ] mark what a partner has to fill in or have read over.

import { presetsFr } from '../../theme/words/presets.ts';

export const fr = {
  tag: 'fr',
  title: 'Intégrer le bouton',
  description:
    'Répondre à quelques questions et copier le code du bouton pour son site, avec un aperçu, la politique de sécurité et ce qu’il faut régler avant.',
  other: { label: 'English', tag: 'en' },
  home: 'Accueil',
  here: 'Dans cette page',
  sections: { reponses: 'Réponses', apercu: 'Aperçu', code: 'Code', avant: 'Avant d’intégrer' },
  lead: 'Répondez, copiez, collez. Cette page n’enregistre et n’envoie rien.',
  reset: 'Tout remettre',
  first: {
    title: 'D’abord, l’accord du service.',
    text: 'Personne ne doit recevoir vos signalements sans l’avoir accepté.',
    link: 'Ce qu’il faut demander',
  },
  example: 'Ex.',
  ignored: 'Une partie du lien n’a pas été comprise, et a été ignorée.',
  groups: { how: 'Comment', hotline: 'Le service de signalement', site: 'Votre site', look: 'Le bouton' },
  ways: {
    bundle: ['Un seul fichier', 'Conseillé. Le navigateur vérifie qu’il n’a pas changé.'],
    module: ['Module', 'Le plus léger\u00A0: le formulaire ne vient que s’il sert.'],
    embed: ['Une balise', 'Pour un gestionnaire de balises, ou un site sans accès au code.'],
    npm: ['npm', 'Pour une application construite avec un outil.'],
    wordpress: ['WordPress', 'Une extension, un bloc, un code court.'],
    isolated: ['Isolé', 'Le formulaire vient du service\u00A0: votre page ne voit rien de ce qui s’écrit.'],
  },
  way: 'Façon d’intégrer',
  fields: {
    base: ['Dossier des fichiers', 'Un chemin de votre site, ou une adresse en https.'],
    src: ['Page du formulaire', 'Celle que le service héberge (src).'],
    endpoint: ['Adresse d’envoi', 'Donnée par le service (endpoint).'],
    'follow-up': [
      'Adresse de suivi',
      'Donnée par le service, s’il dit ce que devient un signalement (follow-up). Facultative.',
    ],
    hotline: ['Nom du service', 'Comme le public le connaît.'],
    'hotline-url': ['Son formulaire', 'Le dernier recours, quand le nôtre ne peut pas marcher.'],
    'privacy-url': ['Sa page sur les données', ''],
    country: [
      'Pays',
      'Deux lettres, comme FR, ou RE pour La Réunion\u00A0: décide des numéros d’aide. Jamais deviné.',
    ],
    lang: ['Langue', 'Vide\u00A0: celle de la page.'],
    partner: ['Votre identifiant', 'Public, donné par le service. Facultatif.'],
    'exit-url': ['«\u00A0Quitter vite\u00A0» mène à', 'Vide\u00A0: un site de météo.'],
  },
  languages: {
    title: 'Dans quelles langues\u00A0?',
    hint: 'Avec deux langues ou plus, la personne qui signale peut en changer. Rien de coché\u00A0: celle de la page, sans choix.',
    others: 'D’autres langues',
    drafts:
      'Chacune est un fichier de plus. La taille est celle de la langue entière\u00A0; la page n’en charge d’abord qu’une petite partie. Une ébauche n’a pas encore été relue par quelqu’un dont c’est la langue\u00A0: faites-la relire avant de publier.',
    size: '{size}\u00A0ko',
    draft: 'ébauche',
    setting: 'Langues au choix',
    files: 'Copiez aussi les fichiers de vos langues, du dossier locales\u00A0: {files}.',
  },
  remarks: {
    missing: 'Il manque. Demandez-le au service\u00A0; le code porte un exemple.',
    better: 'Le code marche sans. Avec, c’est mieux pour la personne qui signale.',
    insecure: 'Une adresse en http n’est pas chiffrée\u00A0: le bouton ne l’accepte pas. Mettez https.',
    address: 'Ce n’est pas une adresse complète. Copiez-la en entier, avec https://.',
    https: 'Cette adresse doit commencer par https://.',
    country: 'Deux lettres, comme FR, RE ou BE.',
    lang: 'Un code de langue, comme fr ou en.',
    partner: 'De 2 à 64 caractères parmi a-z 0-9 . _ -, sans majuscule.',
  },
  variant: ['Forme', { button: 'Bouton', floating: 'Flottant', link: 'Lien', icon: 'Icône', bar: 'Bandeau' }],
  placement: [
    'Place du bouton flottant',
    {
      'bottom-end': 'En bas, à la fin',
      'bottom-start': 'En bas, au début',
      'middle-end': 'Au milieu, à la fin',
      'middle-start': 'Au milieu, au début',
    },
  ],
  size: ['Hauteur', { s: '44 px', m: '48 px', l: '56 px' }],
  preset: ['Thème', presetsFr],
  theme: 'Composer un thème à vos couleurs',
  mode: ['Le formulaire', { dialog: 'Dans une fenêtre', inline: 'Dans la page' }],
  context: [
    'Vos visiteurs publient-ils sur cette page\u00A0?',
    {
      ask: 'Non, ou je ne sais pas',
      here: 'Oui\u00A0: messages, commentaires, annonces',
      elsewhere: 'Non, et ne pas la proposer',
    },
    'Oui\u00A0: «\u00A0Sur cette page\u00A0» est la première réponse, choisie d’avance. Sinon, elle est la dernière\u00A0: on la prend pour une façon d’avancer, et c’est votre page qui est signalée.',
  ],
  practice: [
    'Pour qui\u00A0?',
    { no: 'Pour vos visiteurs', yes: 'Pour une formation\u00A0: rien n’est envoyé' },
    'En formation, le formulaire marche jusqu’au dernier écran et dit sur chacun que rien n’est envoyé. Il ne faut pas d’adresse d’envoi. Ne le montrez pas à vos visiteurs\u00A0: leurs signalements seraient perdus.',
  ],
  easy: [
    'Proposer des mots faciles\u00A0?',
    { no: 'Non', yes: 'Oui, en un appui' },
    '«\u00A0Français facile\u00A0» et «\u00A0Easy English\u00A0»\u00A0: phrases courtes, mots simples, pictogrammes. Ce sont encore des brouillons.',
  ],
  flow: [
    'Qui signale\u00A0?',
    { steps: 'Tout le monde', page: 'Une équipe qui signale souvent' },
    'Pour une équipe, tout ce qui précède la relecture tient sur une page.',
  ],
  trusted: [
    'Votre site impose-t-il Trusted Types\u00A0?',
    { no: 'Non, ou je ne sais pas', yes: 'Oui, déjà' },
    'Une règle de la Content-Security-Policy. Le bouton n’en a pas besoin. Ne l’imposez pas pour lui\u00A0: d’autres scripts, comme les infobulles de Bootstrap, cessent alors de marcher.',
  ],
  preview: {
    title: 'Aperçu',
    text: 'Le vrai bouton. Ce que vous envoyez ici arrive dans la boîte de réception de la démonstration, et nulle part ailleurs.',
    nothing: 'Le vrai bouton. Rien n’est envoyé\u00A0: cette page répond elle-même.',
    practice: 'Le vrai bouton, en formation\u00A0: rien n’est envoyé.',
    inbox: 'Ouvrir la boîte de réception',
    page: 'Un article de votre site',
    body: 'Le texte de la page, dans sa police et dans sa couleur.',
  },
  ready: 'Le code est complet.',
  unready: 'À remplacer avant de publier\u00A0: ',
  pieces: {
    install: ['Installer', 'Dans le dossier de votre application.'],
    script: [
      'Dans votre code',
      'Une fois, là où l’application démarre. Si le paquet npm est ajouté, Lit vient avec lui.',
    ],
    html: ['HTML', ''],
    frame: [
      'À transmettre au service',
      'Les langues du formulaire viennent de sa page à lui. Il copie aussi leurs fichiers, et ajoute ces lignes à frame.html, avant frame.js.',
    ],
    shortcode: ['Code court', 'Dans un article, un gabarit ou un widget. Le bloc fait la même chose.'],
    settings: ['Réglages de l’extension', 'À remplir dans Réglages → Cliquez, Signalez.'],
    css: [
      'CSS',
      'Dans votre feuille de style\u00A0: garde la place du bouton, et rien ne bouge quand il arrive.',
    ],
    policy: [
      'Content-Security-Policy',
      'Si votre site en envoie une. Ajoutez ces valeurs aux vôtres\u00A0; style-src n’est pas nécessaire.',
    ],
    trusted: [
      'Trusted Types',
      'Si votre Content-Security-Policy a une directive trusted-types, ajoutez-y ce nom et gardez les vôtres. Si elle n’en a pas, n’ajoutez rien.',
    ],
  },
  where: {
    bundle: 'Copiez cliquez-signalez.bundle.js dans {base}. Collez ce code là où le bouton doit être.',
    module:
      'Copiez tous les fichiers dans {base}. Collez la carte d’importation avant tout autre module, et la balise là où le bouton doit être.',
    embed: 'Copiez tous les fichiers dans {base}. Collez ce code avant la fin de la page.',
    npm: 'Posez la balise dans vos gabarits, là où le bouton doit être.',
    wordpress:
      'Installez l’extension, remplissez ses réglages, puis posez le bloc «\u00A0Cliquez, Signalez\u00A0» ou ce code court.',
    isolated:
      'Copiez cliquez-signalez.bundle.js dans {base}. L’adresse d’envoi n’est pas dans votre page\u00A0: le service la règle dans la sienne, et y autorise votre site.',
  },
  download: 'Télécharger les fichiers',
  link: ['Lien à partager', 'Vos réponses sont derrière le #, que les navigateurs n’envoient à personne.'],
  wrong: [
    'Quelque chose ne va pas\u00A0?',
    'Ajoutez debug à la balise\u00A0: la console du navigateur dit ce qui manque, et quoi faire. Retirez-le avant l’arrivée des visiteurs.',
  ],
  copy: 'Copier',
  copied: '{title}\u00A0: copié.',
  selected: '{title}\u00A0: le texte est sélectionné. Copiez-le avec Ctrl+C.',
  before: {
    title: 'Avant d’intégrer',
    agreement: {
      title: '1. L’accord du service',
      text: 'Les noms «\u00A0Point de Contact\u00A0» et «\u00A0Cliquez, Signalez\u202F!\u00A0» lui appartiennent. Écrivez-lui avant tout.',
      askTitle: 'À demander',
      ask: [
        'S’il accepte vos signalements, et combien par jour.',
        'S’il autorise son nom et sa marque sur votre site.',
        'Qui répond des données, et combien de temps elles sont gardées.',
        'Ce que vous devez faire de votre côté si le contenu est chez vous.',
      ],
      getTitle: 'Vous recevez',
      get: [
        'l’adresse d’envoi (endpoint), ou la page du formulaire isolé (src)\u00A0;',
        'une adresse de suivi (follow-up), s’il dit ce que devient un signalement\u00A0;',
        'un identifiant public (partner)\u00A0;',
        'une clé publique (public-key), si les signalements sont scellés\u00A0;',
        'les adresses de son formulaire et de sa page sur les données.',
      ],
      give: 'Donnez-lui l’origine exacte de votre site\u00A0: lui seul peut l’autoriser.',
    },
    letter: {
      title: 'Une lettre prête',
      hint: 'À copier dans un e-mail au service, et à compléter entre crochets. Cette page ne l’envoie pas et ne la garde pas.',
      site: ['Qui vous êtes', 'Le nom de votre site ou de votre organisme.'],
      page: ['La page où sera le bouton', 'Son adresse complète.'],
      guide: 'Le guide pour le service',
      contract: 'Le contrat de réception',
    },
    place: {
      title: '2. Où le poser',
      yesTitle: 'Oui',
      yes: [
        'En pied de page, sur toutes les pages.',
        'Près de ce que d’autres publient\u00A0: commentaires, messages, profils.',
        'Dans le menu «\u00A0Signaler\u00A0» que vous avez déjà.',
        'Dans les pages d’aide, de prévention et de contact.',
      ],
      noTitle: 'Non',
      no: [
        'Derrière une connexion\u00A0: on signale sans compte.',
        'À la place du 17, du 112 ou du 114. En cas de danger, on appelle.',
        'Dans un bandeau de cookies, ou une fenêtre qui se ferme.',
        'Comme une publicité, ou parmi elles.',
        'Seulement dans une application de téléphone.',
        'Sur une page qui dit qui l’ouvre, par son adresse ou ses mesures d’audience.',
      ],
    },
    duties: {
      title: '3. Ce que le bouton ne fait pas à votre place',
      text: 'Si vous hébergez ce que d’autres publient, vous gardez vos obligations.',
      list: [
        'Un moyen de vous notifier un contenu illicite, à vous (règlement sur les services numériques, article\u00A016). Ce bouton s’adresse au service, pas à vous.',
        'Une modération qui traite ces notifications, motive ses décisions, et prévient les autorités quand une vie est menacée (article\u00A018).',
        'Ne gardez, ne copiez et ne transmettez jamais vous-même une image ou une vidéo d’abus sexuel sur mineur.',
      ],
      review: 'À faire relire par votre conseil.',
    },
    privacy: {
      title: '4. Un paragraphe sur les données',
      hint: 'Pour votre politique de confidentialité. À faire relire, et à compléter entre crochets.',
    },
    accessibility: {
      title: '5. Un paragraphe sur l’accessibilité',
      hint: 'Pour votre déclaration (RGAA). Il dit ce qui a été testé, et ce qui ne l’a pas été.',
    },
  },
  letter: {
    subject: 'Objet\u00A0: vous transmettre des signalements depuis {site}',
    start: 'Bonjour,',
    who: 'Nous sommes {site}. [Qui nous sommes, en une phrase, et combien de personnes lisent ce site.]',
    what: 'Nous voulons poser un bouton sur {page}. Il ouvre un court formulaire avec lequel nos visiteurs signalent un contenu illégal vu sur Internet. Le formulaire est un logiciel libre, «\u00A0cliquez-signalez\u00A0», version {version}. Il ne demande pas de nom et ne garde rien sur l’appareil. Nous ne lisons pas les signalements\u00A0: ils iraient de l’appareil du visiteur à {hotline}.',
    before:
      'Rien n’est en service\u00A0: sans votre accord et sans l’adresse que vous donnez, le bouton n’envoie rien.',
    askTitle: 'Pouvez-vous nous dire\u00A0:',
    ask: [
      'si vous acceptez nos signalements, et combien par jour\u00A0;',
      'si nous pouvons écrire votre nom sur le bouton et dans le formulaire\u00A0;',
      'qui répond des données, et combien de temps vous les gardez\u00A0;',
      'ce que nous devons faire si le contenu signalé est sur notre site.',
    ],
    giveTitle: 'Si vous êtes d’accord, il nous faut\u00A0:',
    give: [
      'l’adresse en https qui reçoit les signalements (endpoint). Elle doit autoriser les pages de {origin}\u00A0;',
      'l’adresse de votre propre formulaire, montrée si le nôtre ne peut pas marcher\u00A0;',
      'celle de votre page sur les données personnelles\u00A0;',
      'si vous le souhaitez, un identifiant public pour notre site, et une clé publique pour sceller les signalements.',
    ],
    isolated:
      'Vous pouvez aussi héberger vous-même la page du formulaire\u00A0: notre site ne pourrait alors rien lire de ce qui s’y écrit.',
    guide: 'Le guide pour les services de signalement, avec un récepteur libre\u00A0: {guide}',
    contract: 'Ce que le formulaire envoie, et ce qu’il attend en réponse\u00A0: {contract}',
    end: '[Nom, fonction, adresse e-mail, téléphone]',
    unknown: { site: '[nom de votre site]', page: '[adresse de la page]', origin: '[origine de votre site]' },
  },
  privacy: {
    start:
      'Signaler un contenu illégal. Le bouton «\u00A0Cliquez, Signalez\u202F!\u00A0» de ce site ouvre un formulaire qui s’adresse à {hotline}. Rien n’est transmis avant que vous appuyiez sur «\u00A0Envoyer\u00A0».',
    sent: 'Sont alors transmis\u00A0: la catégorie du contenu, son lien ou l’endroit où il se trouve, vos réponses aux questions facultatives et, si vous demandez une réponse, votre adresse e-mail. S’y ajoutent la date et l’heure à la minute, la langue et la version du formulaire{partner}. Votre nom n’est pas demandé.',
    partner: ', et l’identifiant public de ce site',
    practice:
      'S’entraîner à signaler. Le bouton «\u00A0Cliquez, Signalez\u202F!\u00A0» de cette page ouvre un formulaire de formation\u00A0: rien de ce qui s’y écrit n’est transmis, ni à {hotline}, ni à nous.',
    stored:
      'Le formulaire ne dépose aucun cookie et n’enregistre rien sur votre appareil. L’historique du navigateur garde la trace de cette page.',
    direct:
      'Le signalement part de votre navigateur vers {host}, sans passer par notre serveur. Comme pour toute connexion, ce serveur voit votre adresse IP et le nom de notre site.',
    through:
      'Le signalement passe par notre serveur, qui le transmet à {hotline}. [Dire ce que notre serveur en garde\u00A0: rien, s’il est réglé ainsi.]',
    followUp:
      'Après l’envoi, le formulaire montre une fois un code de suivi\u00A0; seule une empreinte en est transmise avec le signalement. Si vous demandez ce qu’il est devenu, votre navigateur interroge {followHost}, qui voit votre adresse IP.',
    isolated:
      'Le formulaire est une page de {hotline}\u00A0({host})\u00A0: notre site ne peut pas lire ce que vous y écrivez. Comme pour toute connexion, ce serveur voit votre adresse IP et le nom de notre site.',
    page: 'Le formulaire s’affiche dans notre page. Nous n’y lisons rien et n’y mesurons rien [à vérifier\u00A0: aucun outil d’audience ou d’enregistrement de session n’y est actif].',
    end: 'Responsable du traitement des signalements\u00A0: {hotline} [à confirmer avec le service]. Ses durées de conservation et vos droits\u00A0: {url}. [Base légale et responsabilités\u00A0: à faire relire.]',
    noUrl: '[adresse de sa page sur les données]',
  },
  accessibility:
    'Le bouton de signalement et son formulaire sont un composant tiers, «\u00A0cliquez-signalez\u00A0», version {version}. Ses auteurs le vérifient automatiquement à chaque version, dans Chromium, Firefox et WebKitGTK\u00A0: règles axe-core pour WCAG\u00A02.2, niveaux A et AA, sur toutes les vues\u00A0; parcours complet au clavier\u00A0; fenêtre de 320\u00A0px et texte agrandi à 200\u00A0%\u00A0; contraste du texte d’au moins 7:1\u00A0; couleurs imposées\u00A0; mouvement réduit. Ne sont pas vérifiés à ce jour\u00A0: un audit RGAA par un tiers, des essais avec des lecteurs d’écran (NVDA, JAWS, VoiceOver, TalkBack) et avec des personnes concernées. [Résultat de l’évaluation de nos pages avec ce composant, et date.] Sans le formulaire, on peut signaler à {hotline} par {url}.',
} as const;

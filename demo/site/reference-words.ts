// The reference in French. English comes from the element manifest itself; a name without a French sentence stops the
// build.

import type { AttributeName } from '../../src/widget/attributes/names.ts';
import type { SETTINGS, SettingName } from '../../src/receiver/commands/settings.ts';

export const ATTRIBUTES_FR: Readonly<Record<AttributeName, string>> = {
  endpoint:
    'Adresse d’envoi des signalements : en https, de la même origine que la page, ou de cette machine pendant le développement. Un chemin du site de la page commence par `/`, `./` ou `../`. Sans adresse utilisable, le bouton est un lien vers `hotline-url`.',
  src: 'Mode isolé : adresse de la page de formulaire de la plateforme, en https, d’une autre origine que la page. Le formulaire se tient là, où les scripts de la page ne peuvent pas le lire, et c’est cette page qui dit où vont les signalements.',
  'public-key':
    'Clé publique de la plateforme, telle que `cliquez-signalez keys` l’affiche : base64url d’un point P-256 non compressé, 65 octets. Chaque signalement est scellé pour elle dans le navigateur. Avec une clé inutilisable, ou sur une page en http, le formulaire ne s’ouvre pas et seuls des liens sont montrés : rien ne part jamais en clair. Une plateforme qui n’a pas cette clé refuse le signalement ; le formulaire le dit, garde les réponses et montre `hotline-url`.',
  'receipt-key':
    'Clé publique de la plateforme pour les reçus, telle que `cliquez-signalez keys --receipts` l’affiche ; plusieurs, séparées par des espaces, pendant un changement de clé. Le formulaire ne dit alors « envoyé » que pour un reçu que cette clé a signé pour ce signalement précis, « pas encore envoyé » que pour un refus qu’elle a signé, et « non confirmé » sinon : personne ne peut en inventer un en chemin. Sans effet avec `transport`. Les navigateurs sans Ed25519 (avant Chrome 137, Firefox 129 et Safari 17) acceptent les reçus comme sans clé.',
  'follow-up':
    'Adresse de suivi de la plateforme, par exemple `https://hotline.example/v1/follow-up`. Chaque signalement a alors un code, fait dans le navigateur et montré une fois après l’envoi, et « Suivre un signalement » dit en mots fixes ce qu’il est devenu. Ajoutez cet attribut une fois que le serveur de la plateforme répond aux codes. Sans effet en http, avec `practice` ou avec le fichier unique (bundle) : les signalements partent alors sans code. En mode isolé, c’est la page de formulaire qui le porte.',
  challenge:
    'Adresse d’une preuve de travail, sur le serveur de l’adresse d’envoi, par exemple `https://hotline.example/v1/challenge`. Le formulaire la demande après « Envoyer » et la résout sans qu’on le remarque, en 8 secondes au plus. En cas d’échec, le signalement part sans elle.',
  hotline:
    'Nom de la plateforme, tel que le lit la personne qui signale. Sans lui, elle lit l’hôte de l’adresse d’envoi.',
  'hotline-url':
    'Adresse du formulaire de la plateforme : ce qui reste là où le nôtre ne peut pas fonctionner.',
  'privacy-url': 'Adresse de la page de la plateforme sur la vie privée.',
  country:
    'Pays des personnes qui signalent, en deux lettres (ISO 3166-1), comme `FR`. Il décide des numéros d’aide et des autres services montrés. Les territoires français d’outre-mer ont leur propre code, comme `RE`. Il n’est jamais deviné : sans lui, ou dans un pays sans source, seul le 112 est montré.',
  lang: 'Langue du composant. Sans elle, celle du `lang` le plus proche.',
  languages:
    'Langues que le formulaire propose sous leur propre nom, dans cet ordre, par exemple `fr en uk ar`. Chacune, sauf `fr` et `en`, a besoin de son fichier (`locales/uk.js`). Changer de langue garde les réponses ; le signalement dit en quelle langue il a été écrit.',
  easy: 'Propose le français et l’anglais en mots faciles, avec des pictogrammes, en un appui : « Français facile », “Easy English”. Le formulaire charge le fichier quand on le choisit, et garde ce choix jusqu’à ce qu’il soit oublié. Le fichier unique (bundle) est sans : là, ajoutez aussi `locales/fr-simple.js`. `easy="false"` veut dire non.',
  variant: 'Forme du bouton. Une valeur inconnue donne celle par défaut.',
  theme: 'Un préréglage : des réglages choisis ensemble. Un réglage de la page passe avant lui.',
  size: 'Hauteur du bouton : 44, 48 ou 56 px ; 8 px de plus s’il est rond ou flottant.',
  placement: 'Place du bouton flottant.',
  scheme: 'Clair ou sombre ; `auto` suit le `color-scheme` de la page.',
  mode: 'Le formulaire dans une fenêtre, ou dans la page, sans bouton.',
  view: 'Ce sur quoi le formulaire s’ouvre : le signalement, ou la question de ce qu’un signalement est devenu (avec `follow-up`). Nommez le bouton vous-même, dans le slot `label`.',
  categories: 'Les catégories proposées : identifiants, séparés par des espaces.',
  category: 'La catégorie choisie d’avance : un identifiant.',
  url: 'Une adresse remplie d’avance.',
  'page-context':
    'Si les visiteurs publient sur cette page : `here` met « Sur cette page » en premier et y répond d’avance, `ask` le met en dernier, `elsewhere` ne le propose pas.',
  'page-url': 'L’adresse que « Sur cette page » désigne, à partir du moment où cette réponse est choisie.',
  fields:
    'Ce que le formulaire demande en plus de la catégorie et du lieu : certaines de `questions role details reply`, ou rien. L’étape « où » suit : sans `role`, elle ne demande pas si cela arrive à la personne qui signale ; sans `questions`, elle ne demande rien du danger.',
  flow: 'Trois étapes, ou tout ce qui précède la relecture sur une page, pour les équipes qui signalent souvent.',
  'exit-url': 'Où mène « Quitter vite » : en https seulement.',
  partner: 'Votre identifiant public auprès de la plateforme.',
  embed: 'Comment le composant est arrivé sur la page.',
  'heading-level': 'Niveau des titres : de 2 à 5.',
  practice:
    'Entraînement : le formulaire fonctionne jusqu’au dernier écran, même sans `endpoint`, et aucun signalement ne le quitte. Un bandeau le dit sur chaque écran et sur papier, le numéro est `ESSAI-1234`, et `cs-sent` n’est pas émis. Tout le formulaire se charge d’un coup et n’a ensuite plus besoin du réseau. Les numéros d’aide et les liens sont les vrais. Pas pour le public : `check()` en avertit. `practice="false"` ne l’active pas.',
  debug:
    'Pour le développement : appelle `check()` et écrit son rapport dans la console. Présent quand l’élément arrive, il ouvre aussi la racine (shadow root), pour que les outils d’accessibilité voient le formulaire. Pas pour le public : chaque vue de la page envoie une requête à l’adresse d’envoi.',
};

/** The rest of the manifest, by kind and name. */
export const MEMBERS_FR: Readonly<Record<string, string>> = {
  messages: 'Vos phrases à la place des nôtres, par leur nom.',
  transport:
    'Fonction qui envoie les signalements à la place du composant. Elle les reçoit non scellés, même avec `publicKey`.',
  helpResources: 'Lignes d’aide qui remplacent les nôtres, après l’envoi.',
  open: 'Ouvre le formulaire, avec ce qui est déjà connu : `url`, `category`, `threatened` pour une personne que l’on menace avec des images intimes, ou `followUp` pour suivre un signalement. Ne fait rien là où cette page ne peut pas envoyer de signalement.',
  close:
    'Ferme le formulaire. Les réponses restent en mémoire jusqu’à l’envoi, l’effacement ou le départ de la page.',
  reset: 'Oublie toutes les réponses.',
  check:
    'Cherche tout ce qui empêche ce composant de fonctionner sur cette page : adresse d’envoi (interrogée avec un objet qui n’est pas un signalement et n’est pas enregistré), clés, permissions entre les deux serveurs, politique de la page, autres copies, attributs, ce qui cache ou couvre le bouton. Avec l’attribut `debug`, le premier rapport s’écrit aussi dans la console. Jusqu’à 20 secondes si un serveur ne répond pas.',
  focus: 'Donne le focus au bouton.',
  'cs-open': 'Le formulaire s’est ouvert.',
  'cs-step':
    'Une étape est montrée : `step` est son numéro, de 1 à 3, ou à 2 avec `flow="page"`. Les précisions facultatives n’en sont pas une.',
  'cs-sent': 'L’adresse d’envoi a confirmé un signalement.',
  'cs-error': 'Quelque chose a échoué : `code` dit quoi, `retryable` si un nouvel essai peut aider.',
  'cs-close': 'Le formulaire s’est fermé.',
  'cs-exit': 'La personne est partie par « Quitter vite ».',
};

export const LOOK_FR: Readonly<Record<string, string>> = {
  // Slots
  '': 'Un lien vers la plateforme, montré là où le formulaire ne peut pas fonctionner, et avant l’arrivée du script.',
  label: 'Texte du bouton.',
  icon: 'Icône du bouton.',
  'bar-title': 'Titre du bandeau.',
  'bar-text': 'Texte du bandeau.',
  brand: 'Marque de la plateforme ou du partenaire, à la première étape.',
  resources: 'D’autres lignes d’aide, après l’envoi.',
  'footer-note': 'Une note à la fin de la première étape.',
  // States
  open: 'La fenêtre est ouverte.',
  sending: 'Un signalement est en route.',
  sent: 'L’adresse d’envoi a confirmé le signalement, et le formulaire le dit.',
  offline: 'L’appareil est hors ligne.',
  // Properties
  '--cs-accent': 'Couleur de la marque ; celle qui est montrée en est déduite, et reste toujours lisible.',
  '--cs-surface': 'Couleur du fond du formulaire.',
  '--cs-danger': 'Couleur des erreurs.',
  '--cs-black-from':
    'Le libellé posé sur l’accent est noir à partir de cette luminance de l’accent, blanc en dessous : 1 pour toujours blanc, 0 pour toujours noir. L’accent est assombri ou éclairci jusqu’à ce que le libellé se lise.',
  '--cs-font': 'Police, sauf de ce qui est tapé ; aucune n’est jamais téléchargée.',
  '--cs-font-heading': 'Police des titres.',
  '--cs-font-size': 'Taille du texte, une longueur ; jamais moins de 16 px.',
  '--cs-radius': 'Arrondi des coins.',
  '--cs-space': 'Unité des espaces, de 2 à 8 px.',
  '--cs-border-width': 'Épaisseur des traits des contrôles, de 1 à 4 px.',
  '--cs-focus-width': 'Épaisseur des anneaux de focus, de 2 à 8 px.',
  '--cs-elevation': 'Force des ombres : 0 pour aucune, 2 pour le double.',
  '--cs-motion':
    'Durée des deux mouvements : le formulaire monte sur un téléphone, le bouton flottant devient rond. 0 pour aucun.',
  '--cs-z': 'Empilement du bouton flottant.',
  '--cs-offset-block': 'Distance du bouton flottant au bas de la fenêtre.',
  '--cs-offset-inline': 'Distance du bouton flottant au côté de la fenêtre.',
  '--cs-dialog-width': 'Largeur de la fenêtre du formulaire, là où il y a la place.',
  '--cs-frame-height':
    'Hauteur du cadre de la plateforme dans la page (`src` avec `mode="inline"`), au plus celle de la fenêtre moins 48 px. Le formulaire défile dedans : une hauteur qui le suivrait dirait les réponses à la page.',
};

export const PARTS_FR: Readonly<Record<string, string>> = {
  launcher: 'Le bouton.',
  'launcher-icon': 'Son icône.',
  'launcher-label': 'Son texte.',
  bar: 'Le fond du bandeau.',
  dialog: 'La fenêtre.',
  header: 'Son en-tête.',
  back: '« Retour », dans l’en-tête.',
  exit: '« Quitter vite », dans l’en-tête.',
  close: 'La croix, dans l’en-tête.',
  body: 'Ce qui défile entre l’en-tête et le pied.',
  progress: 'Les segments qui montrent où l’on en est.',
  segment: 'Un de ces segments.',
  'segment-done': 'Le segment d’une étape atteinte.',
  'step-count': 'La même chose en mots.',
  title: 'Titre d’une vue.',
  intro: 'La phrase sous un titre.',
  options: 'Une liste de réponses.',
  option: 'Une de ces réponses.',
  'option-input': 'Son bouton radio ou sa case.',
  'option-label': 'Son texte.',
  'option-hint': 'La ligne sous son texte.',
  or: 'La ligne « ou » avant la dernière réponse.',
  notice: 'Un avis, comme la ligne d’urgence.',
  call: 'Un numéro d’urgence, ou celui d’une ligne d’aide.',
  label: 'Nom d’un champ ou d’un groupe.',
  hint: 'La ligne sous un nom.',
  input: 'Un champ de texte.',
  error: 'Une erreur, à son champ.',
  'error-summary': 'Les erreurs d’une étape, ensemble, ou ce qu’est devenu un envoi.',
  'summary-row': 'Une réponse de la relecture.',
  change: '« Modifier », dans la relecture.',
  footer: 'Le pied, avec ce qui fait avancer.',
  primary: 'Le bouton principal d’une vue.',
  secondary: 'Un bouton à côté de lui.',
  reference: 'Le numéro du signalement, après l’envoi.',
  help: 'Les lignes d’aide, après l’envoi.',
};

/** The receiver's routes in words, by method and path. */
export const ROUTES_FR: Readonly<Record<string, string>> = {
  'post /v1/reports': 'Remet un signalement.',
  'options /v1/reports': 'Dit aux navigateurs ce qu’une page peut envoyer.',
  'post /v1/follow-up':
    'Dit ce qu’est devenu un signalement, à qui en a le code, et y ajoute une réponse à une question.',
  'options /v1/follow-up': 'Dit aux navigateurs ce qu’une page peut demander.',
  'get /v1/challenge':
    'Donne une preuve de travail, là où le prochain signalement de cette source en demande une pour être de confiance.',
  'get /health': 'Dit que le processus répond.',
  'get /ready': 'Dit si un signalement peut être enregistré maintenant.',
  'get /report.schema.json': 'Le schéma JSON des signalements.',
  'get /openapi.json': 'Ce document.',
  'get /problems': 'Pourquoi des signalements sont refusés, et que faire dans chaque cas.',
};

/** The settings of the receiver. */
export const SETTINGS_FR: Readonly<Record<SettingName, string>> = {
  PORT: 'port où écouter',
  HOST: 'adresse où écouter',
  DATABASE_URL:
    'base qui garde les signalements : `sqlite:chemin`, ou `postgres://utilisateur:motdepasse@hôte/base` (PostgreSQL 13 ou plus récent ; le mot de passe peut venir par `PGPASSWORD`) ; avec un serveur de secours qui peut prendre le relais, les deux : `postgres://utilisateur:motdepasse@hôte1,hôte2/base?target_session_attrs=read-write`',
  SYNCHRONOUS_STANDBY:
    '`1` ne confirme aucun signalement qu’un serveur de secours synchrone de PostgreSQL n’a pas ; les commandes n’en lisent pas non plus',
  ORIGINS:
    'sites dont les pages peuvent envoyer des signalements : origines exactes, séparées par des virgules, ou `*` pour tous ; les autres reçoivent 403',
  TRUSTED_PROXIES:
    'serveurs mandataires dont `X-Forwarded-For` est cru : adresses ou réseaux, séparés par des virgules',
  PARTNERS:
    'fichier JSON des sites connus par leur nom : une liste de `{"id", "origins": [], "perHour", "secretSha256"}` ; le dernier si le serveur du partenaire relaie les signalements : le SHA-256 de son secret, en hexadécimal',
  CHALLENGE_SECRET:
    'secret qui signe les preuves de travail, 32 caractères ou plus, le même pour tous les processus',
  FREE_REPORTS: 'signalements d’une même source, en dix minutes, sans preuve de travail',
  SEAL_KEYS:
    'empreintes des clés qui ouvrent les signalements scellés, telles que `cliquez-signalez keys` les affiche, séparées par des virgules ou des espaces ; ce qui est scellé pour une autre est refusé',
  SEALED_ONLY: '`1` refuse les signalements qui ne sont pas scellés',
  RECEIPT_KEY:
    'fichier de la clé privée qui signe les reçus et les refus, fait par `cliquez-signalez keys --receipts` : les formulaires qui ont sa moitié publique (`receipt-key`) n’en croient pas d’autres',
  LOW_TRUST_REPORTS:
    'signalements de faible confiance gardés en dix minutes sans preuve de travail ; un réseau peut en prendre un quart, une adresse un vingtième',
  DISK_RESERVE_MB: 'place que la faible confiance laisse libre sur le disque, en Mio (SQLite seul)',
  PROCESSES: 'nombre de processus qui se partagent les envois ; ce que chacun permet est divisé par lui',
  METRICS_PORT:
    'port des compteurs pour Prometheus, à `/metrics`, sans un mot des personnes ; jamais le port public',
  METRICS_HOST: 'adresse où les compteurs sont donnés',
  RETENTION_DAYS: 'jours après lesquels les signalements sont effacés, du disque aussi',
  RETENTION_CONFIRMED:
    'un jour, comme `2026-10-27`, qui confirme un effacement retenu (`erase-held` dans le journal) : les signalements plus anciens dont le temps est passé sont effacés, même s’ils sont si nombreux, ou le dernier si vieux, que l’horloge peut être fausse',
  FOLLOW_UP_DAYS:
    'jours pendant lesquels on dit encore ce qu’un signalement est devenu, après son effacement ; `0` : fini avec lui',
  WEBHOOK_URL:
    'adresse d’un programme qui est prévenu des signalements, signés selon Standard Webhooks : `https://…`, ou `http://127.0.0.1` sur cette machine',
  WEBHOOK_SECRET:
    'secret qui signe les messages, le même que celui du programme : `whsec_` et 24 à 64 octets en Base64 ; deux, séparés par une virgule, pendant qu’on le remplace',
  WEBHOOK_ON:
    '`urgent` : il est prévenu des seuls signalements urgents, jamais de ceux qui sont scellés ; `all` : de chacun',
  WEBHOOK_BODY:
    '`reference` : il apprend le numéro, la priorité et la minute ; `report` : tout le signalement',
  WEBHOOK_NETWORKS: 'réseaux privés où `WEBHOOK_URL` peut mener, séparés par des virgules',
  ALERT_MAIL:
    'adresses qui reçoivent un e-mail des signalements urgents, séparées par des virgules : des numéros, un e-mail par minute au plus',
  ALERT_FROM: 'adresse d’où vient l’e-mail',
  ALERT_LOCALE: 'langue de l’e-mail : `fr` ou `en`',
  SMTP_URL:
    'serveur d’e-mail, comme `smtps://utilisateur:motdepasse@hôte` ou `smtp://utilisateur:motdepasse@hôte:587`',
  HOTLINE_NAME:
    'nom de la plateforme dans les brouillons, les pages et les chiffres, sauf si `--hotline-name` le dit',
  HOTLINE_EMAIL: 'e-mail de la plateforme dans les brouillons, sauf si `--hotline-email` le dit',
};

type Unset = Extract<(typeof SETTINGS)[SettingName], { readonly unset: string }>['unset'];

/** What happens without a setting, by the English words. */
export const UNSET_FR: Readonly<Record<Unset, string>> = {
  none: 'aucun',
  never: 'jamais',
  'drawn at each start': 'tiré à chaque départ',
  'any envelope is stored': 'toute enveloppe est gardée',
  'receipts are not signed': 'les reçus ne sont pas signés',
  'a tenth of the disk, at most 1024': 'un dixième du disque, 1024 au plus',
  'nobody is told': 'personne n’est prévenu',
  'needed with `WEBHOOK_URL`': 'nécessaire avec `WEBHOOK_URL`',
  'needed with `ALERT_MAIL`': 'nécessaire avec `ALERT_MAIL`',
  'the first of `ALERT_MAIL`': 'la première de `ALERT_MAIL`',
};

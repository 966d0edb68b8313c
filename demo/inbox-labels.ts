// The words of the inbox: labels for the identifiers of a report.
import type { PlaceId } from '../src/core/report/places.ts';
import type {
  ACCOUNT_RELATIONS,
  CONTENT_TYPES,
  FOLLOW_UPS,
  IDENTIFIER_TYPES,
  ROLES,
  URL_CHANGES,
  URL_FLAGS,
} from '../src/core/report/vocabulary.ts';

type Labels<Ids extends readonly string[]> = Readonly<Record<Ids[number], string>>;

export const PLACE_LABELS: Readonly<Record<PlaceId, string>> = {
  website: 'Site ou page web',
  social_network: 'Réseau social',
  messaging: 'Messagerie',
  forum: 'Forum',
  image_board: 'Forum d’images',
  game: 'Jeu',
  live_stream: 'Direct',
  file_host: 'Hébergeur de fichiers',
  p2p: 'Pair à pair',
  tor: 'Réseau Tor',
  email: 'E-mail',
  sms_rcs: 'SMS ou RCS',
  ai_service: 'Service d’IA',
  mobile_app: 'Application mobile',
  search_result: 'Résultat de recherche',
  other: 'Autre lieu',
};

export const ROLE_LABELS: Labels<typeof ROLES> = {
  witness: 'Témoin',
  victim: 'Personne visée',
  parent_or_guardian: 'Parent ou tuteur',
  relative_or_friend: 'Pour un enfant ou un proche',
  child_protection_professional: 'Protection de l’enfance',
  other_professional: 'Autre métier',
  prefer_not_to_say: 'Non précisé',
};

export const FOLLOW_UP_LABELS: Labels<typeof FOLLOW_UPS> = {
  none: 'Aucune, anonyme',
  code: 'Par code de suivi',
  email: 'Par e-mail',
};

export const CHANGE_LABELS: Labels<typeof URL_CHANGES> = {
  trimmed: 'espaces et ponctuation retirés autour',
  scheme_added: 'https:// ajouté',
  refanged: 'adresse désarmée remise en forme',
  host_lowercased: 'nom du site en minuscules',
  punycode: 'nom du site en Punycode',
  default_port_removed: 'port par défaut retiré',
  tracking_removed: 'paramètres de suivi retirés',
  sharer_id_removed: 'identifiant de partage retiré',
  redirect_unwrapped: 'redirection dépliée',
  search_result_unwrapped: 'sortie d’une page de recherche',
  view_source_removed: 'view-source: retiré',
  text_fragment_removed: 'renvoi à un passage retiré',
  split_from_list: 'séparée d’une liste',
};

export const FLAG_LABELS: Labels<typeof URL_FLAGS> = {
  home_page_only: 'page d’accueil seule',
  search_engine_page: 'page de moteur de recherche',
  short_link: 'lien court, non suivi',
  share_link: 'lien de partage',
  sharer_id_possible: 'peut nommer la personne qui partage',
  app_deep_link: 'lien d’application',
  private_link: 'lien privé',
  login_wall_likely: 'compte sans doute nécessaire',
  web_cache_or_archive: 'cache ou archive',
  onion_v2: 'adresse .onion ancienne (v2)',
  onion_checksum_failed: 'adresse .onion incomplète',
  tor_gateway: 'passerelle Tor',
  local_or_private_host: 'adresse locale ou privée',
  userinfo_present: 'nom ou mot de passe dans l’adresse',
  very_long: 'très longue',
  not_a_url: 'pas une adresse',
};

export const IDENTIFIER_LABELS: Labels<typeof IDENTIFIER_TYPES> = {
  account_handle: 'Pseudo',
  account_id: 'Numéro de compte',
  display_name: 'Nom affiché',
  profile_url: 'Lien du profil',
  group_name: 'Nom du groupe',
  group_id: 'Numéro du groupe',
  invite_link: 'Lien d’invitation',
  message_id: 'Numéro du message',
  post_id: 'Numéro de la publication',
  video_id: 'Numéro de la vidéo',
  stream_id: 'Numéro du direct',
  email_address: 'Adresse e-mail',
  email_message_id: 'Identifiant du message',
  phone_number: 'Numéro de téléphone',
  server_name: 'Nom du serveur',
  game_id: 'Identifiant du jeu',
  app_id: 'Identifiant de l’application',
  info_hash: 'Empreinte du torrent',
  file_name: 'Nom du fichier',
  file_hash: 'Empreinte du fichier',
  ip_address: 'Adresse IP',
  crypto_address: 'Adresse de cryptomonnaie',
  ai_conversation_link: 'Lien de conversation d’IA',
  ai_character: 'Personnage d’IA',
  other: 'Description du lieu',
};

/** Labels for members that the form does not name: other forms send them, or the form uses another name. */
/** Where a reference leads that is the reporter's own. */
export const OWN_FILE_LABEL = 'son propre dossier';

export const MEMBER_LABELS: Readonly<Record<string, string>> = {
  how: 'Trouvé',
  date: 'Vu le',
  time: 'Vu à',
  timeZone: 'Fuseau horaire',
  types: 'Nature du contenu',
  language: 'Langue du contenu',
  accountId: 'Numéro du compte',
  displayName: 'Nom affiché',
  relation: 'Rôle du compte',
  knownToReporter: 'Compte connu de qui signale',
  locationIds: 'Endroits',
  country: 'Pays',
  name: 'Nom',
  to: 'Signalé à',
  reference: 'Référence',
  placement: 'Emplacement',
  hostOrigin: 'Site',
};

/** Labels for values that only other forms send. */
export const OTHER_VALUES: Labels<typeof CONTENT_TYPES> & Labels<typeof ACCOUNT_RELATIONS> = {
  text: 'Texte',
  image: 'Image',
  video: 'Vidéo',
  audio: 'Son',
  live_video: 'Vidéo en direct',
  drawing: 'Dessin',
  app: 'Application',
  game: 'Jeu',
  product: 'Produit',
  link: 'Lien',
  author: 'Auteur',
  buyer_or_client: 'Acheteur ou client',
  recruiter: 'Recruteur',
  group_admin: 'Responsable du groupe',
  other: 'Autre',
  unknown: 'Je ne sais pas',
};

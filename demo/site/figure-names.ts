// The French names of what was measured. The records have English ones: a row without a French name stops the build.

/** Names of rows, of figures and of units, as the records write them. */
const FRENCH: Readonly<Record<string, string>> = {
  // Sizes
  'Before a click': 'Avant un clic',
  'Until step 1 shows, in French': 'Jusqu’à la première étape, en français',
  'The whole form, in French': 'Tout le formulaire, en français',
  'English, all of it': 'L’anglais, en entier',
  'The longest of the further languages, without what few people open':
    'La plus longue des autres langues, sans ce que peu de gens ouvrent',
  'The longest of the further languages, all of it': 'La plus longue des autres langues, en entier',
  'What few people open (the exact report, “Faire retirer”, “Porter plainte”, other services), in French':
    'Ce que peu de gens ouvrent (signalement exact, « Faire retirer », « Porter plainte », autres services), en français',
  'The services by name, where somebody has no link': 'Les services par leur nom, pour qui n’a pas le lien',
  'A choice of languages in the form (`languages`, `easy`), without the languages':
    'Un choix de langues dans le formulaire (`languages`, `easy`), sans les langues',
  'The form on one page, for teams that report often (`flow="page"`)':
    'Le formulaire sur une page, pour les équipes qui signalent souvent (`flow="page"`)',
  'More links than one report has, without its strings':
    'Plus de liens que n’en a un signalement, sans ses textes',
  'What became of a report (`follow-up`), without its strings':
    'Le suivi des signalements (`follow-up`), sans ses textes',
  'Practice (`practice`)': 'L’entraînement (`practice`)',
  'Sealed reports (`public-key`)': 'Signalements scellés (`public-key`)',
  'A proof of work (`challenge`)': 'Une preuve de travail (`challenge`)',
  'Receipts that are proved (`receipt-key`)': 'Des reçus prouvés (`receipt-key`)',
  'A look for what is wrong (`check()`, `debug`)': 'Le diagnostic (`check()`, `debug`)',
  'Isolated mode (`src`), on the page, instead of the form':
    'Le mode isolé (`src`), dans la page, à la place du formulaire',
  'The single-file bundle, both languages': 'Le fichier unique, deux langues',
  'The npm way, built by Vite, before a click': 'Par npm, construit par Vite, avant un clic',
  // Traces
  'Shared to the application, the form left open': 'Partagée vers l’application, formulaire resté ouvert',
  'Shared to the application, and reported': 'Partagée vers l’application, et signalée',
  'Shared to the application without its worker': 'Partagée vers l’application sans son programme',
  'Pasted into the application': 'Collée dans l’application',
  'For comparison: in the query of an address (GET)': 'Comparaison : dans la requête d’une adresse (GET)',
  'For comparison: in the fragment of an address': 'Comparaison : dans le fragment d’une adresse',
  'For comparison: a POST that a server answers with a page':
    'Comparaison : un POST auquel un serveur répond par une page',
  cache: 'cache',
  history: 'historique',
  session: 'session',
  statistics: 'statistiques',
  // Costs
  'Page to button, Fast 4G, module tag': 'De la page au bouton, 4G rapide, module',
  'Page to button, Fast 4G, `embed.js`': 'De la page au bouton, 4G rapide, `embed.js`',
  'Tap to form, Fast 4G, no hover': 'De l’appui au formulaire, 4G rapide, sans survol',
  'Tap to first field half opaque, Fast 4G, no hover':
    'De l’appui au premier champ à demi opaque, 4G rapide, sans survol',
  'Tap to first field half opaque, from memory, no hover':
    'De l’appui au premier champ à demi opaque, fichiers en mémoire, sans survol',
  'Main thread until idle after a tap, no hover':
    'Processeur pour un appui et tout ce qui le suit, sans survol',
  'Main thread until idle after a tap, no hover, 4 × slower':
    'Processeur pour un appui et tout ce qui le suit, sans survol, appareil 4 fois plus lent',
  'Blocking time of the later part, 4 × slower':
    'Blocage par la suite du formulaire, appareil 4 fois plus lent',
  'Main thread for a tap, no hover': 'Processeur pour un appui, sans survol',
  'Main thread for a tap, no hover, 4 × slower':
    'Processeur pour un appui, sans survol, appareil 4 fois plus lent',
  'Script at load, 1 button': 'Script au chargement, 1 bouton',
  'Script at load, 10 buttons': 'Script au chargement, 10 boutons',
  'Script at load, 100 buttons': 'Script au chargement, 100 boutons',
  'Script at load, 1,000 buttons': 'Script au chargement, 1 000 boutons',
  'Putting 1,000 into the page': 'Poser 1 000 boutons dans la page',
  'Heap of a button': 'Mémoire d’un bouton',
  'Nodes of a button': 'Nœuds d’un bouton',
  'Listeners of a button': 'Écouteurs d’un bouton',
  'Main thread when the pointer comes': 'Processeur à l’arrivée du pointeur',
  'Main thread for an opening': 'Processeur pour une ouverture',
  'Click to form, Fast 4G, cold cache': 'Du clic au formulaire, 4G rapide, cache vide',
  'Click to form, Fast 4G, warm cache': 'Du clic au formulaire, 4G rapide, cache plein',
  'Forms seen a frame before they had focus': 'Formulaires vus une image avant d’avoir le focus',
  'Slowest interaction, 4 × slower': 'Interaction la plus lente, appareil 4 fois plus lent',
  'Blocking time at load, 4 × slower': 'Blocage au chargement, appareil 4 fois plus lent',
  'Blocking time at load, 6 × slower': 'Blocage au chargement, appareil 6 fois plus lent',
  'Layout shift': 'Déplacement de la page',
  'Nodes after 400 openings': 'Nœuds en plus après 400 ouvertures',
  'Listeners after 400 openings': 'Écouteurs en plus après 400 ouvertures',
  'Heap after 400 openings': 'Mémoire en plus après 400 ouvertures',
  'Script of a key in 10,000 characters': 'Script d’une touche, dans un texte de 10 000 caractères',
  bytes: 'octets',
  // The receiver
  'A handler that stores nothing': 'Un programme qui n’enregistre rien',
  'SQLite, 1 process': 'SQLite, 1 processus',
  'PostgreSQL, 1 process': 'PostgreSQL, 1 processus',
  'PostgreSQL, 2 processes': 'PostgreSQL, 2 processus',
  'PostgreSQL, 4 processes': 'PostgreSQL, 4 processus',
  '10,000 faulted submissions, SQLite': '10 000 envois que l’on fait échouer, SQLite',
  '10,000 faulted submissions, PostgreSQL': '10 000 envois que l’on fait échouer, PostgreSQL',
  'Export of 100,000 reports, SQLite': 'Export de 100 000 signalements, SQLite',
  'Flood of 50 reports/s from 1 address, 60 s': 'Inondation\u00A0: 50 signalements/s d’une adresse, 60 s',
  'Flood of 500 reports/s from 1,000 addresses, 60 s':
    'Inondation\u00A0: 500 signalements/s de 1 000 adresses, 60 s',
  'Flood of 500 reports/s of 15 kB from 65,536 addresses of one /48, 60 s':
    'Inondation\u00A0: 500 signalements/s de 15 ko, de 65 536 adresses d’un même /48, 60 s',
  'Hostile load: 1,000 slow sockets, bodies of 1 GB, a gzip bomb, costly JSON':
    'Charge hostile\u00A0: 1 000 connexions lentes, corps de 1 Go, bombe gzip, JSON coûteux',
  'Schema and validators, 200,000 reports': 'Schéma et validateurs, 200 000 signalements',
  '100,000 stored, erased or repeated reports with kills, SQLite':
    '100 000 signalements gardés, effacés ou répétés, processus tué, SQLite',
  '100,000 stored, erased or repeated reports with kills, PostgreSQL':
    '100 000 signalements gardés, effacés ou répétés, processus tué, PostgreSQL',
  '1,000,000 requests, two PostgreSQL servers that fail':
    'Un million de requêtes, deux serveurs PostgreSQL que l’on fait tomber',
  '200,000 requests with SYNCHRONOUS_STANDBY=1, two PostgreSQL servers that fail':
    '200 000 requêtes avec SYNCHRONOUS_STANDBY=1, deux serveurs PostgreSQL que l’on fait tomber',
  'days made older': 'jours vieillis à la main',
  faults: 'pannes',
  'acknowledged and lost': 'confirmés et perdus',
  'stored twice': 'gardés deux fois',
  'with two numbers': 'sous deux numéros',
  'not confirmed at once': 'non confirmées du premier coup',
  'not ready within': '« pas prêt » en',
  'ready after a promotion within': '« prêt » après une promotion en',
  '100,000': '100 000',
  '1,000,000': '1 000 000',
  '10,000,000': '10 000 000',
  GiB: 'Gio',
  'on disk': 'sur le disque',
  'a day: export': 'un jour\u00A0: export',
  'a day: memory of the export': 'un jour\u00A0: mémoire de l’export',
  'a day: export of the urgent ones': 'un jour\u00A0: export des urgents',
  'a day: export as CSV': 'un jour\u00A0: export en CSV',
  'a day: erased': 'un jour\u00A0: effacement',
  'head of the log': 'tête du journal',
  'start of the receiver': 'démarrage du récepteur',
  'a report, half answered within': 'un signalement, la moitié des réponses en',
  'a report, 99 % answered within': 'un signalement, 99 % des réponses en',
  'memory of the receiver': 'mémoire du récepteur',
  '2,000 new ones: export': '2 000 nouveaux\u00A0: export',
  '2,000 new ones: backup': '2 000 nouveaux\u00A0: sauvegarde',
  '2,000 new ones: verify': '2 000 nouveaux\u00A0: vérification',
  'a month of a partner: figures': 'un mois d’un partenaire\u00A0: chiffres',
  'a year: figures': 'une année\u00A0: chiffres',
  'all urgent and sealed ones: export': 'tous les urgents et scellés\u00A0: export',
  'everything: verify': 'tout\u00A0: vérification',
  'everything: memory of verify': 'tout\u00A0: mémoire de la vérification',
  'everything: export': 'tout\u00A0: export',
  operations: 'opérations',
  kills: 'processus tué',
  'Alerts: two processes, one killed before each statement and request, SQLite':
    'Alertes : deux processus, dont l’un est tué avant chaque instruction et chaque requête, SQLite',
  'Alerts: two processes, one killed before each statement and request, PostgreSQL':
    'Alertes : deux processus, dont l’un est tué avant chaque instruction et chaque requête, PostgreSQL',
  'Alerts: a week without an answer, SQLite': 'Alertes : une semaine sans réponse, SQLite',
  'Alerts: a week without an answer, PostgreSQL': 'Alertes : une semaine sans réponse, PostgreSQL',
  'urgent reports': 'signalements urgents',
  'reports nobody was told of': 'signalements dont personne n’a été prévenu',
  'repeated under the same id': 'répétées sous le même identifiant',
  'repeated after they were taken': 'répétés après avoir été pris',
  'reports under two ids': 'signalements sous deux identifiants',
  'attempts in vain': 'essais sans succès',
  'messages that waited at its end': 'messages en attente à la fin',
  'rows changed by hand': 'lignes modifiées à la main',
  'changes not found': 'modifications non trouvées',
  'false alarms': 'fausses alertes',
  'reports a second': 'signalements par seconde',
  'half answered within': 'la moitié reçoit sa réponse en',
  '99 % answered within': '99 % reçoivent leur réponse en',
  'processor time a report': 'processeur par signalement',
  '… of the database': '… dont la base',
  'disk a report': 'disque par signalement',
  'cores busy': 'cœurs occupés',
  'not answered 201': 'sans réponse 201',
  lost: 'perdus',
  doubled: 'doublés',
  altered: 'altérés',
  'unconfirmed, and said so': 'non confirmés, et le formulaire le dit',
  'of them stored': 'dont enregistrés',
  requests: 'requêtes',
  'receiver killed': 'récepteur tué',
  duration: 'durée',
  'jsonl: duration': 'jsonl\u00A0: durée',
  'jsonl: peak memory': 'jsonl\u00A0: mémoire au plus',
  'csv: duration': 'csv\u00A0: durée',
  'csv: peak memory': 'csv\u00A0: mémoire au plus',
  'honest reports': 'signalements honnêtes',
  'honest refused': 'honnêtes refusés',
  'honest reports refused': 'honnêtes refusés',
  'honest 99 % answered within': 'honnêtes\u00A0: 99 % reçoivent leur réponse en',
  'honest p99': 'honnêtes\u00A0: 99 % reçoivent leur réponse en',
  'flood stored': 'inondation enregistrée',
  'flood slowed down': 'inondation ralentie',
  'memory growth': 'mémoire en plus',
  'longest stay of a slow socket': 'connexion lente gardée au plus',
  'broken on purpose': 'cassés exprès',
  disagreements: 'désaccords',
  'reserve of the disk': 'réserve du disque',
  'free at the end': 'libre à la fin',
  times: 'fois',
  MiB: 'Mio',
  // Attacks
  'Copies of the page, as analytics make them': 'Copies de la page, comme en font les mesures d’audience',
  'Savers of forms': 'Extensions qui sauvegardent les formulaires',
  'Events and changes, as the page gets them': 'Événements et changements, tels que la page les reçoit',
  'Address, title, history, storage, list of loaded files':
    'Adresse, titre, historique, stockage, liste des fichiers chargés',
  'Logging every key': 'Noter chaque touche',
  'Reading the fields in the widget': 'Lire les champs du composant',
  'Changing the page’s `fetch`, `JSON`, fields and cryptography':
    'Remplacer `fetch`, `JSON`, les champs et la cryptographie de la page',
  'Reading requests in a service worker': 'Lire les requêtes dans un service worker',
  'Reading frames and their messages': 'Lire les cadres et leurs messages',
  'Measuring sizes, scrolling, focus, messages and requests':
    'Mesurer tailles, défilement, focus, messages et requêtes',
  'A style sheet alone': 'Une feuille de style seule',
  'Taking the keyboard while somebody types': 'Prendre le clavier pendant que quelqu’un écrit',
  'Following the pointer under something transparent': 'Suivre le pointeur sous quelque chose de transparent',
  'Putting something else in its place': 'Mettre autre chose à sa place',
  'Learning that somebody opened the form': 'Apprendre que quelqu’un a ouvert le formulaire',
  Script: 'Script',
  'Script, sealed': 'Script, scellé',
  Isolated: 'Isolé',
  Link: 'Lien',
  // Policies
  'The strictest that works: nonce, `strict-dynamic`, Trusted Types':
    'La plus stricte qui marche\u00A0: nonce, `strict-dynamic`, Trusted Types',
  'No policy': 'Aucune politique',
  'Files on the page’s own site': 'Fichiers du site même',
  'Allowed hosts': 'Hôtes autorisés',
  'Nonce alone': 'Nonce seul',
  'The one to take: nonce and `strict-dynamic`': 'Celle à prendre\u00A0: nonce et `strict-dynamic`',
  'Hash of the script': 'Empreinte du script',
  'Hash of the script and `strict-dynamic`': 'Empreinte du script et `strict-dynamic`',
  'Trusted Types, policies not listed': 'Trusted Types, politiques non listées',
  'Trusted Types, ours listed after another one': 'Trusted Types, la nôtre listée après une autre',
  'Trusted Types, no policy allowed': 'Trusted Types, aucune politique permise',
  'Only another policy listed, Trusted Types not required':
    'Seule une autre politique listée, Trusted Types non exigé',
  'Endpoint not in `connect-src`': 'Adresse d’envoi absente de `connect-src`',
  'Scripts blocked': 'Scripts interdits',
  'Sandbox with the page’s origin': 'Bac à sable, avec l’origine de la page',
  'Sandbox without forms': 'Bac à sable, sans formulaires',
  'Sandbox without origin': 'Bac à sable, sans origine',
  'Report-Only, the strictest that works': 'Report-Only, la plus stricte qui marche',
  'Report-Only, nothing allowed': 'Report-Only, rien de permis',
  'Integrity-Policy, beside the strictest that works': 'Integrity-Policy, avec la plus stricte qui marche',
};

/** Names that are the same in both languages. */
const SHARED = new Set(['', 'ms', 's', 'µs', 'kB', '/s', 'Script']);

/**
 * A name in a language.
 * @throws where French has none: the row is new
 */
export function named(language: 'fr' | 'en', name: string): string {
  if (language === 'en' || SHARED.has(name)) return name;
  const french = FRENCH[name];
  if (french === undefined)
    throw new Error(`demo/site/figure-names.ts has no French name for « ${name} ». Add one.`);
  return french;
}

// The source and day of each number and site, by country. Separate from the data, because no reporter needs it: the
// browser never loads it. A test fails if a country shows something without a source, or if a source is too old.

/** The source of a line. */
export interface HelpSource {
  /** Page that confirms that the line answers in the country. */
  readonly source: string;
  /** Day on which the page was read: `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

const readOn =
  (checkedOn: string) =>
  (source: string): HelpSource => ({ source, checkedOn });
const read = readOn('2026-11-26');
// Read in the project's research, which names these sites as the sources of the numbers and hours of France.
const readForFrance = readOn('2026-11-24');

// Pages about French overseas territories, each of which the page names, unless a note says otherwise.
const readOverseas = readOn('2026-11-29');
// The break of June 2021: 15, 17, 18 and 112 in Guadeloupe, Martinique and Guyane; the Samu of Guadeloupe answers for
// Saint-Martin and Saint-Barthélemy.
const ANTILLES_EMERGENCY = readOverseas(
  'https://la1ere.francetvinfo.fr/guadeloupe/les-numeros-d-urgence-des-pompiers-du-samu-et-de-la-police-connaissent-des-dysfonctionnements-dans-plusieurs-departements-1024690.html',
);
const REUNION_EMERGENCY = readOverseas(
  'https://la1ere.francetvinfo.fr/reunion/panne-des-numeros-d-urgence-orange-annonce-un-retablissement-du-reseau-1025041.html',
);
// A minister on 112 and 114 in all overseas departments, of which Mayotte is one.
const GUYANE_EMERGENCY = readOverseas(
  'https://www.franceguyane.fr/actualite/societe-social-emploi/lutte-contre-les-violence-intrafamiliales-le-point-sur-les-mesures-en-guyane-467972.php',
);
const ISLANDS_POLICE = readOverseas('https://www.faxinfo.fr/en/securite-faites-le-17/');
const DEPARTMENTS_119 = readOverseas('https://asvlhb.fr/violences-intra-familiales');
// « Sur tout le territoire français, y compris l’Outre-Mer ».
const ISLANDS_119 = readOverseas(
  'https://www.comstmartin.fr/en/thematiques/solidarite-sante-et-famille/aide-sociale-a-lenfance/signaler-un-enfant-en-danger',
);
const CALLS_3919 = readOverseas(
  'https://la1ere.francetvinfo.fr/violences-faites-aux-femmes-le-3919-bientot-disponible-24h-24-1044319.html',
);
const GUADELOUPE_3114 = readOverseas(
  'https://la1ere.francetvinfo.fr/guadeloupe/prevention-du-suicide-le-numero-national-3114-active-en-guadeloupe-et-dans-les-iles-du-nord-1482872.html',
);
// « Depuis la France métropolitaine et l’outre-mer ».
const MAYOTTE_3114 = readOverseas(
  'https://www.mayotte.ars.sante.fr/3114-le-numero-national-de-prevention-du-suicide',
);
// The official site of the administrations of New Caledonia, on violence.
const CALEDONIAN_LINES = readOverseas(
  'https://service-public.nc/fiches-pratiques/je-suis-victime-temoin-ou-auteur-de-violences',
);
/** Sites, which answer wherever there is Internet. */
const SITES = {
  takeitdown: readForFrance('https://takeitdown.ncmec.org'),
  stopncii: readForFrance('https://stopncii.org'),
  disrupt: readForFrance('https://pointdecontact.net/disrupt'),
};

// Pages about several countries. Each page names every country that cites it.
const EMERGENCY = read('https://vugd.gov.lv/en/single-emergency-call-number-112-europe');
const NORTH_AMERICA = read('https://en.wikipedia.org/wiki/112_(emergency_telephone_number)');
const MISSING = read('https://missingchildreneurope.eu/hotline');
const VICTIMS = read(
  'https://victim-support.eu/news/joint-statement-on-116-006-the-european-victim-support-line/',
);
const CHILD = read(
  'https://docslib.org/doc/1886649/awareness-of-the-116-111-child-helpline-number-a-report-on-the-findings-of-an-evaluation-in-five-european-countries',
);
// The Commission's list of trusted flaggers, as it was on 2026-06-08.
const FLAGGER = read('https://github.com/kraboo-labs/dsa-data');
const FRENCH_EMERGENCY = readForFrance('https://www.service-public.fr');

/** Sources by country: of each emergency number, by number, and of each line, by identifier. */
export const HELP_SOURCES: Readonly<Record<string, Readonly<Record<string, HelpSource>>>> = {
  FR: {
    '17': FRENCH_EMERGENCY,
    '15': FRENCH_EMERGENCY,
    '112': FRENCH_EMERGENCY,
    '114': FRENCH_EMERGENCY,
    // The page was updated on 2025-11-07.
    '3018': readForFrance('https://solidarites.gouv.fr'),
    '119': readForFrance('https://www.allo119.gouv.fr'),
    '3114': readForFrance('https://3114.fr'),
    '3919': readForFrance('https://www.tf1info.fr'),
    '116006': readForFrance('https://www.service-public.fr'),
    '3928': readForFrance('https://www.antidiscriminations.fr'),
    radicalisation: readForFrance('https://www.24matins.fr'),
    rape: readForFrance('https://www.madmoizelle.com'),
    youth: readForFrance('https://www.axaprevention.fr'),
    cyber: readForFrance('https://www.generation-nt.com'),
    police: readForFrance('https://arretonslesviolences.gouv.fr'),
    pharos: readForFrance('https://www.service-public.fr'),
    ...SITES,
  },
  GP: {
    '17': readOverseas(
      'https://www.rci.fm/guadeloupe/infos/Informations-pratiques/Violences-la-maison-pendant-le-confinement-comment-alerter',
    ),
    '15': ANTILLES_EMERGENCY,
    '112': ANTILLES_EMERGENCY,
    '114': readOverseas(
      'https://la1ere.francetvinfo.fr/guadeloupe/les-donnees-chiffrees-de-la-lutte-contre-les-violences-faites-aux-femmes-en-guadeloupe-896572.html',
    ),
    // A newspaper of Guadeloupe: calls reach the rectorate there.
    '3018': readOverseas(
      'https://www.nouvellesetincelles.fr/article/4363/Rester-vigilant-face-au-harcelement-scolaire.html',
    ),
    '119': readOverseas(
      'https://www.rci.fm/guadeloupe/infos/Informations-pratiques/Violences-la-maison-pendant-le-confinement-comment-alerter',
    ),
    '3114': GUADELOUPE_3114,
    '3919': CALLS_3919,
    ...SITES,
  },
  MQ: {
    '17': ANTILLES_EMERGENCY,
    '15': ANTILLES_EMERGENCY,
    '112': ANTILLES_EMERGENCY,
    '114': readOverseas(
      'https://www.zayactu.org/2020/04/un-systeme-dalerte-par-sms-pour-les-victimes-de-violences-intrafamiliales',
    ),
    '119': DEPARTMENTS_119,
    '3114': readOverseas(
      'https://blogdinfosuicide.blogspot.com/2025/06/un-centre-de-reponse-3114-ete-inaugure.html',
    ),
    '3919': CALLS_3919,
    ...SITES,
  },
  GF: {
    '17': readOverseas(
      'https://la1ere.francetvinfo.fr/guyane/ouest-guyanais/guyane/violences-contre-les-femmes-que-faire-dans-l-urgence-1162975.html',
    ),
    '15': ANTILLES_EMERGENCY,
    '112': GUYANE_EMERGENCY,
    '114': GUYANE_EMERGENCY,
    '119': DEPARTMENTS_119,
    '3114': readOverseas(
      'https://outremers360.com/bassin-atlantique-appli/guyane-vers-un-centre-dappel-base-localement-du-3114-dedie-aux-personnes-en-detresse',
    ),
    '3919': CALLS_3919,
    ...SITES,
  },
  RE: {
    '17': REUNION_EMERGENCY,
    '15': REUNION_EMERGENCY,
    '112': REUNION_EMERGENCY,
    '114': readOverseas('https://www.info.urgence114.fr/114/actualites'),
    '119': readOverseas('https://www.ville-port.re/violences-intrafamiliales-permanences-et-accompagnement/'),
    '3114': readOverseas(
      'https://linfo.re/la-reunion/sante/les-appels-au-3114-numero-national-de-prevention-suicide-peuvent-desormais-etre-geres-localement',
    ),
    '3919': readOverseas(
      'https://www.temoignages.re/social/violences-conjugales-le-3919-accessible-en-creole-reunionnais',
    ),
    ...SITES,
  },
  YT: {
    '17': readOverseas(
      'http://www.mayotte.gouv.fr/Actualites/Communiques-de-presse/Communique-de-presse-2020/Lutte-contre-les-violences-conjugales-et-intrafamiliales-pendant-le-confinement-a-Mayotte',
    ),
    '15': readOverseas(
      'https://lejournaldemayotte.yt/2025/10/04/urgences-a-mayotte-lars-signale-un-dysfonctionnement-du-15',
    ),
    '112': GUYANE_EMERGENCY,
    '114': GUYANE_EMERGENCY,
    '119': DEPARTMENTS_119,
    '3114': MAYOTTE_3114,
    '3919': CALLS_3919,
    ...SITES,
  },
  // 112 has no source of its own in the next three: every mobile phone takes it for an emergency call.
  BL: {
    '17': ISLANDS_POLICE,
    '15': ANTILLES_EMERGENCY,
    '119': ISLANDS_119,
    '3114': GUADELOUPE_3114,
    ...SITES,
  },
  MF: {
    '17': ISLANDS_POLICE,
    '15': ANTILLES_EMERGENCY,
    '119': ISLANDS_119,
    '3114': GUADELOUPE_3114,
    ...SITES,
  },
  PM: {
    '15': readOverseas(
      'http://saint-pierre-et-miquelon.pref.gouv.fr/Services-de-l-Etat/Autres-organismes/Le-Centre-Hospitalier-Francois-Dunan',
    ),
    '119': readOverseas(
      'https://la1ere.francetvinfo.fr/saintpierremiquelon/protocole-federer-tous-partenaires-autour-protection-enfance-760651.html',
    ),
    '3114': MAYOTTE_3114,
    '3919': readOverseas(
      'https://la1ere.francetvinfo.fr/saintpierremiquelon/des-numeros-pour-lutter-contre-l-isolement-pendant-le-confinement-819926.html',
    ),
    ...SITES,
  },
  // 112 has no source of its own in the next three either.
  NC: {
    '17': readOverseas(
      'https://la1ere.francetvinfo.fr/nouvellecaledonie/province-sud/noumea/1022-un-nouveau-numero-d-urgence-pour-noumea-919606.html',
    ),
    '15': readOverseas('https://dass.gouv.nc/particuliers-info-gestion-crise'),
    child: CALEDONIAN_LINES,
    listen: CALEDONIAN_LINES,
    victims: CALEDONIAN_LINES,
    ...SITES,
  },
  PF: {
    // The country's directorate of youth, on children in danger.
    '17': readOverseas('https://www.jeunesseetsport.com/signalement'),
    '15': readOverseas(
      'https://www.tntv.pf/tntvnews/polynesie/societe/la-geolocalisation-mobile-avancee-en-service-pour-les-appels-durgence/',
    ),
    '119': readOverseas(
      'https://www.service-public.pf/dsfe/2021/10/28/mise-en-place-du-119-en-polynesie-francaise/',
    ),
    // Free from a fixed telephone, day and night.
    listen: readOverseas('https://aiamag.com/les-missions-vitales-de-s-o-s-suicide'),
    ...SITES,
  },
  WF: {
    '17': readOverseas(
      'https://la1ere.francetvinfo.fr/wallisfutuna/depression-tropical-faible-wallis-alerte-1-12h30-557859.html',
    ),
    ...SITES,
  },
  AT: {
    '112': EMERGENCY,
    victims: VICTIMS,
    missing: MISSING,
    child: MISSING,
    hotline: read('https://www.nic.at/en/good_to_know/security/stopline'),
  },
  BE: { '112': EMERGENCY, missing: MISSING, hotline: FLAGGER },
  BG: {
    '112': EMERGENCY,
    child: read(
      'http://animusassociation.org/en/programs-and-services/bulgarian-national-help-line-for-children/',
    ),
    online: read(
      'https://bntnews.bg/news/rise-in-calls-from-children-with-suicidal-thoughts-in-2025-1378264news.html',
    ),
    missing: MISSING,
    hotline: read('https://inhope.org/EN/articles/child-safety-in-bulgaria'),
  },
  CH: {
    '112': EMERGENCY,
    missing: MISSING,
    hotline: read('https://www.kinderschutz.ch/angebote/praeventionsangebote/clickandstop'),
  },
  CY: {
    '112': EMERGENCY,
    online: read(
      'https://cyprus-mail.com/2018/09/17/cybersafety-helpline-receives-almost-1000-calls-in-first-year/',
    ),
    missing: MISSING,
  },
  CZ: {
    '112': EMERGENCY,
    victims: VICTIMS,
    missing: MISSING,
    hotline: read('https://stopline.cz/en/o-nas/'),
  },
  DE: {
    '112': EMERGENCY,
    victims: VICTIMS,
    missing: MISSING,
    hotline: read('https://www.internet-beschwerdestelle.de'),
  },
  DK: { '112': EMERGENCY, victims: VICTIMS, missing: MISSING, hotline: FLAGGER },
  EE: {
    '112': EMERGENCY,
    child: read('https://www.lasteabi.ee/en/about-the-service/children-helpline-116-111/index.html'),
    victims: VICTIMS,
    missing: MISSING,
    hotline: read('https://www.targaltinternetis.ee/en/?p=703'),
  },
  ES: { '112': EMERGENCY, missing: MISSING },
  FI: { '112': EMERGENCY, victims: VICTIMS, missing: MISSING, hotline: FLAGGER },
  GR: { '112': EMERGENCY, child: CHILD, missing: MISSING, hotline: FLAGGER },
  HR: { '112': EMERGENCY, victims: VICTIMS, missing: MISSING, hotline: read('https://cnzd.org/hotline-hr') },
  HU: { '112': EMERGENCY, missing: MISSING, hotline: FLAGGER },
  IE: { '112': EMERGENCY, victims: VICTIMS, missing: MISSING, hotline: read('https://www.hotline.ie') },
  IS: { '112': EMERGENCY },
  IT: { '112': EMERGENCY, missing: MISSING, hotline: FLAGGER },
  LT: { '112': EMERGENCY, missing: MISSING },
  LU: { '112': EMERGENCY, missing: MISSING, hotline: FLAGGER },
  LV: {
    '112': EMERGENCY,
    child: read('https://www.bti.gov.lv/en/children-helpline'),
    victims: VICTIMS,
    missing: MISSING,
    hotline: FLAGGER,
  },
  MT: { '112': EMERGENCY, missing: MISSING, hotline: FLAGGER },
  NL: { '112': EMERGENCY, victims: VICTIMS, missing: MISSING, hotline: FLAGGER },
  NO: { '112': EMERGENCY },
  PL: {
    '112': EMERGENCY,
    child: read(
      'https://fdds.pl/podpisz-apel-o-szerokie-informowanie-dzieci-o-telefonie-zaufania-dla-dzieci-i-mlodziezy-116111.html',
    ),
    missing: MISSING,
    hotline: read(
      'https://www.betterinternetforkids.eu/web/portal/practice/hotlines/detail?articleId=6299319',
    ),
  },
  PT: { '112': EMERGENCY, child: CHILD, victims: VICTIMS, missing: MISSING, hotline: FLAGGER },
  RO: { '112': EMERGENCY, missing: MISSING, hotline: read('https://oradenet.ro/esc-abuz-en') },
  SE: { '112': EMERGENCY, victims: VICTIMS, missing: MISSING, hotline: FLAGGER },
  SI: { '112': EMERGENCY, missing: MISSING, hotline: read('https://www.spletno-oko.si/english/inhope') },
  SK: { '112': EMERGENCY, missing: MISSING, hotline: read('https://stopline.sk/sk/spracovanie-hlasenia/') },
  GB: {
    '999': read('https://reportharmfulcontent.com/who-are-we/'),
    missing: MISSING,
    hotline: read('https://www.iwf.org.uk/report/'),
  },
  UA: {
    missing: MISSING,
    hotline: read(
      'https://sknews.net/v-ukraini-zapustyly-portal-povidomlen-pro-seksualne-nasylstvo-nad-ditmy',
    ),
  },
  US: { '911': NORTH_AMERICA, hotline: read('https://report.cybertip.org/ispws/documentation/') },
  CA: { '911': NORTH_AMERICA, hotline: read('https://www.cybertip.ca') },
};

// The page names the police chat for a private matter with a person whom the reporter knows.
const POLICE_CHAT = read(
  'https://moncommissariat.interieur.gouv.fr/fr/demarches/le-portail-officiel-de-signalement-des-contenus-illicites-de-l-internet-pharos',
);
// Sheet F31979 of service-public.fr, on a town's site. It says what PHAROS takes, and that insults go to the police.
const PHAROS = read('https://agglo-paysdemeaux.fr/ma-ville-et-actualites/comarquage?xml=F31979');

/** Sources of the doors (other-doors.ts), by country and identifier. */
export const DOOR_SOURCES: Readonly<Record<string, Readonly<Record<string, HelpSource>>>> = {
  FR: {
    scam: readForFrance('https://www.generation-nt.com'),
    spam: read(
      'https://www.commentcamarche.net/securite/protection/30951-33-700-un-moyen-simple-pour-signaler-les-sms-et-les-appels-indesirables/',
    ),
    insult: PHAROS,
    dispute: POLICE_CHAT,
    television: read('https://www.arcom.fr/en/alert-us/how-does-arcom-react-your-alerts'),
    crime: PHAROS,
    home: readForFrance('https://www.allo119.gouv.fr'),
    thoughts: readForFrance('https://dispositifstop.fr'),
  },
};

const readNotes = readOn('2026-12-03');

/** Sources of what is said of a line of France (`notes`, `languages`), by line and note. */
export const NOTE_SOURCES: Readonly<Record<string, Readonly<Record<string, HelpSource>>>> = {
  // The text of service-public.fr on a town's site: free and without a name.
  '3018': {
    nameless: readNotes(
      'https://valauperche.fr/30-18-le-numero-unique-pour-les-jeunes-victimes-de-harcelement-et-de-violences-numeriques',
    ),
  },
  '119': {
    // In an emergency the line tells the services of first aid; otherwise the department's service for children.
    ...Object.fromEntries(
      ['nameless', 'unbilled', 'alerts'].map((note) => [
        note,
        readNotes('https://alfortville.fr/spip.php?id_document=8145&page=document'),
      ]),
    ),
    signing: readNotes('https://actionenfance.org/publications/119-allo-enfants-en-danger/'),
  },
  '3114': {
    languages: readNotes('https://www.mayotte.ars.sante.fr/3114-le-numero-national-de-prevention-du-suicide'),
  },
  '3919': {
    ...Object.fromEntries(
      ['nameless', 'signing', 'captions'].map((note) => [
        note,
        readNotes(
          'https://informations.handicap.fr/a-3919-femmes-sourdes-victimes-violences-aide-h24-31115.php',
        ),
      ]),
    ),
    // 185 languages.
    interpreter: readNotes(
      'https://www.womenforwomenfrance.org/fr/a-propos-de-nous/actualites/3919-le-numero-national-decoute-des-victimes-de-violences-sexistes-et-sexuelles-maintenant-disponible-dans-185-langues',
    ),
  },
  '3928': {
    // By video, from its site.
    signing: readOn('2026-12-07')(
      'https://www.rtl.fr/actu/debats-societe/plateforme-de-lutte-contre-les-discriminations-comment-ca-marche-7900001354',
    ),
  },
  '116006': {
    nameless: readNotes(
      'https://www.savoie.gouv.fr/Actualites/Actualites/Lancement-du-116-006-numero-d-aide-aux-victimes',
    ),
  },
};

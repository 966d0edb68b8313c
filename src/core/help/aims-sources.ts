// The source and day of each way in aims.ts that is no help line, of what its two sentences say, and of what to keep as
// proof (proof.ts). Separate from the data, as those of the lines are (sources.ts): the browser never loads it.

import type { CategoryId } from '../report/categories.ts';
import type { WayId, WayStep } from './aims.ts';
import type { CellCountry, DutyId } from './professionals.ts';
import type { HelpSource } from './sources.ts';

const read = (source: string, checkedOn = '2026-11-29'): HelpSource => ({ source, checkedOn });

const DSA = read('https://www.eu-digital-services-act.com/Digital_Services_Act_Article_16.html');
// A hash leaves the device, never the image; it works on platforms that participate; from around the world.
const TAKE_IT_DOWN = read(
  'https://www.wtap.com/prnewswire/2023/02/27/ncmec-launches-new-service-that-can-help-you-take-it-down/',
);
const STOP_NCII = read('https://stopncii.org/how-it-works/?lang=sv-se');
// « Reporting to the platforms » first; images of somebody under age, even if they are of age now, go to Take It Down.
const STOP_NCII_FAQ = read('https://stopncii.org/faq/?lang=ar-sa%2F');
const DISRUPT = read('https://pointdecontact.net/?p=14836');
// Article 15-3 of the French code of criminal procedure: any station takes any victim’s complaint.
const ANY_STATION = read(
  'https://lanorville-avocats.com/2021/03/09/le-refus-de-depot-de-plainte-par-les-services-de-police/',
);
// Article 804 of that code: it holds in New Caledonia, French Polynesia, Wallis and Futuna too.
const ANYWHERE_IN_FRANCE = read(
  'https://juriblio.fr/codes/code-de-procedure-penale/partie-legislative/livre-vi/titre-ier/chapitre-ier/article-804',
);
// The ministry: somebody under age may complain alone, or with an adult of their choice; the chat answers day and night.
const MINORS = read('https://www.masecurite.interieur.gouv.fr/fr/demarches-en-ligne/mineurs');
// Addresses, screenshots, names of accounts.
const BRING = read('https://qualiplainte.fr/porter-plainte-pour-cyberharcelement/');
const POLICE_CHAT = read(
  'https://www.police-nationale.interieur.gouv.fr/Actualites/L-actu-police/La-plateforme-numerique-de-signalement-des-violences-et-d-accompagnement-des-victimes-faciliter-la-liberation-de-la-parole',
);
const CYBER = read(
  'https://www.amf.asso.fr/documents-masecuriteinterieurgouvfr-guichet-unique-vers-les-teleservices-forces-securite-interieure/42710',
);
// Blackmail with images that harm somebody’s honour; FranceConnect.
const THESEE = read(
  'https://www.loiret.gouv.fr/Actualites/Thesee-la-plainte-en-ligne-pour-les-victimes-d-e-escroqueries',
);
// Sheet R45983 of service-public.fr, on a town’s site: three conditions at once, the person was never met, blackmailed,
// and asked for money.
const THESEE_CONDITIONS = read(
  'https://veigy-foncenex.fr/page-daccueil/services-et-demarches/services-a-la-population/demarches-administratives/copie-certifiee-conforme-dun-document-administratif/?xml=R45983',
  '2026-12-01',
);
const THESEE_ACCOUNT = read(
  'https://www.combs-la-ville.fr/890-7063/fiche/la-plainte-en-ligne-pour-les-arnaques-sur-internet-thesee.htm',
);
// Sheet F31979 of service-public.fr, on a town’s site.
const PHAROS = read('https://agglo-paysdemeaux.fr/ma-ville-et-actualites/comarquage?xml=F31979');
// Hotlines take anonymous reports and act to have content removed.
const HOTLINES = read('https://www.inhope.org/EN/hotline-guide');

// For one’s own name; each engine has a form, and one gives the addresses of the results.
const SEARCH = read(
  'https://itlaw.fr/comment-dereferencer-un-contenu-dans-un-moteur-de-recherche/',
  '2026-12-03',
);
// The engine has one month; then the authority can be asked.
const SEARCH_REFUSED = read(
  'https://ekie.co/fiches-pratiques/dereferencement-comment-le-demander',
  '2026-12-03',
);

// Read for those who report for their work.
const readForWork = (source: string): HelpSource => read(source, '2026-12-03');
// Article L. 226-2-1 of the code of social action and families, in full, by the order of physicians: such information is
// passed on without delay; the parents hear of it first, unless that is against the interest of the child.
const CELL_LAW = readForWork('https://conseil94.ordre.medecin.fr/protection-de-lenfance');
// « Si vous êtes un professionnel » : in writing, to the département’s cell; to the court for an offence, or for protection at
// once.
const CELL = readForWork(
  'https://www.finistere.fr/aides-et-services/enfance-famille/protection-de-lenfance-en-danger/',
);
// 119 answers day and night, and passes on to the département what it hears of a child in danger.
const CALL_PASSED_ON = readForWork(
  'https://cotesdarmor.fr/vos-services/alerter-sur-la-situation-preoccupante-d-un-enfant',
);
// Article L. 226-4: people who meet such dangers in their work may tell the prosecutor directly, if the danger is grave.
const PROSECUTOR = readForWork(
  'https://circ-ien-vosges-nord.site.ac-strasbourg.fr/aides/danger/signaler-une-situation-enfance-en-danger',
);
// The law asks for a cell in each département.
const CELL_IN_EACH = readForWork(
  'https://services.lenord.fr/transmettre-une-information-preoccupante-au-departement',
);
// Signed and dated, with a copy to the cell.
const SIGNED = readForWork(
  'https://ebook.charente-maritime.fr/eBook/solidarite-population/guide-signalement/12',
);

/** Sources of the ways: that each exists, and who may use it. */
export const WAY_SOURCES: Readonly<Record<WayId, HelpSource>> = {
  platform: DSA,
  takeitdown: TAKE_IT_DOWN,
  stopncii: STOP_NCII_FAQ,
  disrupt: DISRUPT,
  hotline: HOTLINES,
  search: SEARCH,
  station: ANYWHERE_IN_FRANCE,
  police: POLICE_CHAT,
  cyber: CYBER,
  thesee: THESEE,
  pharos: PHAROS,
  crip: CELL_LAW,
  prosecutor: PROSECUTOR,
};

/** Sources of the sentences. */
export const STEP_SOURCES: Readonly<Record<WayStep, HelpSource>> = {
  'platform.1': DSA,
  'platform.2': DSA,
  'platform.3': STOP_NCII_FAQ,
  'hash.1': STOP_NCII,
  'hash.2': TAKE_IT_DOWN,
  'disrupt.1': DISRUPT,
  'disrupt.2': DISRUPT,
  'hotline.1': HOTLINES,
  'hotline.2': HOTLINES,
  'search.1': SEARCH,
  'search.2': SEARCH_REFUSED,
  'station.1': ANY_STATION,
  'station.minor': MINORS,
  bring: BRING,
  'bring.screens': BRING,
  'police.1': POLICE_CHAT,
  'police.2': POLICE_CHAT,
  'cyber.1': CYBER,
  'cyber.2': CYBER,
  'thesee.1': THESEE_CONDITIONS,
  'thesee.2': THESEE_ACCOUNT,
  'pharos.1': PHAROS,
  'pharos.2': PHAROS,
  'crip.1': CELL,
  'crip.call': CALL_PASSED_ON,
  'crip.parents': CELL_LAW,
  'prosecutor.1': CELL,
  'prosecutor.2': SIGNED,
};

/** Sources of the cells: that there is one. Guadeloupe is a département. */
export const CELL_SOURCES: Readonly<Record<CellCountry, HelpSource>> = {
  FR: CELL_IN_EACH,
  GP: CELL_IN_EACH,
  GF: readForWork('https://evs.dis.ac-guyane.fr/Signalement-Information-preoccupante-la-procedure.html'),
  RE: readForWork('https://departement974.fr/actualite/crip-974-dispositif-de-protection-de-lenfance-2021'),
  YT: readForWork('http://www.cdad976.fr/page/enfant-en-danger'),
  MF: readForWork('http://www.com-saint-martin.fr/ressources.php?categorie=142&menu=104'),
};

/** Sources of the duties: the articles in full, or what they say. */
export const DUTY_SOURCES: Readonly<Record<DutyId, HelpSource>> = {
  public: readForWork(
    'https://www.ac-paris.fr/serail/jcms/s2_807332/fr/obligation-des-fonctionnaires-d-information-du-procureur-de-la-republique-2008?cid=s2_806410&portal=s2_539988',
  ),
  secret: readForWork('https://lexbase.fr/texte-de-loi/art-22614-code-penal/L7491L9C.html'),
  // Those bound by a secret are excepted.
  all: readForWork(
    'https://juriblio.fr/codes/code-penal/partie-legislative/livre-iv/titre-iii/chapitre-iv/section-1/article-434-3',
  ),
};

// Article 227-23 of the French penal code: it punishes the possession of such an image, however it was got.
const IMAGE_OF_MINOR = read(
  'https://lexbase.fr/texte-de-loi/art-22723-code-penal/L6584IX7.html',
  '2026-12-01',
);
// Screenshots of all messages, with day and hour, before they are removed.
const HATE = read(
  'https://www.lesoir.be/399073/article/2021-10-06/comment-reagir-quand-est-victime-de-propos-haineux-sur-les-reseaux-sociaux',
  '2026-12-01',
);
// Articles 226-2 and 226-2-1: to keep or pass on an intimate recording that was taken without consent is punished.
const INTIMATE = read(
  'https://thdesrousseaux-avocat.blog/2019/08/01/le-delit-de-revenge-porn/',
  '2026-12-01',
);
// The address of the content, as the first proof.
const ADDRESS = read('https://qualiplainte.fr/porter-plainte-pour-cyberharcelement/', '2026-12-01');

/**
 * Sources of what to keep first. For those with an address alone, none says that everybody may keep a copy. For
 * harassment they are two: screenshots are proof, intimate images are not to be copied.
 */
export const PROOF_SOURCES: Readonly<Record<CategoryId, readonly HelpSource[]>> = {
  child_sexual_abuse: [IMAGE_OF_MINOR, ADDRESS],
  terrorism_bomb_making: [ADDRESS],
  hate_violence_discrimination: [HATE],
  crimes_against_humanity: [HATE],
  shocking_content_minors: [ADDRESS],
  procuring: [ADDRESS],
  suicide_incitement: [ADDRESS],
  sexual_harassment: [BRING, IMAGE_OF_MINOR, INTIMATE],
  unsure: [ADDRESS],
};

// The source and day of each way in aims.ts that is no help line, of what its two sentences say, and of what to keep as
// proof (proof.ts). Separate from the data, as those of the lines are (sources.ts): the browser never loads it.

import type { CategoryId } from '../report/categories.ts';
import type { WayId, WayStep } from './aims.ts';
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

/** Sources of the ways: that each exists, and who may use it. */
export const WAY_SOURCES: Readonly<Record<WayId, HelpSource>> = {
  platform: DSA,
  takeitdown: TAKE_IT_DOWN,
  stopncii: STOP_NCII_FAQ,
  disrupt: DISRUPT,
  hotline: HOTLINES,
  station: ANYWHERE_IN_FRANCE,
  police: POLICE_CHAT,
  cyber: CYBER,
  thesee: THESEE,
  pharos: PHAROS,
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

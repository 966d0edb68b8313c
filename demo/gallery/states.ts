// Every state of the widget, and the way to it. The gallery of the demo, the accessibility checks and the screenshots
// share this list.

import type { FollowUpState } from '../../src/core/follow-up/answer.ts';
import { PLACES } from '../../src/core/report/places.ts';
import {
  AGAIN,
  CLOSE,
  CODE,
  COMMON_FOLD,
  ERRORS,
  HOW_FOLD,
  JOINED,
  LATER,
  MAIN,
  NOTED,
  named,
  QUESTIONS_FOLD,
  REMARK,
  REPLY,
  THREATENED_DOOR,
  type Driver,
} from './driver.ts';
import { answerFollowUps, FOLLOW_UP_FOLDER } from './endpoint.ts';

/** Words in the languages of the gallery. */
export type Title = Readonly<Record<'fr' | 'en', string>>;

/** One state. */
export interface State {
  readonly name: string;
  /** The state in words, for reviewers. */
  readonly title: Title;
  readonly attributes?: Readonly<Record<string, string>>;
  /** How the endpoint fails in this state. */
  readonly fault?: 'version' | 'stall';
  readonly reach: (driver: Driver) => Promise<void>;
}

const CATEGORIES: Readonly<Record<string, Title>> = {
  child_sexual_abuse: { fr: 'abus sexuels sur mineurs', en: 'child sexual abuse' },
  terrorism_bomb_making: { fr: 'terrorisme', en: 'terrorism' },
  hate_violence_discrimination: { fr: 'haine', en: 'hate' },
  crimes_against_humanity: { fr: 'crimes contre l’humanité', en: 'crimes against humanity' },
  shocking_content_minors: { fr: 'contenus choquants', en: 'shocking content' },
  procuring: { fr: 'proxénétisme', en: 'procuring' },
  suicide_incitement: { fr: 'suicide', en: 'suicide' },
  sexual_harassment: { fr: 'harcèlement', en: 'harassment' },
  unsure: { fr: 'ne sait pas', en: 'unsure' },
};

/** For each category, answers that reveal all its conditional questions. */
const REVEALING: Readonly<Record<string, readonly (readonly [name: string, value: string])[]>> = {
  child_sexual_abuse: [
    ['kinds', 'live_stream'],
    ['kinds', 'messages_to_a_minor'],
    ['blackmail', 'yes'],
  ],
  terrorism_bomb_making: [['kinds', 'call_to_attack']],
  suicide_incitement: [['kinds', 'pushing_a_person']],
  sexual_harassment: [
    ['kinds', 'intimate_image_shared'],
    ['blackmail', 'yes'],
  ],
};

/** Answers on step 2 that show whom to call, or reveal questions. */
const EARLY: Readonly<Record<string, string>> = {
  terrorism_bomb_making: 'specificThreat',
  procuring: 'constraintSigns',
  suicide_incitement: 'personAtRiskNow',
  hate_violence_discrimination: 'fearNow',
  sexual_harassment: 'fearNow',
  unsure: 'fearNow',
};

/** Addresses that get a remark, by the kind of remark. */
const REMARKABLE: Readonly<Record<string, string>> = {
  search: 'https://www.google.com/search?q=mots',
  home: 'https://exemple.fr/',
  short: 'https://vm.tiktok.com/ZMabc123/',
  share: 'https://chatgpt.com/share/67a1b2c3',
  onion: 'http://expyuzz4wqqyqhjn.onion/page',
  local: 'http://192.168.1.10/page',
  credentials: 'https://nom:secret@exemple.fr/page',
  session: 'https://forum.exemple.fr/sujet.php?PHPSESSID=biq1psqu44jbmc8if73olk4fh6&id=12',
  cut: 'https://exemple.fr/un-article-au-nom-trop-long…',
  service: '@compte_exemple',
};

/** More links than one report has. */
const MANY = Array.from({ length: 31 }, (_, index) => `https://exemple.fr/sujet/${index}`).join(' ');

/** Goes to the review with many links. @returns whether it is there: a language may lack the words for several reports */
async function reachMany(driver: Driver): Promise<boolean> {
  await driver.reachCheck({ address: MANY });
  return driver.find(ERRORS) === null;
}

/** The answers of a team that reports often. */
async function fillPage(driver: Driver): Promise<void> {
  await driver.select('role', 'child_protection');
  await driver.choose('category', 'suicide_incitement');
  await driver.fill('addresses.0', 'https://exemple.fr/sujet/7');
  await driver.choose('questions.personAtRiskNow', 'no');
  await driver.fill('questions.ownReference', 'AEMO-2026-118');
}

/** A valid key for sealed reports: the generator of the curve, so nobody alone owns its private key. */
const PUBLIC_KEY = 'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU';

function openFolds(driver: Driver): void {
  for (const fold of driver.element.renderRoot.querySelectorAll('details')) fold.open = true;
}

/** Opens the questions of the category. An answer on step 2 has opened them. */
async function openQuestions(driver: Driver): Promise<void> {
  driver.find(`${QUESTIONS_FOLD}:not([open]) > summary`)?.click();
  await driver.wait(`${QUESTIONS_FOLD}[open] fieldset`);
}

async function answerAll(driver: Driver, category: string): Promise<void> {
  await openQuestions(driver);
  for (const [name, value] of REVEALING[category] ?? []) await driver.choose(`questions.${name}`, value);
}

/** Shows the view after some idle minutes: moves both clocks forward, then sends focus to the page. */
async function idle(driver: Driver, minutes: number, view: string): Promise<void> {
  await driver.open();
  await driver.choose('category', 'unsure');
  // The idle clock loads with the later steps, and so does the last fold of the first step.
  await driver.wait('details + details');
  const before = driver.heading;
  // The clock belongs to the widget's own page, which may be a frame.
  const page = driver.element.ownerDocument.defaultView as Window & typeof globalThis;
  const { now } = page.Date;
  const { now: steadily } = page.performance;
  await driver.until(() => {
    page.Date.now = () => now() + minutes * 60_000;
    page.performance.now = () => steadily.call(page.performance) + minutes * 60_000;
    page.dispatchEvent(new Event('focus'));
    // At once: the view that follows must not have been shown minutes ahead, or it takes no tap until then.
    page.Date.now = now;
    page.performance.now = steadily;
    return driver.heading !== before;
  }, view);
}

async function choosePlace(driver: Driver, place: string): Promise<void> {
  await driver.reachWhere('unsure');
  await driver.choose('where', 'none');
  await driver.wait(named('placeKind'));
  const list = driver.find(`select${named('placeKind')}`);
  if (list) await driver.select('placeKind', place);
  else await driver.choose('placeKind', place);
}

/** Names a service that is known, as people type it, and waits for its field. */
async function nameService(driver: Driver, category: string): Promise<void> {
  await driver.reachWhere(category);
  await driver.choose('where', 'none');
  await driver.fill('service', 'snap');
  await driver.wait(named('identifiers.account_handle'));
}

/** A code, as it is written down. */
const WRITTEN_CODE = '7M4N-2RXD-91H6-YB3R';

/** What became of a report, in words. */
const OUTCOMES: Readonly<Record<FollowUpState, Title>> = {
  received: { fr: 'arrivé', en: 'received' },
  reading: { fr: 'en lecture', en: 'being read' },
  passed_on: { fr: 'transmis', en: 'passed on' },
  removed: { fr: 'contenu retiré', en: 'content removed' },
  gone: { fr: 'contenu disparu', en: 'content gone' },
  not_illegal: { fr: 'pas clairement interdit', en: 'not clearly illegal' },
  not_ours: { fr: 'pas pour cette plateforme', en: 'not for this hotline' },
  question: { fr: 'une question sur le lien', en: 'a question about the link' },
};

/** A state of the follow-up, at an address whose answer is always the same one. */
const followed = (
  name: string,
  title: Title,
  answer: FollowUpState | 'unknown',
  reach: (driver: Driver) => Promise<void>,
): State => ({
  name,
  title,
  attributes: { 'follow-up': FOLLOW_UP_FOLDER + answer },
  reach: async (driver) => {
    // The page of the widget, which may be a frame.
    answerFollowUps(driver.element.ownerDocument.defaultView as Window & typeof globalThis);
    await reach(driver);
  },
});

const asked =
  (code: string) =>
  async (driver: Driver): Promise<void> => {
    await driver.reachFollowUp();
    await driver.askFor(code);
  };

export const STATES: readonly State[] = [
  { name: 'closed', title: { fr: 'Le bouton', en: 'The button' }, reach: async () => {} },
  ...['floating', 'link', 'icon', 'bar'].map((variant) => ({
    name: `closed-${variant}`,
    title: { fr: `Le bouton, « ${variant} »`, en: `The button, “${variant}”` },
    attributes: { variant },
    reach: async () => {},
  })),
  { name: 'what', title: { fr: 'Étape 1', en: 'Step 1' }, reach: (driver) => driver.open() },
  {
    name: 'what-folds',
    title: { fr: 'Étape 1, replis ouverts', en: 'Step 1, folds opened' },
    reach: async (driver) => {
      await driver.open();
      await driver.wait('details + details');
      openFolds(driver);
      // One fold contains another.
      await driver.wait('.help + details');
      openFolds(driver);
      await driver.wait('.aim-remove .help');
    },
  },
  {
    name: 'what-chosen',
    title: { fr: 'Étape 1, une réponse', en: 'Step 1, one answer' },
    reach: async (driver) => {
      await driver.open();
      // The last fold loads with the later steps.
      await driver.wait('details + details');
      // An answer that is visible without scrolling.
      await driver.choose('category', 'hate_violence_discrimination');
    },
  },
  {
    name: 'what-error',
    title: { fr: 'Étape 1, rien de choisi', en: 'Step 1, nothing chosen' },
    reach: async (driver) => {
      await driver.open();
      await driver.next();
    },
  },
  ...Object.entries(CATEGORIES).map(([category, title]): State => ({
    name: `where-${category}`,
    title: { fr: `Étape 2, ${title.fr}`, en: `Step 2, ${title.en}` },
    reach: (driver) => driver.reachWhere(category),
  })),
  {
    name: 'where-threatened',
    title: { fr: 'Étape 2, menacé avec des images', en: 'Step 2, threatened with images' },
    reach: async (driver) => {
      await driver.open();
      await driver.click(THREATENED_DOOR);
      await driver.wait(named('where'));
    },
  },
  {
    name: 'where-danger',
    title: { fr: 'Étape 2, une vie en danger', en: 'Step 2, a life at risk' },
    reach: async (driver) => {
      await driver.reachWhere('suicide_incitement');
      await driver.choose('questions.personAtRiskNow', 'yes');
    },
  },
  {
    name: 'where-self',
    title: { fr: 'Étape 2, « cela m’arrive »', en: 'Step 2, “it happens to me”' },
    reach: async (driver) => {
      await driver.reachWhere('child_sexual_abuse');
      await driver.choose('where', 'none');
      await driver.choose('questions.self', 'yes');
      await driver.choose('questions.underAge', 'yes');
    },
  },
  {
    name: 'where-error',
    title: { fr: 'Étape 2, deux adresses vides', en: 'Step 2, two empty addresses' },
    reach: async (driver) => {
      await driver.reachWhere('terrorism_bomb_making');
      await driver.choose('where', 'elsewhere');
      await driver.click('.add');
      await driver.wait(named('addresses.1'));
      await driver.next();
    },
  },
  {
    name: 'where-link',
    title: { fr: 'Étape 2, comment copier le lien', en: 'Step 2, how to copy the link' },
    reach: async (driver) => {
      await driver.reachWhere('hate_violence_discrimination');
      await driver.choose('where', 'elsewhere');
      // A language may lack the words.
      if (!driver.find(HOW_FOLD)) return;
      await driver.click(`${HOW_FOLD} > summary`);
      await driver.wait(`${HOW_FOLD} ol`);
    },
  },
  ...Object.entries(REMARKABLE).map(([code, address]): State => ({
    name: `where-remark-${code}`,
    title: { fr: `Étape 2, remarque « ${code} »`, en: `Step 2, remark “${code}”` },
    reach: async (driver) => {
      await driver.reachWhere('unsure');
      await driver.choose('where', 'elsewhere');
      await driver.fill('addresses.0', address);
      await driver.next();
      await driver.wait(REMARK);
    },
  })),
  ...PLACES.map((place): State => ({
    name: `where-place-${place}`,
    title: { fr: `Étape 2, sans adresse : « ${place} »`, en: `Step 2, no address: “${place}”` },
    reach: (driver) => choosePlace(driver, place),
  })),
  {
    name: 'where-place-error',
    title: { fr: 'Étape 2, sans adresse ni autre indication', en: 'Step 2, no address and nothing else' },
    reach: async (driver) => {
      await choosePlace(driver, 'messaging');
      await driver.next();
    },
  },
  {
    name: 'where-service',
    title: { fr: 'Étape 2, sans adresse, sur Snapchat', en: 'Step 2, no address, on Snapchat' },
    reach: (driver) => nameService(driver, 'sexual_harassment'),
  },
  {
    name: 'where-nowhere',
    title: { fr: 'Étape 2, un service sans compte', en: 'Step 2, a service and no account' },
    reach: async (driver) => {
      await nameService(driver, 'unsure');
      await driver.next();
    },
  },
  { name: 'check', title: { fr: 'Étape 3', en: 'Step 3' }, reach: (driver) => driver.reachCheck() },
  {
    name: 'check-full',
    title: {
      fr: 'Étape 3, beaucoup de réponses et le signalement exact',
      en: 'Step 3, many answers and the exact report',
    },
    reach: async (driver) => {
      await driver.reachWhere('suicide_incitement');
      await driver.choose('where', 'elsewhere');
      await driver.fill(
        'addresses.0',
        'exemple.fr/sujet/42?utm_source=x https://www.instagram.com/p/AbC/?igsh=qui',
      );
      await driver.click(named('login'));
      await driver.choose('questions.personAtRiskNow', 'yes');
      await driver.next();
      await driver.openDetails();
      await answerAll(driver, 'suicide_incitement');
      await driver.fill('details', 'Dans le troisième commentaire.');
      await driver.choose('reply', 'yes');
      await driver.fill('email', 'nom@exemple.fr');
      await driver.next();
      await driver.click('details.exact summary');
      await driver.wait('details.exact pre');
    },
  },
  {
    name: 'check-many',
    title: { fr: 'Étape 3, deux signalements', en: 'Step 3, two reports' },
    reach: async (driver) => void (await reachMany(driver)),
  },
  {
    name: 'check-sealed',
    title: {
      fr: 'Étape 3, le contenu d’un signalement chiffré',
      en: 'Step 3, the content of a sealed report',
    },
    attributes: { 'public-key': PUBLIC_KEY },
    reach: async (driver) => {
      await driver.reachCheck();
      await driver.click('details.exact summary');
      await driver.wait('details.exact pre');
    },
  },
  ...Object.entries(CATEGORIES).flatMap(([category, title]): State[] => [
    {
      name: `details-${category}`,
      title: { fr: `Précisions, ${title.fr}`, en: `Details, ${title.en}` },
      reach: (driver) => driver.reachDetails(category),
    },
    {
      name: `details-${category}-questions`,
      title: { fr: `Précisions, ${title.fr}, questions`, en: `Details, ${title.en}, questions` },
      reach: async (driver) => {
        await driver.reachWhere(category);
        await driver.locate();
        if (EARLY[category]) await driver.choose(`questions.${EARLY[category]}`, 'yes');
        await driver.next();
        await driver.openDetails();
        await answerAll(driver, category);
      },
    },
  ]),
  {
    name: 'details-conditional',
    title: {
      fr: 'Précisions, questions qui en amènent d’autres',
      en: 'Details, questions that lead to others',
    },
    reach: async (driver) => {
      await driver.reachDetails('sexual_harassment');
      await openQuestions(driver);
      await driver.click(`${COMMON_FOLD} summary`);
      await driver.choose('questions.target', 'me');
      await driver.choose('questions.foundVia', 'message');
      await driver.choose('questions.needs', 'password');
      await driver.choose('questions.needs', 'payment');
      await driver.choose('questions.paid', 'yes');
    },
  },
  {
    name: 'details-error',
    title: {
      fr: 'Précisions, précisions trop longues et e-mail vide',
      en: 'Details, details too long and an empty e-mail',
    },
    reach: async (driver) => {
      await driver.reachDetails('sexual_harassment');
      await driver.choose('role', 'other');
      await driver.fill('details', 'é'.repeat(2001));
      await driver.choose('reply', 'yes');
      await driver.next();
    },
  },
  {
    name: 'details-suggestion',
    title: {
      fr: 'Précisions, adresse e-mail avec une faute de frappe',
      en: 'Details, a mistyped e-mail address',
    },
    reach: async (driver) => {
      await driver.reachDetails('unsure');
      await driver.choose('reply', 'yes');
      await driver.fill('email', 'nom@gmial.com');
      await driver.wait('.suggestion');
    },
  },
  {
    name: 'details-identity',
    title: { fr: 'Précisions, un e-mail dans les précisions', en: 'Details, an e-mail among the details' },
    reach: async (driver) => {
      await driver.reachDetails('unsure');
      await driver.fill('details', 'Écrivez-moi : nom@exemple.fr');
      await driver.next();
      await driver.wait(REMARK);
    },
  },
  {
    name: 'sending',
    title: { fr: 'Envoi en cours', en: 'Sending' },
    fault: 'stall',
    reach: async (driver) => {
      await driver.reachCheck();
      await driver.click(MAIN);
      await driver.wait('.footer [aria-disabled]');
    },
  },
  {
    name: 'failure',
    title: { fr: 'L’envoi n’a pas marché : refus', en: 'Sending failed: refused' },
    fault: 'version',
    reach: (driver) => driver.reachSent(),
  },
  {
    name: 'failure-many',
    title: { fr: 'L’envoi n’a pas marché : deux signalements', en: 'Sending failed: two reports' },
    fault: 'version',
    reach: async (driver) => {
      if (await reachMany(driver)) await driver.next();
    },
  },
  {
    name: 'failure-sealing',
    title: { fr: 'L’envoi n’a pas marché : impossible à chiffrer', en: 'Sending failed: cannot be sealed' },
    reach: async (driver) => {
      await driver.reachCheck();
      driver.element.publicKey = 'none';
      await driver.next();
    },
  },
  {
    name: 'discard',
    title: { fr: 'Fermer avec des réponses', en: 'Closing with answers' },
    reach: async (driver) => {
      await driver.open();
      await driver.choose('category', 'unsure');
      await driver.until(() => driver.find(LATER), 'the later part');
      await driver.click(CLOSE);
      await driver.until(() => driver.find('.footer .stack'), 'the question');
    },
  },
  {
    name: 'idle-warning',
    title: { fr: 'Neuf minutes sans signe de vie', en: 'Nine minutes without a sign of life' },
    reach: (driver) => idle(driver, 9.2, 'the warning'),
  },
  {
    name: 'idle-cleared',
    title: { fr: 'Dix minutes sans signe de vie', en: 'Ten minutes without a sign of life' },
    reach: (driver) => idle(driver, 11, 'the view after clearing'),
  },
  {
    name: 'kept',
    title: { fr: 'Rouvert avec les réponses gardées', en: 'Opened again, answers kept' },
    reach: async (driver) => {
      await driver.open();
      await driver.choose('category', 'unsure');
      driver.element.close();
      await driver.open();
      // This message loads with the later steps.
      await driver.wait('.clear');
    },
  },
  {
    name: 'sent',
    title: { fr: 'Envoyé', en: 'Sent' },
    reach: (driver) => driver.reachSent('child_sexual_abuse'),
  },
  {
    name: 'sent-many',
    title: { fr: 'Envoyé, deux signalements', en: 'Sent, two reports' },
    reach: async (driver) => {
      if (await reachMany(driver)) await driver.next();
    },
  },
  {
    name: 'sent-aims',
    title: { fr: 'Envoyé, trois portes ouvertes', en: 'Sent, three doors opened' },
    reach: async (driver) => {
      await driver.reachSent('sexual_harassment');
      for (const aim of ['remove', 'complain', 'talk']) {
        await driver.click(`.aim-${aim} > summary`);
        await driver.wait(`.aim-${aim} .help`);
      }
    },
  },
  {
    name: 'what-aims',
    title: {
      fr: 'Étape 1, avant tout signalement\u00A0: faire retirer',
      en: 'Step 1, before any report: get it removed',
    },
    reach: async (driver) => {
      await driver.open();
      await driver.click('.doors > summary');
      await driver.click('.aim-remove > summary');
      await driver.wait('.aim-remove .help');
    },
  },
  {
    name: 'inline',
    title: { fr: 'Dans la page, en anglais, sans pays', en: 'In the page, in English, without a country' },
    attributes: { mode: 'inline', lang: 'en', country: '' },
    reach: (driver) => driver.reachWhere('child_sexual_abuse'),
  },
  {
    name: 'page',
    title: { fr: 'Une seule page, pour qui signale souvent', en: 'One page, for those who report often' },
    attributes: { flow: 'page' },
    reach: (driver) => driver.open(),
  },
  {
    name: 'page-error',
    title: { fr: 'Une seule page, rien de rempli', en: 'One page, nothing filled in' },
    attributes: { flow: 'page' },
    reach: async (driver) => {
      await driver.open();
      await driver.next();
    },
  },
  {
    name: 'page-answered',
    title: { fr: 'Une seule page, remplie', en: 'One page, filled in' },
    attributes: { flow: 'page' },
    reach: async (driver) => {
      await driver.open();
      await fillPage(driver);
      await driver.openQuestions();
    },
  },
  {
    name: 'page-sent',
    title: { fr: 'Une seule page, envoyé, avec une copie', en: 'One page, sent, with a copy' },
    attributes: { flow: 'page' },
    reach: async (driver) => {
      await driver.open();
      await fillPage(driver);
      await driver.next();
      await driver.next();
      await driver.wait(AGAIN);
      await driver.click(named('copy'));
    },
  },
  {
    name: 'page-sent-aims',
    title: {
      fr: 'Une seule page, envoyé pour son travail, deux portes ouvertes',
      en: 'One page, sent for one’s work, two doors opened',
    },
    attributes: { flow: 'page' },
    reach: async (driver) => {
      await driver.open();
      await driver.select('role', 'professional');
      await driver.choose('category', 'sexual_harassment');
      await driver.fill('addresses.0', 'https://exemple.fr/sujet/7');
      await driver.next();
      await driver.next();
      await driver.wait(AGAIN);
      for (const aim of ['remove', 'complain']) {
        await driver.click(`.aim-${aim} > summary`);
        await driver.wait(`.aim-${aim} .help`);
      }
    },
  },
  {
    name: 'practice',
    title: { fr: 'Entraînement, étape 1', en: 'Training, step 1' },
    attributes: { practice: '', endpoint: '' },
    reach: (driver) => driver.open(),
  },
  {
    name: 'practice-check',
    title: { fr: 'Entraînement, avant l’envoi', en: 'Training, before sending' },
    attributes: { practice: '', endpoint: '' },
    reach: (driver) => driver.reachCheck(),
  },
  {
    name: 'practice-sent',
    title: { fr: 'Fin de l’entraînement', en: 'End of the training' },
    attributes: { practice: '', endpoint: '' },
    reach: (driver) => driver.reachSent('sexual_harassment'),
  },
  {
    name: 'no-country',
    title: { fr: 'Étape 1, sans pays', en: 'Step 1, without a country' },
    attributes: { country: '' },
    reach: (driver) => driver.open(),
  },
  followed(
    'follow',
    { fr: 'La suite, le champ du code', en: 'What became of it, the field' },
    'received',
    (driver) => driver.reachFollowUp(),
  ),
  ...Object.entries(OUTCOMES).map(([outcome, title]) =>
    followed(
      `follow-${outcome}`,
      { fr: `La suite, ${title.fr}`, en: `What became of it, ${title.en}` },
      outcome as FollowUpState,
      asked(WRITTEN_CODE),
    ),
  ),
  followed(
    'follow-unknown',
    { fr: 'La suite, code inconnu', en: 'What became of it, unknown code' },
    'unknown',
    asked(WRITTEN_CODE),
  ),
  followed(
    'follow-mistyped',
    { fr: 'La suite, une faute dans le code', en: 'What became of it, a mistyped code' },
    'received',
    asked(WRITTEN_CODE.replace('R', 'S')),
  ),
  followed(
    'sent-code',
    { fr: 'Envoyé, avec un code de suivi', en: 'Sent, with a follow-up code' },
    'received',
    async (driver) => {
      await driver.reachSent();
      await driver.wait(CODE);
    },
  ),
  followed(
    'sent-code-noted',
    { fr: 'Envoyé, le code de suivi est noté', en: 'Sent, the follow-up code is noted' },
    'received',
    async (driver) => {
      await driver.reachSent();
      await driver.wait(CODE);
      // A language may lack the words.
      if (driver.find(NOTED)) await driver.click(NOTED);
    },
  ),
  followed(
    'code-lost',
    { fr: 'Fermer sans avoir noté le code', en: 'Closing before the code is noted' },
    'received',
    async (driver) => {
      await driver.reachSent();
      await driver.wait(CODE);
      if (!driver.find(NOTED)) return;
      await driver.click(CLOSE);
      await driver.until(() => driver.find('.footer .stack'), 'the question');
    },
  ),
  followed(
    'where-from-memory',
    { fr: 'Étape 2, en réponse à une question', en: 'Step 2, in answer to a question' },
    'question',
    async (driver) => {
      await asked(WRITTEN_CODE)(driver);
      await driver.click(REPLY);
      await driver.choose('where', 'elsewhere');
    },
  ),
  followed(
    'follow-number',
    { fr: 'La suite, le numéro au lieu du code', en: 'What became of it, the number for the code' },
    'received',
    asked('7K4M-2QXD'),
  ),
  followed(
    'sent-added',
    { fr: 'Envoyé, réponse jointe au premier signalement', en: 'Sent, added to the first report' },
    'question',
    async (driver) => {
      await asked(WRITTEN_CODE)(driver);
      await driver.click(REPLY);
      await driver.locate();
      await driver.next();
      await driver.next();
      await driver.wait(JOINED);
    },
  ),
];

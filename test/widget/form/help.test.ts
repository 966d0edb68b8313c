// Contacts to call or to write to: after a report, at the top of step 2, and where an answer of step 3 calls for them.

import { expect } from '@open-wc/testing';
import { HEADING, MAIN, named } from '../../../demo/gallery/driver.ts';
import type { HelpResource } from '../../../src/core/help/lines.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { breakReceiver, CHECK, FormHarness, SENT, storedReports, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

type Attributes = Parameters<typeof FormHarness.mount>[0];
/** Answers to choose, early or among the details, by field name. */
type Choices = Readonly<Record<string, string>>;

/** A form at its « where » step. */
async function atWhere(category: string, attributes: Attributes = {}): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.reachWhere(category);
  return form;
}

/** A form at its details, with some answers. */
async function atDetails(category: string, choices: Choices, attributes?: Attributes): Promise<FormHarness> {
  const form = await atWhere(category, attributes);
  await form.choose('where', 'elsewhere');
  await form.fill('addresses.0', 'https://exemple.fr/page');
  await form.answerDetails(await form.answerEarly(choices));
  return form;
}

async function atSent(
  category: string,
  choices: Choices = {},
  attributes?: Attributes,
): Promise<FormHarness> {
  const form = await atDetails(category, choices, attributes);
  await form.continueTo(CHECK);
  await form.send();
  // Without somebody to talk to, there is no such door. Lines of other countries come in a file of their own.
  if (!['', 'US'].includes(attributes?.['country'] ?? 'FR')) await form.openDoor('talk');
  return form;
}

const targetsIn = (form: FormHarness, selector: string): string[] =>
  [...form.root.querySelectorAll<HTMLAnchorElement>(`${selector} a`)].map(
    (link) => link.getAttribute('href') ?? '',
  );
const rows = (form: FormHarness): HTMLElement[] => [...form.root.querySelectorAll<HTMLElement>('.help > li')];
const textOf = (element: Element | undefined | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const SIGNED = 'https://www.urgence114.fr';
const EMERGENCY = ['tel:17', 'tel:112', 'sms:114'];

/** Noon in Paris, and half past three at night, when 3018 is closed. */
const DAY = '2026-11-26T11:00:00Z';
const NIGHT = '2026-11-26T02:30:00Z';
const { now } = Date;

/** Sets the page's clock to another time, and renders the result. */
const setClock = async (form: FormHarness, instant: string): Promise<void> => {
  Date.now = () => Date.parse(instant);
  form.element.requestUpdate();
  await form.element.updateComplete;
};

describe('the help lines', () => {
  afterEach(async () => {
    Date.now = now;
    await breakReceiver({ mode: 'none' });
  });

  it('follow a report: numbers to call, sites to write to, the emergency numbers last', async () => {
    const form = await atSent('child_sexual_abuse');
    await setClock(form, DAY);
    expect(targetsIn(form, '.help')).to.deep.equal([
      'tel:3018',
      'https://3018.fr',
      'tel:119',
      'https://www.allo119.gouv.fr',
      ...EMERGENCY,
      SIGNED,
    ]);
    expect(rows(form)[1]!.innerText).to.contain('Enfant en danger').and.to.contain('Jour et nuit');
    expect(textOf(rows(form)[1]!.querySelector('a'))).to.contain('Appeler le 119');
    const chat = rows(form)[0]!.querySelector<HTMLAnchorElement>('a[target]')!;
    expect(textOf(chat)).to.match(/^Tchat ?3018\.fr .*nouvel/);
    expect(chat.rel).to.equal('noopener noreferrer');
    expect(textOf(rows(form).at(-1)!.querySelector('p'))).to.equal('Danger immédiat ?');
  });

  it('are chosen by what was answered, which is forgotten when the view is left', async () => {
    const form = await atSent('child_sexual_abuse', { 'questions.self': 'yes' });
    expect(targetsIn(form, '.help')).to.include('tel:119');
    await form.openDoor('remove');
    const sites = [
      ...form.root.querySelectorAll<HTMLAnchorElement>('.aim-remove .help > li > a[target]:first-child'),
    ];
    expect(sites.map(({ href }) => href)).to.deep.equal([
      'https://takeitdown.ncmec.org/',
      'https://pointdecontact.net/disrupt',
    ]);
    expect(textOf(sites[0])).to.match(/^Bloquer une image intime de vous, prise avant 18 ans/);
    expect(textOf(sites[1])).to.match(
      /^Aide au retrait d’une image intime ?pointdecontact\.net\/disrupt .*nouvel/,
    );
    expect(sites.every(({ target, rel }) => target === '_blank' && rel === 'noopener noreferrer')).to.equal(
      true,
    );
    await form.press('Faire un autre signalement');
    await form.reach(WHAT);
    await form.choose('category', 'child_sexual_abuse');
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/autre');
    await form.continueTo(CHECK);
    await form.send();
    await form.openDoor('talk');
    expect(targetsIn(form, '.help')).to.include('tel:119');
    expect(targetsIn(form, '.aim-talk')).not.to.include('tel:116006');
  });

  it('begin the emergency numbers with the doctors where a life is at risk', async () => {
    const form = await atSent('suicide_incitement');
    expect(targetsIn(form, '.help')[0]).to.equal('tel:3114');
    expect(targetsIn(form, '.help > li:last-child')).to.deep.equal(['tel:15', 'tel:112', 'sms:114', SIGNED]);
  });

  it('say whether they are open, on the clock of France', async () => {
    const form = await atSent('terrorism_bomb_making');
    const state = async (instant: string): Promise<string> => {
      await setClock(form, instant);
      return textOf(rows(form)[0]!.querySelector('small'));
    };
    // 2026-11-24 is a Tuesday in winter; 2026-06-30 is a Tuesday in summer.
    expect(await state('2026-11-24T08:00:00Z')).to.match(
      /^Ouvert maintenant · Du lundi au vendredi, 9 h –\u2060 18 h$/,
    );
    expect(await state('2026-11-24T07:59:00Z')).to.match(
      /^Fermé maintenant · Du lundi au vendredi, 9 h –\u2060 18 h$/,
    );
    expect(await state('2026-06-30T07:00:00Z')).to.match(/^Ouvert maintenant · /);
    expect(await state('2026-11-24T17:00:00Z')).to.match(/^Fermé maintenant · /);
    expect(await state('2026-11-28T12:00:00Z')).to.match(/^Fermé maintenant · /);
  });

  it('are told for every day of the week at once, in hours that never break', async () => {
    const form = await atSent('shocking_content_minors');
    await setClock(form, '2026-11-29T12:00:00Z');
    const hours = rows(form)[0]!.querySelector('small')?.textContent ?? '';
    expect(textOf(rows(form)[0]!.querySelector('small'))).to.equal(
      'Ouvert maintenant · Tous les jours, 9 h –\u2060 23 h · Sans donner votre nom',
    );
    expect(hours).to.contain('9\u00a0h').and.to.contain('23\u00a0h');
  });

  it('say it in English too', async () => {
    const form = await FormHarness.mount({ lang: 'en' });
    await form.open();
    await form.choose('category', 'terrorism_bomb_making');
    await form.press('Continue');
    await until(() => form.find(named('where')), 'step 2 did not show');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://example.com/page');
    await form.press('Continue');
    await until(() => form.find('.rows'), 'the review did not show');
    await form.press('Send the report');
    await form.reach('Report sent');
    await form.openDoor('talk');
    await setClock(form, '2026-11-27T17:00:00Z');
    expect(textOf(rows(form)[0]!.querySelector('small'))).to.match(
      /^Closed now · Monday to Friday, 9 am to 6 pm$/,
    );
  });

  it('are those of the page where it has its own; ours for emergencies stay', async () => {
    const form = await FormHarness.mount();
    const own: readonly HelpResource[] = [
      { id: 'own', name: 'Notre ligne', number: '+44 20 7946', hours: [1, 7, 0, 24] },
      { id: 'lost', name: 'Ailleurs', number: '1', hours: [1, 7, 0, 24], zone: 'No/Where' },
      { id: 'site', name: 'Notre site', url: 'https://www.example.org/aide/' },
    ];
    form.element.helpResources = own;
    await form.reachCheck();
    await form.send();
    await form.openDoor('talk');
    expect(targetsIn(form, '.help')).to.deep.equal([
      'tel:+44207946',
      'tel:1',
      'https://www.example.org/aide/',
      ...EMERGENCY,
      SIGNED,
    ]);
    // Without the line's time zone, or its data, the form shows nothing rather than a wrong time.
    for (const row of rows(form)) expect(textOf(row)).not.to.match(/ouvert|fermé/i);
    expect(textOf(rows(form)[0]))
      .to.contain('Notre ligne')
      .and.to.contain('Tous les jours');
    expect(textOf(rows(form)[2]))
      .to.contain('Notre site')
      .and.to.contain('example.org/aide');
    expect(form.find('slot[name="resources"]') === null).to.equal(false);
  });

  it('stand beside what the page puts into the slot', async () => {
    const form = await FormHarness.mount();
    const extra = document.createElement('p');
    extra.slot = 'resources';
    extra.textContent = 'Notre permanence';
    form.element.append(extra);
    await form.reachCheck();
    await form.send();
    const slot = form.find('slot[name=resources]') as HTMLSlotElement | null;
    expect(slot?.assignedElements()).to.deep.equal([extra]);
    expect(extra.checkVisibility()).to.equal(true);
  });

  it('are those of the country, by their own names, and then its hotline', async () => {
    const inAustria = await atSent('child_sexual_abuse', {}, { country: 'AT' });
    expect(targetsIn(inAustria, '.help')).to.deep.equal(['tel:147', 'tel:116000', 'tel:112']);
    expect(rows(inAustria)[0]!.innerText)
      .to.contain('Rat auf Draht')
      .and.to.contain('Écoute pour les enfants');
    await inAustria.openDoor('remove');
    expect(textOf(inAustria.find('.aim-remove .help > li:last-child > a'))).to.match(
      /^Stopline ?Signaler un contenu dans ce pays · stopline\.at .*nouvel/,
    );
  });

  it('leave out the hotline of the country where the report goes to it', async () => {
    const form = await atSent(
      'child_sexual_abuse',
      {},
      { country: 'AT', 'hotline-url': 'https://stopline.at/melden' },
    );
    await form.openDoor('remove');
    expect(targetsIn(form, '.help')).to.deep.equal([
      'https://takeitdown.ncmec.org',
      'tel:147',
      'tel:116000',
      'tel:112',
    ]);
  });

  it('are none where the country is not known, and nobody to talk to is promised where there is none', async () => {
    const unknown = await atSent('sexual_harassment', {}, { country: '' });
    expect(targetsIn(unknown, '.help')).to.deep.equal(['tel:112']);
    expect(unknown.find('.aim-talk')).to.equal(null);
    const elsewhere = await atSent('sexual_harassment', {}, { country: 'US' });
    expect(targetsIn(elsewhere, '.help')).to.deep.equal(['tel:911']);
    expect(elsewhere.find('.aim-talk')).to.equal(null);
  });

  it('stand under a report that did not arrive, chosen by the answers as they are', async () => {
    const form = await atDetails('procuring', { 'questions.self': 'yes' });
    await form.continueTo(CHECK);
    await breakReceiver({ mode: 'version' });
    await form.press('Envoyer le signalement');
    await until(() => form.find('.help'), 'no help lines stood under the failure');
    expect(form.heading).not.to.equal(SENT);
    expect(targetsIn(form, '.help')[0]).to.equal('tel:116006');
  });
});

describe('the notices', () => {
  afterEach(async () => {
    Date.now = now;
    await breakReceiver({ mode: 'none' });
  });

  const SCREEN =
    /^Ne partagez rien\. À garder d’abord : lien, compte, date, capture d’écran\. Quelqu’un fouille votre téléphone \? N’y gardez rien\.$/;
  const FACTS =
    /^N’enregistrez rien, ne partagez rien, ne cherchez pas d’autres contenus\. À noter d’abord : lien, compte, date\.$/;
  const STEP_2: readonly (readonly [category: string, text: RegExp, targets: readonly string[]])[] = [
    [
      'child_sexual_abuse',
      /^Ne faites pas de capture d’écran N’y retournez pas\. N’enregistrez et ne partagez ni image ni vidéo\. À noter d’abord : lien, compte, date\. Du chantage \? Ne payez pas\. Ne répondez plus\. Laissez la conversation où elle est\. Appeler le 3018 3018 Violences sur Internet Ouvert maintenant Sans donner votre nom$/,
      ['tel:3018'],
    ],
    // What can wait stands below the numbers.
    [
      'terrorism_bomb_making',
      /^Un attentat .*Appeler le 17 .*112 .*À noter d’abord : lien, compte, date\.$/,
      ['tel:17', 'tel:112'],
    ],
    ['hate_violence_discrimination', SCREEN, []],
    ['crimes_against_humanity', SCREEN, []],
    ['shocking_content_minors', FACTS, []],
    [
      'procuring',
      /^Danger immédiat.*Appeler le 119 119 Enfant en danger À noter d’abord : lien, compte, date\.$/,
      ['tel:17', 'tel:112', 'tel:119'],
    ],
    [
      'suicide_incitement',
      /pouvez appeler jour et nuit.*Appeler le 3114 3114 Pensées suicidaires À noter d’abord : lien, compte, date\.$/,
      ['tel:3114'],
    ],
    [
      'sexual_harassment',
      /^Du chantage \? Ne payez pas\. Ne répondez plus\. Laissez la conversation où elle est\. Appeler le 3018 3018 Violences sur Internet Ouvert maintenant Sans donner votre nom Ne copiez, ne transférez ni image ni vidéo intime\. À noter d’abord : lien, compte, date\.$/,
      ['tel:3018'],
    ],
    ['unsure', FACTS, []],
  ];
  for (const [category, text, targets] of STEP_2) {
    it(`${category}: one at the top of step 2, with numbers from the data`, async () => {
      const form = await atWhere(category);
      await setClock(form, DAY);
      expect(form.root.querySelectorAll('.notice').length).to.equal(1);
      expect(textOf(form.find('.notice'))).to.match(text);
      expect(targetsIn(form, '.notice')).to.deep.equal(targets);
      // Heard with the heading of the step, up to what to keep first.
      const described = form.find(HEADING)!.getAttribute('aria-describedby')!.split(' ');
      const heard = described.map((id) => textOf(form.root.getElementById(id))).join(' ');
      expect(heard).to.match(/À (?:garder|noter) d’abord : lien, compte, date[.,]/);
      expect(heard).not.to.contain('Appeler le');
    });
  }

  it('advise a screenshot to the adult alone in harassment, and never a copy of an intimate image', async () => {
    const form = await atWhere('sexual_harassment');
    const said = (): string => textOf(form.find('.notice'));
    for (const [underAge, kept] of [
      ['yes', 'À noter d’abord : lien, compte, date.'],
      ['prefer_not_to_say', 'À noter d’abord : lien, compte, date.'],
      [
        'no',
        'À garder d’abord : lien, compte, date, capture d’écran. Quelqu’un fouille votre téléphone ? N’y gardez rien.',
      ],
    ] as const) {
      await form.answerEarly({ 'questions.self': 'yes', 'questions.underAge': underAge });
      expect(said(), underAge).to.match(/Ne copiez, ne transférez ni image ni vidéo intime\. [^ ]/);
      expect(said().endsWith(kept), said()).to.equal(true);
    }
    // The notice stands above the question, so its change is heard.
    await until(
      () => textOf(form.find('.unseen[role="status"]')).includes('capture d’écran'),
      'what to keep was not said',
    );
  });

  for (const [category, text] of [
    ['sexual_harassment', 'Ce n’est pas votre faute. Quelqu’un fouille votre téléphone ? N’y gardez rien.'],
    ['procuring', 'Quelqu’un fouille votre téléphone ? N’y gardez rien.'],
  ] as const)
    it(`${category}: after « Oui, cela m’arrive », says whose fault it is not, and where nothing is safe, heard`, async () => {
      const form = await atWhere(category);
      expect(form.text).not.to.contain('votre faute');
      await form.choose('questions.self', 'yes');
      expect(textOf(form.find('fieldset:has([answer="yes"]) + .notice'))).to.equal(text);
      await until(() => textOf(form.find('.unseen[role="status"]')) === text, 'the sentence was not said');
    });

  it('give no number of France elsewhere, and none for children where there is none', async () => {
    const inGermany = await atWhere('procuring', { country: 'DE' });
    expect(targetsIn(inGermany, '.notice')).to.deep.equal(['tel:112']);
    const inEstonia = await atWhere('procuring', { country: 'EE' });
    // Lines of other countries are in a separate file.
    await until(() => targetsIn(inEstonia, '.notice').length > 1, 'the lines of Estonia have not come');
    expect(targetsIn(inEstonia, '.notice')).to.deep.equal(['tel:112', 'tel:116111']);
    const inAmerica = await atWhere('procuring', { country: 'US' });
    expect(targetsIn(inAmerica, '.notice')).to.deep.equal(['tel:911']);
    const picture = await atWhere('child_sexual_abuse', { country: 'DE' });
    await until(() => targetsIn(picture, '.notice').length > 0, 'the lines of Germany have not come');
    expect(targetsIn(picture, '.notice')).to.deep.equal(['tel:116006']);
    expect(textOf(picture.find('.notice'))).to.contain('lien, compte, date. Du chantage ?');
    // Nobody is promised where no line can have images removed.
    await picture.choose('questions.self', 'yes');
    const own = picture.find(named('questions.self'))!.closest('fieldset')!.nextElementSibling;
    expect(textOf(own)).to.match(
      /Vous n’avez rien fait de mal\. Quelqu’un fouille votre téléphone \? N’y gardez rien\. Appeler le 116 006/,
    );
    const harassment = await atWhere('sexual_harassment', { country: 'BG' });
    await until(() => targetsIn(harassment, '.notice').length > 0, 'the lines of Bulgaria have not come');
    expect(targetsIn(harassment, '.notice')).to.deep.equal(['tel:124123']);
    const withoutLine = await atWhere('sexual_harassment', { country: 'ES' });
    expect(targetsIn(withoutLine, '.notice')).to.deep.equal([]);
    const life = await atWhere('suicide_incitement', { country: 'DE' });
    expect(targetsIn(life, '.notice')).to.deep.equal(['tel:112']);
  });

  it('warn of screenshots once a minor is suspected in procuring', async () => {
    const form = await atDetails('procuring', { 'questions.minorSuspected': 'yes' });
    await form.continueTo(CHECK);
    await form.press('Retour');
    await form.reach(WHERE);
    expect(textOf(form.find('.notice.warning'))).to.match(/^Ne faites pas de capture d’écran/);
  });

  it('give the numbers as soon as an answer says that somebody is in danger', async () => {
    const form = await atWhere('procuring');
    await form.locate();
    await form.choose('questions.constraintSigns', 'no');
    expect(form.root.querySelectorAll('.notice').length).to.equal(1);
    await form.choose('questions.constraintSigns', 'yes');
    // Text messages too: somebody may have to keep silent.
    expect(targetsIn(form, 'fieldset + .notice')).to.deep.equal(EMERGENCY);
    await form.continueTo(CHECK);
    expect(targetsIn(form, '.notice')).to.deep.equal(EMERGENCY);
  });

  for (const category of ['hate_violence_discrimination', 'sexual_harassment', 'unsure'])
    it(`${category}: fear for one’s life brings the numbers at once, heard, and the report is urgent`, async () => {
      const form = await atWhere(category);
      await form.locate();
      const legend = 'Craignez-vous pour votre vie ou votre sécurité, maintenant ? (facultatif)';
      expect(form.text.replaceAll(/\s/g, ' ')).to.contain(legend);
      await form.choose('questions.fearNow', 'no');
      expect(form.find('fieldset + .notice') === null).to.equal(true);
      await form.choose('questions.fearNow', 'yes');
      expect(targetsIn(form, 'fieldset + .notice')).to.deep.equal(EMERGENCY);
      await until(
        () => textOf(form.find('.unseen[role="status"]')).includes('Danger immédiat'),
        'the danger was not said',
      );
      await form.continueTo(CHECK);
      expect(targetsIn(form, '.notice')).to.deep.equal(EMERGENCY);
      await form.send();
      const { danger, details } = (await storedReports()).at(-1)!;
      expect([danger.immediate, details]).to.deep.equal(['yes', { fearNow: 'yes' }]);
    });

  it('give the line for suicide first, then the doctors', async () => {
    const form = await atWhere('suicide_incitement');
    await form.choose('questions.personAtRiskNow', 'yes');
    expect(targetsIn(form, 'fieldset + .notice')).to.deep.equal(['tel:3114', 'tel:15', 'tel:112', 'sms:114']);
    const inItaly = await atWhere('suicide_incitement', { country: 'IT' });
    await inItaly.choose('questions.personAtRiskNow', 'yes');
    expect(targetsIn(inItaly, 'fieldset + .notice')).to.deep.equal(['tel:112']);
  });

  it('say not to pay, and who helps against blackmail', async () => {
    const advice = 'Ne payez pas. Ne répondez plus. Laissez la conversation où elle est.';
    const choices = { 'questions.kinds': 'threat', 'questions.blackmail': 'yes' };
    const form = await atDetails('sexual_harassment', choices);
    await setClock(form, DAY);
    expect(textOf(form.find('.notice p'))).to.equal(`${advice} Une équipe peut vous aider.`);
    expect(targetsIn(form, '.notice')).to.deep.equal(['tel:3018']);
    const inSpain = await atDetails('sexual_harassment', choices, { country: 'ES' });
    expect(textOf(inSpain.find('.notice'))).to.equal(advice);
  });

  for (const category of ['sexual_harassment', 'child_sexual_abuse'])
    it(`${category}: advice against blackmail is there at the third tap, its box is the first, and it is repeated at the end`, async () => {
      const advice = 'Ne payez pas. Ne répondez plus. Laissez la conversation où elle est.';
      const form = await atWhere(category);
      expect(textOf(form.find('.notice'))).to.contain(advice);
      // Heard with the heading of the step.
      const described = form.find(HEADING)!.getAttribute('aria-describedby')!.split(' ');
      expect(described.map((id) => textOf(form.find(`#${id}`))).join()).to.contain(advice);
      await form.choose('where', 'elsewhere');
      await form.fill('addresses.0', 'https://exemple.fr/page');
      await form.continueToDetails();
      await form.openQuestions();
      const [first] = form.all(named('questions.kinds'));
      expect(textOf(form.find(`label[for="${first!.id}"]`))).to.equal('Chantage');
      expect(form.find('.notice')).to.equal(null);
      await form.choose('questions.kinds', 'blackmail');
      expect(textOf(first!.closest('fieldset')!.nextElementSibling)).to.contain(advice);
      await until(
        () => textOf(form.find('.unseen[role="status"]')).includes(advice),
        'the advice was not said',
      );
      // The box answers the question.
      expect(form.find(named('questions.blackmail'))).to.equal(null);
      await form.continueTo(CHECK);
      expect(form.text).to.contain('Chantage').and.not.to.contain('Y a-t-il un chantage');
      await form.send();
      expect(textOf(form.find('.notice'))).to.contain(advice);
      expect(targetsIn(form, '.notice').length).to.be.greaterThan(0);
      const { details, danger } = (await storedReports()).at(-1)!;
      expect(details).to.deep.equal({ blackmail: 'yes' });
      expect(danger.immediate).to.equal('unknown');
    });

  it('repeat nothing to those who told of no blackmail', async () => {
    const form = await atSent('sexual_harassment', { 'questions.kinds': 'threat' });
    expect(form.find('.notice')).to.equal(null);
  });

  it('repeat the advice where a report of blackmail could not be sent', async () => {
    const form = await atDetails('sexual_harassment', { 'questions.kinds': 'blackmail' });
    await form.continueTo(CHECK);
    await breakReceiver({ mode: 'version' });
    await form.press('Envoyer le signalement');
    await until(() => form.find('.help'), 'no help lines stood under the failure');
    expect(textOf(form.find('.notice'))).to.contain('Ne payez pas.');
  });

  it('put an open line first at night: 119 and, until an age is known, 3919; then 3018 with its hour', async () => {
    for (const [category, open] of [
      ['sexual_harassment', ['tel:119', 'tel:3919']],
      ['child_sexual_abuse', ['tel:119']],
    ] as const) {
      const form = await atWhere(category);
      await setClock(form, NIGHT);
      expect(targetsIn(form, '.notice'), category).to.deep.equal([...open, 'tel:3018']);
      expect(textOf(form.find('.notice')), category).to.match(
        /3018 Violences sur Internet Ouvre à 9.h Sans donner votre nom(?: Ne copiez|$)/,
      );
      await setClock(form, DAY);
      expect(targetsIn(form, '.notice'), category).to.deep.equal(['tel:3018']);
      Date.now = now;
    }
    for (const [underAge, open] of [
      ['no', 'tel:3919'],
      ['yes', 'tel:119'],
    ] as const) {
      const form = await atWhere('sexual_harassment');
      await form.answerEarly({ 'questions.self': 'yes', 'questions.underAge': underAge });
      await setClock(form, NIGHT);
      expect(targetsIn(form, '.notice'), underAge).to.deep.equal([open, 'tel:3018']);
      Date.now = now;
    }
  });

  it('never give an adult the line for children where the country has no line for what happens online', async () => {
    const form = await atWhere('sexual_harassment', { country: 'MQ' });
    await until(() => targetsIn(form, '.notice').length > 0, 'the lines of Martinique have not come');
    expect(targetsIn(form, '.notice')).to.deep.equal(['tel:119', 'tel:3919']);
    await form.answerEarly({ 'questions.self': 'yes', 'questions.underAge': 'no' });
    expect(targetsIn(form, '.notice')).to.deep.equal(['tel:3919']);
  });

  it('leave no empty line where a language lacks the words', async () => {
    await includeLanguage('de');
    const form = await FormHarness.mount({ lang: 'de' });
    await form.open();
    await form.choose('category', 'sexual_harassment');
    form.find(MAIN)!.click();
    await until(() => form.find('.notice .call'), 'the notice did not come');
    const texts = [...form.root.querySelectorAll('.notice p')].map(textOf);
    expect(texts.filter((text) => !text)).to.deep.equal([]);
  });

  it('say of a line what its source says: without a name, who is told, ways without a voice, its language', async () => {
    const form = await atSent('child_sexual_abuse');
    await setClock(form, DAY);
    const rowOf = (number: string): string =>
      textOf(rows(form).find((row) => row.querySelector(`[href="tel:${number}"]`)));
    for (const words of [
      fr['help.note.nameless'],
      fr['help.note.unbilled'],
      fr['help.note.alerts'],
      fr['help.note.signing'],
    ])
      expect(rowOf('119')).to.contain(words);
    expect(rowOf('3018')).to.contain(fr['help.note.nameless']).and.not.to.contain(fr['help.note.alerts']);
    const life = await atSent('suicide_incitement');
    expect(textOf(rows(life).find((row) => row.querySelector('[href="tel:3114"]')))).to.contain(
      'En français',
    );
  });

  it('stand with French numbers and lines overseas, and give their hours in the reporter’s place', async () => {
    const inReunion = await atWhere('sexual_harassment', { country: 'RE' });
    // The lines of a territory load after the form.
    await until(() => inReunion.find('.notice a'), 'the lines did not come');
    expect(targetsIn(inReunion, '.notice')).to.deep.equal(['tel:119', 'tel:3919']);
    const child = await atSent('child_sexual_abuse', {}, { country: 'RE' });
    expect(targetsIn(child, '.help')).to.deep.equal([
      'tel:119',
      'https://www.allo119.gouv.fr',
      ...EMERGENCY,
      SIGNED,
    ]);
    expect(child.text).to.contain('Parler peut aider');
    const inGuadeloupe = await atWhere('sexual_harassment', { country: 'gp' });
    await until(() => targetsIn(inGuadeloupe, '.notice').length > 0, 'the lines of Guadeloupe have not come');
    await setClock(inGuadeloupe, DAY);
    expect(textOf(inGuadeloupe.find('.notice'))).to.match(
      /Ouvert maintenant Sans donner votre nom Ne copiez/,
    );
    await setClock(inGuadeloupe, NIGHT);
    expect(targetsIn(inGuadeloupe, '.notice')).to.deep.equal(['tel:119', 'tel:3919', 'tel:3018']);
    expect(textOf(inGuadeloupe.find('.notice'))).to.match(
      /Ouvre à 4.h \(heure locale.: Guadeloupe\) Sans donner votre nom Ne copiez/,
    );
    Date.now = now;
    const life = await atWhere('suicide_incitement', { country: 'YT' });
    await until(() => targetsIn(life, '.notice').includes('tel:3114'), 'the lines of Mayotte have not come');
    expect(targetsIn(life, '.notice')).to.deep.equal(['tel:3114']);
    // A line whose hours differ from day to day: the notice that one can call day and night is not for it.
    const inNoumea = await atWhere('suicide_incitement', { country: 'NC' });
    await until(
      () => targetsIn(inNoumea, '.notice').includes('tel:053030'),
      'the lines of New Caledonia have not come',
    );
    expect(targetsIn(inNoumea, '.notice')).to.deep.equal(['tel:15', 'tel:112', 'tel:053030']);
    expect(textOf(inNoumea.find('.notice')))
      .to.contain('SOS Écoute')
      .and.not.contain('jour et nuit');
    const danger = await atWhere('terrorism_bomb_making', { country: 'PM' });
    expect(targetsIn(danger, '.notice')).to.deep.equal(['tel:112']);
  });
});

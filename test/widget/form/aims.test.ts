// The three doors by aim: in sight beside the number, two sentences and one link each, and a sheet that names no report.

import { expect } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import { BODY, REFERENCE } from '../../../demo/gallery/driver.ts';
import { localeAt } from '../../../src/words/locales.ts';
import type { FormTexts } from '../../../src/words/locale.ts';
import { registerLocale } from '../../../src/words/register-locale.ts';
import { codeOn, startFollowUps } from './follow-up-harness.ts';
import { type Attributes, FormHarness, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const DOORS = ['remove', 'complain', 'talk'] as const;
type Door = (typeof DOORS)[number];

const summary = (form: FormHarness, door: Door): HTMLElement | null => form.find(`.aim-${door} > summary`);
const doorsIn = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll<HTMLElement>('.aims > details > summary')].map(({ innerText }) => innerText);
const linksIn = (form: FormHarness, door: Door): string[] =>
  [...form.root.querySelectorAll<HTMLAnchorElement>(`.aim-${door} a`)].map((link) =>
    link.getAttribute('href')!,
  );
const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A form after a report, with some early answers and some among the details. */
async function sent(
  category: string,
  choices: Readonly<Record<string, string>> = {},
  attributes: Attributes = {},
): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.reachWhere(category);
  await form.locate('https://canari.example/secret');
  await form.answerDetails(await form.answerEarly(choices));
  await form.next();
  await form.next();
  return form;
}

/** Opens a fold by real taps in the middle of its summary. Those that come too soon after a new view do nothing. */
async function tapOpen(form: FormHarness, fold: string): Promise<void> {
  await until(() => form.find(`${fold} > summary`), `there is no fold ${fold}`);
  const details = form.find(fold) as HTMLDetailsElement;
  while (!details.open) {
    const target = form.find(`${fold} > summary`)!;
    target.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
  }
}

const french = localeAt(document.createElement('i'));

/** Counts the requests for the strings of the aims, which fail until `mend` is called. */
async function withExtra(
  test: (extra: { asked: number; isOffline: boolean }) => Promise<void>,
): Promise<void> {
  const state = { asked: 0, isOffline: false };
  // The widget of the test before would take the language too.
  FormHarness.unmount();
  const texts = async (): Promise<FormTexts> => ({
    ...(await french.form()),
    extra: async () => {
      state.asked += 1;
      if (state.isOffline) throw new Error('offline');
      return (await french.form()).extra!();
    },
  });
  registerLocale({ ...french, form: texts });
  try {
    await test(state);
  } finally {
    registerLocale(french);
  }
}

describe('the three aims after a report', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  /** The number, the code if there is one, and the doors: all between the header and the footer. */
  function expectInSight(form: FormHarness): void {
    const body = form.find(BODY)!.getBoundingClientRect();
    expect(doorsIn(form)).to.deep.equal(['Faire retirer', 'Porter plainte', 'Parler à quelqu’un']);
    const shown = [
      ...form.root.querySelectorAll<HTMLElement>(REFERENCE),
      ...DOORS.map((door) => summary(form, door)!),
    ];
    for (const element of shown) {
      const { top, bottom, height } = element.getBoundingClientRect();
      expect(top, element.innerText).to.be.at.least(body.top);
      expect(bottom, element.innerText).to.be.at.most(body.bottom + 1);
      if (element.localName === 'summary') expect(height).to.be.at.least(44);
    }
  }

  for (const category of ['sexual_harassment', 'child_sexual_abuse', 'terrorism_bomb_making', 'unsure'])
    it(`are in sight together with the number, 390 × 844, ${category}`, async () => {
      await setViewport({ width: 390, height: 844 });
      expectInSight(await sent(category));
    });

  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const)
    it(`are in sight together with the number and a code, ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const { endpoint, address } = await startFollowUps();
      const form = await sent('sexual_harassment', {}, { endpoint, 'follow-up': address });
      expect(codeOn(form)).to.have.length(19);
      expectInSight(form);
    });
});

describe('a door', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('opens at a tap, and has two sentences and one link for each way', async () => {
    await setViewport({ width: 390, height: 844 });
    const form = await sent('sexual_harassment', { 'questions.kinds': 'blackmail' });
    for (const door of ['remove', 'complain'] as const) {
      await tapOpen(form, `.aim-${door}`);
      await until(() => form.find(`.aim-${door}[open] .help`), `${door} did not open`);
      const ways = [...form.root.querySelectorAll(`.aim-${door} .help > li`)];
      expect(ways.length).to.be.at.least(2);
      for (const way of ways) {
        expect(way.querySelectorAll('ol > li'), textOf(way)).to.have.length(2);
        const links = [...way.querySelectorAll('a')];
        expect(links.length, textOf(way)).to.be.at.most(1);
        for (const { target, rel, href } of links)
          expect([target, rel, new URL(href).protocol]).to.deep.equal([
            '_blank',
            'noopener noreferrer',
            'https:',
          ]);
      }
    }
    expect(linksIn(form, 'remove')).to.deep.equal([
      'https://takeitdown.ncmec.org',
      'https://stopncii.org',
      'https://pointdecontact.net/disrupt',
      'https://www.cnil.fr/fr/le-droit-au-dereferencement',
    ]);
    expect(linksIn(form, 'complain')).to.deep.equal([
      'https://www.masecurite.interieur.gouv.fr',
      'https://arretonslesviolences.gouv.fr',
    ]);
    await tapOpen(form, '.aim-talk');
    await until(() => form.find('.aim-talk[open] .help'), 'talk did not open');
    expect(linksIn(form, 'talk')).to.include('tel:3018').and.to.include('tel:17');
    expect(linksIn(form, 'talk').join()).not.to.match(
      /takeitdown|stopncii|disrupt|arretons|internet-signalement/,
    );
  });

  it('shows a minor what is for minors, and an adult what is for adults', async () => {
    const minor = await sent('sexual_harassment', {
      'questions.self': 'yes',
      'questions.underAge': 'yes',
    });
    await minor.openDoor('remove');
    await minor.openDoor('complain');
    expect(linksIn(minor, 'remove')).to.include('https://takeitdown.ncmec.org');
    expect(linksIn(minor, 'remove')).not.to.include('https://stopncii.org');
    expect(textOf(minor.find('.aim-complain')))
      .to.contain('avec un adulte de confiance')
      .and.to.contain('sans copier d’image');
    const adult = await sent('sexual_harassment', {
      'questions.self': 'yes',
      'questions.underAge': 'no',
      'questions.kinds': 'blackmail',
    });
    await adult.openDoor('remove');
    await adult.openDoor('complain');
    expect(linksIn(adult, 'remove')).to.include('https://stopncii.org');
    expect(linksIn(adult, 'remove')).not.to.include('https://takeitdown.ncmec.org');
    expect(textOf(adult.find('.aim-complain')))
      .to.contain('captures d’écran')
      .and.to.contain('FranceConnect');
  });

  it('tells nothing of the report in its title', async () => {
    for (const category of ['suicide_incitement', 'child_sexual_abuse'])
      expect(doorsIn(await sent(category))).to.deep.equal([
        'Faire retirer',
        'Porter plainte',
        'Parler à quelqu’un',
      ]);
  });

  it('is there for two aims where no source says how a complaint is made', async () => {
    const german = await sent('unsure', {}, { country: 'DE' });
    // The lines of other countries come in a file of their own.
    await until(() => summary(german, 'talk'), 'the lines did not come');
    expect(doorsIn(german)).to.deep.equal(['Faire retirer', 'Parler à quelqu’un']);
    const nowhere = await sent('unsure', {}, { country: '' });
    expect(doorsIn(nowhere)).to.deep.equal(['Faire retirer']);
    await nowhere.openDoor('remove');
    expect(linksIn(nowhere, 'remove')).to.deep.equal([
      'https://takeitdown.ncmec.org',
      'https://stopncii.org',
    ]);
    // The emergency number does not need a door.
    expect(nowhere.find('.help a[href="tel:112"]')!.checkVisibility()).to.equal(true);
  });

  it('requests its strings when it is opened, and after a report before that', async () => {
    await withExtra(async (extra) => {
      const form = await FormHarness.mount();
      await form.open();
      await form.laterPart();
      expect(extra.asked).to.equal(0);
      await tapOpen(form, '.doors');
      await until(() => summary(form, 'remove'), 'the doors did not come');
      await form.openDoor('remove');
      expect(extra.asked).to.equal(1);
      extra.asked = 0;
      const after = await sent('unsure');
      await until(() => extra.asked === 1, 'nothing was requested after the report');
      extra.isOffline = true;
      await after.openDoor('remove');
      expect(textOf(after.find('.aim-remove'))).to.contain('seul un code');
    });
  });

  it('says that it did not load, and tries again', async () => {
    await withExtra(async (extra) => {
      extra.isOffline = true;
      const form = await sent('unsure');
      await until(() => extra.asked > 0, 'nothing was requested');
      await tapOpen(form, '.aim-complain');
      await until(() => form.find('.aim-complain [role="alert"]'), 'no sentence came');
      expect(textOf(form.find('.aim-complain [role="alert"]'))).to.equal('La suite n’a pas pu s’afficher.');
      // Help does not wait for it.
      await form.openDoor('talk');
      expect(linksIn(form, 'talk')).to.include('tel:3018');
      extra.isOffline = false;
      await form.press('Réessayer');
      await until(() => form.find('.aim-complain .help'), 'the ways did not come');
      expect(form.find('.aim-complain [role="alert"]')).to.equal(null);
    });
  });

  it('speaks the language that is chosen after it was opened', async () => {
    const form = await sent('unsure');
    await form.openDoor('remove');
    form.element.lang = 'en';
    await until(() => form.text.includes('only a code is sent'), 'the ways stayed French');
    expect(doorsIn(form)).to.deep.equal(['Get it removed', 'Go to the police', 'Talk to someone']);
  });

  it('keeps the rest of a language that has no strings for it', async () => {
    const texts = async (): Promise<FormTexts> => {
      const { extra, ...others } = await french.form();
      const more = await extra!();
      return { ...others, later: async () => ({ ...(await others.later()), ...more }) };
    };
    registerLocale({ ...french, form: texts });
    try {
      const form = await sent('unsure');
      await form.openDoor('remove');
      expect(textOf(form.find('.aim-remove'))).to.contain('seul un code');
    } finally {
      registerLocale(french);
    }
  });
});

describe('the aims before a report', () => {
  it('stand in the fold of other problems, and follow the answers', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await tapOpen(form, '.doors');
    await until(() => form.find('.doors .help'), 'the other services did not come');
    // After what the fold is named for.
    const [services, aims] = [form.find('.doors > .help')!, form.find('.doors > .aims')!];
    expect(services.compareDocumentPosition(aims)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    await form.openDoor('remove');
    await form.openDoor('complain');
    expect(linksIn(form, 'remove'))
      .to.include('https://stopncii.org')
      .and.to.include('https://www.cnil.fr/fr/le-droit-au-dereferencement');
    expect(linksIn(form, 'complain')).to.include('https://17cyber.gouv.fr');
    await form.choose('category', 'child_sexual_abuse');
    expect(linksIn(form, 'remove')).to.deep.equal([
      'https://takeitdown.ncmec.org',
      'https://pointdecontact.net/disrupt',
    ]);
    expect(linksIn(form, 'complain')).to.include('https://arretonslesviolences.gouv.fr');
    await form.openDoor('talk');
    expect(linksIn(form, 'talk')).to.include('tel:119');
    expect(form.all('[field=category]:checked')).to.have.length(1);
  });

  it('are reached from step 2 too, where the kind of content is not known', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('unsure');
    expect(form.heading).to.equal(WHERE);
    await tapOpen(form, '.doors');
    await form.openDoor('talk');
    expect(linksIn(form, 'talk')).to.include('tel:116006');
  });
});

describe('the sheet of the aims', () => {
  it('has every step, link and line, and nothing of the report', async () => {
    const form = await sent('hate_violence_discrimination');
    await form.openDoor('remove');
    const number = form.reference;
    const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    let sheet = '';
    const view = Object.assign(new EventTarget(), {
      print: () => (sheet = form.root.querySelector('iframe')!.contentDocument!.body.innerText),
    });
    // No printer is available in tests.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get: () => view,
    });
    try {
      await form.press('Imprimer ces démarches');
      await until(() => sheet, 'nothing was printed');
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', real);
    }
    for (const text of [
      'Faire retirer',
      'Porter plainte',
      'Parler à quelqu’un',
      '17cyber.gouv.fr',
      '39 28',
      '1. Police et gendarmerie doivent',
    ])
      expect(sheet).to.contain(text);
    for (const way of form.root.querySelectorAll('.aim-remove ol > li'))
      expect(sheet).to.contain(way.textContent);
    expect(sheet).not.to.contain(number);
    expect(sheet).not.to.match(/canari|Point de Contact|Incitation|https|\d{4}-\d\d|Ouvert|undefined/);
    // Recorders leave out the panel and what is in it.
    expect(form.root.querySelector('iframe')!.closest('.panel') === null).to.equal(false);
    view.dispatchEvent(new Event('afterprint'));
    expect(form.root.querySelector('iframe') === null).to.equal(true);
  });
});

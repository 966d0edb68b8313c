// Properties of a page, however bad: the form opens or the link shows, a report arrives, and its outcome shows.

import { expect } from '@open-wc/testing';
import { BODY, PANEL } from '../../../demo/gallery/driver.ts';
import type { HelpResource } from '../../../src/core/help/lines.ts';
import type { Messages } from '../../../src/words/messages.ts';
import { breakReceiver, CHECK, FormHarness, SENT, storedReports, WHAT } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const LINE = { id: 'ours', name: 'Notre ligne', number: '0 800 00 00 00' };
const throwing = (): never => {
  throw new Error('a getter of the page');
};
/** An object of which nothing can be asked. */
const hostile = new Proxy(
  {},
  { get: throwing, ownKeys: throwing, has: throwing, getOwnPropertyDescriptor: throwing },
);
/** A proxy that lets itself be read, and gives nonsense. */
const nonsense = new Proxy({ a: 1 }, { get: () => Symbol('nonsense') });
const circular: unknown[] = [];
circular.push(circular);

const BAD_LINES: Readonly<Record<string, unknown>> = {
  'a list with null': [null],
  'a text': 'abc',
  'a number': 7,
  true: true,
  'an object': { 0: LINE, length: 1 },
  'lines without an id, a number or a site': [{}, { id: 'x' }, { number: '12' }, { id: 3, number: '12' }],
  'numbers that are none': [
    { id: 'x', number: 12 },
    { id: 'x', number: {} },
  ],
  'sites that are none': [
    { id: 'x', url: Symbol('x') },
    { id: 'x', url: [] },
  ],
  'hours that are none': [
    { ...LINE, hours: 'sometimes' },
    { ...LINE, hours: [1, 7, 9] },
    { ...LINE, hours: [1, 7, '9', 23] },
    { ...LINE, hours: [0, 9, -1, 99] },
  ],
  'a zone and a name that are none': [
    { ...LINE, zone: 5 },
    { ...LINE, name: {} },
  ],
  'a getter that throws': [
    {
      id: 'x',
      get number() {
        return throwing();
      },
    },
  ],
  'a proxy that throws': hostile,
  'a list with a proxy that throws': [hostile, nonsense],
  'a list in itself': circular,
};

const BAD_MESSAGES: Readonly<Record<string, unknown>> = {
  'a text': 'abc',
  'a list': [1, null],
  numbers: { 's1.title': 5, 'ok.title': 0, 'launcher.label': 1, 'err.load': null },
  'objects and symbols': { 's1.title': {}, 'cat.unsure': [], 's4.submit': Symbol('x'), 'ok.ref': () => 'x' },
  'a getter that throws': {
    get 's1.title'() {
      return throwing();
    },
    get 'launcher.context'() {
      return throwing();
    },
  },
  'a proxy that throws': hostile,
  'a proxy that gives nonsense': nonsense,
};

const BAD_ADDRESSES: Readonly<Record<string, unknown>> = {
  'a number': 42,
  'an object': {},
  'a symbol': Symbol('x'),
  'a proxy that throws': hostile,
};

describe('properties of the page', () => {
  const { warn } = console;
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(async () => {
    console.warn = warn;
    await breakReceiver({ mode: 'none' });
  });

  const warned = (words: string): Promise<void> =>
    until(() => warnings.some((text) => text.includes(words)), `a warning of ${words}`);

  for (const [name, given] of Object.entries(BAD_LINES))
    it(`helpResources that are ${name}: the report arrives, and the sent view shows its number`, async () => {
      const form = await FormHarness.mount();
      form.element.helpResources = given as readonly HelpResource[];
      const before = (await storedReports()).length;
      await form.reachCheck();
      await form.send();
      expect(await storedReports()).to.have.length(before + 1);
      expect(form.reference).to.match(/^[\dA-Z -]{8,}$/);
      // Without a line that can be used, the emergency numbers stand without a door.
      if (form.find('.aim-talk')) await form.openDoor('talk');
      expect(form.text).to.contain('Danger immédiat').and.not.to.contain('undefined');
      await warned('helpResources');
    });

  it('helpResources keep the lines that can be used, whatever the page does with its list later', async () => {
    const form = await FormHarness.mount();
    const lines: unknown[] = [null, { ...LINE }, 7];
    form.element.helpResources = lines as HelpResource[];
    await form.reachCheck();
    for (const index of lines.keys()) lines[index] = hostile;
    await form.send();
    await form.openDoor('talk');
    expect(form.root.querySelectorAll('.help a[href="tel:0800000000"]')).to.have.length(1);
    await warned('members that cannot be used, and are left out: 0, 2');
    form.element.helpResources = undefined;
    await form.element.updateComplete;
    expect(form.root.querySelectorAll('.help a[href="tel:0800000000"]')).to.have.length(0);
  });

  for (const [name, given] of Object.entries(BAD_ADDRESSES)) {
    it(`a hotline-url that is ${name}: the form opens, and the report arrives`, async () => {
      const form = await FormHarness.mount({ 'hotline-url': 'https://hotline.example/' });
      Object.assign(form.element, { hotlineUrl: given });
      const before = (await storedReports()).length;
      await form.reachCheck();
      await form.send();
      expect(await storedReports()).to.have.length(before + 1);
    });

    for (const property of ['endpoint', 'src', 'publicKey'])
      it(`${property} that is ${name}: the button is a link to the hotline's own form`, async () => {
        const form = await FormHarness.mount({ 'hotline-url': 'https://hotline.example/' });
        Object.assign(form.element, { [property]: given });
        await form.element.updateComplete;
        expect(form.launcher.getAttribute('href')).to.equal('https://hotline.example/');
        await form.element.open();
        expect(form.find('dialog')).to.equal(null);
      });
  }

  it('addresses that are URL objects are read as their text', async () => {
    const form = await FormHarness.mount();
    const endpoint = new URL(form.element.endpoint!);
    Object.assign(form.element, { endpoint, hotlineUrl: new URL('https://hotline.example/') });
    await form.element.updateComplete;
    expect(form.element.hotlineAddress).to.equal('https://hotline.example/');
    const before = (await storedReports()).length;
    await form.reachCheck();
    await form.send();
    expect(await storedReports()).to.have.length(before + 1);
  });

  for (const [name, given] of Object.entries(BAD_MESSAGES))
    it(`messages that are ${name}: every view shows, in our words`, async () => {
      const form = await FormHarness.mount();
      form.element.messages = given as Partial<Messages>;
      await form.element.updateComplete;
      expect(form.launcher.innerText.trim()).to.equal('Cliquez, Signalez\u202f!');
      await form.open();
      expect(form.heading).to.equal(WHAT);
      form.element.close();
      await until(() => !form.dialog.open, 'closed');
      await form.reachCheck();
      await form.send();
      expect(form.heading).to.equal(SENT);
      await warned('messages');
    });

  it('messages keep the strings among them', async () => {
    const form = await FormHarness.mount();
    form.element.messages = { 's1.title': 'Que dire ?', 's1.intro': 3 } as unknown as Partial<Messages>;
    await form.open();
    expect(form.heading).to.equal('Que dire ?');
    expect(form.text).to.contain('Gratuit.');
    const { findings } = await form.element.check();
    expect(findings.find(({ code }) => code === 'property-value')?.message).to.contain('s1.intro');
  });
});

describe('a view that fails', () => {
  const { toLocaleString } = Date.prototype;
  const { ListFormat } = Intl;
  const { onerror } = window;
  const { random } = Math;
  let reported: unknown[];
  beforeEach(() => {
    reported = [];
    // The test runner takes an error that is reported for a failure of the test.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it is the runner's own handler that is replaced
    window.onerror = (_text, _source, _line, _column, error) => {
      reported.push(error);
      return true;
    };
    window.addEventListener('error', stop, true);
  });
  afterEach(async () => {
    setDates(toLocaleString);
    Object.assign(Intl, { ListFormat });
    Math.random = random;
    window.removeEventListener('error', stop, true);
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- as above
    window.onerror = onerror;
    await breakReceiver({ mode: 'none' });
  });
  const stop = (event: Event): void => {
    reported.push(event);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const setDates = (value: unknown): void => {
    // oxlint-disable-next-line no-extend-native -- as a page's polyfill does
    Object.defineProperty(Date.prototype, 'toLocaleString', { value, configurable: true, writable: true });
  };
  /** A page's own polyfill that breaks dates, which the sent view writes. */
  const breakDates = (): void => setDates(throwing);

  it('never hides that a report has arrived: its number shows', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    breakDates();
    await form.press('Envoyer le signalement');
    await until(() => form.reference, 'the number was not shown');
    expect(form.heading).to.equal(SENT);
    expect(form.reference.replaceAll(/\W/g, '')).to.match(/^[\dA-Z]{8}$/);
    expect(form.find(PANEL)!.textContent).not.to.match(/pas encore envoy|pas pu s’afficher/);
    expect(reported.length).to.be.greaterThan(0);
    expect(form.element.matches(':state(sent)')).to.equal(true);
  });

  /** A page's own polyfill that breaks lists, which the review writes. */
  const breakLists = (): void => {
    Object.assign(Intl, { ListFormat: throwing });
  };
  /** At the review, with an answer that is a list. */
  async function atReview(): Promise<FormHarness> {
    const form = await FormHarness.mount();
    await form.reachDetails();
    await form.openQuestions();
    await form.choose('questions.kinds', 'threat');
    await form.continueTo(CHECK);
    return form;
  }

  it('never says that a report was not sent, if it may have arrived', async () => {
    const form = await atReview();
    await breakReceiver({ mode: 'reset-after' });
    // The client tries again at once.
    Math.random = () => 0;
    form.button('Envoyer le signalement')!.click();
    breakLists();
    await until(() => form.text.includes('Nous ne savons pas'), 'the outcome was not shown');
    expect(form.find(PANEL)!.textContent).not.to.match(/pas encore envoy|pas été envoy/);
    expect(reported.length).to.be.greaterThan(0);
  });

  it('keeps the answers, and shows them once it can', async () => {
    const form = await atReview();
    breakLists();
    form.element.requestUpdate();
    await form.reach('La suite n’a pas pu s’afficher.');
    expect(form.text).to.contain('Vos réponses sont toujours là.');
    expect(form.find(`${BODY} a`)!.getAttribute('href')).to.equal('https://hotline.example/');
    Object.assign(Intl, { ListFormat });
    await form.press('Réessayer');
    await form.reach(CHECK);
    expect(form.text).to.contain('https://exemple.fr/page');
  });
});

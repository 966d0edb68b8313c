// The page's own strings before a click, however bad: the button says those that are texts, and ours for all others.

import { expect } from '@open-wc/testing';
import type { ReportButton } from '../../../src/widget/button/report-button.ts';
import type { Messages } from '../../../src/words/messages.ts';
import { FormHarness, WHAT } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';

const OURS = 'Cliquez, Signalez\u202f!';
const OUR_CONTEXT = 'Signaler un contenu illégal';

const throwing = (): never => {
  throw new Error('a getter of the page');
};
const hostile = new Proxy({}, { get: throwing, ownKeys: throwing, has: throwing, getPrototypeOf: throwing });

/** A text at the first reading, and none afterwards. */
const fickle = (): object => {
  let readings = 0;
  return {
    get 'launcher.label'() {
      return (readings += 1) > 1 ? {} : 'Alerter';
    },
  };
};

/** Values of which no text can be shown. */
const BAD: Readonly<Record<string, unknown>> = {
  null: null,
  'a text': 'launcher.label',
  'a number': 7,
  'a list': ['launcher.label'],
  'a function': throwing,
  'a symbol': Symbol('launcher.label'),
  'members that are no texts': { 'launcher.label': 1, 'launcher.context': { toString: () => 'x' } },
  'members that are functions and symbols': {
    'launcher.label': () => 'x',
    'launcher.context': Symbol('x'),
    'err.load': null,
  },
  'text objects': { 'launcher.label': Object('x'), 'launcher.context': Object('y') },
  'getters that throw': {
    get 'launcher.label'() {
      return throwing();
    },
    get 'launcher.context'() {
      return throwing();
    },
  },
  'a proxy that throws': hostile,
  'a proxy that gives nonsense': new Proxy({ a: 1 }, { get: () => Symbol('x') }),
  'a frozen object of nonsense': Object.freeze({ 'launcher.label': 5, 'launcher.context': [] }),
};

const give = (element: ReportButton, messages: unknown): Promise<unknown> => {
  element.messages = messages as Partial<Messages>;
  return element.updateComplete;
};

/** The accessible name of the button, by its `aria-labelledby`. */
function nameOf({ launcher }: FormHarness): string {
  const root = launcher.getRootNode() as ShadowRoot;
  const ids = launcher.getAttribute('aria-labelledby')!.split(' ');
  return ids.map((id) => root.getElementById(id)!.textContent).join(' ');
}

describe('the page’s own strings, before a click', () => {
  const { warn } = console;
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });
  const toldOfMessages = (): string[] => warnings.filter((text) => text.includes('property messages'));

  for (const [name, given] of Object.entries(BAD))
    it(`are ${name}: each look of the button says ours`, async () => {
      for (const variant of ['button', 'floating', 'link', 'icon', 'bar']) {
        const form = await FormHarness.mount({ variant });
        await give(form.element, given);
        expect(nameOf(form), variant).to.match(/^(?:Cliquez, Signalez\s! )?Signaler un contenu illégal$/u);
        const isNamedByContext = variant === 'link' || variant === 'icon';
        expect(form.root.getElementById('label')!.textContent, variant).to.equal(
          isNamedByContext ? OUR_CONTEXT : OURS,
        );
      }
      const { launcher, element } = await FormHarness.mount({ endpoint: '' });
      await give(element, given);
      expect(launcher.localName).to.equal('a');
      expect(launcher.innerText.trim()).to.equal(OURS);
    });

  for (const [name, given] of Object.entries({
    'beside one that throws': {
      'launcher.label': 'Alerter',
      get 'launcher.context'() {
        return throwing();
      },
    },
    'in a frozen object': Object.freeze({ 'launcher.label': 'Alerter', 's1.title': 5 }),
    'in an object without a prototype': Object.assign(Object.create(null) as object, {
      'launcher.label': 'Alerter',
    }),
  }))
    it(`keep the texts ${name}`, async () => {
      const form = await FormHarness.mount();
      await give(form.element, given);
      expect(form.launcher.innerText.trim()).to.equal('Alerter');
      expect(nameOf(form)).to.equal(`Alerter ${OUR_CONTEXT}`);
      await give(form.element, undefined);
      expect(form.launcher.innerText.trim()).to.equal(OURS);
    });

  it('are read once where they are shown: a text that becomes something else is never shown', async () => {
    const form = await FormHarness.mount();
    await give(form.element, fickle());
    for (let rendering = 0; rendering < 3; rendering += 1) {
      expect(form.launcher.innerText.trim()).to.match(/^(?:Alerter|Cliquez, Signalez\s!)$/u);
      form.element.requestUpdate();
      await form.element.updateComplete;
    }
  });

  it('may be changed and given again, before and after the form has come', async () => {
    const form = await FormHarness.mount();
    const own: Record<string, unknown> = { 'launcher.label': 'Alerter', 's1.title': 'Que dire ?' };
    await give(form.element, own);
    own['launcher.label'] = 'Prévenir';
    await give(form.element, own);
    expect(form.launcher.innerText.trim()).to.equal('Prévenir');
    await form.open();
    expect(form.heading).to.equal('Que dire ?');
    own['s1.title'] = 'Que signaler ?';
    own['s1.intro'] = 4;
    await give(form.element, own);
    expect(form.heading).to.equal('Que signaler ?');
    await until(() => toldOfMessages().length > 0, 'a warning');
    expect(toldOfMessages().join()).to.contain('left out: s1.intro.');
    await give(form.element, null);
    expect(form.heading).to.equal(WHAT);
  });

  it('may turn bad after the form took them: its views stay as they are', async () => {
    const form = await FormHarness.mount();
    const own: Record<string, unknown> = { 'launcher.label': 'Alerter', 's1.title': 'Que dire ?' };
    await give(form.element, own);
    await form.open();
    Object.defineProperty(own, 's1.title', { get: throwing });
    Object.defineProperty(own, 'launcher.label', { get: throwing });
    form.element.requestUpdate();
    await form.element.updateComplete;
    expect(form.heading).to.equal('Que dire ?');
    expect(form.launcher.innerText.trim()).to.match(/^(?:Alerter|Cliquez, Signalez\s!)$/u);
  });

  for (const attributes of [{}, { mode: 'inline' }, { flow: 'page' }, { flow: 'page', mode: 'inline' }])
    it(`are told once in the console, as soon as the form has them: ${JSON.stringify(attributes)}`, async () => {
      const form = await FormHarness.mount(attributes);
      await give(form.element, { 's1.title': 5, 'launcher.label': {} });
      await form.open();
      await until(() => toldOfMessages().length > 0, 'a warning');
      expect(toldOfMessages()).to.have.length(1);
      expect(toldOfMessages()[0]).to.contain('left out: s1.title, launcher.label.');
      form.element.requestUpdate();
      await form.element.updateComplete;
      expect(toldOfMessages()).to.have.length(1);
    });

  it('are told in the isolated mode too, where the frame has our name', async () => {
    const form = await FormHarness.mount({ endpoint: '', src: 'https://hotline.invalid/frame.html' });
    await give(form.element, { 'launcher.context': 5, 'err.load': hostile });
    await form.element.open();
    await form.element.updateComplete;
    expect(form.root.querySelector('iframe')!.title).to.equal(OUR_CONTEXT);
    await until(() => toldOfMessages().length > 0, 'a warning');
    expect(toldOfMessages()).to.have.length(1);
    form.element.close();
  });

  for (const attributes of [{}, { endpoint: '' }])
    it(`are found by check(), also where no form ever takes them: ${JSON.stringify(attributes)}`, async () => {
      const form = await FormHarness.mount(attributes);
      await give(form.element, { 's1.title': 5 });
      const { findings } = await form.element.check();
      const found = findings.filter(({ code }) => code === 'property-value');
      expect(found).to.have.length(1);
      expect(found[0]!.message).to.contain('left out: s1.title.');
    });
});

// How every view looks: where elements are, how wide an answer is, how lines are spaced, and the text shown while a tap
// has to wait.

import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { MAIN } from '../../../demo/gallery/driver.ts';
import type { FormTexts } from '../../../src/words/locale.ts';
import { localeAt } from '../../../src/words/locales.ts';
import { registerLocale } from '../../../src/words/register-locale.ts';
import { breakReceiver, CHECK, FormHarness, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { itOnSources } from '../../setup/built-here.ts';

const french = localeAt(Object.assign(document.createElement('i'), { lang: 'fr' }));

/** Serves the French texts of the form with a change, until the end of the test. */
function serveFrench(change: (texts: FormTexts) => FormTexts | Promise<FormTexts>): void {
  registerLocale({ ...french, form: async () => change(await french.form()) });
}

const finishAnimations = (form: FormHarness): void =>
  form.root.getAnimations().forEach((animation) => animation.finish());

describe('at a glance', () => {
  before(() => setViewport({ width: 1280, height: 900 }));
  afterEach(async () => {
    registerLocale(french);
    await breakReceiver({ mode: 'none' });
  });

  it('the upper edge of the dialog stays where it is from step to step', async () => {
    const form = await FormHarness.mount();
    const tops: number[] = [];
    const note = (): void => {
      finishAnimations(form);
      tops.push(Math.round(form.dialog.getBoundingClientRect().top));
    };
    await form.open();
    note();
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    note();
    await form.choose('where', 'here');
    await form.continueToDetails();
    note();
    await form.continueTo(CHECK);
    note();
    await form.send();
    note();
    expect(new Set(tops).size, tops.join()).to.equal(1);
  });

  it('an answer in the review has the whole width of a narrow window, and a long address twelve lines', async () => {
    await setViewport({ width: 500, height: 844 });
    const form = await FormHarness.mount();
    await form.reachCheck({ address: `https://www.instagram.com/${'reel/'.repeat(120)}` });
    const row = form.find('.row:nth-of-type(2)')!;
    const value = row.querySelector<HTMLElement>('dd:not(.act)')!;
    const { width } = value.getBoundingClientRect();
    expect(width).to.be.greaterThan(row.getBoundingClientRect().width - 40);
    const text = value.querySelector('bdi')!;
    const lines = text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight);
    expect(Math.round(lines)).to.equal(12);
    // The text is cut on screen only.
    expect(text.textContent).to.have.length.greaterThan(600);
    await setViewport({ width: 1280, height: 900 });
  });

  it('hints have lines that are half as high again as their text', async () => {
    const form = await FormHarness.mount();
    const ratios = (): number[] =>
      [...form.root.querySelectorAll<HTMLElement>('.hint, .option-hint, .small, small, .service')]
        .filter((one) => one.checkVisibility())
        .map((one) => getComputedStyle(one))
        .map(({ lineHeight, fontSize }) => parseFloat(lineHeight) / parseFloat(fontSize));
    await form.reachCheck();
    await form.send();
    expect(Math.min(...ratios())).to.be.at.least(1.49);
    await form.press('Faire un autre signalement');
    await form.reach(WHAT);
    expect(Math.min(...ratios())).to.be.at.least(1.49);
  });

  it('looks that follow the pointer are for pointers that hover', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const loose = form.root.adoptedStyleSheets.flatMap((sheet) =>
      [...sheet.cssRules].filter(
        (rule) =>
          rule instanceof CSSStyleRule &&
          /:hover/.test(rule.selectorText) &&
          !/data-small|launcher/.test(rule.selectorText),
      ),
    );
    expect(loose.map(({ cssText }) => cssText)).to.deep.equal([]);
  });

  it('an error is told from a link without its colour: a bar along the field, and a border', async () => {
    const form = await FormHarness.mount({ theme: 'presse' });
    await form.reachDetails('hate_violence_discrimination', 'here');
    await form.fill('details', 'é'.repeat(2001));
    await form.press('Continuer');
    await until(() => form.find('.field.wrong'), 'no error was shown');
    expect(getComputedStyle(form.find('.field.wrong')!).borderInlineStartWidth).to.equal('4px');
    const { borderTopWidth, borderTopColor } = getComputedStyle(form.find('.field.wrong textarea')!);
    expect(borderTopWidth).to.equal('2px');
    expect(borderTopColor).to.equal(getComputedStyle(form.find('.field.wrong')!).borderInlineStartColor);
  });

  it('a link that opens beside the page says so in sight', async () => {
    const form = await FormHarness.mount({ 'privacy-url': 'https://hotline.example/donnees' });
    await form.open();
    expect(form.text).to.contain('Vie privée (nouvel onglet)');
  });

  it('the dialog of a failure is named by it', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    expect(form.dialog.getAttribute('aria-label')).to.equal('Étape 3 sur 3 Vérifiez, puis envoyez');
    await breakReceiver({ mode: '404-page' });
    await form.press('Envoyer le signalement');
    await until(() => form.find('.failure'), 'no failure was shown');
    // The hotline's link wraps as one text, even where it looks like a button.
    const link = form.find('a[href^="https://hotline.example"]')!;
    expect(link.children).to.have.length(1);
    expect(link.innerText.trim()).to.match(/Point de Contact \(nouvel onglet\)$/);
    expect(form.dialog.getAttribute('aria-label')).to.match(
      /^Étape 3 sur 3 (Pas encore envoyé|Envoi non confirmé)$/,
    );
  });

  itOnSources('the button that was pressed says that the form is long on its way', async () => {
    let arrive = (): void => {};
    const arrived = new Promise<void>((done) => (arrive = done));
    serveFrench(async (texts) => {
      await arrived;
      return texts;
    });
    const form = await FormHarness.mount();
    form.launcher.click();
    await until(() => form.launcher.ariaBusy === 'true', 'nothing was said');
    expect(getComputedStyle(form.launcher).cursor).to.equal('progress');
    arrive();
    await until(() => form.dialog?.open, 'the form did not open');
    expect(form.launcher.hasAttribute('aria-busy')).to.equal(false);
  });

  itOnSources(
    'lays itself out before the click, also where its words arrive after an idle moment',
    async () => {
      if (!('requestIdleCallback' in window)) return;
      // In a page in the background, Chromium keeps idle moments back for more than a minute.
      const ask = window.requestIdleCallback;
      window.requestIdleCallback = (callback) => ask(callback, { timeout: 300 });
      const idle = (): Promise<unknown> => new Promise((done) => window.requestIdleCallback(done));
      let arrive = (): void => {};
      const arrived = new Promise<void>((done) => (arrive = done));
      let requests = 0;
      serveFrench(async (texts) => {
        // The button asks first, then the form.
        if ((requests += 1) > 1) await arrived;
        return texts;
      });
      const form = await FormHarness.mount();
      form.element.dispatchEvent(new PointerEvent('pointerenter'));
      await until(() => requests > 1, 'the form did not ask for its words');
      await idle();
      await idle();
      const changes: (string | null)[] = [];
      const observer = new MutationObserver((records) => {
        for (const { target, oldValue } of records) if (target === form.dialog) changes.push(oldValue);
      });
      observer.observe(form.root, { subtree: true, attributeFilter: ['open'], attributeOldValue: true });
      arrive();
      await until(() => changes.length === 2, 'the dialog was not laid out');
      window.requestIdleCallback = ask;
      observer.disconnect();
      expect(changes, 'opened, then closed').to.deep.equal([null, '']);
      expect(form.dialog.open).to.equal(false);
    },
  );

  itOnSources('« Continuer » says that the next step is long on its way', async () => {
    let arrive = (): void => {};
    const arrived = new Promise<void>((done) => (arrive = done));
    serveFrench((texts) => ({ ...texts, later: async () => (await arrived, texts.later()) }));
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    await form.press('Continuer');
    const button = (): HTMLElement => form.find(MAIN)!;
    await until(() => button().innerText.trim() === 'Chargement…', 'nothing was said');
    expect(button().getAttribute('aria-disabled')).to.equal('true');
    arrive();
    await form.reach(WHERE);
    expect(button().innerText.trim()).to.equal('Continuer');
  });
});

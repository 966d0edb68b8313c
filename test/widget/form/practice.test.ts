// Practice: the form works to its last screen without a receiver, says on every view that nothing is sent, and sends
// nothing. The requests of built files are counted in practice.e2e.test.ts.

import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { BODY, CLOSE, PANEL } from '../../../demo/gallery/driver.ts';
import type { FormTexts } from '../../../src/words/locale.ts';
import { localeAt } from '../../../src/words/locales.ts';
import { registerLocale } from '../../../src/words/register-locale.ts';
import { CHECK, DISCARD, FormHarness, SENT, storedReports, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const BAND = 'Entraînement\u00a0: rien n’est envoyé.';
const END = 'Fin de l’entraînement';
const NUMBER = 'ESSAI-1234';

/** The requests of a test that are neither a file of the widget nor one of the test runner. */
function watchRequests(): { readonly made: string[]; readonly stop: () => void } {
  const made: string[] = [];
  const { fetch } = window;
  window.fetch = (...request) => {
    const [address] = request;
    made.push(address instanceof Request ? address.url : `${address}`);
    return fetch(...request);
  };
  return { made, stop: () => (window.fetch = fetch) };
}

/** What a screen reader hears of the heading: its text, then the texts that describe it. */
function heard(form: FormHarness): string[] {
  const heading = form.find(`${PANEL} h2`)!;
  const ids = heading.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => form.root.getElementById(id)?.textContent?.trim() ?? `nothing is called ${id}`);
}

const expectBand = (form: FormHarness): void => {
  const bands = form.root.querySelectorAll<HTMLElement>(`${PANEL} .band`);
  expect([...bands].map(({ innerText }) => innerText)).to.deep.equal([BAND]);
  expect(bands[0]!.checkVisibility()).to.equal(true);
  expect(heard(form)[0]).to.equal(BAND);
};

const mount = (attributes: Record<string, string> = {}): Promise<FormHarness> =>
  FormHarness.mount({ practice: '', ...attributes });

describe('practice', () => {
  it('goes to its last screen without an endpoint, with its band on every view, and sends nothing', async () => {
    const before = (await storedReports()).length;
    const form = await mount({ endpoint: '' });
    const events: string[] = [];
    for (const name of ['cs-open', 'cs-sent', 'cs-error'] as const)
      form.element.addEventListener(name, () => events.push(name));
    const { made, stop } = watchRequests();
    try {
      await form.open();
      expectBand(form);
      expect(form.text).to.contain('ce signalement ne quitte pas cet appareil');
      await form.choose('category', 'hate_violence_discrimination');
      await form.continueTo(WHERE);
      expectBand(form);
      await form.choose('where', 'elsewhere');
      await form.fill('addresses.0', 'https://forum.example/sujet/7');
      await form.continueTo(CHECK);
      expectBand(form);
      expect(form.terms).to.contain('ce signalement ne quitte pas cet appareil').and.not.to.contain('va à');
      await form.openDetails();
      expectBand(form);
      await form.continueTo(CHECK);
      await form.press('Envoyer le signalement');
      await form.reach(END);
      expectBand(form);
      expect(form.find('output')!.innerText).to.equal(NUMBER);
      expect(form.text).to.contain('Rien n’a été envoyé.').and.to.contain('Ce qui suit un vrai signalement');
      expect(form.text).not.to.contain('Merci').and.not.to.contain('Envoyé à').and.not.to.contain(SENT);
      await form.press('Faire un autre signalement');
      await form.reach(WHAT);
      expectBand(form);
    } finally {
      stop();
    }
    expect(events).to.deep.equal(['cs-open']);
    expect(made).to.deep.equal([]);
    expect((await storedReports()).length).to.equal(before);
  }).timeout(20_000);

  it('reaches no receiver, asks for no proof and seals nothing, whatever the page sets beside it', async () => {
    const before = (await storedReports()).length;
    const form = await mount({
      challenge: '/v1/challenge',
      'public-key': 'not a key',
      'receipt-key': 'not a key either',
      partner: 'lycee',
    });
    let calls = 0;
    form.element.transport = () => {
      calls += 1;
      return Promise.reject(new Error('called'));
    };
    await form.element.updateComplete;
    const { made, stop } = watchRequests();
    try {
      await form.reachCheck();
      await form.press('Envoyer le signalement');
      await form.reach(END);
    } finally {
      stop();
    }
    expect(calls).to.equal(0);
    expect(made).to.deep.equal([]);
    expect((await storedReports()).length).to.equal(before);
  });

  it('shows its band on the question before closing, on the warning of an idle form, and on paper', async () => {
    const form = await mount();
    await form.reachCheck();
    form.find(CLOSE)!.click();
    await form.reach(DISCARD);
    expectBand(form);
    await form.press('Continuer le signalement');
    await form.reach(CHECK);
    if (!(await executeServerCommand<boolean, object>('media-features', {}))) return;
    try {
      await emulateMedia({ media: 'print' });
      expect(form.find('.band')!.checkVisibility()).to.equal(true);
      await emulateMedia({ media: 'screen' });
      await form.press('Envoyer le signalement');
      await form.reach(END);
      await emulateMedia({ media: 'print' });
      const seen = [...form.root.querySelectorAll<HTMLElement>(`${PANEL} .band, ${BODY} > *`)]
        .filter((one) => one.checkVisibility())
        .map(({ innerText }) => innerText);
      expect(seen[0]).to.equal(BAND);
      expect(seen.join(' ')).to.contain('Rien n’est allé à Point de Contact');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('is off with practice="false": a real report would be lost', async () => {
    const form = await mount({ practice: 'false' });
    const before = (await storedReports()).length;
    await form.reachCheck();
    expect(form.find('.band') === null).to.equal(true);
    await form.send();
    expect((await storedReports()).length).to.equal(before + 1);
  });

  it('is a property too, and a page that sets it later has its report neither sent nor kept', async () => {
    const form = await FormHarness.mount();
    const before = (await storedReports()).length;
    await form.reachCheck();
    form.element.practice = true;
    await form.reach(WHAT);
    expect(form.element.hasAttribute('practice')).to.equal(true);
    await until(() => form.find('.band'), 'the band did not come');
    await form.reachCheck();
    await form.press('Envoyer le signalement');
    await form.reach(END);
    expect((await storedReports()).length).to.equal(before);
    // Back to real reports: the screen of the training, with its number, goes.
    form.element.practice = false;
    await form.reach(WHAT);
    expect(form.find('.band') === null).to.equal(true);
    await form.reachCheck();
    expect(form.find('.terms')!.innerText).to.contain('Votre signalement va à Point de Contact');
    await form.send();
    expect((await storedReports()).length).to.equal(before + 1);
  });

  it('does not open in a language that has no words for it: nobody would know that nothing is sent', async () => {
    const french = localeAt(document.createElement('i'));
    const texts = async (): Promise<FormTexts> => {
      const { extra: _, ...others } = await french.form();
      return others;
    };
    registerLocale({ ...french, tag: 'fr-x-bare', form: texts });
    const form = await mount({ lang: 'fr-x-bare' });
    form.launcher.click();
    await until(() => form.root.querySelector('[role="alert"]'), 'nothing was said');
    expect(form.find(PANEL) === null).to.equal(true);
  });

  it('set later without its words: the form goes, and the link of the page stands in its place', async () => {
    const french = localeAt(document.createElement('i'));
    const texts = async (): Promise<FormTexts> => {
      const { extra: _, ...others } = await french.form();
      return others;
    };
    registerLocale({ ...french, tag: 'fr-x-bare', form: texts });
    const { reportError } = window;
    const reported: unknown[] = [];
    window.reportError = (error) => reported.push(error);
    try {
      for (const mode of ['inline', 'dialog']) {
        const form = await FormHarness.mount({ lang: 'fr-x-bare', mode });
        if (mode === 'dialog') await form.open();
        await form.reach(WHAT);
        form.element.practice = true;
        await until(() => form.find(PANEL) === null, `${mode}: the form stayed`);
        expect(form.element.querySelector('a')!.checkVisibility(), mode).to.equal(true);
        // A press shows no form either.
        await form.element.open();
        expect(form.find(PANEL) === null, mode).to.equal(true);
        await until(() => reported.length > 0, `${mode}: nothing was reported`);
        reported.length = 0;
      }
    } finally {
      window.reportError = reportError;
    }
  });

  it('is never set by the address of the page', async () => {
    const there = location.href;
    history.replaceState(null, '', '?practice=1&practice=true#practice');
    try {
      const form = await FormHarness.mount();
      await form.open();
      expect(form.find('.band') === null).to.equal(true);
    } finally {
      history.replaceState(null, '', there);
    }
  });

  it('names itself in check(), which asks no server', async () => {
    const form = await mount();
    const { made, stop } = watchRequests();
    const { findings } = await form.element.check();
    stop();
    const found = findings.find(({ code }) => code === 'practice');
    expect(found?.severity).to.equal('warning');
    expect(made.filter((address) => address.includes('/v1/'))).to.deep.equal([]);
  });
});

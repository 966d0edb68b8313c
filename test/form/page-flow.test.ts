// The form on one page for frequent reporters, the form whose later steps fail to load, and « Retour ».

import { expect } from '@open-wc/testing';
import { ERRORS, named, PANEL } from '../../demo/gallery/driver.ts';
import type { FormTexts } from '../../src/i18n/locale.ts';
import { localeAt } from '../../src/i18n/locales.ts';
import { registerLocale } from '../../src/i18n/registry.ts';
import { CHECK, FormHarness, SENT, storedReports, until, WHAT, WHERE } from './form-harness.ts';
import { itOnSources } from '../setup/built-here.ts';

const PAGE = 'Signaler un contenu';
const locale = localeAt(document.createElement('i'));

/** Blocks the strings of the later steps until `mend` is called or the test ends. */
async function withoutLater(test: (mend: () => void) => Promise<void>): Promise<void> {
  let isOffline = true;
  const texts = async (): Promise<FormTexts> => {
    const french = await locale.form();
    const later: FormTexts['later'] = () =>
      isOffline ? Promise.reject(new Error('offline')) : french.later();
    return { ...french, later };
  };
  registerLocale({ ...locale, form: texts });
  try {
    await test(() => (isOffline = false));
  } finally {
    registerLocale(locale);
  }
}

describe('flow="page"', () => {
  it('asks the role first, then everything on one page, and sends what was answered', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    expect(form.heading).to.equal(PAGE);
    expect(form.text).to.contain('Étape 1 sur 2');
    expect((form.find(`${PANEL} input`) as HTMLInputElement).name).to.equal('role');
    expect(form.root.querySelectorAll(named('role')).length).to.equal(6);
    await form.choose('role', 'child_protection');
    await form.choose('category', 'suicide_incitement');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.choose('questions.personAtRiskNow', 'no');
    await form.fill('details', 'Troisième message.');
    await form.continueTo(CHECK);
    await form.send();
    const report = (await storedReports()).at(-1)!;
    expect(report.reporter.role).to.equal('child_protection_professional');
    expect(report.category).to.equal('suicide_incitement');
    expect(report.locations[0]?.url?.value).to.equal('https://exemple.fr/sujet/7');
    expect(report.details).to.deep.equal({ personAtRiskNow: 'no' });
    expect(report.danger.immediate).to.equal('no');
    expect(report.content?.description).to.equal('Troisième message.');
    await form.press('Faire un autre signalement');
    await form.reach(PAGE);
  });

  it('names what is missing in the order of the page, and leads to it', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    expect(form.errors).to.deep.equal([
      'Choisissez ce que vous voulez signaler',
      'Choisissez où se trouve le contenu',
    ]);
  });

  it('comes back from the review to the page, with « Modifier » and with « Retour »', async () => {
    const form = await FormHarness.mount({ flow: 'page', 'page-context': 'here' });
    await form.open();
    await form.choose('category', 'procuring');
    await form.continueTo(CHECK);
    await form.press('Modifier');
    await form.reach(PAGE);
    expect(form.input(`${named('category')}:checked`)?.value).to.equal('procuring');
    await form.continueTo(CHECK);
    await form.press('Retour');
    await form.reach(PAGE);
  });

  itOnSources(
    'shows the first step where the rest does not come, and the page once it has come',
    async () => {
      await withoutLater(async (mend) => {
        const form = await FormHarness.mount({ flow: 'page' });
        await form.open();
        expect(form.heading).to.equal(WHAT);
        await form.choose('category', 'procuring');
        await form.press('Continuer');
        await until(() => form.find(ERRORS), 'nothing was said');
        mend();
        await form.press('Réessayer');
        await form.reach(PAGE);
        expect(form.input(`${named('category')}:checked`)?.value).to.equal('procuring');
      });
    },
  );
});

describe('the steps after the first', () => {
  itOnSources(
    'where they do not come: it is said, the hotline is given, the answers stand, and « Réessayer » asks again',
    async () => {
      await withoutLater(async (mend) => {
        const form = await FormHarness.mount();
        await form.open();
        await form.choose('category', 'procuring');
        for (const button of ['Continuer', 'Réessayer']) {
          form.find('.primary')!.focus();
          await form.press(button);
          await until(() => form.find('.summary-title')?.matches(':focus'), `${button}: nothing was said`);
          expect(form.find(ERRORS)!.innerText)
            .to.contain('La suite n’a pas pu s’afficher.')
            .and.to.contain('Vos réponses sont toujours là.');
          expect((form.find(`${ERRORS} a`) as HTMLAnchorElement).href).to.equal('https://hotline.example/');
          expect(form.input(`${named('category')}:checked`)?.value).to.equal('procuring');
        }
        mend();
        await form.press('Réessayer');
        await form.reach(WHERE);
        expect(form.find(ERRORS)).to.equal(null);
      });
    },
  );

  itOnSources('« Réessayer » before anything was chosen asks again, and earns no error', async () => {
    await withoutLater(async (mend) => {
      const form = await FormHarness.mount();
      await form.open();
      await until(() => form.find(`${ERRORS} button`), 'the failure was not said');
      expect(form.find(ERRORS)!.innerText).not.to.contain('Vos réponses');
      await form.press('Réessayer');
      await until(() => form.find('.summary-title')?.matches(':focus'), 'it was not said again');
      mend();
      await form.press('Réessayer');
      await until(() => form.find(ERRORS) === null, 'the card stayed');
      expect(form.errors).to.deep.equal([]);
      expect(form.heading).to.equal(WHAT);
      expect(form.find('h2')!.matches(':focus')).to.equal(true);
      await form.choose('category', 'unsure');
      await form.continueTo(WHERE);
    });
  });
});

describe('« Retour » from a step that « Modifier » led to', () => {
  it('leads to the review only where the answers hold', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const change = [...form.root.querySelectorAll<HTMLElement>('[part="change"]')];
    change[1]!.click();
    await form.reach(WHERE);
    await form.fill('addresses.0', '');
    await form.press('Retour');
    await until(() => form.errors.length, 'no error was shown');
    expect(form.heading).to.equal(WHERE);
    await form.fill('addresses.0', 'https://exemple.fr/autre');
    await form.press('Retour');
    await form.reach(CHECK);
    await form.send();
    expect(form.heading).to.equal(SENT);
    expect((await storedReports()).at(-1)?.locations[0]?.url?.value).to.equal('https://exemple.fr/autre');
  });
});

describe('« Pourquoi signaler ? »', () => {
  it('stands at the end of step 1, and says why in four sentences once it is opened', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await until(() => form.find('.why'), 'it did not come');
    const fold = form.find('.why') as HTMLDetailsElement;
    fold.open = true;
    expect(fold.querySelector('summary')?.textContent).to.equal('Pourquoi signaler\u202f?');
    await until(() => fold.querySelector('p + p'), 'what it says did not come');
    const sentences = [...fold.querySelectorAll('p')].flatMap(({ innerText }) =>
      innerText.split(/\.(?:\s|$)/),
    );
    expect(sentences.filter(Boolean).length).to.equal(4);
  });
});

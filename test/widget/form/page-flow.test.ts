// The form on one page for frequent reporters, the form whose later steps fail to load, and « Retour ».

import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { BODY, CLOSE, ERRORS, named, PANEL } from '../../../demo/gallery/driver.ts';
import type { FormTexts } from '../../../src/words/locale.ts';
import { localeAt } from '../../../src/words/locales.ts';
import { registerLocale } from '../../../src/words/register-locale.ts';
import { CHECK, FormHarness, SENT, storedReports, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { itOnSources } from '../../setup/built-here.ts';

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
    expect(form.input(`${PANEL} :is(input, select)`)!.field).to.equal('role');
    expect(form.all(`${named('role')} option:not([disabled])`).length).to.equal(6);
    await form.select('role', 'child_protection');
    await form.choose('category', 'suicide_incitement');
    expect(form.answer('where')).to.equal('elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.choose('questions.personAtRiskNow', 'no');
    await form.fill('questions.ownReference', ' AEMO-2026-118 ');
    await form.openQuestions();
    await form.fill('details', 'Troisième message.');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('AEMO-2026-118');
    await form.click('.exact > summary');
    await until(() => form.find('.exact pre'), 'the exact report did not come');
    expect(form.find('.exact pre')!.innerText).to.contain('"reference": "AEMO-2026-118"');
    await form.send();
    const report = (await storedReports()).at(-1)!;
    expect(report.reporter.role).to.equal('child_protection_professional');
    expect(report.category).to.equal('suicide_incitement');
    expect(report.locations[0]?.url?.value).to.equal('https://exemple.fr/sujet/7');
    expect(report.details).to.deep.equal({ personAtRiskNow: 'no' });
    expect(report.danger.immediate).to.equal('no');
    expect(report.content?.description).to.equal('Troisième message.');
    expect(report.priorReports).to.deep.equal({
      references: [{ to: 'own file', reference: 'AEMO-2026-118' }],
    });
    await form.press('Faire un autre signalement');
    await form.reach(PAGE);
  }).timeout(20_000);

  it('does not take the place of a step that is being filled in', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await form.choose('category', 'procuring');
    form.element.setAttribute('flow', 'page');
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.continueTo(CHECK);
    await form.send();
    // The next one has it.
    await form.press('Faire un autre signalement');
    await form.reach(PAGE);
  });

  it('explains nothing that its reporters know, and does not ask for their age', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'sexual_harassment');
    await form.openQuestions();
    for (const lay of ['.why', '.doors', '.about-exit', '.country'])
      expect(form.find(lay) === null, lay).to.equal(true);
    expect(form.find(named('questions.ageBand')) === null).to.equal(true);
    expect(form.find(named('questions.seenOn')) === null).to.equal(false);
  });

  it('takes at most two screens of a phone before « Continuer », without what is optional', async () => {
    await setViewport({ width: 390, height: 844 });
    try {
      const form = await FormHarness.mount({ flow: 'page' });
      await form.open();
      const categories = form.all(named('category'));
      expect(categories.length).to.equal(9);
      for (const { answer } of categories) {
        await form.choose('category', answer);
        await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
        const { scrollHeight } = form.find(BODY)!;
        expect(scrollHeight, answer).to.be.at.most(2 * 844);
      }
    } finally {
      await setViewport({ width: 1024, height: 768 });
    }
  });

  it('takes the links in one area, a line each, and keeps what is on every line', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'procuring');
    const area = form.field('addresses.0')!;
    expect(area.localName).to.equal('textarea');
    expect(form.find(`label[for="${area.id}"]`)!.textContent).to.equal('Liens, un par ligne');
    expect(area.getAttribute('aria-required')).to.equal('true');
    expect(form.find('.add')).to.equal(null);
    await form.fill('addresses.0', 'https://exemple.fr/1\n@compte\n\n https://exemple.fr/2 ');
    await form.press('Continuer');
    // Who has the name is asked, and of the name alone.
    await until(() => form.find('.remark'), 'nothing was asked');
    await form.fill('service', 'Exemple');
    await form.continueTo(CHECK);
    await form.send();
    const { locations } = (await storedReports()).at(-1)!;
    expect(locations.map(({ url, identifiers }) => url?.value ?? identifiers?.[0]?.value)).to.deep.equal([
      'https://exemple.fr/1',
      '@compte',
      'https://exemple.fr/2',
    ]);
    expect(locations[0]!.url!.changes).to.equal(undefined);
  });

  it('puts each link of a paste on a line of its own, and leaves the lines around it', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.fill('addresses.0', 'https://exemple.fr/1\nhttps://exemple.fr/ancien\nhttps://exemple.fr/9');
    const area = form.field('addresses.0')!;
    const start = area.value.indexOf('ancien');
    area.setSelectionRange(start, start + 'ancien'.length);
    const paste = async (text: string): Promise<boolean> => {
      const data = new DataTransfer();
      data.setData('text', text);
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
      // WebKit's constructor omits the data.
      if (!event.clipboardData?.types.length) Object.defineProperty(event, 'clipboardData', { value: data });
      const goesOn = form.field('addresses.0')!.dispatchEvent(event);
      await form.element.updateComplete;
      return goesOn;
    };
    // One link is left to the browser.
    expect(await paste('https://exemple.fr/2')).to.equal(true);
    expect(await paste('Voici :\nhttps://exemple.fr/2, https://exemple.fr/3')).to.equal(false);
    expect(area.value).to.equal(
      [
        'https://exemple.fr/1',
        'https://exemple.fr/',
        'https://exemple.fr/2',
        'https://exemple.fr/3',
        'https://exemple.fr/9',
      ].join('\n'),
    );
    expect(form.focused === area).to.equal(true);
    expect(form.text).to.contain('2 liens trouvés.');
  });

  it('says once what it remarks about several links, and names each', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'procuring');
    const short = ['https://vm.tiktok.com/ZMabc123/', 'https://vm.tiktok.com/ZMdef456/'];
    await form.fill('addresses.0', [...short, 'https://exemple.fr/'].join('\n'));
    await form.press('Continuer');
    await until(() => form.find('.remark'), 'nothing was remarked');
    const cards = [...form.root.querySelectorAll<HTMLElement>('.remark')];
    expect(cards).to.have.length(2);
    for (const link of short) expect(cards[0]!.innerText).to.contain(link);
    await form.press('Garder tel quel');
    await until(() => form.root.querySelectorAll('.remark').length === 1, 'one remark is left');
    await form.press('Garder tel quel');
    await form.reach(CHECK);
  });

  it('names what is missing in the order of the page, and leads to it', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    expect(form.errors).to.deep.equal(['Choisissez ce que vous voulez signaler', 'Collez le lien']);
  });

  it('comes back from the review to the page, with « Modifier » and with « Retour »', async () => {
    const form = await FormHarness.mount({ flow: 'page', 'page-context': 'here' });
    await form.open();
    await form.choose('category', 'procuring');
    await form.continueTo(CHECK);
    await form.press('Modifier');
    await form.reach(PAGE);
    expect(form.answer('category')).to.equal('procuring');
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
        expect(form.answer('category')).to.equal('procuring');
      });
    },
  );
});

/** The text of the receipt that is saved, read from the file that the page offers. */
async function savedReceipt(form: FormHarness): Promise<string> {
  const { createObjectURL } = URL;
  let file: Blob | undefined;
  URL.createObjectURL = (blob: Blob) => {
    file = blob;
    return 'data:text/plain,';
  };
  const stop = (event: Event): void => event.preventDefault();
  document.addEventListener('click', stop, true);
  HTMLAnchorElement.prototype.click = () => {};
  try {
    await form.press('Enregistrer un reçu');
    return await file!.text();
  } finally {
    URL.createObjectURL = createObjectURL;
    document.removeEventListener('click', stop, true);
    delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
  }
}

describe('flow="page", one report after another', () => {
  const AGAIN = 'Encore un, mêmes réponses';

  /** A first report, up to its number. */
  async function sendOne(attributes: Readonly<Record<string, string>> = {}): Promise<FormHarness> {
    const form = await FormHarness.mount({ flow: 'page', ...attributes });
    await form.open();
    await form.select('role', 'child_protection');
    await form.choose('category', 'suicide_incitement');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.choose('questions.personAtRiskNow', 'no');
    await form.fill('questions.ownReference', 'AEMO-118');
    await form.openQuestions();
    await form.fill('details', 'Sur le premier message.');
    await form.continueTo(CHECK);
    await form.send();
    return form;
  }

  it('takes two presses and a paste for the next report with the same answers, and leaves out what was of the first', async () => {
    const form = await sendOne();
    expect(form.text).to.contain('Jusqu’à la fermeture, ce formulaire garde en mémoire');
    expect(form.text).not.to.contain('Vos réponses sont effacées');
    await form.press(AGAIN);
    await form.reach(PAGE);
    await until(() => form.focused === form.field('addresses.0'), 'the field of the link has no focus');
    expect(form.field('addresses.0')!.value).to.equal('');
    await until(
      () => form.find(`p.unseen[role="status"]`)!.textContent.includes('Ajoutez le prochain lien'),
      'nothing was said',
    );
    const paste = new ClipboardEvent('paste', { bubbles: true, clipboardData: new DataTransfer() });
    paste.clipboardData!.setData('text', 'https://exemple.fr/sujet/8 https://exemple.fr/sujet/9');
    form.field('addresses.0')!.dispatchEvent(paste);
    await form.continueTo(CHECK);
    await form.send();
    const [first, second] = (await storedReports()).slice(-2);
    expect(second!.locations.map(({ url }) => url?.value)).to.deep.equal([
      'https://exemple.fr/sujet/8',
      'https://exemple.fr/sujet/9',
    ]);
    for (const part of ['category', 'reporter', 'details', 'priorReports', 'danger'] as const)
      expect(second![part], part).to.deep.equal(first![part]);
    expect(second!.content).to.equal(undefined);
    expect(second!.submissionId).not.to.equal(first!.submissionId);
  });

  it('does not fill in again what the page has filled in for the first report', async () => {
    const form = await FormHarness.mount({
      flow: 'page',
      url: 'https://exemple.fr/sujet/7',
      category: 'procuring',
    });
    await form.open();
    expect(form.field('addresses.0')!.value).to.equal('https://exemple.fr/sujet/7');
    await form.continueTo(CHECK);
    await form.send();
    await form.press(AGAIN);
    await form.reach(PAGE);
    expect(form.field('addresses.0')!.value).to.equal('');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/8');
    await form.continueTo(CHECK);
    await form.send();
    expect((await storedReports()).slice(-2).map(({ source }) => source.prefilled)).to.deep.equal([
      true,
      false,
    ]);
  });

  it('keeps the role alone for a report that begins anew, after closing too, and forgets it with everything', async () => {
    const form = await sendOne();
    await form.press('Fermer');
    await until(() => !form.dialog.open, 'it did not close');
    await form.open();
    expect(form.answer('role')).to.equal('child_protection');
    expect(form.find(`${named('category')}:checked`) === null).to.equal(true);
    expect(form.field('questions.ownReference')!.value).to.equal('');
    // Nothing was answered: closing asks nothing, and there is nothing to clear.
    form.find(CLOSE)!.click();
    await until(() => !form.dialog.open, 'it asked before closing');
    form.element.reset();
    await form.open();
    expect(form.answer('role')).to.equal(undefined);
  });

  it('keeps the role of a profession alone: the next person is not told who was the victim', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.select('role', 'target');
    await form.choose('category', 'procuring');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.continueTo(CHECK);
    await form.send();
    await form.press('Fermer');
    await until(() => !form.dialog.open, 'it did not close');
    await form.open();
    expect(form.answer('role')).to.equal(undefined);
  });

  it('says that the report has arrived where the words of a copy fail', async () => {
    const { ListFormat } = Intl;
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await form.choose('category', 'procuring');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.fill('questions.ownReference', 'AEMO-118');
    await form.continueTo(CHECK);
    const errors: unknown[] = [];
    const { reportError } = window;
    window.reportError = (error) => errors.push(error);
    // As on pages with their own copies of what browsers have.
    Object.assign(Intl, { ListFormat: undefined });
    try {
      form.button('Envoyer le signalement')!.click();
      await form.reach(SENT);
    } finally {
      Object.assign(Intl, { ListFormat });
      window.reportError = reportError;
    }
    expect(errors.length).to.be.above(0);
    expect(form.reference).to.match(/^[\dA-Z]{4}-[\dA-Z]{4}$/);
  });

  it('keeps nothing of a report that was wiped on its way, whatever became of it', async () => {
    const form = await FormHarness.mount({ flow: 'page', endpoint: '' });
    let arrive: (() => void) | undefined;
    form.element.transport = ({ submissionId }) =>
      new Promise((resolve) => {
        arrive = () => resolve({ submissionId, reference: 'AB-1', receivedAt: '2026-01-01T00:00:00Z' });
      });
    await form.element.updateComplete;
    await form.open();
    await form.select('role', 'professional');
    await form.choose('category', 'procuring');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.openQuestions();
    await form.choose('reply', 'yes');
    await form.fill('email', 'canari@exemple.fr');
    await form.continueTo(CHECK);
    await form.press('Envoyer le signalement');
    // As « Quitter vite » and a page that goes do; a browser may bring the page back.
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    arrive!();
    await form.reach(SENT);
    expect(form.reference).to.equal('AB-1');
    expect(form.button(AGAIN) === undefined).to.equal(true);
    expect(form.find('.copy') === null).to.equal(true);
    expect(form.text).not.to.contain('canari').and.not.to.contain('sujet/7');
    await form.press('Faire un autre signalement');
    await form.reach(PAGE);
    expect(form.answer('role')).to.equal(undefined);
  });

  it('asks for the next link where the page stood for the first one', async () => {
    const form = await FormHarness.mount({ flow: 'page', 'page-context': 'here' });
    await form.open();
    await form.choose('category', 'procuring');
    await form.continueTo(CHECK);
    await form.send();
    await form.press(AGAIN);
    await form.reach(PAGE);
    await until(() => form.focused === form.field('addresses.0'), 'the field of the link has no focus');
    expect(form.answer('where')).to.equal('elsewhere');
  });

  it('keeps nothing when the page goes', async () => {
    const form = await sendOne();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await form.reach(PAGE);
    expect(form.answer('role')).to.equal(undefined);
    expect(form.button(AGAIN) === undefined).to.equal(true);
    expect(form.text).not.to.contain('AEMO-118').and.not.to.contain('sujet/7');
  });

  it('gives a copy with the category and the links where it is asked for, and else the number alone', async () => {
    const form = await sendOne();
    const bare = await savedReceipt(form);
    expect(bare).to.contain(form.reference).and.not.to.contain('sujet').and.not.to.contain('suicide');
    expect(form.find('.copy .option-hint')!.innerText).to.contain('en lieu sûr');
    form.field('copy')!.click();
    await form.element.updateComplete;
    const copy = await savedReceipt(form);
    for (const part of [form.reference, 'AEMO-118', 'Provocation au suicide', 'https://exemple.fr/sujet/7'])
      expect(copy).to.contain(part);
    expect(copy).not.to.contain('premier message').and.not.to.contain('protection de l’enfance');
  });

  it('is not offered in the form by steps', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    expect(form.button(AGAIN) === undefined).to.equal(true);
    expect(form.find('.copy') === null).to.equal(true);
    expect(form.text).to.contain('Vos réponses sont effacées de ce formulaire');
  });
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
          expect(form.answer('category')).to.equal('procuring');
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

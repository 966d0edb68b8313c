// The language of the widget, its change by the page, and the reporter's choice among several.

import { expect, nextFrame } from '@open-wc/testing';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import type { Locale } from '../../../src/words/locale.ts';
import { localeAt, localeOf } from '../../../src/words/locales.ts';
import arabic from '../../../src/words/locales/ar.json' with { type: 'json' };
import esFirst from '../../../src/words/locales/es.json?first' with { type: 'json' };
import esLater from '../../../src/words/locales/es.json?later' with { type: 'json' };
import esLauncher from '../../../src/words/locales/es.json?launcher' with { type: 'json' };
import { registerLocale } from '../../../src/words/register-locale.ts';
import { breakReceiver, FormHarness, SENT, storedReports, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const choices = (form: FormHarness): HTMLElement[] => [
  ...form.root.querySelectorAll<HTMLElement>('.language'),
];
const names = (form: FormHarness): string[] => choices(form).map(({ textContent }) => textContent.trim());

/** Taps the name of a language, which may be behind its fold, and waits for a heading. */
async function change(form: FormHarness, tag: string, heading: string): Promise<void> {
  await until(() => choices(form).length, 'the languages did not come');
  const fold = form.find('.languages-fold') as HTMLDetailsElement | null;
  fold?.querySelector('summary')?.click();
  choices(form)
    .find(({ lang }) => lang === tag)!
    .click();
  await form.reach(heading);
}

/** Every French sentence on screen or in an accessible name: none may stand beside another language. */
const frenchIn = (form: FormHarness): string[] => {
  const panel = form.find(PANEL)!;
  const labels = [...panel.querySelectorAll('[aria-label]'), panel].map((one) => one.ariaLabel ?? '');
  const texts = [panel.innerText.replace(/Français|\S+\.fr/g, ''), ...labels].join('\n');
  return (
    texts.match(/[^\n]*(?:vous|votre|contenu|étape|signal(?:er|ement)|Quitter|Continuer|Fermer)[^\n]*/gi) ??
    []
  );
};

/** A language whose strings arrive when the test lets them. */
function slowLocale(tag: string): { locale: Locale; arrive: () => void; fail: () => void } {
  let settle = (_: boolean): void => {};
  const isThere = new Promise<boolean>((resolve) => (settle = resolve));
  const locale: Locale = {
    tag,
    name: `Slow ${tag}`,
    launcher: esLauncher,
    form: async () => {
      if (!(await isThere)) throw new TypeError('offline');
      return { first: { ...esFirst, 's1.title': `In ${tag}` }, later: async () => esLater };
    },
  };
  return { locale, arrive: () => settle(true), fail: () => settle(false) };
}

before(() => Promise.all([includeLanguage('ar'), includeLanguage('es')]));

describe('the language of a place', () => {
  const at = (html: string): string => {
    const box = document.createElement('div');
    box.innerHTML = html;
    document.body.append(box);
    const { tag } = localeAt(box.querySelector('b')!);
    box.remove();
    return tag;
  };

  it('is that of the nearest lang, by BCP 47: region, script and case do not matter', () => {
    expect(at('<p lang="es"><b></b></p>')).to.equal('es');
    expect(at('<p lang="es-419"><b></b></p>')).to.equal('es');
    expect(at('<p lang="AR-Arab-EG"><b></b></p>')).to.equal('ar');
    expect(at('<p lang="fr_CA"><b></b></p>')).to.equal('fr');
    expect(at('<p lang="es"><i lang="en"><b></b></i></p>')).to.equal('en');
  });

  it('is French where the page names none, and English where it names one that is not there', () => {
    expect(at('<p lang=""><b></b></p>')).to.equal('fr');
    for (const lang of ['eo', 'constructor', '__proto__', 'toString', 'e', 'espagnol', '-', 'x-fr'])
      expect(at(`<p lang="${lang}"><b></b></p>`), lang).to.equal('en');
  });

  it('is found around a shadow root', () => {
    const host = document.createElement('div');
    host.lang = 'es';
    document.body.append(host);
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    expect(localeAt(inner).tag).to.equal('es');
    host.remove();
  });

  it('is Norwegian for no, nb and nn alike, unless there is one of its own', () => {
    const { locale } = slowLocale('nb');
    registerLocale(locale);
    for (const tag of ['no', 'nb', 'nn', 'no-NO', 'nn-NO']) expect(localeOf(tag), tag).to.equal(locale);
    const nynorsk: Locale = { ...locale, tag: 'nn' };
    registerLocale(nynorsk);
    expect(localeOf('nn')).to.equal(nynorsk);
    expect(localeOf('no')).to.equal(locale);
  });

  it('comes to a button that is already there', async () => {
    const form = await FormHarness.mount({ lang: 'qaa' });
    expect(form.launcher.textContent).to.contain('Report illegal content');
    const { locale } = slowLocale('qaa');
    registerLocale(locale);
    await form.element.updateComplete;
    expect(form.launcher.lang).to.equal('qaa');
    expect(form.launcher.textContent).to.contain(esLauncher['launcher.label']);
  });

  it('stays whole while another one loads, and where it does not come', async () => {
    const slow = slowLocale('qab');
    registerLocale(slow.locale);
    const form = await FormHarness.mount();
    await form.open();
    form.element.lang = 'qab';
    await form.element.updateComplete;
    await nextFrame();
    expect(form.heading).to.equal(WHAT);
    expect(form.dialog.lang).to.equal('fr');
    expect(form.button('Continuer') !== undefined, 'not a word of another language').to.equal(true);
    slow.arrive();
    await form.reach('In qab');
    expect(form.dialog.lang).to.equal('qab');
    expect(frenchIn(form)).to.deep.equal([]);
    const lost = slowLocale('qac');
    registerLocale(lost.locale);
    form.element.lang = 'qac';
    await form.element.updateComplete;
    lost.fail();
    await nextFrame();
    expect(form.heading).to.equal('In qab');
    expect(form.dialog.lang).to.equal('qab');
  });
});

describe('the choice of a language', () => {
  it('is not shown where there is only one', async () => {
    for (const languages of ['', 'fr', 'fr fr', 'fr eo']) {
      const form = await FormHarness.mount({ languages });
      await form.open();
      await form.laterPart();
      expect(choices(form).length, languages).to.equal(0);
    }
  });

  it('offers the languages in their own names, in the order of the page, with their direction', async () => {
    const form = await FormHarness.mount({ languages: 'en, ar es FR eo' });
    await form.open();
    await until(() => choices(form).length, 'the languages did not come');
    expect(names(form)).to.deep.equal(['English', 'العربية', 'Español', 'Français']);
    expect(choices(form).map(({ dir }) => dir)).to.deep.equal(['ltr', 'rtl', 'ltr', 'ltr']);
    expect(form.find('.language[aria-current="true"]')?.lang).to.equal('fr');
    for (const choice of choices(form)) {
      const { width, height } = choice.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it('also offers the language of the page, to which one can return', async () => {
    const form = await FormHarness.mount({ languages: 'en es' });
    await form.open();
    await until(() => choices(form).length, 'the languages did not come');
    expect(names(form)).to.deep.equal(['English', 'Español', 'Français']);
    await change(form, 'es', esFirst['s1.title']);
    await change(form, 'fr', WHAT);
  });

  it('stands behind one tap where there are many', async () => {
    const tags = ['qba', 'qbb', 'qbc', 'qbd', 'qbe', 'qbf'];
    for (const tag of tags) registerLocale(slowLocale(tag).locale);
    const form = await FormHarness.mount({ languages: tags.join(' ') });
    await form.open();
    await until(() => choices(form).length, 'the languages did not come');
    expect(form.find('.languages-fold:not([open])')).not.to.equal(null);
    expect(choices(form).length).to.equal(7);
  });

  it('turns the whole form, keeps the answers, and moves focus to the heading', async () => {
    const form = await FormHarness.mount({ languages: 'fr en ar' });
    await form.reachWhere('sexual_harassment');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/page');
    expect(form.find('.languages-fold:not([open])')).not.to.equal(null);
    await change(form, 'ar', arabic['s2.title']);
    expect(form.dialog.dir).to.equal('rtl');
    expect(form.dialog.lang).to.equal('ar');
    expect(form.focused?.localName).to.equal('h2');
    expect(form.field('addresses.0')?.value).to.equal('https://exemple.fr/page');
    expect(frenchIn(form)).to.deep.equal([]);
    expect((form.find('.languages-fold') as HTMLDetailsElement).open).to.equal(false);
    await form.press(arabic['action.continue']);
    await form.reach(arabic['s4.title']);
    expect(form.text).to.contain(arabic['cat.sexual_harassment']);
    expect(frenchIn(form)).to.deep.equal([]);
    await form.press(arabic['s4.submit']);
    await form.reach(arabic['ok.title']);
    const report = (await storedReports()).at(-1)!;
    expect(report.locale).to.equal('ar');
    expect(report.attestation.textId).to.equal('good-faith.ar.4');
    expect(report.locations[0]?.url?.value).to.equal('https://exemple.fr/page');
    expect(frenchIn(form)).to.deep.equal([]);
  });

  it('shows the errors of a step in the new language, and keeps them', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    await form.open();
    await form.laterPart();
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    await change(form, 'es', esFirst['s1.title']);
    expect(form.errors).to.deep.equal([esLater['err.category']]);
    expect(frenchIn(form)).to.deep.equal([]);
  });

  it('prepares another report at the review, in the language that the review shows', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    await form.reachCheck();
    await change(form, 'es', esLater['s4.title']);
    await form.press(esLater['s4.submit']);
    await form.reach(esLater['ok.title']);
    expect((await storedReports()).at(-1)?.locale).to.equal('es');
  });

  it('says that a language does not come, keeps the old one, and tries again', async () => {
    const lost = slowLocale('qca');
    registerLocale(lost.locale);
    const form = await FormHarness.mount({ languages: 'fr qca' });
    await form.open();
    await until(() => choices(form).length, 'the languages did not come');
    const choice = choices(form).find(({ lang }) => lang === 'qca')!;
    choice.click();
    await form.element.updateComplete;
    expect(choice.ariaBusy).to.equal('true');
    lost.fail();
    await until(() => form.text.includes('Cette langue n’a pas pu s’afficher.'), 'nothing was said');
    expect(form.find('[role="alert"]')?.textContent).to.contain('Cette langue');
    expect(form.heading).to.equal(WHAT);
    expect(choice.ariaBusy).to.equal(null);
    // The form goes on in the old language.
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    const again = slowLocale('qca');
    again.arrive();
    registerLocale(again.locale);
    await change(form, 'qca', esLater['s2.title']);
  });

  it('shows the last of several choices, whichever arrives first', async () => {
    const slow = slowLocale('qda');
    registerLocale(slow.locale);
    const form = await FormHarness.mount({ languages: 'fr qda es' });
    await form.open();
    await until(() => choices(form).length, 'the languages did not come');
    choices(form)[1]!.click();
    await change(form, 'es', esFirst['s1.title']);
    slow.arrive();
    await nextFrame();
    await form.element.updateComplete;
    expect(form.heading).to.equal(esFirst['s1.title']);
  });

  it('stays in the language that is shown where the last of several choices fails, even if an earlier one arrives then', async () => {
    const [slow, lost] = [slowLocale('qdb'), slowLocale('qdc')];
    for (const { locale } of [slow, lost]) registerLocale(locale);
    const form = await FormHarness.mount({ languages: 'fr qdb qdc' });
    await form.open();
    await until(() => choices(form).length, 'the languages did not come');
    for (const place of [1, 2]) choices(form)[place]!.click();
    await form.element.updateComplete;
    lost.fail();
    await until(() => form.text.includes('Cette langue n’a pas pu s’afficher.'), 'nothing was said');
    slow.arrive();
    await nextFrame();
    await form.element.updateComplete;
    expect(form.heading).to.equal(WHAT);
    expect(form.dialog.lang).to.equal('fr');
    expect(form.find('.language[aria-current]')?.lang).to.equal('fr');
  });

  it('takes no focus where the form was closed before the language came', async () => {
    const slow = slowLocale('qdd');
    registerLocale(slow.locale);
    const form = await FormHarness.mount({ languages: 'fr qdd', mode: 'inline' });
    await until(() => choices(form).length, 'the languages did not come');
    const outside = document.createElement('input');
    form.element.before(outside);
    choices(form)[1]!.click();
    await form.element.updateComplete;
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    outside.focus();
    slow.arrive();
    await until(() => choices(form)[1]!.ariaBusy === null, 'it still waits');
    await nextFrame();
    expect(document.activeElement).to.equal(outside);
    expect(form.heading).to.equal(WHAT);
    outside.remove();
  });

  it('changes while a report is on its way, and sends what the review showed', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    await form.reachCheck();
    // The sending is tried again after a second.
    await breakReceiver({ mode: '429', times: 1 });
    await form.press('Envoyer le signalement');
    await change(form, 'es', esLater['s4.title.sent']);
    await form.reach(esLater['ok.title']);
    await breakReceiver({ mode: 'none' });
    expect((await storedReports()).at(-1)?.locale).to.equal('fr');
    expect(frenchIn(form)).to.deep.equal([]);
  });

  it('leaves the page’s own strings to the page’s language', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    form.element.messages = { 's1.title': 'Un titre de la page' };
    await form.open();
    expect(form.heading).to.equal('Un titre de la page');
    await change(form, 'es', esFirst['s1.title']);
    await change(form, 'fr', 'Un titre de la page');
  });

  it('is forgotten with the answers: at closing, at wiping, and for the next reporter', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    await form.open();
    await change(form, 'es', esFirst['s1.title']);
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    await until(() => form.dialog.lang === 'fr', 'the language stayed');
    expect(form.heading).to.equal(WHAT);
    await form.open();
    await change(form, 'es', esFirst['s1.title']);
    await form.choose('category', 'unsure');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await form.reach(WHAT);
    expect(form.find('input:checked')).to.equal(null);
  });

  it('stays with answers that are kept', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    await form.open();
    await change(form, 'es', esFirst['s1.title']);
    await form.laterPart();
    await form.choose('category', 'unsure');
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    await form.element.open();
    await until(() => form.text.includes(esFirst['draft.kept']), 'the answers were lost');
    expect(form.dialog.lang).to.equal('es');
  });

  it('shows the sent view in the language chosen there', async () => {
    const form = await FormHarness.mount({ languages: 'fr es' });
    await form.reachCheck();
    await form.send();
    expect(form.heading).to.equal(SENT);
    const { reference } = form;
    await change(form, 'es', esLater['ok.title']);
    expect(form.reference).to.equal(reference);
    expect(frenchIn(form)).to.deep.equal([]);
  });
});

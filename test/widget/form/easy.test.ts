// Easy French and easy English: offered by one tap, with pictograms, and forgotten with the answers.

import { expect } from '@open-wc/testing';
import { PANEL } from '../../../demo/gallery/driver.ts';
import easyFrench from '../../../src/words/locales/fr-simple.json' with { type: 'json' };
import easyEnglish from '../../../src/words/locales/en-simple.json' with { type: 'json' };
import { includeLanguage } from '../../../src/words/include-language.ts';
import { PICTURES } from '../../../src/words/pictures.ts';
import { FormHarness, storedReports, WHAT } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const choices = (form: FormHarness): HTMLElement[] => [
  ...form.root.querySelectorAll<HTMLElement>('.language'),
];
const names = (form: FormHarness): string[] => choices(form).map(({ textContent }) => textContent.trim());

async function opened(attributes: Readonly<Record<string, string>>): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.open();
  await form.laterPart();
  return form;
}

async function change(form: FormHarness, tag: string, heading: string): Promise<void> {
  choices(form)
    .find(({ lang }) => lang === tag)!
    .click();
  // Both languages may have the same heading.
  await until(() => form.dialog.lang === tag, `the form does not speak ${tag}`);
  await form.reach(heading);
}

const pictograms = (form: FormHarness, place = PANEL): SVGElement[] => [
  ...form.find(place)!.querySelectorAll<SVGElement>('.pictogram'),
];

describe('easy words', () => {
  it('are offered in their own name where the page asks for them', async () => {
    for (const [attributes, expected] of [
      [{ easy: '' }, ['Français', 'Français facile']],
      [{ easy: 'true', lang: 'en' }, ['English', 'Easy English']],
      [{ easy: '', languages: 'fr en' }, ['Français', 'Français facile', 'English', 'Easy English']],
      // A page that names it too offers it once.
      [{ easy: '', languages: 'fr fr-simple' }, ['Français', 'Français facile']],
      [{ easy: 'false' }, []],
      [{}, []],
    ] as const) {
      const form = await opened(attributes);
      if (expected.length > 0) await until(() => choices(form).length, 'the languages did not come');
      expect(names(form), JSON.stringify(attributes)).to.deep.equal([...expected]);
    }
  }).timeout(20_000);

  it('put what needs no voice first: the text message and the site for those who sign, a chat before its number', async () => {
    const form = await opened({ easy: '' });
    await until(() => choices(form).length, 'the languages did not come');
    const hrefsIn = (selector: string): string[] =>
      [...form.root.querySelectorAll(`${selector} a`)].map((link) => link.getAttribute('href') ?? '');
    expect(hrefsIn('.first')).to.deep.equal(['tel:17', 'tel:112', 'sms:114']);
    await change(form, 'fr-simple', easyFrench['s1.title']);
    expect(hrefsIn('.first')).to.deep.equal(['sms:114', 'https://www.urgence114.fr', 'tel:17', 'tel:112']);
    form.find('.doors > summary')!.click();
    await form.openDoor('talk');
    const links = hrefsIn('.aim-talk');
    expect(links.indexOf('https://3018.fr')).to.equal(links.indexOf('tel:3018') - 1);
  });

  it('are not there for another language', async () => {
    await includeLanguage('es');
    const form = await opened({ easy: '', lang: 'es' });
    expect(choices(form).length).to.equal(0);
  });

  it('come by one tap, keep the answers, and bring a picture beside each category and each aim', async () => {
    const form = await opened({ easy: '' });
    await form.choose('category', 'sexual_harassment');
    expect(pictograms(form).length).to.equal(0);
    await change(form, 'fr-simple', easyFrench['s1.title']);
    expect(form.dialog.lang).to.equal('fr-simple');
    await until(() => form.focused?.localName === 'h2', 'focus did not go to the heading');
    expect(form.text).to.contain(easyFrench['cat.procuring']);
    const pictures = pictograms(form);
    expect(pictures.length).to.equal(9);
    for (const picture of pictures) {
      const { width, height } = picture.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(28);
      expect(picture.getAttribute('aria-hidden')).to.equal('true');
    }
    expect(pictures[0]!.querySelector('path')?.getAttribute('d')).to.equal(
      PICTURES['cat.child_sexual_abuse'],
    );
    await form.press(easyFrench['action.continue']);
    await form.reach(easyFrench['s2.title']);
    await form.choose('where', 'here');
    await form.press(easyFrench['action.continue']);
    await form.reach(easyFrench['s4.title']);
    expect(form.text).to.contain(easyFrench['cat.sexual_harassment']);
    await form.press(easyFrench['s4.submit']);
    await form.reach(easyFrench['ok.title']);
    expect(pictograms(form).length).to.equal(3);
    const report = (await storedReports()).at(-1)!;
    expect(report.locale).to.equal('fr-simple');
    expect(report.attestation.textId).to.equal('good-faith.fr-simple.4');
  });

  it('write British dates in easy English', async () => {
    const form = await opened({ easy: '', lang: 'en' });
    await change(form, 'en-simple', easyEnglish['s1.title']);
    await form.choose('category', 'unsure');
    await form.press(easyEnglish['action.continue']);
    await form.reach(easyEnglish['s2.title']);
    await form.choose('where', 'here');
    await form.press(easyEnglish['action.continue']);
    await form.reach(easyEnglish['s4.title']);
    await form.press(easyEnglish['s4.submit']);
    await form.reach(easyEnglish['ok.title']);
    expect(form.text).to.match(/\d{1,2} \p{L}+ 20\d\d/u);
  });

  it('are forgotten with the answers', async () => {
    const form = await opened({ easy: '' });
    await change(form, 'fr-simple', easyFrench['s1.title']);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await until(() => form.dialog.lang === 'fr', 'the form still speaks easy French');
    await form.reach(WHAT);
    expect(pictograms(form).length).to.equal(0);
  });

  it('have their pictures where the page itself speaks them', async () => {
    await includeLanguage('fr-simple');
    const form = await opened({ lang: 'fr-simple' });
    await until(() => pictograms(form).length === 9, 'the pictures did not come');
    expect(choices(form).length).to.equal(0);
  });
});

// « Autre pays, outre-mer ? »: the choice of a country, which help lines and numbers follow, and nothing else.

import type { Choice } from '../../../src/widget/form/fields/control.ts';
import { expect } from '@open-wc/testing';
import { COUNTRY_CODES } from '../../../src/core/help/abroad.ts';
import { CHECK, FormHarness, SENT, storedReports, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const summary = (form: FormHarness): HTMLElement => form.find('.country > summary')!;
const select = (form: FormHarness): HTMLSelectElement | null => form.root.querySelector('.country select');
const numbersIn = (form: FormHarness, selector: string): string[] =>
  [...form.root.querySelectorAll<HTMLAnchorElement>(`${selector} a`)].map(
    (link) => link.getAttribute('href') ?? '',
  );

async function unfold(form: FormHarness): Promise<void> {
  summary(form).click();
  await until(() => select(form), 'the countries did not come');
}

async function choose(form: FormHarness, code: string): Promise<void> {
  const { options } = select(form)!;
  select(form)!.selectedIndex = [...options].findIndex((one) => (one as unknown as Choice).answer === code);
  select(form)!.dispatchEvent(new Event('change', { bubbles: true }));
  await form.element.updateComplete;
}

describe('« Autre pays, outre-mer ? »', () => {
  it('names 45 countries and territories in the language of the form, sorted, and others, with the page’s own selected', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    expect(summary(form).textContent).to.equal('Autre pays, outre-mer\u202f?');
    await unfold(form);
    const names = [...select(form)!.options].map(({ text }) => text);
    expect(names.length).to.equal(COUNTRY_CODES.length + 1);
    expect(new Set(COUNTRY_CODES).size).to.equal(45);
    expect(names.slice(0, 3)).to.deep.equal(['Allemagne', 'Autriche', 'Belgique']);
    expect(names.at(-1)).to.equal('Autre pays');
    expect(select(form)!.selectedOptions[0]?.text).to.equal('France');
    expect(numbersIn(form, '.first')).to.deep.equal(['tel:17', 'tel:112', 'sms:114']);
  });

  it('shows the numbers of the chosen country at once, on each step, and reports none of it', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await unfold(form);
    await choose(form, 'BG');
    expect(numbersIn(form, '.first')).to.deep.equal(['tel:112']);
    // Under the choice: the lines of the country, its hotline, and the emergency numbers.
    expect(numbersIn(form, '.country .help')).to.deep.equal([
      'tel:116111',
      'tel:124123',
      'https://www.safenet.bg',
      'tel:112',
    ]);
    // French services are of no use there.
    form.find('.doors > summary')!.click();
    await until(() => form.find('.aims'), 'the doors did not come');
    expect(numbersIn(form, '.doors')).to.deep.equal([]);
    expect(form.find('.aim-complain')).to.equal(null);
    await form.choose('category', 'suicide_incitement');
    await form.continueTo(WHERE);
    expect(numbersIn(form, '.notice')).to.deep.equal(['tel:112']);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/page');
    await form.continueTo(CHECK);
    await form.send();
    await form.openDoor('talk');
    expect(numbersIn(form, '.help')).to.include('tel:116111');
    const { submissionId: _, ...report } = (await storedReports()).at(-1)!;
    expect(JSON.stringify(report)).not.to.match(/BG|bulgar|116/i);
  });

  it('changes the lines of the sent view, which has the same choice', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    await form.openDoor('talk');
    await form.openDoor('remove');
    expect(numbersIn(form, '.help')).to.include('https://www.antidiscriminations.fr');
    await unfold(form);
    await choose(form, 'DE');
    expect(form.heading).to.equal(SENT);
    expect(numbersIn(form, '.aim-talk .help')).to.deep.equal(['tel:116006', 'tel:112']);
    expect(numbersIn(form, '.aim-remove .help')).to.deep.equal(['https://www.internet-beschwerdestelle.de']);
    expect(form.find('.aim-complain')).to.equal(null);
  });

  it('opens no door in place of one that the country lacks', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    await form.openDoor('complain');
    await unfold(form);
    await choose(form, 'DE');
    expect(form.find('.aim-complain')).to.equal(null);
    expect(form.all('.aims > details').map((door) => [door.className, door.matches('[open]')])).to.deep.equal(
      [
        ['aim-remove', false],
        ['aim-talk', false],
      ],
    );
  });

  it('shows 112 for a country that is not listed, and for those without a confirmed line', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await unfold(form);
    for (const code of ['ZZ', 'NO', 'IS']) {
      await choose(form, code);
      expect(numbersIn(form, '.country .help'), code).to.deep.equal(['tel:112']);
    }
    await choose(form, 'GB');
    expect(numbersIn(form, '.first')).to.deep.equal(['tel:999']);
  });

  it('takes the place of the page’s own lines, which are those of its country', async () => {
    const form = await FormHarness.mount();
    form.element.helpResources = [{ id: 'own', name: 'Notre ligne', number: '0 800 00 00 00' }];
    await form.reachCheck();
    await form.send();
    await form.openDoor('talk');
    expect(numbersIn(form, '.help')).to.include('tel:0800000000');
    await unfold(form);
    await choose(form, 'BG');
    expect(numbersIn(form, '.help')).not.to.include('tel:0800000000');
  });

  it('is forgotten with the answers', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await unfold(form);
    await choose(form, 'GB');
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    await form.open();
    expect(numbersIn(form, '.first')).to.deep.equal(['tel:17', 'tel:112', 'sms:114']);
    expect(select(form)).to.equal(null);
  });

  it('starts from the page’s country, or from none', async () => {
    for (const [country, name] of [
      ['pt', 'Portugal'],
      ['', 'Autre pays'],
      ['RE', 'La Réunion'],
      ['nc', 'Nouvelle-Calédonie'],
      ['PF', 'Polynésie française'],
      ['WF', 'Wallis-et-Futuna'],
      // One that is not listed is another one, and not the first of the list.
      ['MA', 'Autre pays'],
      ['JP', 'Autre pays'],
    ] as const) {
      const form = await FormHarness.mount({ country });
      await form.open();
      await form.laterPart();
      await unfold(form);
      expect(select(form)!.selectedOptions[0]?.text).to.equal(name);
    }
  });
});

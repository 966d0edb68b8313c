// Other services for cases that this form does not handle: folded, discreet, and never a dead end.

import { expect } from '@open-wc/testing';
import { BODY, named } from '../../../demo/gallery/driver.ts';
import { FormHarness, WHAT, WHERE, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const SUMMARY = 'Autre problème\u202f?';
const ASKED = /^Vous êtes adulte/;

const foldsOf = (form: FormHarness): HTMLDetailsElement[] =>
  [...form.root.querySelectorAll<HTMLDetailsElement>(`${BODY} details`)].filter(
    (fold) => fold.querySelector('summary')?.textContent?.trim() === SUMMARY,
  );
const shown = (form: FormHarness, selector: string): HTMLAnchorElement[] =>
  [...form.root.querySelectorAll<HTMLAnchorElement>(selector)].filter((link) => link.checkVisibility());
const hrefs = (form: FormHarness): string[] =>
  shown(form, 'details a').map((link) => link.getAttribute('href') ?? '');

async function open(attributes: Attributes = {}): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.open();
  // The folds load with the later steps. The fold that precedes the doors exists in every country.
  await until(() => form.root.querySelectorAll(`${BODY} details`).length > 1, 'the folds did not come');
  return form;
}

async function openDoors(form: FormHarness): Promise<void> {
  foldsOf(form)[0]!.querySelector('summary')!.click();
  await until(() => shown(form, 'details .help a').length > 0, 'the doors did not come');
}

describe('the other services', () => {
  it('stand folded after everything else of step 1, and answer when they are opened', async () => {
    const form = await open();
    const [fold, ...others] = foldsOf(form);
    expect(others).to.deep.equal([]);
    expect(fold!.open).to.equal(false);
    expect([...form.root.querySelectorAll(`${BODY} details`)].at(-1) === fold).to.equal(true);
    expect(hrefs(form)).to.deep.equal([]);
    await openDoors(form);
    expect(hrefs(form)).to.deep.equal([
      'https://17cyber.gouv.fr',
      'sms:33700',
      'https://www.masecurite.interieur.gouv.fr',
      'https://www.masecurite.interieur.gouv.fr',
      'https://www.arcom.fr',
      'https://www.internet-signalement.gouv.fr',
      'tel:119',
    ]);
    for (const link of shown(form, 'details .help a')) {
      const { width, height } = link.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
      if (link.protocol === 'https:') {
        expect(link.target).to.equal('_blank');
        expect(link.rel).to.equal('noopener noreferrer');
      }
    }
    expect(form.text)
      .to.contain('Arnaque, piratage, faux message')
      .and.to.contain('Vous pouvez continuer ici.');
    // None of the doors is an answer: the form continues as before.
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
  });

  it('keep the line for adults behind a fold that says for whom it is', async () => {
    const form = await open();
    await openDoors(form);
    expect(form.text).not.to.match(/Attirance/);
    const asked = [...form.root.querySelectorAll('summary')].find((one) => ASKED.test(one.innerText.trim()))!;
    asked.click();
    await until(() => hrefs(form).includes('tel:0806231063'), 'the line did not show');
    expect(form.text).to.match(/Attirance/);
  });

  it('stand below step 2 where « Je ne sais pas » was chosen, and only there', async () => {
    const form = await open();
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    expect(foldsOf(form).map((fold) => fold.open)).to.deep.equal([false]);
    await openDoors(form);
    expect(hrefs(form)).to.include('https://17cyber.gouv.fr');
    await form.press('Retour');
    await form.reach(WHAT);
    await form.choose('category', 'hate_violence_discrimination');
    await form.continueTo(WHERE);
    expect(foldsOf(form)).to.deep.equal([]);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/page');
    await form.continueToDetails();
    expect(foldsOf(form)).to.deep.equal([]);
  });

  it('are not explained to those who report often, on one page', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    await until(() => form.find(named('role')), 'the page did not come');
    await form.choose('category', 'unsure');
    expect(foldsOf(form).length).to.equal(0);
  });

  for (const country of ['US', '']) {
    it(`are none where no source names any, beside the aims: ${country || 'no country'}`, async () => {
      const form = await open({ country });
      foldsOf(form)[0]!.querySelector('summary')!.click();
      await until(() => form.find('.aims'), 'the aims did not come');
      expect(hrefs(form)).to.deep.equal([]);
      expect(form.text).not.to.contain('Ces services');
    });
  }
});

// The victim's door on the first step: advice at once, then a report of which the first answers are given.

import { expect } from '@open-wc/testing';
import { choice, HEADING, MAIN, named, THREATENED_DOOR } from '../../../demo/gallery/driver.ts';
import { CHECK, FormHarness, storedReports, THREATENED, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const ADVICE = 'Ne payez pas. Ne répondez plus. Laissez la conversation où elle est.';
const { now } = Date;

const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A form past the door. */
async function pastTheDoor(attributes: Readonly<Record<string, string>> = {}): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.open();
  await form.click(THREATENED_DOOR);
  await form.reach(THREATENED);
  return form;
}

const numbersIn = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll('.notice .call')].map((link) => link.getAttribute('href') ?? '');

describe('the victim’s door', () => {
  afterEach(() => {
    Date.now = now;
  });

  it('says at the second tap what to do, heard with the heading, and gives a line that is open', async () => {
    const form = await pastTheDoor();
    const at = async (instant: string): Promise<string[]> => {
      Date.now = () => Date.parse(instant);
      form.element.requestUpdate();
      await form.element.updateComplete;
      return numbersIn(form);
    };
    expect(textOf(form.find('.notice'))).to.contain(`${ADVICE} Ce n’est pas votre faute.`);
    const described = form.find(HEADING)!.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => textOf(form.find(`#${id}`))).join()).to.contain(ADVICE);
    expect(await at('2026-11-26T11:00:00Z')).to.deep.equal(['tel:3018']);
    // At night 3018 is closed.
    expect(await at('2026-11-26T02:30:00Z')).to.deep.equal(['tel:119', 'tel:3919', 'tel:3018']);
    // The rest is short, below the numbers, and heard too.
    const rest =
      'Ne copiez, ne transférez ni image ni vidéo intime. À noter d’abord : lien, compte, date. Quelqu’un fouille votre téléphone ? N’y gardez rien.';
    expect(textOf(form.find('.notice > .rest'))).to.equal(rest);
    expect(described.map((id) => textOf(form.root.getElementById(id))).join()).to.contain(rest);
    // Nothing is said twice under « Cela vous arrive à vous ? », which is answered.
    expect(form.root.querySelectorAll('.notice').length).to.equal(1);
  });

  it('gives the emergency number where no line is known to be open', async () => {
    const form = await pastTheDoor({ country: 'ES' });
    expect(numbersIn(form)).to.deep.equal(['tel:112']);
    expect(textOf(form.find('.notice'))).not.to.contain('Une équipe');
    const inGermany = await pastTheDoor({ country: 'DE' });
    await until(() => numbersIn(inGermany).length > 1, 'the lines of Germany have not come');
    // Somebody to talk to comes before the police.
    expect(numbersIn(inGermany)).to.deep.equal(['tel:116006', 'tel:112']);
  });

  it('offers the place without a link first, and the page that carries the form last', async () => {
    const form = await pastTheDoor();
    const values = form.all(named('where')).map(({ answer }) => answer);
    expect(values).to.deep.equal(['none', 'elsewhere', 'here']);
  });

  it('keeps the place that was chosen while the answer about oneself changes the order of places', async () => {
    const form = await pastTheDoor();
    const chosen = (): string[] => form.all(`${named('where')}:checked`).map(({ answer }) => answer);
    for (const where of ['none', 'here', 'none'] as const) {
      await form.choose('where', where);
      for (const self of ['no', 'yes', 'no'] as const) {
        await form.choose('questions.self', self);
        expect(chosen()).to.deep.equal([where]);
      }
      await form.choose('questions.self', 'yes');
    }
    await form.choose('where', 'none');
    await form.fill('place', 'Snapchat');
    await form.choose('questions.self', 'no');
    await form.continueTo(CHECK);
    await form.send();
    const [location] = (await storedReports()).at(-1)!.locations;
    expect(JSON.stringify(location)).to.contain('Snapchat').and.not.to.contain('"page"');
  });

  it('answers category, « c’est moi » and blackmail, which the review shows and lets change', async () => {
    const form = await pastTheDoor();
    expect(form.input(choice('questions.self', 'yes'))!.checked).to.equal(true);
    await form.choose('questions.underAge', 'yes');
    await form.choose('where', 'none');
    await form.fill('place', 'Snapchat');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Harcèlement sexuel').and.to.contain('Chantage');
    await form.send();
    const report = (await storedReports()).at(-1)!;
    expect(report.category).to.equal('sexual_harassment');
    expect(report.details).to.deep.equal({ blackmail: 'yes', target: 'me', targetIsMinor: 'yes' });
    expect([report.reporter.role, report.personsConcerned?.minor, report.reporter.ageBand]).to.deep.equal([
      'victim',
      'yes',
      undefined,
    ]);
    expect(report.source.prefilled).to.equal(false);
    // The advice stands once more beside the number.
    expect(textOf(form.find('.notice'))).to.contain('Ne payez pas.');
  });

  it('leaves every answer to the reporter, who can come back and choose something else', async () => {
    const form = await pastTheDoor();
    await form.press('Retour');
    await form.reach(WHAT);
    expect(textOf(form.find('.door'))).to.contain(ADVICE);
    await form.choose('category', 'unsure');
    expect(textOf(form.find('.door'))).not.to.contain(ADVICE);
    await form.click(MAIN);
    await form.reach(WHERE);
    expect(form.find(named('questions.self')) === null).to.equal(true);
  });

  it('does not speak to a witness of blackmail as to its victim, nor leave out what the law forbids', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('sexual_harassment');
    await form.choose('where', 'here');
    await form.choose('questions.self', 'no');
    await form.answerDetails({ 'questions.kinds': 'blackmail' });
    await form.continueTo(CHECK);
    await form.press('Retour');
    await form.reach(WHERE);
    expect(textOf(form.find('.notice'))).to.contain('Ne copiez, ne transférez');
  });

  it('opened by the page over kept answers, shows its advice and changes none of them', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck({ category: 'procuring', address: 'here' });
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    await form.element.open({ threatened: true });
    await form.reach(WHAT);
    expect(textOf(form.find('.door'))).to.contain(ADVICE);
    expect(form.text).to.contain('Vos réponses sont toujours là.');
    expect(form.input(choice('category', 'procuring'))!.checked).to.equal(true);
    // The door is there to be pressed.
    await form.click(THREATENED_DOOR);
    await form.reach(THREATENED);
  });

  it('lists in the review what the reporter answered, and not what follows from it', async () => {
    const form = await pastTheDoor();
    await form.choose('questions.underAge', 'yes');
    await form.choose('where', 'here');
    await form.continueTo(CHECK);
    expect(form.text)
      .to.contain('Avez-vous moins de 18 ans')
      .and.not.to.match(/m’arrive à moi|Qui est visé/);
  });

  it('is there where such a report is taken, on the page of frequent reporters too', async () => {
    const without = await FormHarness.mount({ categories: 'procuring' });
    await without.open();
    expect(without.find(THREATENED_DOOR) === null).to.equal(true);
    const page = await FormHarness.mount({ flow: 'page' });
    await page.open();
    await page.click(THREATENED_DOOR);
    expect(page.input(choice('category', 'sexual_harassment'))!.checked).to.equal(true);
    expect(page.answer('role')).to.equal('target');
    expect(textOf(page.find('.door'))).to.contain(ADVICE);
  });

  it('sends nothing, and is no event of its own', async () => {
    const form = await FormHarness.mount();
    const heard: string[] = [];
    for (const type of ['cs-open', 'cs-step', 'cs-sent', 'cs-error', 'cs-close', 'cs-exit'])
      form.element.addEventListener(type, (event) =>
        heard.push(`${type} ${(event as { step?: number }).step}`),
      );
    await form.open();
    const before = (await storedReports()).length;
    await form.click(THREATENED_DOOR);
    await form.reach(THREATENED);
    expect(heard).to.deep.equal(['cs-open undefined', 'cs-step 1', 'cs-step 2']);
    expect((await storedReports()).length).to.equal(before);
  });
});

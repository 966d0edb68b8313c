// The review before sending: every answer, a way to change it, and the exact report that will be sent.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { named } from '../../../demo/gallery/driver.ts';
import {
  breakReceiver,
  CHECK,
  DETAILS,
  FormHarness,
  SENT,
  storedReports,
  WHAT,
  WHERE,
} from './form-harness.ts';
import { until } from '../../setup/until.ts';

/** A row of the review: its answers, without the button's text. */
const row = (form: FormHarness, name: string): string | undefined =>
  [...form.root.querySelectorAll<HTMLElement>('.rows .row')]
    .find((one) => one.querySelector('dt')!.innerText === name)
    ?.querySelector('dd')!.innerText;

const change = async (form: FormHarness, name: string): Promise<void> => {
  [...form.root.querySelectorAll<HTMLElement>('.rows .row')]
    .find((one) => one.querySelector('dt')!.innerText === name)!
    .querySelector('button')!
    .click();
  await form.element.updateComplete;
};

const stored = async (): Promise<string> =>
  (await executeServerCommand<string[], null>('receiver-reports', null)).at(-1)!;

/** Opens « Voir le signalement exact ». @returns the text shown */
async function openExact(form: FormHarness): Promise<string> {
  form.find('.exact > summary')!.click();
  await until(() => form.find('.exact pre'), 'the exact report did not show');
  return form.find('.exact pre')!.textContent;
}

describe('the review', () => {
  const { random } = Math;
  beforeEach(() => {
    // The client waits a random time before it tries again. The test removes this wait.
    Math.random = () => 0;
  });
  afterEach(async () => {
    Math.random = random;
    await breakReceiver({ mode: 'none' });
  });

  it('shows every answer in words, cleaned addresses without a link, and nothing of what was left out', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('sexual_harassment');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'exemple.fr/fil?utm_source=x&p=2#m5 https://b.example/2');
    form.find(named('login'))!.click();
    await form.continueToDetails();
    await form.openQuestions();
    await form.choose('questions.kinds', 'threat');
    await form.choose('questions.targetIsMinor', 'no');
    await form.choose('reply', 'yes');
    await form.fill('email', ' nom@exemple.fr ');
    await form.continueTo(CHECK);
    expect(row(form, 'Quoi')).to.equal('Harcèlement sexuel');
    const where = row(form, 'Où')!.split('\n');
    expect(where).to.include.members([
      'https://exemple.fr/fil?p=2#m5',
      'Nous avons enlevé une partie du lien qui pouvait vous identifier.',
      'https://b.example/2',
    ]);
    expect(row(form, 'Compte nécessaire')).to.equal('Oui');
    const answers = row(form, 'Vos réponses aux questions')!;
    expect(answers).to.match(/\S+[^\n]*\n[^\n]*\S/);
    expect(answers).not.to.match(/threat|targetIsMinor|\bno\b/);
    // What was not answered is not listed.
    expect(row(form, 'Je signale')).to.equal(undefined);
    expect(row(form, 'Précisions')).to.equal(undefined);
    expect(row(form, 'Réponse souhaitée')).to.equal('nom@exemple.fr');
    expect(form.find('.rows a') === null).to.equal(true);
  });

  it('leads each answer to its field, and « Continuer » comes back', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('sexual_harassment');
    await form.locate();
    await form.choose('questions.self', 'no');
    await form.continueToDetails();
    await form.openQuestions();
    await form.choose('questions.kinds', 'threat');
    await form.choose('role', 'other');
    await form.fill('details', 'Une précision');
    await form.choose('reply', 'no');
    await form.continueTo(CHECK);
    for (const [name, heading, field] of [
      ['Quoi', WHAT, 'category'],
      ['Où', WHERE, 'where'],
      ['Vos premières réponses', WHERE, 'questions.self'],
      ['Vos réponses aux questions', DETAILS, 'questions'],
      ['Je signale', DETAILS, 'role'],
      ['Précisions', DETAILS, 'details'],
      ['Réponse souhaitée', DETAILS, 'reply'],
    ] as const) {
      await change(form, name);
      await form.reach(heading);
      const place = `${named(field)}, .${field} > summary`;
      await until(() => form.all(place).includes(form.focused!), `${field} did not take focus`);
      await form.continueTo(CHECK);
    }
  });

  it('opens the folded free text for whoever comes to change it', async () => {
    const form = await FormHarness.mount();
    await form.reachDetails('child_sexual_abuse', 'here');
    await form.fill('details', 'Une précision');
    await form.continueTo(CHECK);
    await change(form, 'Précisions');
    await form.reach(DETAILS);
    await until(() => form.focused?.field === 'details', 'the field did not take focus');
  });

  it('comes back from the details with focus on what changed, which says its answer', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.openDetails();
    await form.fill('details', 'Une précision');
    await form.continueTo(CHECK);
    await until(() => form.focused?.matches('dt'), 'no row took focus');
    const name = form.focused as HTMLElement;
    expect(name.innerText).to.equal('Précisions');
    expect(form.find(`#${name.getAttribute('aria-describedby')}`)!.innerText).to.equal('Une précision');
    // Nothing changed: the heading says where the reporter is.
    await form.openDetails();
    await form.continueTo(CHECK);
    await until(() => form.focused?.matches('h2'), 'the heading did not take focus');
    // An answer that is gone has no row.
    await form.openDetails();
    await form.fill('details', '');
    await form.continueTo(CHECK);
    await until(() => form.focused?.matches('h2'), 'the heading did not take focus');
    expect(row(form, 'Précisions')).to.equal(undefined);
  });

  it('does not list « Autre, ou je ne sais pas » if nobody chose it', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('unsure');
    await form.choose('where', 'none');
    await form.fill('place', 'Dans un groupe');
    await form.continueTo(CHECK);
    expect(row(form, 'Où')!.trim()).to.equal('Dans un groupe');
  });

  it('offers no details where the hotline asks nothing optional', async () => {
    const form = await FormHarness.mount({ fields: '' });
    await form.reachCheck();
    expect(form.find('.more') === null).to.equal(true);
  });

  it('shows the numbers to call where somebody seems to be in danger', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck({ category: 'suicide_incitement', address: 'here' });
    expect(form.find('.notice') === null).to.equal(true);
    await form.press('Retour');
    await form.reach(WHERE);
    await form.choose('questions.personAtRiskNow', 'yes');
    await form.continueTo(CHECK);
    expect(form.find('.notice')!.innerText).to.contain('3114');
  });

  it('keeps the exact report on screen as it is after a failure, and sends it again', async () => {
    const form = await FormHarness.mount({ partner: 'gazette' });
    await form.reachCheck({ address: 'https://exemple.fr/page?utm_source=x' });
    const before = (await storedReports()).length;
    const shown = await openExact(form);
    await breakReceiver({ mode: 'html' });
    await form.press('Envoyer le signalement');
    await until(() => form.find('.failure'), 'no failure was shown');
    expect(form.find('.exact pre')!.textContent).to.equal(shown);
    await breakReceiver({ mode: 'none' });
    await form.press('Réessayer');
    await form.reach(SENT);
    expect(await storedReports()).to.have.length(before + 1);
    expect(JSON.parse(await stored())).to.deep.equal(JSON.parse(shown));
  });

  it('settles them anew where an answer was edited', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const first = await openExact(form);
    await form.openDetails();
    await form.fill('details', 'Une chose de plus');
    await form.continueTo(CHECK);
    const second = await openExact(form);
    expect(JSON.parse(second).submissionId).not.to.equal(JSON.parse(first).submissionId);
    expect(JSON.parse(second).supersedes).to.equal(undefined);
    await form.send();
    expect(JSON.parse(await stored())).to.deep.equal(JSON.parse(second));
  });
});

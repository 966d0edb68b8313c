// « Voir exactement ce qui sera envoyé » shows the same answers as the review, in the same words, and nothing else.

import { expect } from '@open-wc/testing';
import { CHECK, FormHarness, until } from './form-harness.ts';

/** Codes that a form writes into a report without an underscore; an underscore identifies all other codes. */
const CODES = /^(?:submit|email|none|unknown|script|npm|http|other|day|month|fr|trimmed|punycode|refanged)$/;

type Choices = Readonly<Record<string, string>>;

async function exactOf(
  category: string,
  choices: Choices,
  address = 'https://exemple.fr/page?utm_source=x',
): Promise<FormHarness> {
  const form = await FormHarness.mount();
  await form.reachWhere(category);
  await form.locate(address);
  await form.answerDetails(await form.answerEarly(choices));
  await form.continueTo(CHECK);
  form.find('.exact summary')!.click();
  await until(() => form.find('.exact dl'), 'the exact report did not come');
  return form;
}

/** The value under a name, in the exact report and in the review. */
const said = (form: FormHarness, name: string, within = '.exact'): string[] =>
  [...form.root.querySelectorAll<HTMLElement>(`${within} dt`)]
    .filter((term) => term.textContent?.trim() === name)
    .map((term) => (term.nextElementSibling as HTMLElement).innerText.trim());

/** Every value that contains no further list. */
const values = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll<HTMLElement>('.exact dd')]
    .filter((value) => !value.querySelector('dl'))
    .map((value) => value.innerText.trim());

describe('the exact report', () => {
  for (const [category, choices] of Object.entries({
    hate_violence_discrimination: {},
    child_sexual_abuse: { role: 'none', 'questions.kinds': 'live_stream', 'questions.seenOn': 'this_month' },
    sexual_harassment: {
      'questions.self': 'yes',
      'questions.foundVia': 'other',
      'questions.priorReports': 'nobody',
    },
  } as Readonly<Record<string, Choices>>)) {
    it(`shows no code: ${category}`, async () => {
      const form = await exactOf(category, choices);
      expect(values(form).length).to.be.above(10);
      expect(
        values(form).filter((text) => CODES.test(text) || /^[a-z]+(?:_[a-z0-9]+)+$/.test(text)),
      ).to.deep.equal([]);
      expect(said(form, 'Modifications faites ici')).to.deep.equal([
        'Nous avons enlevé une partie du lien qui pouvait vous identifier.',
      ]);
      expect(said(form, 'Confirmé par')).to.deep.equal(['L’envoi du signalement']);
    });
  }

  it('says « Non demandé » of what nobody was asked', async () => {
    // Hate has a question of danger.
    const hate = await exactOf('hate_violence_discrimination', {});
    expect(said(hate, 'Danger immédiat')).to.deep.equal(['Non renseigné']);
    const form = await exactOf('crimes_against_humanity', {});
    expect(said(form, 'Danger immédiat')).to.deep.equal(['Non demandé']);
    expect(said(form, 'Je signale')).to.deep.equal(['Non demandé']);
    // The review lists no answer that was not given.
    expect(said(form, 'Réponse souhaitée')).to.deep.equal(['Non, pas de réponse']);
    expect(said(form, 'Réponse souhaitée', '.rows')).to.deep.equal([]);
  });

  it('says « Je ne sais pas » where that was the answer', async () => {
    const form = await exactOf('suicide_incitement', { 'questions.personAtRiskNow': 'unknown' });
    expect(said(form, 'Danger immédiat')).to.deep.equal(['Je ne sais pas']);
  });

  for (const [role, words] of [
    ['none', 'Je préfère ne pas répondre'],
    ['other', 'pour un enfant ou un proche'],
  ] as const) {
    it(`says of the role what the review says: ${words}`, async () => {
      const form = await exactOf('procuring', { role });
      expect(said(form, 'Je signale')).to.deep.equal([words]);
      expect(said(form, 'Je signale', '.rows')).to.deep.equal([words]);
    });
  }

  it('says that no role was given, and the role of whom it happens to', async () => {
    const silent = await exactOf('procuring', {});
    expect(said(silent, 'Je signale')).to.deep.equal(['Non renseigné']);
    const target = await exactOf('procuring', { 'questions.self': 'yes' });
    expect(said(target, 'Je signale')).to.deep.equal(['parce que cela m’arrive à moi']);
  });
});

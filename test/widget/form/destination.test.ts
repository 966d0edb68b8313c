// Where the report goes, in words that are true: scripts of a page read what is typed into it, those around the hotline's
// frame do not (widget/isolated/isolated.e2e.test.ts).

import { expect } from '@open-wc/testing';
import { MAIN } from '../../../demo/gallery/driver.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { FormHarness } from './form-harness.ts';

const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The paragraphs of a step that name where the report goes, or are empty. */
const lines = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll('.body p.small')]
    .map(textOf)
    .filter((text) => text === '' || /^Votre signalement|Vie privée/.test(text));

/** What is heard of the destination with « Envoyer ». */
const atSending = (form: FormHarness): string => {
  const terms = form.root.getElementById(form.find(MAIN)!.getAttribute('aria-describedby')!);
  return textOf(terms?.querySelector('p + p'));
};

describe('the destination of a report', () => {
  for (const flow of ['steps', 'page'])
    it(`in the page’s own document: the review says that the page could read it, flow ${flow}`, async () => {
      const form = await FormHarness.mount({ flow });
      await form.open();
      expect(textOf(form.find('.service'))).to.equal('Signaler à Point de Contact');
      expect(lines(form)).to.deep.equal([]);
      expect(form.text).not.to.contain('pas à');
      if (flow === 'page') return;
      await form.reachCheck();
      expect(atSending(form)).to.equal(
        'Votre signalement va à Point de Contact. localhost pourrait le lire.',
      );
    });

  it('keeps the link to the hotline’s privacy notice on the first step', async () => {
    const form = await FormHarness.mount({ 'privacy-url': 'https://hotline.example/donnees' });
    await form.open();
    expect(lines(form)).to.deep.equal(['Vie privée (nouvel onglet)']);
  });

  it('goes through the page, where the page takes it over or receives it: said on both', async () => {
    const sentence = 'Votre signalement passe par localhost, puis va à Point de Contact.';
    const taken = await FormHarness.mount();
    taken.element.transport = async (report: Report) => ({
      submissionId: report.submissionId,
      reference: 'PAGE-1',
      receivedAt: new Date().toISOString(),
    });
    await taken.open();
    expect(lines(taken)).to.deep.equal([sentence]);
    await taken.reachCheck();
    expect(atSending(taken)).to.equal(sentence);
    const same = await FormHarness.mount({ endpoint: `${location.origin}/v1/reports` });
    await same.open();
    expect(lines(same)).to.deep.equal([sentence]);
  });

  it('is the hotline alone, on its own page', async () => {
    const form = await FormHarness.mount({ endpoint: `${location.origin}/v1/reports`, hotline: '' });
    form.element.removeAttribute('hotline');
    await form.open();
    expect(lines(form)).to.deep.equal(['Votre signalement va à localhost.']);
  });
});

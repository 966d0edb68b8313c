// The sent view: the number and its actions, the next steps, and no trace of the report.

import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { BODY, PANEL, REFERENCE } from '../../../demo/gallery/driver.ts';
import { breakReceiver, FormHarness, WHAT } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const region = (form: FormHarness, role: 'status' | 'alert'): string =>
  form.find(`${PANEL} > [role="${role}"]`)!.textContent ?? '';

describe('the sent view', () => {
  afterEach(() => breakReceiver({ mode: 'none' }));

  const sent = async (): Promise<FormHarness> => {
    const form = await FormHarness.mount();
    await form.reachCheck({ address: 'https://canari.example/secret' });
    await form.send();
    return form;
  };

  it('gives the number in two groups of four, the hotline and the day, and says nothing else aloud', async () => {
    const form = await sent();
    expect(form.reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const year = new Date().getFullYear();
    expect(form.find('.stamp')!.innerText).to.match(
      new RegExp(`^Envoyé à Point de Contact le \\d+ \\S+ ${year}$`),
    );
    expect(form.focused?.localName).to.equal('h2');
    expect(region(form, 'status') + region(form, 'alert')).to.equal('');
  });

  it('leaves a number that has groups of its own as it is, and says where one can write', async () => {
    const form = await FormHarness.mount();
    form.element.transport = ({ submissionId }) =>
      Promise.resolve({ submissionId, reference: 'ESSAI-1234', receivedAt: '2026-11-29T12:00:00Z' });
    await form.reachCheck();
    await form.send();
    expect(form.reference).to.equal('ESSAI-1234');
    expect(form.find('.country ~ .small')!.innerText).to.match(
      /plus tard à Point de Contact \(hotline\.example\)\. Votre nom n’y est pas\.$/,
    );
  });

  it('names the day as the British do, in English', async () => {
    const form = await FormHarness.mount({ lang: 'en' });
    await form.open();
    await form.choose('category', 'unsure');
    await form.press('Continue');
    await form.choose('where', 'here');
    await form.press('Continue');
    await form.press('Send the report');
    await form.reach('Report sent');
    expect(form.find('.stamp')!.innerText).to.match(/ on \d{1,2} [A-Z][a-z]+ \d{4}$/);
  });

  it('says what happens next, in four lines', async () => {
    const form = await sent();
    const lines = [...form.root.querySelectorAll<HTMLElement>('ol > li')].map(({ innerText }) => innerText);
    expect(lines).to.have.length(4);
    expect(lines[0]).to.equal('Une personne formée lit votre signalement.');
    expect(lines[3]).to.equal('Votre signalement est complet. Ce n’est pas une plainte.');
  });

  it('groups a number of any length, and copies it as it came', async () => {
    const form = await FormHarness.mount();
    form.element.transport = ({ submissionId }) =>
      Promise.resolve({ submissionId, reference: '5821093744162208', receivedAt: '2026-11-29T12:00:00Z' });
    await form.reachCheck();
    await form.send();
    const numbers = [...form.root.querySelectorAll(REFERENCE)].map(({ textContent }) => textContent);
    expect(numbers).to.deep.equal(['5821 0937 4416 2208']);
    const copied: string[] = [];
    const { clipboard } = navigator;
    const replace = (writeText: (text: string) => Promise<void>): void =>
      void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      replace(async (text) => void copied.push(text));
      await form.press('Copier le numéro');
      await until(() => region(form, 'status') === 'C’est copié.', 'nothing was said');
      // The announcement is also visible.
      const card = form.find('.reference')!;
      expect(card.querySelector<HTMLElement>('[aria-hidden].small')!.innerText).to.equal('C’est copié.');
      expect(form.root.querySelectorAll(`${BODY} [aria-hidden].small`)).to.have.length(1);
      expect(copied).to.deep.equal(['5821093744162208']);
      replace(() => Promise.reject(new Error('denied')));
      await form.press('Copier le numéro');
      await until(
        () => region(form, 'alert').startsWith('La copie n’a pas marché.'),
        'the failure was not said',
      );
      expect(region(form, 'status')).to.equal('');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('prints number, day and hotline from a frame of its own, which then goes away', async () => {
    const form = await sent();
    const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    let sheet: string | undefined;
    const view = Object.assign(new EventTarget(), {
      print: () => (sheet = form.root.querySelector('iframe')!.contentDocument!.body.innerText),
    });
    // No printer is available in tests.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get: () => view,
    });
    try {
      await form.press('Imprimer');
      await until(() => sheet, 'nothing was printed');
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', real);
    }
    expect(sheet).to.contain(form.reference).and.to.contain('Point de Contact');
    expect(sheet).not.to.match(/canari|haine|https/i);
    expect(sheet!.split(/\n+/)).to.have.length(3);
    expect(form.root.querySelector('iframe') === null).to.equal(false);
    view.dispatchEvent(new Event('afterprint'));
    expect(form.root.querySelector('iframe') === null).to.equal(true);
  });

  it('prints nothing else of the dialog when the page itself is printed', async () => {
    const form = await sent();
    // Only Chromium can emulate print media.
    if (!(await executeServerCommand<boolean, object>('media-features', {}))) return;
    await emulateMedia({ media: 'print' });
    const shown = [...form.root.querySelectorAll<HTMLElement>(`${BODY} > *`)].filter(
      (part) => getComputedStyle(part).display !== 'none',
    );
    await emulateMedia({ media: 'screen' });
    expect(shown.map(({ className }) => className)).to.deep.equal(['reference', 'small stamp']);
  });

  it('forgets the number, the address for the answer and what the help lines were chosen by, when it is left', async () => {
    const form = await sent();
    const number = form.reference;
    await form.press('Faire un autre signalement');
    await form.reach(WHAT);
    expect(form.root.textContent).not.to.contain(number);
    const again = await sent();
    await again.press('Fermer');
    await until(() => !again.dialog.open, 'the dialog did not close');
    await again.open();
    expect(again.heading).to.equal(WHAT);
    expect(again.root.textContent).not.to.contain(again.reference || 'canari');
  });
});

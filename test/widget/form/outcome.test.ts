// Nothing says or implies that a report was not sent, once its first byte may have left: on screen, on paper, in the
// accessibility tree, in events. Until a receipt comes, or it is proved that nothing left.

import { expect } from '@open-wc/testing';
import { CLOSE, HEADING, PANEL } from '../../../demo/gallery/driver.ts';
import type { FaultMode } from '../../setup/fault-proxy.ts';
import { breakReceiver, CHECK, DISCARD, FormHarness, SENT, storedReports, WHAT } from './form-harness.ts';
import { until } from '../../setup/until.ts';

/** Words that say, or let somebody conclude, that a report has not left. */
const UNSENT =
  /pas encore envoy|pas été envoy|rien n’a été|n’a pas marché|nulle part|puis envoyez|pour partir|accepté l’envoi|raccourcissez/i;
/** The one sentence that may: of changes to a report that may have arrived. */
const EDITED = 'Votre premier envoi est peut-être déjà arrivé. Vos changements ne sont pas encore envoyés.';

/** Everything that the widget says to anybody, shown or not. */
function saidBy(form: FormHarness): string {
  const panel = form.find(PANEL)!;
  const attributes = [panel, ...panel.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'aria-description', 'title', 'alt', 'placeholder'].map((name) =>
      element.getAttribute(name),
    ),
  );
  return [panel.textContent, ...attributes].filter(Boolean).join('\n');
}

/** The code of each error that the page was told of. */
function codesOf(form: FormHarness): string[] {
  const codes: string[] = [];
  form.element.addEventListener('cs-error', ({ code }) => codes.push(code));
  return codes;
}

const isSending = (form: FormHarness): boolean => form.element.matches(':state(sending)');

describe('what is said of a report', () => {
  const { random } = Math;
  const { now } = Date;
  beforeEach(() => {
    Math.random = () => 0;
  });
  afterEach(async () => {
    Math.random = random;
    Date.now = now;
    await breakReceiver({ mode: 'none' });
  });

  const press = async (
    form: FormHarness,
    mode: FaultMode,
    label = 'Envoyer le signalement',
  ): Promise<void> => {
    await breakReceiver({ mode });
    await form.press(label);
  };
  const failed = async (form: FormHarness): Promise<void> => {
    await until(() => form.find('.failure'), 'no failure was shown');
  };

  it('is that it is not sent before « Envoyer », and that it is on its way after', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    expect(form.text).to.contain('Pas encore envoyé.');
    await press(form, 'stall');
    await until(() => isSending(form), 'the sending began');
    await form.element.updateComplete;
    expect(saidBy(form)).not.to.match(UNSENT);
    expect(form.heading).to.equal('Votre signalement');
    expect(
      form.find('#' + form.find(HEADING)!.getAttribute('aria-describedby')!.split(' ').at(-1)!)!.innerText,
    ).to.equal('Envoi en cours…');
  });

  // The receiver has it, and its answer is lost; or something in between answers in its place.
  for (const mode of ['reset-after', '500-after', 'truncate', 'reset-answer', '404-page', 'html'] as const)
    it(`never is that it was not sent, from « Envoyer » to the receipt: ${mode}`, async () => {
      const form = await FormHarness.mount();
      const codes = codesOf(form);
      await form.reachCheck();
      await press(form, mode);
      await failed(form);
      expect(saidBy(form)).not.to.match(UNSENT);
      expect(form.text).to.contain('Envoi non confirmé').and.to.contain('peut-être déjà arrivé');
      // Again: unconfirmed while it is on its way, and if the second one ends otherwise.
      await press(form, 'stall', 'Réessayer');
      await until(() => isSending(form), 'the second sending began');
      await form.element.updateComplete;
      expect(form.find('.failure')).to.equal(null);
      expect(saidBy(form)).not.to.match(UNSENT);
      await breakReceiver({ mode: 'none' });
      expect(codes.filter((code) => /sent|refused/.test(code) && mode !== '404-page')).to.deep.equal([]);
    });

  it('stays unconfirmed where a second try is refused', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await press(form, 'reset-after');
    await failed(form);
    for (const mode of ['429-long', 'version'] as const) {
      await press(form, mode, 'Réessayer');
      await until(() => !isSending(form) && form.find('.failure'), 'the failure');
      expect(saidBy(form), mode).not.to.match(UNSENT);
      expect(form.text, mode).to.contain('Envoi non confirmé');
      if (mode === '429-long') {
        const later = Date.now() + 60_000;
        Date.now = () => later;
        form.element.requestUpdate();
        await form.element.updateComplete;
      }
    }
  });

  it('is that the changes are not sent, where answers are edited after an unconfirmed sending', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await press(form, 'reset-after');
    await failed(form);
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    expect(form.find('.failure')).to.equal(null);
    expect(form.text).to.contain(EDITED);
    expect(saidBy(form).replaceAll(EDITED, '').replaceAll(CHECK, '')).not.to.match(UNSENT);
    // The question before closing as well.
    form.find(CLOSE)!.click();
    await form.reach(DISCARD);
    expect(saidBy(form)).not.to.match(UNSENT);
    expect(form.text).to.contain('peut-être déjà arrivé');
    await form.press('Continuer le signalement');
    // The edited report is held back by the device: the first may still have arrived.
    await press(form, 'version');
    await failed(form);
    expect(saidBy(form).replaceAll(EDITED, '').replaceAll(CHECK, '')).not.to.match(UNSENT);
    expect(form.text).to.contain('Envoi non confirmé').and.to.contain(EDITED);
  });

  it('asks before closing without saying that nothing is stored, where it may be', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await press(form, 'reset-after');
    await failed(form);
    form.find(CLOSE)!.click();
    await form.reach(DISCARD);
    expect(saidBy(form)).not.to.match(UNSENT);
  });

  it('is that it may have arrived, once ten idle minutes have erased it', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await press(form, 'reset-after');
    await failed(form);
    await form.press('Modifier');
    await form.choose('category', 'unsure');
    await form.continueTo(CHECK);
    const later = now() + 11 * 60_000;
    Date.now = () => later;
    window.dispatchEvent(new Event('focus'));
    await form.reach('Envoi non confirmé');
    expect(saidBy(form)).not.to.match(UNSENT);
    // A page that goes erases again.
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await form.element.updateComplete;
    expect(form.heading).to.equal('Envoi non confirmé');
  });

  it('is known again for the next report', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await press(form, 'reset-after');
    await failed(form);
    await breakReceiver({ mode: 'none' });
    const before = (await storedReports()).length;
    await form.press('Réessayer');
    await form.reach(SENT);
    expect(await storedReports()).to.have.length(before);
    await form.press('Faire un autre signalement');
    await form.reach(WHAT);
    await form.choose('category', 'unsure');
    await form.press('Continuer');
    await form.choose('where', 'here');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Pas encore envoyé.');
  });

  it('is that nothing was sent, where nothing left and the answers are gone', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await press(form, '429-long');
    await failed(form);
    expect(form.text).to.contain('Pas encore envoyé');
    const later = now() + 11 * 60_000;
    Date.now = () => later;
    window.dispatchEvent(new Event('focus'));
    await form.reach('Nous avons effacé l’écran pour vous protéger');
    expect(form.text).to.contain('Rien n’a été envoyé.');
  });
});

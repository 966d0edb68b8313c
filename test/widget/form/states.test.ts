// The states of a widget, seen from outside: `:state()` tells the current activity and reveals no answer.

import { expect } from '@open-wc/testing';
import { breakReceiver, CHECK, FormHarness, WHAT } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const STATES = ['open', 'sending', 'sent', 'offline', 'draft'];

/** The states that match. */
const now = ({ element }: FormHarness): string[] =>
  STATES.filter((state) => element.matches(`:state(${state})`));

describe(':state()', () => {
  afterEach(async () => {
    await breakReceiver({ mode: 'none' });
  });

  it('says that the dialog is open, a report on its way, then sent, and nothing once it is closed', async () => {
    const form = await FormHarness.mount();
    expect(now(form)).to.deep.equal([]);
    await form.reachCheck();
    expect(now(form)).to.deep.equal(['open']);
    await breakReceiver({ mode: 'stall' });
    await form.press('Envoyer le signalement');
    await until(() => now(form).includes('sending'), 'it is not said to be on its way');
    expect(now(form)).to.deep.equal(['open', 'sending']);
    await breakReceiver({ mode: 'none' });
  });

  it('says sent when it is confirmed, and not after closing', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    await until(() => now(form).join() === 'open,sent', 'it is not said to be sent');
    form.element.close();
    await until(() => now(form).length === 0, 'something is said of a closed form');
  });

  it('says nothing of answers that are kept', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    form.element.close();
    await until(() => now(form).length === 0, 'something is said of a closed form');
    await form.open();
    await form.reach(CHECK);
    expect(now(form)).to.deep.equal(['open']);
  });

  it('follows the connection', async () => {
    const form = await FormHarness.mount();
    await form.open();
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    dispatchEvent(new Event('offline'));
    await until(() => now(form).includes('offline'), 'it is not said to be offline');
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    await until(() => !now(form).includes('offline'), 'it is said to be offline still');
  });

  it('does without where a subclass has taken the internals', async () => {
    const { ReportButton } = await import('../../../src/widget/button/report-button.ts');
    class Taken extends ReportButton {
      readonly internals = this.attachInternals();
    }
    customElements.define('taken-internals', Taken);
    const form = await FormHarness.mount({}, 'taken-internals' as 'cliquez-signalez');
    await form.open();
    expect(form.heading).to.equal(WHAT);
  });
});

// The code of the proof of work is loaded before « Envoyer » needs it. Alone in its page: a module loads once.
import { expect } from '@open-wc/testing';
import { FormHarness } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const loaded = (): PerformanceEntry | undefined =>
  performance.getEntriesByType('resource').find(({ name }) => /\/proving[.-]/.test(name));

describe('the code of the proof of work', () => {
  it('comes with the review of a form with a challenge, not before, and not for a form without one', async () => {
    const without = await FormHarness.mount();
    await without.open();
    await without.reachCheck();

    const form = await FormHarness.mount({ challenge: '/challenge' });
    await form.open();
    const from = performance.now();
    await form.reachCheck();
    await until(loaded, 'it was not loaded');
    // Had it been asked for earlier, it would have begun earlier.
    expect(loaded()!.startTime).to.be.at.least(from);
  });
});

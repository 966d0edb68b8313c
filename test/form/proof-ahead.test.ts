// The code of the proof of work is loaded before « Envoyer » needs it. Alone in its page: a module loads once.
import { expect } from '@open-wc/testing';
import { FormHarness, until } from './form-harness.ts';

const isLoaded = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /\/proving[.-]/.test(name));

describe('the code of the proof of work', () => {
  it('comes with the review, and not before', async () => {
    const form = await FormHarness.mount({ challenge: '/challenge' });
    await form.open();
    expect(isLoaded()).to.equal(false);
    await form.reachCheck();
    await until(isLoaded, 'it was not loaded');
  });
});

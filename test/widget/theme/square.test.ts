// With `--cs-radius: 0`, no corner is round in any variant or view. Radio buttons stay round: that is how one sees that
// only one answer counts.

import { expect } from '@open-wc/testing';
import { CHECK, FormHarness, WHERE } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';

const VARIANTS = ['button', 'icon', 'floating', 'bar'];

/** The elements with a round corner, by what tells them apart. */
function roundIn(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => !element.matches('input[type="radio"]'))
    .filter((element) => {
      const { borderStartStartRadius, borderEndEndRadius } = getComputedStyle(element);
      return Number.parseFloat(borderStartStartRadius) > 0 || Number.parseFloat(borderEndEndRadius) > 0;
    })
    .map((element) => `${element.localName}.${element.className}[${element.part.value}]`);
}

describe('a radius of 0', () => {
  beforeEach(() => document.documentElement.style.setProperty('--cs-radius', '0'));
  afterEach(() => document.documentElement.removeAttribute('style'));

  for (const variant of VARIANTS) {
    it(`makes the variant « ${variant} » square`, async () => {
      const form = await FormHarness.mount({ variant });
      expect(roundIn(form.element.renderRoot)).to.deep.equal([]);
    });
  }

  it('makes each view square, from the first step to the confirmation', async () => {
    const form = await FormHarness.mount({ country: 'FR' });
    await form.open();
    const round = new Set<string>();
    const look = (): void => roundIn(form.element.renderRoot).forEach((one) => round.add(one));
    look();
    await form.choose('category', 'terrorism_bomb_making');
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    look();
    await form.press('Continuer');
    await until(() => form.find('.wrong'), 'the error did not show');
    look();
    await form.fill('addresses.0', 'https://example.org/page');
    await form.continueTo(CHECK);
    await form.send();
    await until(() => form.find('.tick'), 'the tick did not come');
    look();
    expect([...round]).to.deep.equal([]);
  });
});

it('with the default radius, corners are round', async () => {
  const form = await FormHarness.mount({ variant: 'icon' });
  await form.open();
  expect(roundIn(form.element.renderRoot).length).to.be.above(5);
});

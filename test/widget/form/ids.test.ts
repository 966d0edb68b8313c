// What attributes of the form tell: nothing. Analytics that wrap listeners send the id, name and value of what is pressed.
// The test a11y/states looks at those of every state.

import { expect } from '@open-wc/testing';
import { type Driver, named, ONE_PAGE, PANEL } from '../../../demo/gallery/driver.ts';
import { CATEGORIES } from '../../../src/core/report/categories.ts';
import type { Choice } from '../../../src/widget/form/fields/control.ts';
import { CHECK, FormHarness, SENT, WHERE } from './form-harness.ts';

/** The ids in a form. Those of the button say nothing, and stay. */
const idsIn = (form: Driver): string[] =>
  [...form.root.querySelectorAll(`${PANEL} [id]`)].map(({ id }) => id);

describe('the attributes of the form', () => {
  it('tell a listener that is wrapped nothing of nine answers but that they were given', async () => {
    const told: string[] = [];
    const answers: string[] = [];
    const { addEventListener: add } = EventTarget.prototype;
    // As New Relic's agent does it.
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const heard = (event: Event): void => {
        if (event.target instanceof HTMLInputElement) {
          const { id, name, value, className, outerHTML } = event.target;
          told.push(id, name, value, className, outerHTML);
          answers.push((event.target as Choice).answer);
        }
        if (typeof listener === 'function') listener.call(this, event);
        else listener?.handleEvent(event);
      };
      add.call(this, type, listener && heard, options);
    };
    try {
      const form = await FormHarness.mount();
      await form.open();
      await form.laterPart();
      for (const { id } of CATEGORIES) await form.choose('category', id);
    } finally {
      EventTarget.prototype.addEventListener = add;
    }
    // Properties of our own are beyond what any of them reads; a page that looks for them reads the form anyway.
    for (const { id } of CATEGORIES) expect(answers).to.contain(id);
    for (const { id } of CATEGORIES) expect(told.filter((text) => text.includes(id))).to.deep.equal([]);
  });
});

describe('the ids of a form', () => {
  it('are drawn anew at each opening, kept answers or not', async () => {
    const form = await FormHarness.mount();
    const seen = new Set<string>();
    const openAnew = async (): Promise<void> => {
      await form.open();
      await form.laterPart();
      const ids = idsIn(form);
      expect(ids.length).to.be.greaterThan(10);
      expect(ids.filter((id) => seen.has(id))).to.deep.equal([]);
      expect(new Set(ids).size, 'each is unique').to.equal(ids.length);
      for (const id of ids) seen.add(id);
      form.element.close();
    };
    await openAnew();
    await openAnew();
    await form.open();
    await form.choose('category', 'procuring');
    for (const id of idsIn(form)) seen.add(id);
    form.dialog.close();
    await openAnew();
    await form.open();
    expect(form.answer('category'), 'an answer is kept').to.equal('procuring');
  });

  it('are drawn anew for each report of a form in the page', async () => {
    const form = await FormHarness.mount({ mode: 'inline', flow: 'page' });
    await form.wait(ONE_PAGE);
    const before = new Set(idsIn(form));
    await form.choose('category', 'procuring');
    await form.choose('where', 'here');
    await form.continueTo(CHECK);
    await form.reach(CHECK);
    await form.send();
    await form.reach(SENT);
    form.element.reset();
    await form.wait(named('category'));
    expect(idsIn(form).filter((id) => before.has(id))).to.deep.equal([]);
  });

  it('are unique where the page has replaced chance by a constant', async () => {
    const { getRandomValues } = crypto;
    crypto.getRandomValues = (array) => array;
    try {
      const form = await FormHarness.mount();
      await form.reachWhere('unsure');
      const ids = idsIn(form);
      expect(new Set(ids).size).to.equal(ids.length);
    } finally {
      crypto.getRandomValues = getRandomValues;
    }
  });

  it('stay while one report is written, so that focus and names of fields stay', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('unsure');
    await form.choose('where', 'elsewhere');
    const { id } = await form.wait(named('addresses.0'));
    await form.fill('addresses.0', 'https://exemple.fr/page');
    await form.continueTo(CHECK);
    await form.click('.row-where [part=change]');
    await form.reach(WHERE);
    expect((await form.wait(named('addresses.0'))).id).to.equal(id);
  });
});

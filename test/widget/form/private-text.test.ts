// The reporter's text stays on the device: browser services and known extensions read no field, and a translator has no
// access to the text, which it would send to its maker. This file covers the places that no state of the gallery shows;
// test/widget/a11y/states.test.ts covers every state of the gallery.

import { expect } from '@open-wc/testing';
import {
  COMMON_FOLD,
  named,
  QUESTIONS_FOLD,
  REFERENCE,
  REMARK,
  type Driver,
} from '../../../demo/gallery/driver.ts';
import type { State } from '../../../demo/gallery/states.ts';
import { breakReceiver, FormHarness } from './form-harness.ts';
import { readAlong, TypingDriver } from './private-text.ts';

/** Places that show the reporter's words and that no state of the gallery shows. */
const MORE: readonly (Pick<State, 'name' | 'fault'> & { reach(driver: TypingDriver): Promise<void> })[] = [
  {
    name: 'the review of a place in words',
    async reach(driver) {
      await driver.reachWhere('unsure');
      await driver.choose('where', 'none');
      await driver.wait(`select${named('placeKind')}`);
      await driver.select('placeKind', 'game');
      await driver.fillAll('canaricanari');
      await driver.next();
      await openExact(driver);
    },
  },
  {
    name: 'the review of the answers to every question',
    async reach(driver) {
      await driver.reachDetails('sexual_harassment');
      await driver.click(`${QUESTIONS_FOLD} summary`);
      await driver.click(`${COMMON_FOLD} summary`);
      await driver.choose('questions.foundVia', 'message');
      await driver.fillAll('canaricanari');
      await driver.next();
      await openExact(driver);
    },
  },
  {
    name: 'several addresses about which something is remarked',
    async reach(driver) {
      await driver.reachWhere('unsure');
      await driver.choose('where', 'elsewhere');
      await driver.fill('addresses.0', 'https://canaricanari.fr/ https://canaribis.fr/');
      await driver.next();
      await driver.wait(`${REMARK} bdi`);
    },
  },
  {
    name: 'a report to be copied by hand',
    fault: 'version',
    async reach(driver) {
      await driver.reachDetails('unsure');
      await driver.fill('details', 'canaricanari');
      await driver.next();
      await driver.next();
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      await driver.click('.failure button');
      await driver.wait('textarea[field="report"]');
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    },
  },
  {
    name: 'a sent report with an e-mail address',
    async reach(driver) {
      await driver.reachDetails('unsure');
      await driver.choose('reply', 'yes');
      await driver.fill('email', 'canaricanari@exemple.fr');
      await driver.next();
      await driver.next();
      await driver.wait(REFERENCE);
    },
  },
];

async function openExact(driver: Driver): Promise<void> {
  await driver.click('details.exact summary');
  await driver.wait('details.exact pre');
}

describe('what the reporter writes', () => {
  afterEach(async () => {
    await breakReceiver({ mode: 'none' });
  });

  for (const { name, fault, reach } of MORE) {
    it(`is read along by nobody: ${name}`, async () => {
      const form = await FormHarness.mount();
      await breakReceiver({ mode: fault ?? 'none' });
      const driver = new TypingDriver(form.element);
      await reach(driver);
      await form.element.updateComplete;
      const { root } = form;
      const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea')].map(
        ({ value }) => value,
      );
      expect(root.textContent + fields.join()).to.contain('canaricanari', 'nothing of it is shown');
      expect(readAlong(driver)).to.deep.equal([]);
    });
  }
});

// A checker sees the widget with `debug` alone, present when the element is connected; a test notices one that sees nothing.

import { expect } from '@open-wc/testing';
import { FormHarness } from '../form/form-harness.ts';
import { axeFaults, settled } from './axe.ts';
import { alfaFaults, ibmFaults, loadIbm } from './engines.ts';
import { mountForCheckers } from './mount.ts';

const UNSEEN = /saw no control/;

async function findings(form: FormHarness): Promise<string[][]> {
  await form.open();
  await settled(form);
  return [await axeFaults(form), await ibmFaults(form), await alfaFaults(form)];
}

describe('a checker', () => {
  before(async () => {
    document.title = 'Test';
    document.documentElement.lang = 'fr';
    document.body.style.background = 'Canvas';
    await loadIbm();
  });

  it('sees nothing in a closed root, and its test fails: axe, IBM’s engine, Alfa', async () => {
    for (const found of await findings(await FormHarness.mount())) {
      expect(found).to.have.length(1);
      expect(found[0]).to.match(UNSEEN);
    }
  }).timeout(60_000);

  it('sees the form with debug, and finds nothing', async () => {
    expect(await findings(await mountForCheckers())).to.deep.equal([[], [], []]);
  }).timeout(60_000);
});

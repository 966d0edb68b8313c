// Easy French and easy English, with their pictograms: three accessibility engines find nothing.

import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { choice, Driver } from '../../../demo/gallery/driver.ts';
import { STATES } from '../../../demo/gallery/states.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import { breakReceiver } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';
import { isWhole, speak } from '../../words/every-language.ts';
import { EVERY } from '../../setup/every-here.ts';
import { axeFaults, settled } from './axe.ts';
import { alfaFaults, ibmFaults, loadIbm } from './engines.ts';
import { mountForCheckers } from './mount.ts';

/** The steps, an error, the details, the sent view with its aims. */
const VIEWS = [
  'what',
  'what-error',
  'where-error',
  'check-full',
  'details-unsure-questions',
  'sent',
  'sent-aims',
];

const states = STATES.filter(({ name }) => VIEWS.includes(name));

describe('easy words', () => {
  before(async () => {
    await setViewport({ width: 390, height: 1600 });
    document.title = 'Test';
    document.documentElement.lang = 'fr';
    document.body.style.background = 'Canvas';
    await includeLanguage('fr-simple');
    await includeLanguage('en-simple');
    await loadIbm();
  });
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [place, tag] of ['fr-simple', 'en-simple'].entries())
    // Each view in one of the two; in both with `EVERY`.
    for (const state of states.filter((_, index) => EVERY || index % 2 === place))
      it(`${tag}, ${state.name}: axe, IBM’s engine and Alfa find nothing`, async () => {
        const form = await mountForCheckers({ easy: '', ...state.attributes });
        await breakReceiver({ mode: state.fault ?? 'none' });
        await state.reach(new Driver(form.element));
        await isWhole(form);
        await until(() => form.find('.language'), 'the choice of a language did not come');
        await speak(form, tag);
        if (form.find(choice('category', 'unsure')))
          await until(() => form.find('.pictogram'), 'the pictograms did not come');
        await settled(form);
        expect(await axeFaults(form)).to.deep.equal([]);
        expect(await ibmFaults(form)).to.deep.equal([]);
        expect(await alfaFaults(form)).to.deep.equal([]);
      }).timeout(60_000);
});

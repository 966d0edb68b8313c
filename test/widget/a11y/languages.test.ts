// Accessibility of every view in every language: axe finds nothing. Languages hardly change what axe looks at, so each
// state comes in one language, and each language with some states; all of them with `EVERY`.

import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Driver } from '../../../demo/gallery/driver.ts';
import { STATES } from '../../../demo/gallery/states.ts';
import { localeOf } from '../../../src/words/locales.ts';
import { ownName } from '../../../src/words/names.ts';
import { breakReceiver } from '../form/form-harness.ts';
import { EVERY_LANGUAGE, includeLanguages, isWhole, speak } from '../../words/every-language.ts';
import { EVERY } from '../../setup/every-here.ts';
import { axeFaults, settled } from './axe.ts';
import { mountForCheckers } from './mount.ts';

/** All languages are offered beside each other on the first step, and behind a fold on the others. */
const languages = EVERY_LANGUAGE.join(' ');

describe('every view in every language', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 1600 });
    document.title = 'Test';
    document.documentElement.lang = 'fr';
    await includeLanguages();
  });

  for (const [index, state] of STATES.entries()) {
    const tags = EVERY_LANGUAGE.filter((_, place) => EVERY || (place + index) % EVERY_LANGUAGE.length === 0);
    it(`${state.name}: axe finds nothing in ${tags.join(', ')}`, async () => {
      const form = await mountForCheckers(state.attributes);
      await breakReceiver({ mode: state.fault ?? 'none' });
      await state.reach(new Driver(form.element));
      await isWhole(form);
      const found: string[] = [];
      for (const tag of tags) {
        await speak(form, tag);
        await settled(form);
        found.push(...(await axeFaults(form)).map((fault) => `${tag}: ${fault}`));
      }
      expect(found.join('\n')).to.equal('');
    }).timeout(60_000);
  }

  it('names each language in itself, in its own direction, where all are offered', async () => {
    const form = await mountForCheckers({ languages });
    const driver = new Driver(form.element);
    await driver.open();
    ((await driver.wait('.languages-fold')) as HTMLDetailsElement).open = true;
    const choices = [...form.root.querySelectorAll<HTMLElement>('.language')];
    expect(choices.map(({ lang }) => lang)).to.have.members(EVERY_LANGUAGE);
    for (const choice of choices) {
      const locale = localeOf(choice.lang)!;
      expect(choice.textContent.trim()).to.equal(ownName(locale));
      expect(getComputedStyle(choice).direction).to.equal(locale.dir ?? 'ltr');
    }
    await settled(form);
    expect(await axeFaults(form)).to.deep.equal([]);
  });
});

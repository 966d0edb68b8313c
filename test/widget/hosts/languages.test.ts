// Every state in every language: at 320 px, and with text twice as large on a phone, nothing is cut off, covered or out
// of reach. At 320 px no word breaks.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { BODY, Driver, PANEL } from '../../../demo/gallery/driver.ts';
import { STATES, type State } from '../../../demo/gallery/states.ts';
import { breakReceiver, FormHarness } from '../form/form-harness.ts';
import { EVERY_LANGUAGE, includeLanguages, isWhole, speak } from '../../words/every-language.ts';
import { casesHere, EVERY, IS_CHROMIUM } from '../../setup/every-here.ts';
import { findBrokenWords, findLosses } from './losses.ts';
import { doubleText, openNarrowPage, resize } from './narrow-page.ts';

/** Long words, two further alphabets, and right to left: for the engines that do not run all languages. */
const FAR_APART = ['de', 'el', 'bg', 'fi', 'ar'];

const languages = IS_CHROMIUM || EVERY ? EVERY_LANGUAGE : FAR_APART;

/** States that show all languages beside each other, in the open and behind a fold. */
const CHOICES: readonly State[] = ['what', 'where-error', 'sent'].map((name) => ({
  ...STATES.find((state) => state.name === name)!,
  name: `${name}, with all languages`,
  attributes: { languages: EVERY_LANGUAGE.join(' ') },
}));

const cases = casesHere([...STATES, ...CHOICES]);

/** French, a sixth of the others for each state, of those far apart a third; all of them with `EVERY`. */
const mostLanguages = (state: State): string[] =>
  languages.filter(
    (tag, index) =>
      EVERY || tag === 'fr' || (index + cases.indexOf(state)) % (FAR_APART.includes(tag) ? 3 : 6) === 0,
  );

/** A fourteenth of the languages for each state, so that each comes with many states; all of them with `EVERY`. */
const someLanguages = (state: State): string[] =>
  languages.filter((_, index) => EVERY || (index + cases.indexOf(state)) % 14 === 0);

/** Places of a string that got no value, such as « {hotline} ». */
const unfilledIn = (form: FormHarness): string[] =>
  (form.find(PANEL)?.innerText.match(/\{\w+\}/g) ?? []).map((place) => `unfilled: ${place}`);

describe('every state in every language', () => {
  let frame: HTMLIFrameElement;

  before(async () => {
    frame = await openNarrowPage();
    await includeLanguages(frame.contentDocument!);
  });
  after(() => frame.remove());

  for (const state of cases) {
    it(`${state.name}: nothing is lost`, async () => {
      await resize(frame, [320, 640]);
      const form = await FormHarness.mount(state.attributes, 'cliquez-signalez', frame.contentDocument!);
      await breakReceiver({ mode: state.fault ?? 'none' });
      const driver = new Driver(form.element);
      await state.reach(driver);
      await isWhole(form);
      // The choice of a language comes in a file of its own.
      const fold = CHOICES.includes(state)
        ? ((await driver.wait('.languages-fold')) as HTMLDetailsElement)
        : undefined;
      const lost: string[] = [];
      const look = async (tag: string, size: string, find: () => string[]): Promise<void> => {
        await speak(form, tag);
        // Starts at the top: scrolling can reveal content under the sticky header.
        for (const box of form.root.querySelectorAll(`dialog, ${BODY}`)) box.scrollTop = 0;
        const found = find();
        if (fold) {
          fold.open = true;
          found.push(...find());
          fold.open = false;
        }
        if (found.length > 0)
          await executeServerCommand('screenshot', { name: `languages/${state.name}-${tag}-${size}` });
        lost.push(...found.map((loss) => `${tag}, ${size}: ${loss}`));
      };
      for (const tag of mostLanguages(state))
        await look(tag, '320 px', () => [
          ...findLosses(form.root),
          ...findBrokenWords(form.root),
          ...unfilledIn(form),
        ]);
      await resize(frame, [390, 780]);
      doubleText(form.root);
      for (const tag of someLanguages(state)) await look(tag, 'text of 200 %', () => findLosses(form.root));
      expect(lost.join('\n')).to.equal('');
    }).timeout(60_000);
  }
});

// Accessibility and privacy of every view. Axe finds nothing, and nothing is too small. No service can read the
// reporter's text, and no attribute tells an answer.

import { expect } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { STATES, type State } from '../../../demo/gallery/states.ts';
import { PRESET_NAMES } from '../../../src/widget/theme/presets.ts';
import { breakReceiver, type FormHarness } from '../form/form-harness.ts';
import { readAlong, TypingDriver } from '../form/private-text.ts';
import { told } from '../form/telling.ts';
import { EVERY, IS_CHROMIUM, thirdHere } from '../../setup/every-here.ts';
import { axeFaults, settled } from './axe.ts';
import { alfaFaults, ibmFaults, loadIbm } from './engines.ts';
import { mountForCheckers } from './mount.ts';

const CONTROLS =
  'button, a[href], input:not([type="radio"], [type="checkbox"]), select, textarea, summary, .option';

function tooSmall(form: FormHarness): string[] {
  return [...form.root.querySelectorAll<HTMLElement>(CONTROLS)]
    .filter((control) => control.checkVisibility())
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
    .map(({ control, box }) => `${control.className || control.localName} ${box.width}×${box.height}`);
}

/** The smallest text that a reporter has to read, in CSS pixels. */
const SMALLEST_PX = 14;

function smallTexts(form: FormHarness): string[] {
  return [...form.root.querySelectorAll<HTMLElement>(`${PANEL} *`)]
    .filter(
      (element) =>
        [...element.childNodes].some((node) => node instanceof Text && node.data.trim()) &&
        element.checkVisibility() &&
        !element.closest('.unseen, pre') &&
        Number.parseFloat(getComputedStyle(element).fontSize) < SMALLEST_PX,
    )
    .map(({ className, innerText }) => `${className}: ${innerText}`);
}

/** Each state in one theme, and in another theme in the other scheme; in all themes with `EVERY=1`. */
const themesOf = (state: State, scheme: string): readonly string[] =>
  EVERY
    ? PRESET_NAMES
    : [PRESET_NAMES[(STATES.indexOf(state) + (scheme === 'dark' ? 3 : 0)) % PRESET_NAMES.length]!];

/**
 * Each state in one scheme in Chromium, and two of three in the other scheme in Firefox or WebKit: axe reads computed
 * colours, which are those of the same rules. Both schemes in all engines with `EVERY=1`.
 */
const statesIn = (scheme: string): readonly State[] =>
  (IS_CHROMIUM ? STATES : thirdHere(STATES)).filter(
    (state) => EVERY || ((STATES.indexOf(state) % 2 === 0) === (scheme === 'light')) === IS_CHROMIUM,
  );

/** A widget in one state, and the driver that led it there. */
async function mount(
  { attributes, fault, reach }: State,
  scheme: string,
): Promise<{ form: FormHarness; driver: TypingDriver }> {
  const form = await mountForCheckers({ scheme, ...attributes });
  await breakReceiver({ mode: fault ?? 'none' });
  const driver = new TypingDriver(form.element);
  await reach(driver);
  return { form, driver };
}

for (const scheme of ['light', 'dark']) {
  describe(`every view, ${scheme}`, () => {
    before(async () => {
      // The frame is high enough for an inline form, which axe does not scroll.
      await setViewport({ width: 1280, height: 1600 });
      document.documentElement.style.colorScheme = scheme;
      // axe assumes that a page without a background is white.
      document.body.style.background = 'Canvas';
      document.title = 'Test';
      document.documentElement.lang = 'fr';
    });
    after(() => {
      document.documentElement.style.colorScheme = '';
    });

    for (const state of statesIn(scheme)) {
      for (const theme of themesOf(state, scheme)) {
        it(`${state.name} in ${theme}: axe finds nothing, every control can be pressed, and every text read`, async () => {
          const { form, driver } = await mount(
            { ...state, attributes: { theme, ...state.attributes } },
            scheme,
          );
          await settled(form);
          if (EVERY || IS_CHROMIUM)
            await executeServerCommand('screenshot', { name: `${state.name}-${scheme}-1280` });
          expect(await axeFaults(form)).to.deep.equal([]);
          expect(tooSmall(form)).to.deep.equal([]);
          expect(smallTexts(form)).to.deep.equal([]);
          expect(readAlong(driver)).to.deep.equal([]);
          expect(told(form.root)).to.deep.equal([]);
        }).timeout(30_000);
      }
    }
  });
}

/**
 * One state of each view, and one of each kind of card, in Chromium; all states with `EVERY`: Alfa takes seconds for each,
 * and both look at the document more than at how an engine renders it.
 */
const SECOND_OPINIONS =
  /^(?:closed-(?:icon|link|bar)|what-error|where-child_sexual_abuse|where-remark-home|details-identity|check|sent|failure-sealing|discard|idle-warning|inline)$/;

describe('every view, by two more engines', () => {
  before(async () => {
    await setViewport({ width: 1280, height: 1600 });
    document.title = 'Test';
    document.documentElement.lang = 'fr';
    await loadIbm();
  });

  for (const state of STATES.filter(({ name }) => EVERY || (IS_CHROMIUM && SECOND_OPINIONS.test(name)))) {
    it(`${state.name}: IBM’s checker and Alfa find nothing but what is excepted`, async () => {
      const { form } = await mount(state, 'light');
      await settled(form);
      expect(await ibmFaults(form)).to.deep.equal([]);
      expect(await alfaFaults(form)).to.deep.equal([]);
      // A link within the form has a target, for readers who open it other than by a click.
      const lost = [...form.root.querySelectorAll('a[href^="#"]')].filter(
        (link) => !form.root.getElementById(link.getAttribute('href')!.slice(1)),
      );
      expect(lost.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    }).timeout(60_000);
  }
});

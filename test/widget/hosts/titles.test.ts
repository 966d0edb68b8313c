// Titles beside text twice as large, on phones: no word is broken over two lines, in any language.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { Driver } from '../../../demo/gallery/driver.ts';
import { STATES } from '../../../demo/gallery/states.ts';
import { breakReceiver, FormHarness } from '../form/form-harness.ts';
import { EVERY_LANGUAGE, includeLanguages, speak } from '../../words/every-language.ts';
import { EVERY, thirdHere } from '../../setup/every-here.ts';
import { openNarrowPage, resize, type WindowSize } from './narrow-page.ts';

const SIZES: readonly WindowSize[] = [
  [390, 780],
  [320, 568],
];

const TITLES = 'h2, h3, .summary-title';

/**
 * The words of an element that stand on two lines. A word may break where it has a hyphen. The marks around a name in a text
 * of the other direction (U+2066 to U+2069) have no width: an engine may place one on a line of its own.
 */
function brokenWords(element: Element): string[] {
  const broken: string[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { index, 0: word } of text.nodeValue!.matchAll(/[^\s\u2060\u2066-\u2069-]+/g)) {
      const range = element.ownerDocument.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const tops = [...range.getClientRects()].map(({ top }) => top);
      if (Math.max(...tops) - Math.min(...tops) > 8) broken.push(word);
    }
  }
  return broken;
}

/** A third of the languages in the narrower window, where a word breaks first, and a ninth in the other. */
const languagesAt = (size: WindowSize, turn: number): readonly string[] =>
  EVERY_LANGUAGE.filter((_, index) => EVERY || (index + turn) % (size === SIZES[1] ? 3 : 9) === 0);

describe('titles beside text of 200 %', () => {
  let frame: HTMLIFrameElement;
  /** The titles, in French, that were measured. Most states have the titles of another one. */
  const measured = new Set<string>();

  before(async () => {
    frame = await openNarrowPage();
    await includeLanguages(frame.contentDocument!);
    frame.contentDocument!.documentElement.style.fontSize = '200%';
  });
  after(() => frame.remove());

  for (const state of thirdHere(STATES)) {
    it(`${state.name}: each word is whole, in each language`, async () => {
      await resize(frame, SIZES[0]!);
      const form = await FormHarness.mount(state.attributes, 'cliquez-signalez', frame.contentDocument!);
      await breakReceiver({ mode: state.fault ?? 'none' });
      await state.reach(new Driver(form.element));
      const titles = [...form.root.querySelectorAll(TITLES)].map(({ textContent }) => textContent);
      if (titles.every((title) => measured.has(title))) return;
      for (const title of titles) measured.add(title);
      const broken: string[] = [];
      for (const size of SIZES) {
        await resize(frame, size);
        for (const tag of languagesAt(size, Math.floor(STATES.indexOf(state) / 3))) {
          await speak(form, tag);
          const words = [...form.root.querySelectorAll(TITLES)].flatMap(brokenWords);
          if (words.length > 0)
            await executeServerCommand('screenshot', { name: `titles/${state.name}-${tag}-${size[0]}` });
          broken.push(...words.map((word) => `${tag}, ${size[0]} px: ${word}`));
        }
      }
      expect(broken).to.deep.equal([]);
    }).timeout(60_000);
  }
});

// Every state, enlarged: nothing is cut off, covered or out of reach at 400 % zoom, with text twice as large, with the
// spacing of WCAG 1.4.12, or with both.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { BODY, Driver } from '../../../demo/gallery/driver.ts';
import { STATES, type State } from '../../../demo/gallery/states.ts';
import { breakReceiver, FormHarness } from '../form/form-harness.ts';
import { findLosses } from './losses.ts';
import { doubleText, openNarrowPage, resize, type WindowSize } from './narrow-page.ts';
import { EVERY, thirdHere } from '../../setup/every-here.ts';

/** The style that a bookmarklet puts into every root. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** A way to view the page. */
interface Look {
  readonly name: string;
  readonly size: WindowSize;
  /** Twice the size that the page gives its root. */
  readonly isRootDoubled?: boolean;
  readonly isTextDoubled?: boolean;
  readonly isSpaced?: boolean;
}

// Looks of one size are grouped, because a change of window size is slow.
const LOOKS: readonly Look[] = [
  { name: 'a phone', size: [390, 780] },
  { name: 'a root of 200 % on a phone', size: [390, 780], isRootDoubled: true },
  { name: 'text of 200 % on a phone', size: [390, 780], isTextDoubled: true },
  { name: 'text spacing on a phone', size: [390, 780], isSpaced: true },
  { name: 'a phone on its side', size: [667, 320] },
  { name: 'a root of 200 %', size: [1024, 768], isRootDoubled: true },
  { name: 'text of 200 %', size: [1024, 768], isTextDoubled: true },
  { name: 'text spacing', size: [1024, 768], isSpaced: true },
  { name: '1280 × 1024 at 400 %', size: [320, 256] },
  { name: '1280 × 1024 at 400 %, text spacing', size: [320, 256], isSpaced: true },
];

/** A third of the looks for each state, and another for the next of the same engine; all of them with `EVERY`. */
const looksOf = (state: State): readonly Look[] =>
  LOOKS.filter((_, index) => EVERY || (index + Math.floor(STATES.indexOf(state) / 3)) % 3 === 0);

describe('every state, enlarged', () => {
  let frame: HTMLIFrameElement;

  before(async () => {
    frame = await openNarrowPage();
  });
  after(() => frame.remove());

  for (const state of thirdHere(STATES)) {
    it(`${state.name}: nothing is lost`, async () => {
      await resize(frame, LOOKS[0]!.size);
      const form = await FormHarness.mount(state.attributes, 'cliquez-signalez', frame.contentDocument!);
      await breakReceiver({ mode: state.fault ?? 'none' });
      await state.reach(new Driver(form.element));
      const lost: string[] = [];
      for (const look of looksOf(state)) {
        await resize(frame, look.size);
        const restore = lookAt(form.root, frame, look);
        // Starts at the top: scrolling can reveal content under the sticky header.
        for (const box of form.root.querySelectorAll(`dialog, ${BODY}`)) box.scrollTop = 0;
        const losses = findLosses(form.root);
        if (losses.length > 0)
          await executeServerCommand('screenshot', {
            name: `lost/${state.name}-${look.name.replaceAll(/\W+/g, '-')}`,
          });
        lost.push(...losses.map((loss) => `${look.name}: ${loss}`));
        restore();
      }
      expect(lost.join('\n')).to.equal('');
    }).timeout(30_000);
  }
});

it('shows all of an ordinary address in the review, in text of 200 % on a phone', async () => {
  const frame = await openNarrowPage();
  await resize(frame, [390, 780]);
  const form = await FormHarness.mount({}, 'cliquez-signalez', frame.contentDocument!);
  const address =
    'https://www.instagram.com/exemple_compte_2026/p/C9xYzAbCdEf/comments/17890123456789/replies/?locale=fr_FR&page=2';
  await form.reachCheck({ address });
  doubleText(form.root);
  expect(findLosses(form.root)).to.deep.equal([]);
  frame.remove();
}).timeout(30_000);

it('keeps its header in sight when a phone is turned', async () => {
  const frame = await openNarrowPage();
  await resize(frame, [667, 320]);
  const form = await FormHarness.mount({}, 'cliquez-signalez', frame.contentDocument!);
  await STATES.find(({ name }) => name === 'details-error')!.reach(new Driver(form.element));
  form.dialog.scrollTo(0, form.dialog.scrollHeight);
  const [upright] = LOOKS;
  await resize(frame, upright!.size);
  lookAt(form.root, frame, upright!);
  expect(findLosses(form.root)).to.deep.equal([]);
  frame.remove();
}).timeout(30_000);

it('keeps what a reader has put into the widget when the later steps bring their look', async () => {
  const form = await FormHarness.mount();
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(SPACING);
  form.root.adoptedStyleSheets.push(spacing);
  await new Driver(form.element).reachWhere('unsure');
  const { letterSpacing, fontSize } = getComputedStyle(form.find('.option')!);
  expect(Number.parseFloat(letterSpacing)).to.be.closeTo(0.12 * Number.parseFloat(fontSize), 0.01);
});

/** Applies a look to a widget. @returns a function that undoes it */
function lookAt(root: ShadowRoot, frame: HTMLIFrameElement, look: Look): () => void {
  const page = frame.contentDocument!;
  const before = [...root.adoptedStyleSheets];
  page.documentElement.style.fontSize = look.isRootDoubled ? '200%' : '';
  // A sheet belongs to the page that created it. Until the sheets of a root change, WebKit may miss a new window size.
  const sheet = new (page.defaultView as typeof globalThis & Window).CSSStyleSheet();
  if (look.isSpaced) sheet.replaceSync(SPACING);
  root.adoptedStyleSheets = [...before, sheet];
  const undouble = look.isTextDoubled ? doubleText(root) : undefined;
  for (const animation of root.getAnimations())
    if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  return () => {
    root.adoptedStyleSheets = before;
    page.documentElement.style.fontSize = '';
    undouble?.();
  };
}

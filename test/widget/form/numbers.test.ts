// The numbers to call or to write to: a tap anywhere on a number reaches that number, however narrow the window and
// however large the text.

import { expect } from '@open-wc/testing';
import { Driver } from '../../../demo/gallery/driver.ts';
import { STATES } from '../../../demo/gallery/states.ts';
import { breakReceiver, FormHarness, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { casesHere, EVERY } from '../../setup/every-here.ts';

const NUMBERS = 'a[href^="tel:"], a[href^="sms:"]';
const CONTROLS = 'a[href], button, input, select, textarea, summary, label';
/** Test points across a number, in each direction. */
const POINTS = 5;
const SMALLEST_PX = 44;

/** States that show numbers, and how many each shows. */
const SHOWN: readonly (readonly [state: string, attributes: Attributes, least: number])[] = [
  ['what', {}, 3],
  ['what-folds', {}, 6],
  ['what', { country: 'GB' }, 1],
  ['what', { mode: 'inline' }, 3],
  ['no-country', {}, 1],
  ['page', {}, 3],
  ['where-child_sexual_abuse', {}, 1],
  ['where-terrorism_bomb_making', {}, 2],
  ['where-procuring', {}, 3],
  ['where-suicide_incitement', {}, 1],
  ['where-danger', {}, 3],
  ['details-sexual_harassment-questions', {}, 1],
  ['check-full', {}, 3],
  ['failure', {}, 5],
  ['sent-aims', {}, 5],
];

/** Text size factors at each width; a phone's window can be as narrow as 280 px. */
const WIDTHS = [280, 320, 344, 360, 390, 412, 480, 640, 1280];
const TEXT_SIZES = [1, 2];

const numbersIn = (form: FormHarness): HTMLAnchorElement[] =>
  [...form.root.querySelectorAll<HTMLAnchorElement>(NUMBERS)].filter((link) => link.checkVisibility());

/** Faults of one number in the current layout: it is too small, or another element takes the tap. */
function faultsOf(form: FormHarness, link: HTMLAnchorElement): string[] {
  link.scrollIntoView({ block: 'center' });
  const href = link.getAttribute('href') ?? '';
  const { left, top, width, height } = link.getBoundingClientRect();
  const faults: string[] = [];
  if (width < SMALLEST_PX || height < SMALLEST_PX) faults.push(`${href} is ${width} × ${height} px`);
  for (let row = 0; row < POINTS; row++) {
    for (let column = 0; column < POINTS; column++) {
      const x = left + 1 + ((width - 2) * column) / (POINTS - 1);
      const y = top + 1 + ((height - 2) * row) / (POINTS - 1);
      const pressed = form.root.elementFromPoint(x, y)?.closest(CONTROLS);
      const isCorner = row % (POINTS - 1) === 0 && column % (POINTS - 1) === 0;
      // A corner may be round. No other element may be there either.
      if (pressed !== link && (pressed || !isCorner))
        faults.push(
          `${href} at ${column}, ${row}: ${pressed?.getAttribute('href') ?? pressed?.localName ?? 'nothing'}`,
        );
    }
  }
  return faults;
}

/** Numbers whose areas overlap: which of them receives a tap is then undefined. */
function overlaps(links: readonly HTMLAnchorElement[]): string[] {
  const boxes = links.map((link) => ({
    href: link.getAttribute('href') ?? '',
    box: link.getBoundingClientRect(),
  }));
  return boxes.flatMap(({ href, box }, index) =>
    boxes
      .slice(index + 1)
      .filter(
        ({ box: other }) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      )
      .map((other) => `${href} overlaps ${other.href}`),
  );
}

/** Multiplies the size of every text, as « zoom text only » does. @returns a function that restores the sizes */
function enlarge(form: FormHarness, factor: number): () => void {
  if (factor === 1) return () => {};
  const sizes = [...form.root.querySelectorAll<HTMLElement>('*')].map(
    (element) => [element, getComputedStyle(element).fontSize] as const,
  );
  for (const [element, size] of sizes)
    element.style.setProperty('font-size', `calc(${factor} * ${size})`, 'important');
  return () => {
    for (const [element] of sizes) element.style.removeProperty('font-size');
  };
}

describe('every number', () => {
  let frame: HTMLIFrameElement;

  before(async () => {
    // A frame is used because a window cannot be as narrow as some phones. It is high enough never to scroll, because
    // WebKitGTK renders its scroll bar over the content.
    frame = document.createElement('iframe');
    Object.assign(frame, { title: 'A window', src: '/test/widget/a11y/narrow.html', height: '40000' });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  });
  after(() => frame.remove());
  afterEach(() => breakReceiver({ mode: 'none' }));

  async function reach(name: string, attributes: Attributes): Promise<FormHarness> {
    const state = STATES.find((each) => each.name === name)!;
    const form = await FormHarness.mount(
      { ...state.attributes, ...attributes },
      'cliquez-signalez',
      frame.contentDocument!,
    );
    await breakReceiver({ mode: state.fault ?? 'none' });
    await state.reach(new Driver(form.element));
    return form;
  }

  /** The faults at every other width, from the first or the second on, and at every text size. */
  async function faultsAtSizes(form: FormHarness, turn: 0 | 1): Promise<string[]> {
    const faults: string[] = [];
    for (const animation of form.root.getAnimations())
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
    for (const width of WIDTHS.filter((_, index) => EVERY || index % 2 === turn)) {
      frame.width = `${width}`;
      for (const size of TEXT_SIZES) {
        const restore = enlarge(form, size);
        const links = numbersIn(form);
        const found = [...overlaps(links), ...links.flatMap((link) => faultsOf(form, link))];
        faults.push(...found.map((fault) => `${width} px, text × ${size}: ${fault}`));
        restore();
      }
    }
    return faults;
  }

  for (const [name, attributes, least] of casesHere(SHOWN)) {
    it(`answers for the whole of its own area: ${name} ${Object.values(attributes).join(' ')}`, async () => {
      const form = await reach(name, attributes);
      await until(() => numbersIn(form).length >= least, 'the numbers did not show');
      expect((await faultsAtSizes(form, 0)).slice(0, 20)).to.deep.equal([]);
      const { heading } = form;
      form.element.lang = 'en';
      await until(() => form.heading !== heading, 'English did not come');
      expect((await faultsAtSizes(form, 1)).slice(0, 20)).to.deep.equal([]);
    }).timeout(30_000);
  }

  it('says in its name what a tap does, and whom it reaches', async () => {
    const names = (form: FormHarness): string[] =>
      numbersIn(form).map((link) =>
        [...link.querySelectorAll(':scope > :not([aria-hidden="true"])')]
          .map((part) => part.textContent?.trim())
          .join(' '),
      );
    const form = await reach('what', {});
    expect(names(form)).to.deep.equal(['Appeler le 17 Police', 'Appeler le 112 Urgences', 'SMS au 114']);
    const inEnglish = await reach('what', { lang: 'en' });
    expect(names(inEnglish)).to.deep.equal(['Call 17 Police', 'Call 112 Emergency', 'Text 114']);
  });
});

// « Quitter vite » stays visible and usable at any page zoom, window size and scroll position, in the dialog and in the
// page.

import { expect } from '@open-wc/testing';
import { BODY, Driver, EXIT, PANEL } from '../../../demo/gallery/driver.ts';
import { STATES } from '../../../demo/gallery/states.ts';
import { FormHarness } from '../form/form-harness.ts';
import { casesHere, EVERY } from '../../setup/every-here.ts';

type Size = readonly [width: number, height: number];

const SIZES: readonly Size[] = [
  [390, 844],
  [320, 640],
  [844, 390],
  [280, 240],
  [1280, 800],
];

/** Ways in which pages zoom themselves. */
const ZOOMS: readonly (readonly [element: 'documentElement' | 'body', zoom: number])[] = [
  ['documentElement', 1],
  ['documentElement', 0.5],
  ['documentElement', 1.2],
  ['documentElement', 3],
  ['body', 1.2],
  ['body', 3],
];

/** Each zoom with each size, in Chromium and in one of the others. */
const VIEWS = casesHere(ZOOMS.flatMap((zoom) => SIZES.map((size) => ({ zoom, size }))));

/** Half of them for each place, and the other half for the next. */
const viewsOf = (turn: number): typeof VIEWS => VIEWS.filter((_, index) => EVERY || (index + turn) % 2 === 0);

/** A page in a window of its own: WebKitGTK's own window cannot be as narrow as some sizes here. */
class OpenedPage {
  readonly #frame = document.createElement('iframe');

  async open(): Promise<void> {
    Object.assign(this.#frame, { title: 'A window', src: '/test/widget/a11y/narrow.html' });
    this.#frame.style.border = '0';
    document.body.append(this.#frame);
    await new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
  }

  close(): void {
    this.#frame.remove();
  }

  get document(): Document {
    return this.#frame.contentDocument!;
  }

  /** No engine here has an on-screen keyboard, so this imitates the visual viewport above one. */
  putKeyboard([width, height]: Size): Keyboard {
    const keyboard = Object.assign(new Keyboard(), { width, height });
    Object.defineProperty(this.#frame.contentWindow, 'visualViewport', {
      value: keyboard,
      configurable: true,
    });
    return keyboard;
  }

  get viewport(): Pick<VisualViewport, 'width' | 'height' | 'offsetLeft' | 'offsetTop'> {
    return this.#frame.contentWindow!.visualViewport!;
  }

  /** Sets the zoom of the page and the size of the window, and waits until the page has updated. */
  async show([element, zoom]: (typeof ZOOMS)[number], [width, height]: Size): Promise<void> {
    for (const each of [this.document.documentElement, this.document.body]) each.style.zoom = '';
    if (zoom !== 1) this.document[element].style.zoom = String(zoom);
    Object.assign(this.#frame, { width, height });
    await twoPictures();
  }
}

const twoPictures = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** A keyboard over the page, as in Safari and in Chrome for Android: only the visual viewport reveals it. */
class Keyboard extends EventTarget {
  readonly scale = 1;
  readonly offsetLeft = 0;
  offsetTop = 0;
  width = 0;
  height = 0;

  /** Leaves this height of the window visible, and scrolls there. */
  leave(height: number, offsetTop: number): void {
    this.height = height;
    this.offsetTop = offsetTop;
    this.dispatchEvent(new Event('resize'));
    this.dispatchEvent(new Event('scroll'));
  }
}

/** The reason why the exit cannot be pressed; undefined if it can. */
function exitLoss({ root }: FormHarness, { viewport }: OpenedPage): string | undefined {
  const exit = root.querySelector(EXIT)!;
  const { left, top, width, height } = exit.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const [fromLeft, fromTop] = [x - viewport.offsetLeft, y - viewport.offsetTop];
  if (fromLeft < 0 || fromLeft > viewport.width || fromTop < 0 || fromTop > viewport.height)
    return `out of sight at ${Math.round(x)}, ${Math.round(y)}`;
  const hit = root.elementFromPoint(x, y);
  return exit.contains(hit) ? undefined : `under ${hit?.localName}.${hit?.className}`;
}

/** Scrolls everything in the dialog to its beginning, middle and end. */
function* scrolledEverywhere({ root }: FormHarness): Generator<string> {
  for (const place of [0, 0.5, 1]) {
    for (const element of root.querySelectorAll(`${PANEL}, ${PANEL} *`))
      if (element.scrollHeight > element.clientHeight)
        element.scrollTop = place * (element.scrollHeight - element.clientHeight);
    yield `scrolled to ${place}`;
  }
}

function endAnimations({ root }: FormHarness): void {
  for (const animation of root.getAnimations())
    if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
}

describe('« Quitter vite », in sight', () => {
  const page = new OpenedPage();
  before(() => page.open());
  after(() => page.close());

  for (const [turn, name] of ['what-folds', 'details-error', 'discard', 'check'].entries())
    it(`in the dialog at ${name}, at every size and zoom, wherever one has scrolled`, async () => {
      await page.show(ZOOMS[0]!, SIZES[0]!);
      const form = await FormHarness.mount({}, 'cliquez-signalez', page.document);
      await STATES.find((state) => state.name === name)!.reach(new Driver(form.element));
      const lost: string[] = [];
      for (const { zoom, size } of viewsOf(turn)) {
        await page.show(zoom, size);
        endAnimations(form);
        for (const where of scrolledEverywhere(form)) {
          const loss = exitLoss(form, page);
          if (loss) lost.push(`${size.join(' × ')}, ${zoom.join(' ')}, ${where}: ${loss}`);
        }
      }
      expect(lost.join('\n')).to.equal('');
    }).timeout(30_000);

  it('in the page, as long as the form itself is in sight', async () => {
    const lost: string[] = [];
    const form = await FormHarness.mount({}, 'cliquez-signalez-form', page.document);
    await new Driver(form.element).open();
    // The page continues before and after the form.
    Object.assign(form.element.parentElement!.style, { marginBlock: '1000px' });
    for (const { zoom, size } of VIEWS) {
      await page.show(zoom, size);
      endAnimations(form);
      const scroller = page.document.scrollingElement!;
      const panel = form.find(PANEL)!;
      const exit = form.find(EXIT)!;
      scroller.scrollTop = 0;
      const { top, height } = panel.getBoundingClientRect();
      // Scrolls until the form ends just below its own header.
      const last = height - 2 * exit.getBoundingClientRect().height;
      for (const place of [0, 0.3, 0.7, 1]) {
        scroller.scrollTop = top + place * last;
        const loss = exitLoss(form, page);
        if (loss) lost.push(`${size.join(' × ')}, ${zoom.join(' ')}, scrolled to ${place}: ${loss}`);
      }
    }
    expect(lost.join('\n')).to.equal('');
  }).timeout(30_000);

  for (const [size, seen, offsetTop] of [
    [[390, 844], 508, 0],
    [[390, 844], 508, 200],
    [[375, 553], 293, 260],
    [[844, 390], 190, 120],
  ] as const)
    it(`above a keyboard that leaves ${seen} of ${size[1]} px, and so is the field that is typed in`, async () => {
      page.close();
      await page.open();
      await page.show(ZOOMS[0]!, size);
      const keyboard = page.putKeyboard(size);
      const form = await FormHarness.mount({}, 'cliquez-signalez', page.document);
      await new Driver(form.element).reachDetails('unsure');
      endAnimations(form);
      const field = form.field('details')!;
      field.focus();
      keyboard.leave(seen, offsetTop);
      await twoPictures();
      expect(exitLoss(form, page)).to.equal(undefined);
      const { left, top, bottom } = field.getBoundingClientRect();
      const edge = Math.min(bottom, offsetTop + seen) - 4;
      expect(top).to.be.above(offsetTop);
      expect(form.root.elementFromPoint(left + 20, Math.max(top + 30, edge - 30)) === field).to.equal(true);
      for (const where of scrolledEverywhere(form)) expect(exitLoss(form, page), where).to.equal(undefined);
      // The form returns to its former layout when the keyboard closes.
      keyboard.leave(size[1], 0);
      await twoPictures();
      expect(form.dialog.getBoundingClientRect().bottom).to.be.closeTo(size[1], size[0] < 640 ? 1 : 32);
    });

  it('in the page above a keyboard, for which the browser scrolls the page under itself', async () => {
    page.close();
    await page.open();
    await page.show(ZOOMS[0]!, [390, 844]);
    const keyboard = page.putKeyboard([390, 844]);
    const form = await FormHarness.mount({}, 'cliquez-signalez-form', page.document);
    await new Driver(form.element).open();
    page.document.scrollingElement!.scrollTop = 300;
    keyboard.leave(400, 250);
    await twoPictures();
    expect(exitLoss(form, page)).to.equal(undefined);
  });

  it('keeps the place when a phone is turned, and turned back', async () => {
    page.close();
    await page.open();
    await page.show(ZOOMS[0]!, [390, 844]);
    const form = await FormHarness.mount({}, 'cliquez-signalez', page.document);
    await STATES.find(({ name }) => name === 'what-folds')!.reach(new Driver(form.element));
    endAnimations(form);
    const wanted = form.input('[answer="suicide_incitement"]')!.closest<HTMLElement>('.option')!;
    wanted.scrollIntoView({ block: 'start' });
    form.find(BODY)!.scrollTop -= 24;
    await twoPictures();
    for (const size of [
      [844, 390],
      [390, 844],
      [844, 390],
    ] as const) {
      await page.show(ZOOMS[0]!, size);
      await twoPictures();
      const { top } = wanted.getBoundingClientRect();
      const header = form.find('.header')!.getBoundingClientRect().bottom;
      expect(top - header, size.join(' × ')).to.be.within(-8, 120);
    }
  });
});

// Which taps of a pointer count, to the millisecond and the pixel: the clock of the page stands, and goes when a test says so.

import { expect, nextFrame } from '@open-wc/testing';
import { BODY, choice, EXIT, HEADING, MAIN, named, PANEL } from '../../../demo/gallery/driver.ts';
import { CHECK, FormHarness, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { TapClock } from './tap-clock.ts';

const clock = new TapClock();
const { requestAnimationFrame: frame } = window;
let form: FormHarness;

before(async function load() {
  this.timeout(30_000);
  // While the clock stands, nothing that waits for these files would ever give up.
  await Promise.all([
    import('../../../src/widget/form/later.ts'),
    import('../../../src/words/locales/fr.json?later', { with: { type: 'json' } }),
  ]);
});
beforeEach(() => clock.freeze());
afterEach(() => {
  clock.stop();
  window.requestAnimationFrame = frame;
});

interface Place {
  readonly x?: number;
  readonly y?: number;
}

const event = ({ x = 100, y = 100 }: Place): MouseEventInit => ({
  bubbles: true,
  composed: true,
  cancelable: true,
  clientX: x,
  clientY: y,
  detail: 1,
});
const press = (target: Element, place: Place = {}): boolean =>
  target.dispatchEvent(new PointerEvent('pointerdown', { ...event(place), buttons: 1 }));
/** @returns whether the click counts */
const click = (target: Element, place: Place = {}): boolean =>
  target.dispatchEvent(new MouseEvent('click', event(place)));
/** Whether the press of a mouse gives focus. */
const takesFocus = (target: Element): boolean => target.dispatchEvent(new MouseEvent('mousedown', event({})));
/** @returns whether the tap counts */
function tap(target: Element, place: Place = {}): boolean {
  press(target, place);
  return click(target, place);
}

/** The view has been painted, at the time that the clock shows. */
async function painted(): Promise<void> {
  await form.element.updateComplete;
  await nextFrame();
  await nextFrame();
}

const option = (): HTMLInputElement => form.input(choice('category', 'unsure'))!;
const other = (): HTMLInputElement => form.input(choice('category', 'hate_violence_discrimination'))!;

/** A form that was just opened. */
async function opened(): Promise<void> {
  form = await FormHarness.mount();
  await form.open();
  await form.laterPart();
  await painted();
}

/** A form that takes taps. */
async function rested(): Promise<void> {
  await opened();
  clock.later(600);
}

/** The step « Où », led to by keys. */
async function atWhere(): Promise<void> {
  await rested();
  await form.choose('category', 'unsure');
  await form.continueTo(WHERE);
  await painted();
}

/** The review, led to by keys; a report that it sends stays on its way. */
async function atCheck(): Promise<void> {
  form = await FormHarness.mount({ endpoint: '' });
  form.element.transport = () => new Promise(() => {});
  await form.element.updateComplete;
  await form.reachCheck();
  await painted();
}

describe('a tap on a new view', () => {
  it('counts 600 ms after its first frame', async () => {
    await opened();
    expect(tap(option())).to.equal(false);
    expect(takesFocus(option())).to.equal(false);
    clock.later(599);
    expect(tap(option())).to.equal(false);
    expect(option().checked).to.equal(false);
    clock.later(1);
    press(option());
    expect(takesFocus(option())).to.equal(true);
    expect(click(option())).to.equal(true);
    expect(option().checked).to.equal(true);
  });

  it('does not count where its press began before, however long it is held', async () => {
    await opened();
    clock.later(590);
    press(option());
    clock.later(500);
    expect(click(option())).to.equal(false);
  });

  it('counts in time also where the browser tells of no press', async () => {
    await opened();
    clock.later(599);
    expect(click(option())).to.equal(false);
    clock.later(1);
    expect(click(option())).to.equal(true);
  });

  it('is none of a key, a script or assistive technology: those count at once', async () => {
    await opened();
    option().click();
    expect(option().checked).to.equal(true);
  });

  it('was meant for the view before it, as long as no frame has shown the new one', async () => {
    await atWhere();
    clock.later(600);
    const rests = (): boolean => form.find(PANEL)!.hasAttribute('data-resting');
    await until(() => !rests(), 'the view is marked too long');
    const late: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (then) => late.push(then);
    await form.press('Retour');
    await form.reach(WHAT);
    // A slow device needs longer for the frame than two taps of one gesture lie apart.
    expect(rests()).to.equal(true);
    clock.later(700);
    expect(tap(other())).to.equal(false);
    expect(rests()).to.equal(true);
    clock.later(3_000);
    expect(tap(other())).to.equal(false);
    for (const then of late) then(performance.now());
    clock.later(599);
    expect(tap(other())).to.equal(false);
    clock.later(1);
    expect(tap(other())).to.equal(true);
  });

  it('counts in the end on a page that keeps frames from the form', async () => {
    await atWhere();
    clock.later(600);
    window.requestAnimationFrame = () => 0;
    await form.press('Retour');
    await form.reach(WHAT);
    clock.later(5_599);
    expect(tap(other())).to.equal(false);
    clock.later(1);
    expect(tap(other())).to.equal(true);
    expect(other().checked).to.equal(true);
    clock.later(1);
    await until(() => !form.find(PANEL)!.hasAttribute('data-resting'), 'the view is marked for ever');
  });

  it('does not count while the view before it waits to be replaced', async () => {
    await rested();
    await form.choose('category', 'unsure');
    option().focus();
    window.requestAnimationFrame = () => 0;
    const { setTimeout: wait } = window;
    let show: (() => void) | undefined;
    window.setTimeout = ((then: () => void, ms = 0) =>
      ms === 100 ? void (show = then) : wait(then, ms)) as unknown as typeof setTimeout;
    form.find(MAIN)!.click();
    await until(() => show, 'the view is not left');
    window.setTimeout = wait;
    expect(form.heading).to.equal(WHAT);
    expect(tap(other())).to.equal(false);
    show!();
    await form.reach(WHERE);
  });

  it('counts at once on the button of a form that was just closed', async () => {
    await rested();
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    await painted();
    expect(tap(form.launcher)).to.equal(true);
  });
});

describe('a second tap', () => {
  it('is part of the first within 600 ms, less than 32 px away', async () => {
    await rested();
    expect(tap(option())).to.equal(true);
    clock.later(599);
    for (const [x, y] of [
      [100, 100],
      [131, 100],
      [100, 131],
      [69, 100],
      [122, 122],
    ] as const)
      expect(tap(other(), { x, y }), `${x}, ${y}`).to.equal(false);
    expect(option().checked).to.equal(true);
    expect(tap(other(), { x: 123, y: 124 })).to.equal(true);
  });

  it('is one of its own 32 px away', async () => {
    await rested();
    expect(tap(option())).to.equal(true);
    expect(tap(other(), { x: 132 })).to.equal(true);
  });

  it('is one of its own after 600 ms, and one that did not count is no first', async () => {
    await rested();
    expect(tap(option())).to.equal(true);
    clock.later(300);
    expect(tap(other())).to.equal(false);
    clock.later(300);
    expect(tap(other())).to.equal(true);
  });

  it('counts in a text, where two taps select a word', async () => {
    await atWhere();
    await form.choose('where', 'elsewhere');
    // The field that has come may have scrolled into view.
    await painted();
    clock.later(600);
    const field = form.field('addresses.0')!;
    expect(tap(field)).to.equal(true);
    expect(tap(field)).to.equal(true);
    await form.choose('where', 'here');
    await painted();
    clock.later(600);
    const box = form.input(choice('where', 'here'))!;
    expect(tap(box, { x: 300 })).to.equal(true);
    expect(tap(box, { x: 300 })).to.equal(false);
  });

  it('is none where the browser passes one tap on a label on to its field', async () => {
    await rested();
    const label = option().labels![0]!;
    press(label);
    // Some engines tell of the click that they pass on as of any other.
    const words = label.querySelector('span') ?? label;
    click(words);
    expect(click(option())).to.equal(true);
    expect(tap(option())).to.equal(false);
    clock.later(600);
    expect(tap(option())).to.equal(true);
    expect(click(option())).to.equal(false);
  });
});

describe('a tap on content that has scrolled', () => {
  const scroll = (target: EventTarget = form.find(BODY)!): boolean =>
    target.dispatchEvent(new Event('scroll'));
  const gesture = (move: Event): boolean => form.find(BODY)!.dispatchEvent(move);
  const how = { bubbles: true, composed: true };

  it('does not count for 600 ms', async () => {
    await rested();
    clock.later(1_000);
    scroll();
    expect(tap(option())).to.equal(false);
    clock.later(599);
    expect(tap(option())).to.equal(false);
    clock.later(1);
    expect(tap(option())).to.equal(true);
  });

  it('counts where something else has scrolled, but not where the whole page has', async () => {
    await rested();
    scroll(form.find('.footer')!);
    expect(tap(option())).to.equal(true);
    scroll(document);
    expect(tap(other(), { x: 300 })).to.equal(false);
  });

  it('counts in a text field', async () => {
    await atWhere();
    await form.choose('where', 'elsewhere');
    // The field that has come may have scrolled into view.
    await painted();
    clock.later(600);
    scroll();
    expect(tap(form.field('addresses.0')!)).to.equal(true);
    expect(tap(form.find('input[type=radio]')!, { x: 300 })).to.equal(false);
  });

  for (const [name, move] of [
    ['a wheel', () => new WheelEvent('wheel', how)],
    ['a finger', () => new Event('touchmove', how)],
    ['a scroll bar that is dragged', () => new PointerEvent('pointermove', { ...how, buttons: 1 })],
  ] as const)
    it(`counts where the reporter has scrolled it: ${name}`, async () => {
      await rested();
      gesture(move());
      for (let times = 0; times < 3; times += 1) {
        clock.later(149);
        scroll();
      }
      expect(tap(option())).to.equal(true);
    });

  it('does not count where the pointer only passes, or the gesture is over', async () => {
    await rested();
    gesture(new PointerEvent('pointermove', how));
    scroll();
    expect(tap(option())).to.equal(false);
    clock.later(600);
    gesture(new WheelEvent('wheel', how));
    clock.later(150);
    scroll();
    expect(tap(option())).to.equal(false);
  });

  it('does not count where the scrolling answers a tap, even of a finger that trembled', async () => {
    await rested();
    gesture(new Event('touchmove', how));
    expect(tap(option())).to.equal(true);
    scroll();
    expect(tap(other(), { x: 300 })).to.equal(false);
  });
});

describe('« Quitter vite »', () => {
  let left = 0;
  const onExit = (): void => void (left += 1);
  const ready = (): void => {
    left = 0;
    form.find(EXIT)!.setAttribute('href', '#left');
    form.element.addEventListener('cs-exit', onExit);
  };
  afterEach(() => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('waits for nobody on a new view, but is not pressed by the tap that has led there', async () => {
    await rested();
    await form.choose('category', 'unsure');
    expect(tap(form.find(MAIN)!)).to.equal(true);
    await form.reach(WHERE);
    await painted();
    ready();
    tap(form.find(EXIT)!);
    expect(left).to.equal(0);
    tap(form.find(EXIT)!, { x: 140 });
    expect(left).to.equal(1);
  });

  it('may follow another tap at its place', async () => {
    await rested();
    ready();
    expect(tap(option())).to.equal(true);
    tap(form.find(EXIT)!);
    expect(left).to.equal(1);
  });
});

describe('a button whose press cannot be undone', () => {
  const isSending = (): boolean => form.element.matches(':state(sending)');
  const send = (): boolean => tap(form.find(MAIN)!, { x: 300 });

  it('takes the tap of a hand that has rested for 600 ms', async () => {
    await atCheck();
    clock.later(600);
    expect(tap(form.find(HEADING)!)).to.equal(true);
    clock.later(599);
    expect(send()).to.equal(false);
    clock.later(600);
    expect(send()).to.equal(true);
    await form.element.updateComplete;
    expect(isSending()).to.equal(true);
  });

  it('takes the tap of a hand that never rests two seconds after its view', async () => {
    await atCheck();
    for (const ms of [500, 500, 500, 499]) {
      clock.later(ms);
      expect(send()).to.equal(false);
    }
    clock.later(1);
    expect(send()).to.equal(true);
    await form.element.updateComplete;
    expect(isSending()).to.equal(true);
  });

  it('is the only one that a restless hand waits for', async () => {
    await atWhere();
    clock.later(600);
    press(form.find(HEADING)!);
    clock.later(10);
    expect(tap(form.find(MAIN)!)).to.equal(true);
  });

  it('is marked as long as it waits, and the others as long as they do', async () => {
    await atCheck();
    const marks = (): boolean[] =>
      ['data-resting', 'data-restless'].map((name) => form.find(PANEL)!.hasAttribute(name));
    expect(marks()).to.deep.equal([true, true]);
    clock.holdTimers();
    clock.later(599);
    press(form.find(HEADING)!);
    expect(marks()).to.deep.equal([true, true]);
    clock.later(1);
    expect(marks()).to.deep.equal([false, true]);
    clock.later(598);
    expect(marks()).to.deep.equal([false, true]);
    clock.later(1);
    expect(marks()).to.deep.equal([false, false]);
    // A hand that goes on tapping, until two seconds have passed.
    for (const ms of [0, 500, 300]) {
      clock.later(ms);
      press(form.find(HEADING)!);
      expect(marks()).to.deep.equal([false, true]);
    }
    clock.later(1);
    expect(marks()).to.deep.equal([false, false]);
    press(form.find(HEADING)!);
    expect(marks()).to.deep.equal([false, false]);
  });

  it('stands where it did after a key, whatever was tapped before', async () => {
    await rested();
    Object.assign(form.dialog.style, { blockSize: '600px' });
    await form.choose('category', 'unsure');
    tap(form.find(MAIN)!);
    await form.reach(WHERE);
    await painted();
    await form.choose('where', 'here');
    await form.continueTo(CHECK);
    await painted();
    expect(form.find(MAIN)!.style.marginBlock).to.equal('');
  });
});

describe('Enter, held down', () => {
  const holds = (target: Element, key = 'Enter', repeat = true): boolean =>
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, repeat, bubbles: true, composed: true, cancelable: true }),
    );

  it('presses a button once, and adds lines in a long text', async () => {
    await atWhere();
    const button = form.find(MAIN)!;
    expect(holds(button)).to.equal(false);
    expect(holds(button, 'Enter', false)).to.equal(true);
    expect(holds(button, 'ArrowDown')).to.equal(true);
    await form.choose('where', 'here');
    await form.continueToDetails();
    expect(holds(form.find(`textarea${named('details')}`)!)).to.equal(true);
  });
});

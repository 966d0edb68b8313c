// Unintended taps: two real taps at the centre of any control of any view have the effect of one.

import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { BODY, Driver, EXIT, MAIN, PANEL, REMARK } from '../../../demo/gallery/driver.ts';
import { STATES, type State } from '../../../demo/gallery/states.ts';
import type { Choice } from '../../../src/widget/form/fields/control.ts';
import type { Taps } from '../../setup/page-commands.ts';
import {
  breakReceiver,
  CHECK,
  FormHarness,
  nextTask,
  SENT,
  storedReports,
  WHAT,
  WHERE,
} from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { EVERY, IS_CHROMIUM } from '../../setup/every-here.ts';
import { TapClock } from './tap-clock.ts';

/** A window, and the device that taps in it. */
const WINDOWS = [
  { width: 390, height: 844, finger: true },
  { width: 1280, height: 720, finger: false },
  { width: 320, height: 640, finger: true },
] as const;
type Window = (typeof WINDOWS)[number];

const GAPS_MS = [60, 180, 320, 500];

/** Two presses further apart are two gestures: the form uses the same limit (tap-guard.ts). */
const SAME_GESTURE_MS = 590;

/** States whose controls lead elsewhere or move the element under the finger; every engine tests the first. */
const EVERYWHERE = ['closed', 'details-unsure', 'check', 'sent'];
const LEADING = [
  ...EVERYWHERE,
  'closed-floating',
  'closed-bar',
  'what-chosen',
  'where-error',
  'where-suicide_incitement',
  'where-remark-search',
  'details-suggestion',
  'details-identity',
  'failure',
  'discard',
  'code-lost',
  'sent-code',
  'idle-warning',
  'idle-cleared',
  'kept',
];

const CONTROLS = 'button, a[href], input, select, summary';

/**
 * Every window for every state with `EVERY=1`. Otherwise one window for each state, and all windows for the sending state
 * in Chromium, which alone has a finger.
 */
const windowsOf = (name: string, index: number): readonly Window[] =>
  EVERY || (IS_CHROMIUM && name === 'check') ? WINDOWS : [WINDOWS[index % WINDOWS.length]!];

const isTriedHere = ({ name }: State): boolean =>
  EVERY || (IS_CHROMIUM ? LEADING : EVERYWHERE).includes(name);

/** Followed links. None leaves the test. */
let followed = 0;
const onFollow = (event: Event): void => {
  const isLink = event.composedPath().some((target) => target instanceof HTMLAnchorElement);
  if (!isLink || event.defaultPrevented) return;
  followed += 1;
  event.preventDefault();
};

async function reach({ attributes, fault, reach: lead }: State): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await breakReceiver({ mode: fault ?? 'none' });
  // Outside the closed root, the event names no link.
  form.root.addEventListener('click', onFollow);
  await lead(new Driver(form.element));
  // The last fold of the first step loads with the later steps.
  if (isOpen(form) && form.heading === WHAT)
    await until(() => form.find('details + details'), 'the last fold');
  followed = 0;
  return form;
}

const isOpen = (form: FormHarness): boolean => form.find('dialog[open]') !== null;

/**
 * The controls that can be tapped now. The exit is left out because it leaves the test; printing because Firefox would
 * print.
 */
const isLeftOut = (one: HTMLElement): boolean => one.matches(EXIT) || one.innerText.startsWith('Imprimer');
const controlsOf = (form: FormHarness): HTMLElement[] =>
  [...form.root.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (one) => one.checkVisibility() && !isLeftOut(one) && (!isOpen(form) || form.dialog.contains(one)),
  );

/** Whether an option is the first or the last of its group; these two stand for the options between them. */
const isTried = (control: HTMLElement): boolean => {
  if (EVERY || !(control instanceof HTMLInputElement)) return true;
  const group = [...(control.closest('fieldset')?.querySelectorAll('input') ?? [])];
  return control === group[0] || control === group.at(-1);
};

/** Everything that a reporter could notice: what is shown, chosen and sent. */
async function outcome(form: FormHarness): Promise<string> {
  // This read comes first, so that all other values are read at one moment.
  const reports = (await storedReports()).length - reportsBefore;
  // Folded content loads at any time, and is not visible.
  const fields = form
    .all(`${PANEL} :is(input, textarea, select)`)
    .filter((field) => !field.closest('details:not([open])'));
  return JSON.stringify({
    isOpen: isOpen(form),
    heading: form.heading,
    fields: fields.map(
      ({ field = '', answer, value, checked }) =>
        `${field}=${answer ?? form.answer(field) ?? value}${checked ? '*' : ''}`,
    ),
    folds: form.root.querySelectorAll(`${PANEL} details[open]`).length,
    errors: form.errors,
    remarks: form.root.querySelectorAll(REMARK).length,
    reference: form.reference !== '',
    reports,
    followed,
  });
}
let reportsBefore = 0;

/**
 * The outcome, once it is stable for a while and no request is pending. The wait is longer for an unexpected outcome.
 */
async function settled(form: FormHarness, { name, fault }: State, expected?: string): Promise<string> {
  let last = '';
  let since = 0;
  let times = 0;
  // All other waits are covered: a launcher for its form, a fold for its text, « Envoyer » for its answer.
  const isWaiting = (): boolean =>
    (name.startsWith('closed') && !isOpen(form)) ||
    (isOpen(form) && form.text.includes('Chargement')) ||
    (fault !== 'stall' && !!form.find('.footer [aria-disabled]'));
  await until(async () => {
    const now = await outcome(form);
    const isSame = now === last && !isWaiting();
    last = now;
    times = isSame ? times + 1 : 0;
    if (!isSame) since = performance.now();
    return times > 3 && performance.now() - since > (now === (expected ?? now) ? 120 : 1_000);
  }, `${name} settles`);
  return last;
}

const clock = new TapClock();

/** Lets as much time pass as a view does before it accepts a tap. */
async function seen(): Promise<void> {
  await nextFrame();
  await nextFrame();
  clock.later(620);
}

/** The effect of one activation, as by a key, which no view delays. */
async function afterOne(state: State, index: number): Promise<string> {
  const form = await reach(state);
  reportsBefore = (await storedReports()).length;
  controlsOf(form)[index]!.click();
  return settled(form, state);
}

async function afterTwo(
  state: State,
  index: number,
  tap: Omit<Taps, 'x' | 'y'>,
  expected: string,
): Promise<string> {
  const form = await reach(state);
  reportsBefore = (await storedReports()).length;
  const control = controlsOf(form)[index]!;
  await seen();
  // Not before: WebKit scrolls the heading, which has just taken focus, into view a frame later.
  const { top } = control.getBoundingClientRect();
  control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = control.getBoundingClientRect();
  // Content that scrolls under the pointer takes no tap at once.
  if (y !== top) await seen();
  const presses: number[] = [];
  const onPress = ({ timeStamp }: Event): void => void presses.push(timeStamp);
  window.addEventListener('pointerdown', onPress, true);
  await executeServerCommand('taps', {
    x: Math.round(x + width / 2),
    y: Math.round(y + height / 2),
    ...tap,
  });
  window.removeEventListener('pointerdown', onPress, true);
  // A busy machine has turned the taps into two gestures.
  const [first = 0, second = 0] = presses;
  if (second - first > SAME_GESTURE_MS) return afterTwo(state, index, tap, expected);
  return settled(form, state, expected);
}

const nameOf = (control: HTMLElement): string =>
  (control.innerText || control.getAttribute('aria-label') || `${(control as Partial<Choice>).field}`).trim();

describe('two taps do what one does', () => {
  before(async () => {
    clock.start();
    // Files loaded on demand are ready: the outcome of a tap does not wait for them.
    await Promise.all([
      import('../../../src/widget/form/later.ts'),
      import('../../../src/words/locales/fr.json?later', { with: { type: 'json' } }),
    ]);
  });
  after(() => clock.stop());

  STATES.filter(isTriedHere).forEach((state, number) => {
    for (const { finger, ...size } of windowsOf(state.name, number)) {
      it(`${state.name}, ${size.width} px`, async () => {
        await setViewport(size);
        const form = await reach(state);
        const tried = controlsOf(form).flatMap((control, index) =>
          isTried(control)
            ? [{ index, name: nameOf(control), isLeading: control.closest('.footer, .box') !== null }]
            : [],
        );
        expect(tried.length).to.be.greaterThan(0);
        const wrong: string[] = [];
        for (const [turn, { index, name, isLeading }] of tried.entries()) {
          // Controls that lead on are always tried, others one in twelve; the neighbouring state tries another twelfth.
          if (!EVERY && !isLeading && turn % 12 !== number % 12) continue;
          // Each control is tested with one gap in each window, and another gap in the next window: every combination
          // would take a day.
          const gapMs =
            GAPS_MS[
              (turn + number + WINDOWS.findIndex(({ width }) => width === size.width)) % GAPS_MS.length
            ]!;
          const one = await afterOne(state, index);
          const two = await afterTwo(state, index, { gapMs, finger }, one);
          if (two !== one) wrong.push(`« ${name} » after ${gapMs} ms:\n  once  ${one}\n  twice ${two}`);
        }
        expect(wrong.join('\n')).to.equal('');
      }).timeout(EVERY ? 900_000 : 120_000);
    }
  });
});

/**
 * Presses the primary button twice within one task, as two keys or a script do: no view can distinguish them from two
 * answers.
 */
function pressTwice(form: FormHarness): void {
  const primary = form.find(MAIN)!;
  primary.click();
  primary.click();
}

describe('one activation at a time', () => {
  it('opens once for two activations of the button', async () => {
    const form = await FormHarness.mount();
    let opened = 0;
    form.element.addEventListener('cs-open', () => (opened += 1));
    form.launcher.click();
    form.launcher.click();
    await until(() => isOpen(form), 'the dialog opens');
    await form.element.updateComplete;
    await nextFrame();
    expect(opened).to.equal(1);
  });

  it('goes one step on for two activations of « Continuer »', async () => {
    const form = await FormHarness.mount();
    const before = (await storedReports()).length;
    await form.open();
    await form.choose('category', 'hate_violence_discrimination');
    pressTwice(form);
    await form.reach(WHERE);
    expect(form.errors).to.deep.equal([]);
    await form.choose('where', 'here');
    pressTwice(form);
    await form.reach(CHECK);
    await nextFrame();
    expect(form.heading).to.equal(CHECK);
    expect((await storedReports()).length).to.equal(before);
  });

  it('goes one step on, however many activations come before the next view', async () => {
    // With an address filled in, the second step could be left at once.
    const form = await FormHarness.mount({ url: 'https://example.org/post/1' });
    await form.open();
    await form.choose('category', 'unsure');
    const { heading } = form;
    while (form.heading === heading) {
      form.find(MAIN)!.click();
      await nextTask();
    }
    await nextFrame();
    expect(form.heading).to.equal(WHERE);
  });

  it('sends nothing where the button before the review is activated again, as assistive technology may', async () => {
    const form = await FormHarness.mount();
    const before = (await storedReports()).length;
    await form.reachDetails('hate_violence_discrimination', 'here');
    const held = form.find(MAIN)!;
    held.click();
    await form.reach(CHECK);
    held.click();
    await nextTask();
    await nextFrame();
    expect(form.heading).to.equal(CHECK);
    expect(form.find('.footer [aria-disabled]')).to.equal(null);
    expect((await storedReports()).length).to.equal(before);
  });

  it('sends once for two activations of « Envoyer », and « Faire un autre signalement » is not where that was', async () => {
    const form = await FormHarness.mount();
    const before = (await storedReports()).length;
    await form.reachCheck();
    const { x, y, width, height } = form.find(MAIN)!.getBoundingClientRect();
    pressTwice(form);
    await form.reach(SENT);
    expect((await storedReports()).length).to.equal(before + 1);
    const again = form.button('Faire un autre signalement')!;
    expect(again.closest(BODY)).to.not.equal(null);
    expect(form.root.elementFromPoint(x + width / 2, y + height / 2)).to.not.equal(again);
  });

  it('forgets a « Continuer » that is overtaken by starting over', async () => {
    const form = await FormHarness.mount();
    await form.open();
    form.find(MAIN)!.click();
    form.element.reset();
    await form.element.updateComplete;
    await nextFrame();
    expect(form.errors).to.deep.equal([]);
  });

  it('lets nobody wait for « Quitter vite » who has not just tapped there', async () => {
    const form = await FormHarness.mount();
    await form.open();
    let left = 0;
    form.root.addEventListener(
      'click',
      (event) => {
        left += 1;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, once: true },
    );
    const { x, y, width, height } = form.find(EXIT)!.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    expect(left).to.equal(1);
  });

  // Drivers of other engines cannot hold a key down.
  if (IS_CHROMIUM)
    it('takes a key that is held down for one press', async () => {
      const form = await FormHarness.mount();
      await form.reachCheck();
      const details = form.root.querySelectorAll<HTMLElement>('.row button')[1]!;
      details.focus();
      for (let times = 0; times < 4; times += 1) await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
      await nextFrame();
      expect(form.heading).to.equal(WHERE);
    });
});

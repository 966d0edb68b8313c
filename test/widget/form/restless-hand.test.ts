// A hand that taps one place and never rests, as a trembling one does: it gets on, and sends nothing.

import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { BODY, choice, CLOSE, HEADING, MAIN, PANEL, REFERENCE } from '../../../demo/gallery/driver.ts';
import type { Taps } from '../../setup/page-commands.ts';
import { EVERY, itInChromium, itWithWebKit, thirdHere } from '../../setup/every-here.ts';
import { CHECK, DISCARD, FormHarness, nextTask, SENT, storedReports, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

/** Time between two taps: of one gesture, at its limit, of two. More of them with `EVERY`. */
const RHYTHMS_MS = EVERY ? [100, 250, 450, 600, 700, 1000] : [100, 600, 1000];
const WINDOWS = [
  { width: 390, height: 844, finger: true },
  { width: 1280, height: 800, finger: false },
  { width: 320, height: 568, finger: true },
] as const;

/** Long enough to leave three steps at any of these rhythms, and then to send whatever could be sent. */
const TAPPING_MS = 9_000;

const boxOf = (element: HTMLElement): DOMRect => element.getBoundingClientRect();
const primaryOf = (form: FormHarness): HTMLElement => form.find(MAIN)!;
const centreOf = (element: HTMLElement): Pick<Taps, 'x' | 'y'> => {
  const { x, y, width, height } = boxOf(element);
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
};
const tap = (taps: Taps): Promise<unknown> => executeServerCommand('taps', { ...taps });

/** Enough taps for one step on a busy machine, where a view may take as long to come as several of them. */
const MANY = 9;

/** How far apart two elements were. */
const distance = (one: DOMRect, other: DOMRect): number =>
  Math.hypot(
    Math.max(0, one.left - other.right, other.left - one.right),
    Math.max(0, one.top - other.bottom, other.top - one.bottom),
  );

/** Waits until a tap counts on the view that is shown. */
const rested = (form: FormHarness): Promise<void> =>
  until(() => !form.find(`${PANEL}[data-resting], ${PANEL}[data-restless]`), 'the view takes taps');

/** Scrolls a button to the middle of the window, and waits until taps count again: this scroll is not the reporter's. */
async function scrollTo(form: FormHarness, button: HTMLElement): Promise<void> {
  let scrolledAt = performance.now();
  const note = (): void => void (scrolledAt = performance.now());
  addEventListener('scroll', note, true);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  // The event comes before a frame, and frames are rare while the machine is busy.
  await nextFrame();
  await nextFrame();
  await rested(form);
  await until(() => performance.now() - scrolledAt > 600, 'the content did not rest');
  removeEventListener('scroll', note, true);
}

/** A form with every answer that « Où » needs. */
async function atWhat(attributes = {}): Promise<FormHarness> {
  const form = await FormHarness.mount({ url: 'https://exemple.fr/page', ...attributes });
  await form.open();
  await form.laterPart();
  await form.choose('category', 'hate_violence_discrimination');
  return form;
}

describe('a hand that never rests', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  // Each takes nine seconds.
  thirdHere(RHYTHMS_MS).forEach((gapMs, index) => {
    const windows = EVERY ? WINDOWS : [WINDOWS[index % WINDOWS.length]!];
    for (const { finger, ...size } of windows)
      it(`gets on to the review at ${gapMs} ms, ${size.width} px, and sends nothing`, async () => {
        await setViewport(size);
        const form = await atWhat();
        const before = (await storedReports()).length;
        let isSeen = false;
        form.element.addEventListener('cs-step', ({ step }) => (isSeen ||= step === 3));
        await tap({ ...centreOf(primaryOf(form)), gapMs, times: Math.ceil(TAPPING_MS / gapMs), finger });
        expect(isSeen, `« ${form.heading} » was not left`).to.equal(true);
        await nextFrame();
        expect((await storedReports()).length).to.equal(before);
        expect(form.element.matches(':state(sending), :state(sent)')).to.equal(false);
      }).timeout(30_000);
  });

  itInChromium('gets on after an error, at the same place', async () => {
    await setViewport({ width: 390, height: 844 });
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    const place = centreOf(primaryOf(form));
    await tap({ ...place, gapMs: 450, times: MANY, finger: true });
    await until(() => form.errors.length > 0, 'the error was not shown');
    await form.choose('category', 'unsure');
    await tap({ ...place, gapMs: 450, times: MANY, finger: true });
    await form.reach(WHERE);
    await until(() => form.errors.length > 0, 'the second error was not shown');
    await form.choose('where', 'here');
    await tap({ ...place, gapMs: 450, times: MANY, finger: true });
    await form.reach(CHECK);
  }).timeout(20_000);
});

describe('a button whose press cannot be undone', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  // Windows come first: each engine gets all of them.
  const PLACES = WINDOWS.flatMap((size) =>
    (['dialog', 'inline'] as const).flatMap((mode) =>
      (['where', 'details'] as const).map((from) => ({ size, mode, from })),
    ),
  );
  for (const { size, mode, from } of thirdHere(PLACES))
    it(`stands apart from the one that led to it, ${size.width} px, ${mode}, from ${from}`, async () => {
      await setViewport({ width: size.width, height: size.height });
      const form = await FormHarness.mount({ url: 'https://exemple.fr/page', mode });
      if (mode === 'dialog') await form.open();
      else await until(() => form.heading, 'the form did not come');
      await form.laterPart();
      await form.choose('category', 'hate_violence_discrimination');
      await form.continueTo(WHERE);
      if (from === 'details') await form.continueToDetails();
      await scrollTo(form, primaryOf(form));
      const led = boxOf(primaryOf(form));
      await tap({ ...centreOf(primaryOf(form)), gapMs: 0, times: 1, finger: size.finger });
      await form.reach(CHECK);
      await nextFrame();
      expect(primaryOf(form).innerText.trim()).to.equal('Envoyer le signalement');
      expect(distance(boxOf(primaryOf(form)), led)).to.be.at.least(32);
    });

  itWithWebKit(
    'is tried in the way of the button before it, where the page puts them at one place',
    async () => {
      await setViewport({ width: 1280, height: 800 });
      const form = await FormHarness.mount({ url: 'https://exemple.fr/page', mode: 'inline', fields: '' });
      await form.laterPart();
      await form.choose('category', 'hate_violence_discrimination');
      await form.continueTo(WHERE);
      // The page keeps the lower edge of the form in place.
      Object.assign(form.element.parentElement!.style, {
        position: 'fixed',
        insetBlockEnd: '0',
        inlineSize: '500px',
      });
      form.element.messages = { 's4.faith': '·', 's4.privacy': '·' };
      await rested(form);
      // Before the tap: the next view may be there when its command returns.
      const led = boxOf(primaryOf(form));
      await tap({ ...centreOf(primaryOf(form)), gapMs: 0, times: 1, finger: false });
      await form.reach(CHECK);
      await nextFrame();
      expect(distance(boxOf(primaryOf(form)), led)).to.be.at.least(32);
      form.element.parentElement!.removeAttribute('style');
    },
  );

  itWithWebKit('waits for a hand that rests, two seconds at most, and shows that it waits', async () => {
    await setViewport({ width: 390, height: 844 });
    // A busy machine may take the two seconds for the taps: then it is tried again.
    for (let isInTime = false; !isInTime;) {
      const form = await atWhat();
      await form.continueTo(WHERE);
      const startedAt = performance.now();
      await form.continueTo(CHECK);
      const before = (await storedReports()).length;
      const send = primaryOf(form);
      const styleOf = (): string => getComputedStyle(send).borderTopStyle;
      const styles = [styleOf()];
      // Elsewhere in the form: the hand does not rest.
      await tap({ ...centreOf(form.find(HEADING)!), gapMs: 100, times: 10, finger: true });
      styles.push(styleOf());
      await tap({ ...centreOf(send), gapMs: 0, times: 1, finger: true });
      await nextTask();
      isInTime = performance.now() - startedAt < 2_000;
      if (!isInTime) continue;
      expect(styles).to.deep.equal(['dashed', 'dashed']);
      expect(form.heading).to.equal(CHECK);
      expect((await storedReports()).length).to.equal(before);
      await rested(form);
      expect(styleOf()).to.equal('solid');
      await tap({ ...centreOf(send), gapMs: 0, times: 1, finger: true });
      await form.reach(SENT);
    }
  }).timeout(20_000);

  itWithWebKit('takes the tap of a hand that never rests two seconds after its view came', async () => {
    await setViewport({ width: 390, height: 844 });
    const form = await atWhat();
    await form.continueTo(WHERE);
    await form.continueTo(CHECK);
    await tap({ ...centreOf(primaryOf(form)), gapMs: 300, times: 12, finger: true });
    await form.reach(SENT);
    // « Fermer » is where « Envoyer » was not, and forgets the number: it waits too.
    expect(form.find(REFERENCE)).not.to.equal(null);
  }).timeout(20_000);

  itWithWebKit('erases nothing for a hand that keeps tapping where the cross was', async () => {
    await setViewport({ width: 320, height: 568 });
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await form.choose('category', 'unsure');
    await rested(form);
    const cross = boxOf(form.find(CLOSE)!);
    await tap({ ...centreOf(form.find(CLOSE)!), gapMs: 450, times: 6, finger: true });
    expect(form.dialog.open).to.equal(true);
    // The cross asks, and in the question it means to stay.
    await form.element.updateComplete;
    if (form.heading !== DISCARD) form.find(CLOSE)!.click();
    await form.reach(DISCARD);
    expect(distance(boxOf(form.button('Effacer et fermer')!), cross)).to.be.at.least(32);
    await form.press('Continuer le signalement');
    expect(form.input(choice('category', 'unsure'))!.checked).to.equal(true);
  }).timeout(20_000);
});

describe('content that scrolls under the pointer', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('takes no tap for 600 ms, unless the reporter scrolled it', async () => {
    await setViewport({ width: 390, height: 844 });
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await rested(form);
    const body = form.find(BODY)!;
    const option = form.input(choice('category', 'crimes_against_humanity'))!;
    const tapSoon = async (): Promise<boolean> => {
      option.checked = false;
      body.scrollTop = body.scrollTop === 120 ? 100 : 120;
      const scrolledAt = performance.now();
      await nextFrame();
      await nextFrame();
      await tap({ ...centreOf(option), gapMs: 0, times: 1, finger: true });
      return performance.now() - scrolledAt < 600;
    };
    // A tap that takes longer to arrive is no tap too soon.
    await until(tapSoon, 'a tap arrived in time');
    expect(option.checked).to.equal(false);
    const tappedAt = performance.now();
    await until(() => performance.now() - tappedAt > 650, 'the content has rested');
    await tap({ ...centreOf(option), gapMs: 0, times: 1, finger: true });
    expect(option.checked).to.equal(true);
    if (!(await executeServerCommand('wheel', { x: 195, y: 420, by: 60 }))) return;
    await until(() => body.scrollTop > 150, 'the wheel turned');
    const other = form.input(choice('category', 'hate_violence_discrimination'))!;
    await tap({ ...centreOf(other), gapMs: 0, times: 1, finger: true });
    expect(other.checked).to.equal(true);
  }).timeout(20_000);
});

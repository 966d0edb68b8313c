// The form's motion: opaque from its first frame, only a phone's sheet rises, and steps and errors come without
// motion.

import { expect } from '@open-wc/testing';
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { breakReceiver, FormHarness, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Lengths of the rise: 12 px in 160 ms. */
const RISE_PX = 12;
const RISE_MS = 160;

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Everything in the form that moves or fades now. */
const motionsOf = ({ root }: FormHarness): Animation[] =>
  root
    .getAnimations()
    .filter(({ effect }) => (effect as KeyframeEffect).target?.closest(`${PANEL}, dialog`) != null);

/** The least opaque thing among all that a reporter sees of the form, with all around it. */
function leastOpacity({ root, element }: FormHarness): number {
  const shown = [element, ...root.querySelectorAll(`.themed, ${PANEL}, ${PANEL} *:not(option)`)];
  return Math.min(...shown.map((one) => Number(getComputedStyle(one).opacity)));
}

/** How the form stands in the page: moved, turned or scaled by any property. */
function shiftOf({ dialog }: FormHarness): string[] {
  const { translate, rotate, scale, transform, filter } = getComputedStyle(dialog);
  return [translate, rotate, scale, transform, filter].filter((value) => value !== 'none');
}

/** Notes every motion that starts in the form from now on. */
function noteMotions({ root }: FormHarness): string[] {
  const started: string[] = [];
  for (const type of ['transitionrun', 'animationstart'])
    root.addEventListener(type, (event) => {
      const { target } = event as Event & { target: Element };
      if (!target.closest(PANEL)) return;
      const { propertyName, animationName } = event as TransitionEvent & AnimationEvent;
      started.push(`${target.localName}.${target.className} ${propertyName ?? animationName}`);
    });
  return started;
}

/** Opens the form, and reads it in the task that opens it and in its first frame. */
async function open(form: FormHarness): Promise<void> {
  const opened = new Promise((resolve) => form.element.addEventListener('cs-open', resolve, { once: true }));
  form.launcher.click();
  await opened;
}

describe('motion', () => {
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => breakReceiver({ mode: 'none' }));

  it('is none on a desktop: the form is opaque and in its place from its first frame', async () => {
    await setViewport(DESKTOP);
    const form = await FormHarness.mount();
    const started = noteMotions(form);
    await open(form);
    for (let frame = 0; frame < 3; frame++) {
      expect(motionsOf(form)).to.deep.equal([]);
      expect(leastOpacity(form)).to.equal(1);
      expect(shiftOf(form)).to.deep.equal([]);
      await nextFrame();
    }
    expect(started).to.deep.equal([]);
  });

  it('is a short rise on a phone, of a form that is opaque from its first frame', async () => {
    await setViewport(PHONE);
    expect(matchMedia('(prefers-reduced-motion: no-preference) and (width < 640px)').matches).to.equal(true);
    const form = await FormHarness.mount();
    await open(form);
    const motions = motionsOf(form);
    expect(motions.map((motion) => (motion as CSSTransition).transitionProperty)).to.deep.equal([
      'translate',
    ]);
    const [rise] = motions;
    expect(rise!.effect!.getComputedTiming().duration).to.equal(RISE_MS);
    rise!.pause();
    rise!.currentTime = 0;
    expect(getComputedStyle(form.dialog).translate).to.equal(`0px ${RISE_PX}px`);
    await nextFrame();
    expect(leastOpacity(form)).to.equal(1);
    rise!.finish();
    expect(shiftOf(form)).to.deep.equal([]);
    expect(motionsOf(form)).to.deep.equal([]);
  });

  it('takes as long as the theme says, and none where it says 0', async () => {
    await setViewport(PHONE);
    for (const [times, ms] of [
      ['2', 2 * RISE_MS],
      ['0', undefined],
    ] as const) {
      const form = await FormHarness.mount();
      form.element.style.setProperty('--cs-motion', times);
      await open(form);
      expect(motionsOf(form)[0]?.effect?.getComputedTiming().duration).to.equal(ms);
    }
  });

  it('is none where the person asked for less of it', async () => {
    const features = { 'prefers-reduced-motion': 'reduce' };
    if (!(await executeServerCommand('media-features', features))) return;
    try {
      await setViewport(PHONE);
      const form = await FormHarness.mount();
      await open(form);
      expect(motionsOf(form)).to.deep.equal([]);
      expect(shiftOf(form)).to.deep.equal([]);
    } finally {
      await executeServerCommand('media-features', {});
    }
  });

  for (const [device, size] of Object.entries({ desktop: DESKTOP, phone: PHONE }))
    it(`is none at a step, an error, and on the way back: ${device}`, async () => {
      await setViewport(size);
      const form = await FormHarness.mount();
      await form.open();
      await form.laterPart();
      for (const motion of motionsOf(form)) motion.finish();
      const started = noteMotions(form);
      /** Looks at each frame from an action until what it shows is on screen, and at the two frames after it. */
      const still = async (act: () => Promise<void>, isShown: () => boolean, what: string): Promise<void> => {
        await act();
        await until(isShown, what);
        for (let frame = 0; frame < 3; frame++) {
          expect(motionsOf(form), what).to.deep.equal([]);
          expect(leastOpacity(form), what).to.equal(1);
          await nextFrame();
        }
      };
      const shows = (heading: string) => (): boolean => form.heading === heading;
      await still(
        () => form.press('Continuer'),
        () => form.errors.length > 0,
        'an error',
      );
      await form.choose('category', 'hate_violence_discrimination');
      await still(() => form.press('Continuer'), shows(WHERE), 'the second step');
      await still(
        () => form.press('Continuer'),
        () => form.errors.length > 0,
        'an error of the second step',
      );
      await still(() => form.press('Retour'), shows(WHAT), 'the way back');
      expect(started).to.deep.equal([]);
    });

  it('is the line while a report is on its way, and nothing else', async () => {
    await setViewport(DESKTOP);
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'stall' });
    const started = noteMotions(form);
    await form.press('Envoyer le signalement');
    await until(() => form.find('.line'), 'there is no line');
    await nextFrame();
    const [line, ...others] = motionsOf(form);
    expect((line as CSSAnimation | undefined)?.animationName).to.equal('travel');
    expect(others).to.deep.equal([]);
    expect(started.filter((one) => !one.endsWith('travel'))).to.deep.equal([]);
  });
});

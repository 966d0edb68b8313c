// Content in sight without scrolling: good faith beside « Envoyer », and the field that an answer of « Où » brings.

import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { CHECK, FormHarness, until } from './form-harness.ts';
import { STATES } from '../../demo/gallery/states.ts';
import { choice, BODY, Driver, MAIN, named, PANEL, TERMS } from '../../demo/gallery/driver.ts';
import { casesHere } from '../setup/every-here.ts';

const WINDOWS = [
  [390, 844],
  [320, 568],
  [1280, 800],
] as const;

/** One line of text, in CSS pixels. */
const LINE_PX = 26;

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

/** Whether all of an element is in the visible part of the body, or of the window. */
function isInSight(form: FormHarness, element: Element): boolean {
  const { top, bottom } = boxOf(element);
  const body = form.find(BODY)!;
  const frame = body.contains(element) ? boxOf(body) : { top: 0, bottom: window.innerHeight };
  // Borders of half a pixel.
  return top >= frame.top - 1 && bottom <= frame.bottom + 1;
}

describe('good faith', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [width, height] of WINDOWS)
    it(`stands beside « Envoyer », in sight and part of its description, ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const form = await FormHarness.mount();
      await form.reachCheck();
      const send = form.find(MAIN)!;
      const terms = form.find(TERMS)!;
      expect(terms.innerText).to.contain('la bonne foi').and.to.contain('Votre signalement');
      expect(isInSight(form, terms)).to.equal(true);
      expect(isInSight(form, send)).to.equal(true);
      // The footer does not take the view: the first question of the review and the start of its answer are in sight.
      expect(isInSight(form, form.find('.row dt')!)).to.equal(true);
      expect(boxOf(form.find('.row dd')!).top + LINE_PX).to.be.below(boxOf(form.find(BODY)!).bottom);
      expect(form.find(`#${send.getAttribute('aria-describedby')}`)).to.equal(terms);
      // Once only.
      expect(form.text).not.to.contain('bonne foi');
    });
});

describe('large text', () => {
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    document.documentElement.style.fontSize = '';
  });

  for (const [percent, isLow] of [
    [100, false],
    [150, false],
    [200, true],
  ] as const)
    it(`of ${percent} % leaves room for the answers between header and « Envoyer »`, async () => {
      await setViewport({ width: 390, height: 844 });
      document.documentElement.style.fontSize = `${percent}%`;
      const form = await FormHarness.mount();
      await form.reachCheck();
      // What does not fit scrolls as one.
      expect(form.dialog.classList.contains('low')).to.equal(isLow);
      const { top } = boxOf(form.find('.footer')!);
      const answer = boxOf(form.find('.row dd')!);
      expect(answer.bottom).to.be.below(top);
      // No name of an answer breaks within a word.
      const name = form.find('.row dt')!;
      name.textContent = 'premières';
      expect(boxOf(name).height).to.be.below(2 * parseFloat(getComputedStyle(name).fontSize));
      if (!isLow) expect(answer.bottom).to.be.below(boxOf(form.find(BODY)!).bottom);
    });

  it('keeps the text and its field when the phone is turned', async () => {
    await setViewport({ width: 390, height: 844 });
    document.documentElement.style.fontSize = '200%';
    const form = await FormHarness.mount();
    await form.reachWhere('unsure');
    await form.choose('where', 'none');
    const field = form.find(named('place'))!;
    field.focus();
    await form.fill('place', 'Snapchat');
    for (const [width, height, isLow] of [
      [844, 390, true],
      [900, 1200, false],
      [390, 844, true],
    ] as const) {
      await setViewport({ width, height });
      await until(() => form.dialog.classList.contains('low') === isLow, `${width} px: low is not ${isLow}`);
      expect(form.focused === field).to.equal(true);
      expect((field as HTMLInputElement).value).to.equal('Snapchat');
    }
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Snapchat');
  });
});

describe('what an answer brings', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [width, height] of WINDOWS)
    for (const category of ['sexual_harassment', 'child_sexual_abuse'])
      it(`comes into view on « Où », without taking focus, ${category}, ${width} × ${height}`, async () => {
        await setViewport({ width, height });
        const form = await FormHarness.mount();
        await form.reachWhere(category);
        for (const [value, name] of [
          ['elsewhere', 'addresses.0'],
          ['none', 'place'],
          ['elsewhere', 'addresses.0'],
        ] as const) {
          const option = form.input(choice('where', value))!;
          option.focus({ preventScroll: true });
          await form.choose('where', value);
          await nextFrame();
          const field = form.find(named(name))!;
          expect(isInSight(form, field), name).to.equal(true);
          expect(
            isInSight(form, field.closest('.field')!.querySelector('label')!),
            `${name}: label`,
          ).to.equal(true);
          expect(form.focused === option).to.equal(true);
        }
      });

  it('comes into view where a reply is wanted', async () => {
    await setViewport({ width: 390, height: 568 });
    const form = await FormHarness.mount();
    await form.reachDetails('unsure', 'https://exemple.fr/page');
    // A hand is slower: WebKit's own thread of scrolling must have heard of the new view's place.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await form.choose('reply', 'yes');
    await until(() => isInSight(form, form.find(named('email'))!), 'the address did not come into view');
    expect(form.heading).not.to.equal(CHECK);
  });
});

/** The smallest text that a reporter has to read, in CSS pixels. */
const SMALLEST_PX = 14;

describe('text', () => {
  casesHere(STATES.filter(({ name }) => !name.startsWith('where-place-'))).forEach((state) =>
    it(`is ${SMALLEST_PX} px high at least: ${state.name}`, async () => {
      const form = await FormHarness.mount(state.attributes);
      await state.reach(new Driver(form.element));
      await until(() => form.root.querySelector(PANEL) ?? form.launcher, 'the state');
      const small = [...form.root.querySelectorAll<HTMLElement>(`${PANEL} *`)].filter(
        (element) =>
          [...element.childNodes].some((node) => node instanceof Text && node.data.trim()) &&
          element.checkVisibility() &&
          !element.closest('.unseen, pre') &&
          parseFloat(getComputedStyle(element).fontSize) < SMALLEST_PX,
      );
      expect(small.map(({ className, innerText }) => `${className}: ${innerText}`)).to.deep.equal([]);
    }),
  );
});

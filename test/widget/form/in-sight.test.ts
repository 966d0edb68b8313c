// Content in sight without scrolling: good faith beside « Envoyer », and the field that an answer of « Où » brings.

import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { CHECK, FormHarness, WHERE } from './form-harness.ts';
import { casesHere } from '../../setup/every-here.ts';
import { until } from '../../setup/until.ts';
import { choice, BODY, ERRORS, HEADING, MAIN, named, PANEL, TERMS } from '../../../demo/gallery/driver.ts';

const WINDOWS = [
  [390, 844],
  [320, 568],
  [1280, 800],
] as const;

/** Each category in each window. */
const inWindows = (...categories: string[]) =>
  categories.flatMap((category) => WINDOWS.map(([width, height]) => ({ category, width, height })));

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
    const field = form.find(named('service'))!;
    field.focus();
    await form.fill('service', 'Exemple');
    for (const [width, height, isLow] of [
      [844, 390, true],
      [900, 1200, false],
      [390, 844, true],
    ] as const) {
      await setViewport({ width, height });
      await until(() => form.dialog.classList.contains('low') === isLow, `${width} px: low is not ${isLow}`);
      expect(form.focused === field).to.equal(true);
      expect((field as HTMLInputElement).value).to.equal('Exemple');
    }
    await form.fill('place', 'Un groupe');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('Exemple');
  });
});

describe('what an answer brings', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const { category, width, height } of casesHere(inWindows('sexual_harassment', 'child_sexual_abuse')))
    it(`comes into view on « Où », without taking focus, ${category}, ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const form = await FormHarness.mount();
      await form.reachWhere(category);
      for (const [value, name] of [
        ['elsewhere', 'addresses.0'],
        ['none', 'service'],
        ['elsewhere', 'addresses.0'],
      ] as const) {
        const option = form.input(choice('where', value))!;
        option.focus({ preventScroll: true });
        await form.choose('where', value);
        await nextFrame();
        const field = form.find(named(name))!;
        expect(isInSight(form, field), name).to.equal(true);
        expect(isInSight(form, field.closest('.field')!.querySelector('label')!), `${name}: label`).to.equal(
          true,
        );
        expect(form.focused === option).to.equal(true);
      }
    });

  for (const { category, width, height } of casesHere(
    inWindows('sexual_harassment', 'hate_violence_discrimination'),
  ))
    it(`is whom to call, in view under « Oui », ${category}, ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const form = await FormHarness.mount();
      await form.reachWhere(category);
      await form.locate('https://exemple.fr/page');
      const option = form.input(choice('questions.fearNow', 'yes'))!;
      // As a finger finds it: at the lower edge of what is in view.
      option.closest('.option')!.scrollIntoView({ block: 'end' });
      option.focus({ preventScroll: true });
      await form.choose('questions.fearNow', 'yes');
      await until(() => form.find(`${BODY} fieldset + .notice`), 'the notice');
      await nextFrame();
      const calls = [...form.root.querySelectorAll(`${BODY} fieldset + .notice a`)];
      expect(calls.length).to.be.greaterThan(1);
      for (const call of calls) expect(isInSight(form, call), call.textContent).to.equal(true);
      expect(isInSight(form, option), 'the answer').to.equal(true);
      expect(form.focused === option).to.equal(true);
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

describe('what takes focus', () => {
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => {
    document.documentElement.style.fontSize = '';
  });

  it('begins a new view at its top, also where all of the dialog scrolls', async () => {
    for (const [fontSize, isLow] of [
      ['100%', false],
      ['200%', true],
    ] as const) {
      await setViewport({ width: 390, height: 640 });
      document.documentElement.style.fontSize = fontSize;
      const form = await FormHarness.mount();
      await form.open();
      await form.choose('category', 'unsure');
      expect(form.dialog.classList.contains('low')).to.equal(isLow);
      const scroller = isLow ? form.dialog : form.find(BODY)!;
      scroller.scrollTop = 200;
      expect(scroller.scrollTop).to.equal(200);
      await form.continueTo(WHERE);
      await form.element.updateComplete;
      expect(scroller.scrollTop).to.equal(0);
      expect(form.focused).to.equal(form.find(HEADING));
    }
  });

  it('leaves the view where it is if it is a field that was added', async () => {
    await setViewport({ width: 390, height: 640 });
    const form = await FormHarness.mount();
    await form.reachWhere();
    // The dialog glides in, and moves the fields with it.
    await Promise.all(form.dialog.getAnimations().map(({ finished }) => finished));
    await form.choose('where', 'elsewhere');
    await form.press('Ajouter un autre lien');
    const last = form.find(named('addresses.1'))!;
    const body = form.find(BODY)!;
    // The last field at the upper edge, so that there is room below it.
    body.scrollTop += boxOf(last).top - boxOf(body).top - 80;
    await nextFrame();
    const { top } = boxOf(last);
    await form.press('Ajouter un autre lien');
    expect(form.focused).to.equal(form.find(named('addresses.2')));
    // The engines round where a view scrolls to.
    expect(boxOf(last).top).to.be.closeTo(top, 2);
  });

  it('is looked for once: whoever scrolls on is not taken back', async () => {
    await setViewport({ width: 390, height: 480 });
    const form = await FormHarness.mount();
    await form.reachWhere();
    const body = form.find(BODY)!;
    // A hand is slower: WebKit's own thread of scrolling must have heard of the new view's place.
    await nextFrame();
    await nextFrame();
    await form.choose('where', 'elsewhere');
    await until(() => body.scrollTop > 0, 'the field did not come into view');
    body.scrollTop = 0;
    form.element.requestUpdate();
    await form.element.updateComplete;
    expect(body.scrollTop).to.equal(0);
  });

  for (const [what, answer, name] of [
    ['a text', 'elsewhere', 'addresses.0'],
    ['a choice', '', 'where'],
  ] as const)
    it(`has its name in sight where an error leads to it: ${what}`, async () => {
      await setViewport({ width: 390, height: 740 });
      const form = await FormHarness.mount();
      await form.reachWhere();
      if (answer) await form.choose('where', answer);
      await form.press('Continuer');
      await until(() => form.focused?.matches('.summary-title'), 'the errors have no focus');
      form.find(BODY)!.scrollTop = form.find(BODY)!.scrollHeight;
      form.find(`${ERRORS} li a`)!.click();
      const field = form.find(named(name))!;
      expect(form.focused).to.equal(field);
      const label =
        field.closest('fieldset')?.querySelector('legend') ?? form.find(`label[for="${field.id}"]`)!;
      expect(isInSight(form, label)).to.equal(true);
      expect(isInSight(form, field)).to.equal(true);
    });

  it('is the heading of a form in the page, all of which comes into view', async () => {
    await setViewport({ width: 800, height: 900 });
    const form = await FormHarness.mount({}, 'cliquez-signalez-form');
    await form.open();
    const gap = document.createElement('div');
    gap.style.height = '3000px';
    form.element.before(gap);
    try {
      scrollTo(0, 0);
      await form.element.open();
      await until(() => form.focused === form.find(HEADING), 'the heading has no focus');
      const { top, bottom, height } = boxOf(form.find(PANEL)!);
      expect(top).to.be.at.least(-1);
      expect(Math.min(bottom, top + height)).to.be.at.most(Math.max(innerHeight + 1, height + 1));
    } finally {
      gap.remove();
      scrollTo(0, 0);
    }
  });
});

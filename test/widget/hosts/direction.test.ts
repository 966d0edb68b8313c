// Direction: the widget follows the direction of its own language, not the page's. Its position depends on the page.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { BACK, BODY, CLOSE, Driver, EXIT, LAUNCHER, named, REFERENCE } from '../../../demo/gallery/driver.ts';
import { STATES } from '../../../demo/gallery/states.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import { breakReceiver, FormHarness, type Attributes } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';
import { thirdHere } from '../../setup/every-here.ts';
import { findLosses } from './losses.ts';

before(() => includeLanguage('ar'));

/** Brings a widget to a state of the gallery, in a language. */
async function reach(name: string, attributes: Attributes): Promise<FormHarness> {
  const state = STATES.find((each) => each.name === name)!;
  const form = await FormHarness.mount({ ...state.attributes, ...attributes });
  await breakReceiver({ mode: state.fault ?? 'none' });
  await state.reach(new Driver(form.element));
  for (const animation of form.root.getAnimations())
    if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  return form;
}

/** The middle of an element, from the left. */
function middle(form: FormHarness, selector: string): number {
  const { left, width } = form.find(selector)!.getBoundingClientRect();
  return left + width / 2;
}

const directionOf = (form: FormHarness, selector: string): string =>
  getComputedStyle(form.find(selector)!).direction;

/** The letters and digits of a text's first line, in visual order from left to right. */
const seen = (element: Element): string => linesOf(element)[0] ?? '';

/** The runs of Latin letters and digits in a text, with what stands between them, each in visual order. */
const runsIn = (element: Element): string[] =>
  linesOf(element).flatMap((line) => line.match(/[\x21-\x7E]+/g) ?? []);

/** The letters and digits of each line, in visual order from left to right. */
function linesOf(element: Element): string[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const places: { letter: string; left: number; top: number }[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const [index, letter] of [...text.nodeValue!].entries()) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const { left, top, width } = range.getBoundingClientRect();
      if (width > 0 && /\S/.test(letter)) places.push({ letter, left, top });
    }
  }
  const lines = new Map<number, typeof places>();
  for (const place of places) {
    const top = [...lines.keys()].find((known) => Math.abs(known - place.top) < 8) ?? place.top;
    lines.set(top, [...(lines.get(top) ?? []), place]);
  }
  return [...lines.values()].map((line) =>
    line
      .toSorted((one, other) => one.left - other.left)
      .map(({ letter }) => letter)
      .join(''),
  );
}

/** Expects at least this many numbers, once they have loaded, each shown in the order of dialling. */
async function expectInOrder(form: FormHarness, selector: string, least: number): Promise<void> {
  const numbers = (): Element[] => [...form.root.querySelectorAll(selector)];
  await until(() => numbers().length >= least, `there are fewer than ${least} numbers`);
  for (const number of numbers()) expect(seen(number)).to.equal(number.textContent?.replace(/\s/g, ''));
}

const PAGES = {
  'a page from right to left': () => (document.documentElement.dir = 'rtl'),
  'a page whose style runs from right to left': () => {
    document.documentElement.style.direction = 'rtl';
    document.body.style.direction = 'rtl';
  },
};

describe('direction', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.removeAttribute('style');
    document.body.style.direction = '';
  });

  for (const [where, turn] of Object.entries(PAGES)) {
    it(`runs from left to right in French on ${where}`, async () => {
      turn();
      const form = await reach('where-error', {});
      await executeServerCommand('screenshot', { name: `direction/fr-${where.replaceAll(' ', '-')}` });
      for (const part of [LAUNCHER, 'dialog', BODY, 'h2', '.option', '.footer'])
        expect(directionOf(form, part), part).to.equal('ltr');
      expect(middle(form, BACK)).to.be.below(middle(form, EXIT));
      expect(middle(form, EXIT)).to.be.below(middle(form, CLOSE));
      expect(middle(form, '.progress :first-child')).to.be.below(middle(form, '.progress :last-child'));
      expect(seen(form.find('h2')!)).to.match(/^Où.*\?$/);
      expect(getComputedStyle(form.find(`${BACK} svg`)!).scale).to.equal('none');
    });
  }

  it('runs from right to left in such a language on a French page, and turns what points somewhere', async () => {
    const form = await reach('where-error', { lang: 'ar' });
    await executeServerCommand('screenshot', { name: 'direction/ar-where-error' });
    for (const part of [LAUNCHER, 'dialog', BODY, 'h2', '.option', '.footer'])
      expect(directionOf(form, part), part).to.equal('rtl');
    expect(form.dialog.lang).to.equal('ar');
    expect(getComputedStyle(form.element.parentElement!).direction).to.equal('ltr');

    expect(middle(form, BACK)).to.be.above(middle(form, EXIT));
    expect(middle(form, EXIT)).to.be.above(middle(form, CLOSE));
    expect(middle(form, '.progress :first-child')).to.be.above(middle(form, '.progress :last-child'));
    expect(middle(form, '.option input')).to.be.above(middle(form, '.option label'));
    expect(middle(form, `${LAUNCHER} .icon`)).to.be.above(middle(form, `${LAUNCHER} .label`));
    expect(seen(form.find('h2')!)).to.match(/^؟/);
    const turned = (selector: string): string => getComputedStyle(form.find(selector)!).scale;
    expect(turned(`${BACK} svg`)).to.equal('-1 1');
    expect(turned(`${EXIT} svg`)).to.equal('-1 1');
    for (const still of [`${CLOSE} svg`, `${LAUNCHER} svg`, '.error svg'])
      expect(turned(still), still).to.equal('none');
  });

  it('keeps addresses and numbers from left to right in such a language', async () => {
    const where = await reach('where-error', { lang: 'ar', 'page-url': 'https://gazette.example/2026/11' });
    expect(seen(where.find('.option bdi')!)).to.equal('https://gazette.example/2026/11');
    expect(getComputedStyle(where.find(named('addresses.0'))!).direction).to.equal('ltr');

    const what = await reach('what', { lang: 'ar' });
    await expectInOrder(what, '.emergency .call b', 3);

    const check = await reach('check', { lang: 'ar', 'page-url': 'https://gazette.example/2026/11' });
    const address = [...check.root.querySelectorAll('.rows bdi')].find((each) =>
      each.textContent?.includes('://'),
    )!;
    expect(seen(address)).to.equal('https://gazette.example/2026/11');

    const sent = await reach('sent', { lang: 'ar' });
    await executeServerCommand('screenshot', { name: 'direction/ar-sent' });
    // A number that starts with digits, which set no direction.
    const output = sent.find(REFERENCE)!;
    output.textContent = '1234-ABCD';
    expect(seen(output)).to.equal('1234-ABCD');
    sent.find('.aim-talk > summary')!.click();
    await sent.wait('.aim-talk .help');
    await expectInOrder(sent, '.help a[href^="tel:"] b', 3);
    const inAustria = await reach('sent', { lang: 'ar', country: 'AT' });
    (await inAustria.wait('.aim-talk > summary')).click();
    await inAustria.wait('.aim-talk .help');
    await expectInOrder(inAustria, '.help a[href^="tel:"] b', 2);
  });

  it('keeps names, hosts and numbers whole within Arabic sentences', async () => {
    const what = await reach('what-folds', { lang: 'ar', endpoint: 'https://hotline.example/v1/reports' });
    // The service's name stands after its word, so on its left; its own letters run from left to right.
    expect(seen(what.find('.service')!)).to.match(/^PointdeContact\p{Script=Arabic}+$/u);
    const check = await reach('check-full', { lang: 'ar', endpoint: 'https://hotline.example/v1/reports' });
    const privacy = check.find('.terms p + p')!;
    expect(runsIn(privacy).join(' '))
      .to.match(/PointdeContact/)
      .and.to.match(/localhost/);
    for (const small of what.root.querySelectorAll('.help small'))
      for (const host of small.textContent.match(/[\w.-]+\.\w+(?:\/\S*)?/g) ?? [])
        expect(runsIn(small).join(' '), host).to.include(host);
  });

  it('keeps hosts and names that begin with digits whole too, in rows of help and in sentences', async () => {
    const sent = await reach('sent', { lang: 'ar' });
    sent.find('.aim-talk > summary')!.click();
    await sent.wait('.aim-talk .help');
    const hosts = (): (string | null)[] =>
      [...sent.root.querySelectorAll('.help small bdi[dir="ltr"]')].map((bdi) => {
        expect(seen(bdi)).to.equal(bdi.textContent);
        return bdi.textContent;
      });
    await until(() => hosts().includes('3018.fr'), 'no row has 3018.fr');

    const attributes = {
      lang: 'ar',
      endpoint: 'https://hotline.example/v1/reports',
      hotline: '3018 - e-Enfance',
    };
    const what = await reach('what-folds', attributes);
    await executeServerCommand('screenshot', { name: 'direction/ar-names' });
    expect(seen(what.find('.service')!)).to.match(/^3018-e-Enfance\p{Script=Arabic}+$/u);
    const sentences = [...what.root.querySelectorAll('p')].filter(
      (each) => each.textContent.includes('3018 - e') && each.checkVisibility(),
    );
    expect(sentences.length).to.be.at.least(1);
    for (const sentence of sentences) {
      // A name may go on in the next line, after its hyphen.
      sentence.style.whiteSpace = 'nowrap';
      expect(linesOf(sentence).join(' ')).to.include('3018-e-Enfance');
    }

    const host = await reach('what', { ...attributes, hotline: '3018.fr' });
    expect(seen(host.find('.service')!)).to.match(/^3018\.fr\p{Script=Arabic}+$/u);
  });

  it('shows what was typed as it was typed, in the form and in its review', async () => {
    const form = await reach('details-error', { lang: 'ar' });
    const driver = new Driver(form.element);
    const details = (): HTMLElement => form.find(named('details'))!;
    expect(getComputedStyle(form.find(named('email'))!).direction).to.equal('ltr');
    for (const [text, direction] of [
      ['', 'rtl'],
      ['Deux mots.', 'ltr'],
      ['كلمتان.', 'rtl'],
    ] as const) {
      await driver.fill('details', text);
      await driver.until(() => getComputedStyle(details()).direction === direction, `${direction}: ${text}`);
    }

    const check = await reach('check-full', { lang: 'ar' });
    const latin = [...check.root.querySelectorAll('bdi')].filter(
      (each) => each.checkVisibility() && !/\p{Script=Arabic}/u.test(each.textContent),
    );
    expect(latin.length).to.be.at.least(8);
    for (const bdi of latin)
      for (const line of linesOf(bdi)) expect(bdi.textContent.replace(/\s/g, '')).to.include(line);
    expect(directionOf(check, 'pre')).to.equal('ltr');
  });

  it('puts the bar of a chosen row, the list’s answer and the steps that are done on the right', async () => {
    const chosen = await reach('what-chosen', { lang: 'ar' });
    const bar = getComputedStyle(chosen.find('.option:has(:checked)')!, '::before');
    expect([bar.right, bar.width]).to.deep.equal(['0px', '4px']);

    const place = await reach('where-place-messaging', { lang: 'ar' });
    expect(directionOf(place, 'select')).to.equal('rtl');
    expect(middle(place, '[part~=segment-done]')).to.be.above(
      middle(place, '[part~=segment]:not([part~=segment-done])'),
    );

    const error = await reach('where-error', { lang: 'ar' });
    const wrong = getComputedStyle(error.find('.wrong')!);
    expect([wrong.borderRightWidth, wrong.borderLeftWidth]).to.deep.equal(['4px', '0px']);
  });

  for (const [placement, atEnd] of [
    ['bottom-end', true],
    ['bottom-start', false],
    ['middle-end', true],
    ['middle-start', false],
  ] as const) {
    it(`floats at the page's own ${placement}, whatever the widget's language`, async () => {
      for (const [dir, lang] of [
        ['ltr', 'fr'],
        ['ltr', 'ar'],
        ['rtl', 'fr'],
        ['rtl', 'ar'],
      ] as const) {
        document.documentElement.dir = dir;
        const form = await FormHarness.mount({ variant: 'floating', placement, lang });
        const { left, right } = form.launcher.getBoundingClientRect();
        const isRight = (left + right) / 2 > innerWidth / 2;
        expect(isRight, `${lang} on a page ${dir}`).to.equal(atEnd === (dir === 'ltr'));
        expect(directionOf(form, LAUNCHER)).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      }
    });
  }

  for (const name of thirdHere([
    'closed',
    'closed-bar',
    'what-folds',
    'where-remark-cut',
    'where-place-messaging',
    'details-conditional',
    'details-error',
    'check-full',
    'failure',
    'discard',
    'sent',
    'page-error',
    'inline',
  ])) {
    it(`loses nothing from right to left: ${name}`, async () => {
      const form = await reach(name, { lang: 'ar' });
      expect(findLosses(form.root)).to.deep.equal([]);
    });
  }
});

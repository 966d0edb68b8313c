// The emergency line of the first step: under its title, before the choices, on one line where the width allows.

import { expect } from '@open-wc/testing';
import { named } from '../../../demo/gallery/driver.ts';
import { FormHarness, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

/** The height of one row of numbers, and of two rows with the gap between them. */
const ONE_ROW_PX = 50;
const TWO_ROWS_PX = 104;

describe('the emergency line', () => {
  let frame: HTMLIFrameElement;

  before(async () => {
    // A frame is used because a window cannot be as narrow as some phones.
    frame = document.createElement('iframe');
    Object.assign(frame, { title: 'A window', src: '/test/widget/a11y/narrow.html', height: '844' });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  });
  after(() => frame.remove());

  async function open(width: number, attributes: Attributes = {}): Promise<FormHarness> {
    frame.width = `${width}`;
    // WebKit applies media queries for the new width on the frame's next rendering.
    await new Promise((resolve) => frame.contentWindow!.requestAnimationFrame(resolve));
    const form = await FormHarness.mount(attributes, 'cliquez-signalez', frame.contentDocument!);
    await form.open();
    for (const animation of form.root.getAnimations()) animation.finish();
    return form;
  }

  const isBefore = (one: Element, other: Element): boolean =>
    Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const line = (form: FormHarness): HTMLElement => form.find('.emergency')!;

  for (const [width, most] of [
    [1280, ONE_ROW_PX],
    [390, ONE_ROW_PX],
    [320, TWO_ROWS_PX],
  ] as const) {
    for (const lang of ['fr', 'en']) {
      it(`stands between title and choices, and is low: ${width} px, ${lang}`, async () => {
        const form = await open(width, { lang });
        await until(() => form.heading.startsWith(lang === 'fr' ? 'Que ' : 'What'), 'step 1 did not show');
        const title = form.find('h2')!;
        expect(isBefore(title, line(form)) && isBefore(line(form), form.find('.intro')!)).to.equal(true);
        const { top, height } = line(form).getBoundingClientRect();
        expect(height).to.be.at.most(most);
        // No element separates the title from the line.
        expect(top - title.getBoundingClientRect().bottom).to.be.within(0, 24);
        expect(form.root.querySelectorAll('.emergency').length).to.equal(1);
      });
    }
  }

  it('leaves the first choice in the upper half of a phone', async () => {
    const form = await open(390);
    const choice = form.find('.option')!.getBoundingClientRect();
    expect(choice.top).to.be.below(422);
  });

  it('stands under the title where all steps are on one page, once', async () => {
    const form = await open(390, { flow: 'page' });
    await until(() => form.find(named('role')), 'the page did not come');
    expect(form.root.querySelectorAll('.emergency').length).to.equal(1);
    expect(isBefore(form.find('h2')!, line(form))).to.equal(true);
    expect(isBefore(line(form), form.find(named('role'))!)).to.equal(true);
    expect(line(form).getBoundingClientRect().height).to.be.at.most(ONE_ROW_PX);
  });
});

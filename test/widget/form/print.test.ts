// An open form on paper: the sheet begins with the first line of the view, even if the screen is scrolled.

import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands';
import { BODY } from '../../../demo/gallery/driver.ts';
import { FormHarness, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const isVisible = (element: Element): boolean => element.checkVisibility();

describe('an open form that is printed', () => {
  /** Only Chromium can emulate print media. */
  let canPrint = false;

  before(async () => {
    canPrint = await executeServerCommand<boolean, object>('media-features', {});
  });
  afterEach(async () => {
    if (!matchMedia('print').matches) return;
    await emulateMedia({ media: 'screen' });
    await setViewport({ width: 1024, height: 768 });
  });

  /** The first line of the view on the sheet: its top, and whether it is cut off. */
  function topOnPaper(form: FormHarness): number {
    const first = [...form.root.querySelectorAll(`${BODY} h2, ${BODY} .count`)].find(isVisible)!;
    const { top } = first.getBoundingClientRect();
    const { top: edge } = form.dialog.getBoundingClientRect();
    expect(edge, 'the top of the form').to.be.at.least(0);
    return top + scrollY;
  }

  for (const [width, height] of [
    [1024, 768],
    [390, 600],
    [800, 360],
  ] as const) {
    it(`keeps its top, and all of it: step 1 and step 2, ${width} × ${height}`, async () => {
      if (!canPrint) return;
      await setViewport({ width, height });
      const form = await FormHarness.mount();
      await form.open();
      await form.reach(WHAT);
      const scroll = (): void => {
        for (const box of [form.dialog, form.find(BODY)!]) box.scrollTop = 10_000;
      };
      const expectWhole = async (): Promise<void> => {
        scroll();
        await emulateMedia({ media: 'print' });
        expect(topOnPaper(form)).to.be.within(0, 120);
        const body = form.find(BODY)!;
        // No content is left in a part that needs scrolling.
        expect(body.scrollHeight - body.clientHeight).to.be.at.most(1);
        expect(form.dialog.scrollHeight - form.dialog.clientHeight).to.be.at.most(1);
        await emulateMedia({ media: 'screen' });
      };
      await expectWhole();
      await until(() => form.root.querySelectorAll('details').length > 1, 'the later steps did not come');
      await expectWhole();
      await form.choose('category', 'child_sexual_abuse');
      await form.continueTo(WHERE);
      await expectWhole();
    });
  }
});

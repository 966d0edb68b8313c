// Engines without relative colours or light-dark(): fixed colours keep the contrast promise, whatever the seeds.

import { expect } from '@open-wc/testing';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { contrast, type Palette } from '../../../src/widget/theme/measure.ts';
import { PAIRS, ratioOf } from '../../../src/widget/theme/promises.ts';
import { FormHarness } from '../form/form-harness.ts';
import { paint, TokenReader } from './painted.ts';

/** A feature that an engine may lack, and a way to disable it in this engine. */
const LACKING = [
  ['relative colours', 'color(from', 'color(later'],
  ['light-dark()', 'light-dark(', 'later-dark('],
] as const;

/** Style sheets as read by an engine that does not know some keywords. */
const withoutWords = (sheets: readonly CSSStyleSheet[], word: string, spoiled: string): CSSStyleSheet[] =>
  sheets.map((sheet) => {
    const text = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
    const copy = new CSSStyleSheet();
    copy.replaceSync(text.replaceAll(word, spoiled));
    return copy;
  });

const broken = (palette: Palette): string[] =>
  PAIRS.filter((pair) => ratioOf(pair, palette) < pair.minimum).map(
    ({ front, back }) => `${front} on ${back}`,
  );

for (const [what, word, spoiled] of LACKING) {
  describe(`without ${what}`, () => {
    for (const scheme of ['light', 'dark']) {
      it(`every pair keeps its contrast, whatever the seeds, ${scheme}`, async () => {
        const form = await FormHarness.mount({ scheme });
        await form.open();
        const { root } = form;
        expect(root.adoptedStyleSheets.some((sheet) => has(sheet, word))).to.equal(true);
        root.adoptedStyleSheets = withoutWords(root.adoptedStyleSheets, word, spoiled);

        const label = getComputedStyle(form.find('[part="launcher-label"]')!).color;
        const { backgroundColor, borderTopColor } = getComputedStyle(form.launcher);
        const [onFill = '', fill = '', edge = ''] = paint([label, backgroundColor, borderTopColor]);
        expect([onFill, fill, edge]).to.deep.equal(['#ffffff', '#1d4bce', '#1d4bce']);
        expect(contrast(onFill, fill)).to.be.at.least(7);

        const panel = getComputedStyle(form.find(PANEL)!);
        const [text = '', paper = ''] = paint([panel.color, panel.backgroundColor]);
        expect(contrast(text, paper)).to.be.at.least(7);

        const reader = new TokenReader(form.element);
        const before = reader.palette({});
        expect(before.fill).to.equal(fill);
        expect(broken(before)).to.deep.equal([]);
        expect(reader.palette({ accent: '#ffcc00', surface: '#000000', danger: '#ffffff' })).to.deep.equal(
          before,
        );
      });
    }

    it('a bar and a link keep their contrast', async () => {
      const bar = await FormHarness.mount({ variant: 'bar' });
      bar.root.adoptedStyleSheets = withoutWords(bar.root.adoptedStyleSheets, word, spoiled);
      const box = getComputedStyle(bar.find('.box')!);
      const [text = '', paper = '', line = ''] = paint([box.color, box.backgroundColor, box.borderTopColor]);
      expect(contrast(text, paper)).to.be.at.least(7);
      expect(contrast(line, paper)).to.be.at.least(3);

      const link = await FormHarness.mount({ variant: 'link' });
      link.root.adoptedStyleSheets = withoutWords(link.root.adoptedStyleSheets, word, spoiled);
      const { color } = getComputedStyle(link.find('[part="launcher-label"]')!);
      expect(paint([color])).to.deep.equal(paint(['LinkText']));
    });
  });
}

function has({ cssRules }: CSSStyleSheet, word: string): boolean {
  return [...cssRules].some(({ cssText }) => cssText.includes(word));
}

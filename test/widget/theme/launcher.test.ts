// The button on the page, in its variants: its fill at rest, under the pointer and pressed, its edge, its label.

import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { contrast, paletteOf } from '../../../src/widget/theme/measure.ts';
import { FormHarness } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';
import { paint } from './painted.ts';

const ACCENTS = [
  '#1f4fd8',
  '#ffcc00',
  '#e91e63',
  '#808080',
  '#000000',
  '#ffffff',
  '#526ce0',
  'oklch(60% 0.4 30)',
];
const SURFACES = ['#ffffff', '#000000', '#808080', '#ffff00', '#0000ff'];

/** The current colours of a launcher in the engine. */
function seen(form: FormHarness): { label: string; fill: string; edge: string; page: string } {
  const { backgroundColor, borderTopColor } = getComputedStyle(form.launcher);
  const { color } = getComputedStyle(form.find('[part="launcher-label"]')!);
  const page = getComputedStyle(document.body).backgroundColor;
  // A link has neither fill nor edge: the page is its background.
  const onPage = (colour: string): string => (colour === 'rgba(0, 0, 0, 0)' ? page : colour);
  const colours = [color, backgroundColor, borderTopColor, page].map(onPage);
  const [label = '', fill = '', edge = '', canvas = ''] = paint(colours);
  return { label, fill, edge, page: canvas };
}

async function point({ launcher }: FormHarness): Promise<void> {
  const { x, y, width, height } = launcher.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

for (const scheme of ['light', 'dark'] as const) {
  describe(`the button on the page, ${scheme}`, () => {
    before(() => {
      Object.assign(document.documentElement.style, { colorScheme: scheme });
      Object.assign(document.body.style, { background: 'Canvas', color: '#b00020', margin: '40px' });
    });
    after(() => {
      document.documentElement.removeAttribute('style');
      document.body.removeAttribute('style');
    });

    it('reads at 7:1 at rest, under the pointer and pressed, and its edge shows on the page', async () => {
      const form = await FormHarness.mount();
      const fills = new Map<string, Set<string>>(ACCENTS.map((accent) => [accent, new Set()]));
      for (const state of ['rest', ':hover', ':active']) {
        if (state === ':hover') await point(form);
        if (state === ':active') await sendMouse({ type: 'down' });
        if (state !== 'rest') await until(() => form.launcher.matches(state), `the button is not ${state}`);
        for (const accent of ACCENTS) {
          form.element.style.setProperty('--cs-accent', accent);
          const { label, fill, edge, page } = seen(form);
          expect(contrast(label, fill), `${accent} ${state}`).to.be.at.least(7);
          expect(contrast(edge, page), `${accent} ${state}, edge`).to.be.at.least(3);
          fills.get(accent)!.add(fill);
        }
      }
      // The pointer is released elsewhere: on the button it would be a click.
      await sendMouse({ type: 'move', position: [0, 0] });
      await sendMouse({ type: 'up' });
      await resetMouse();
      for (const [accent, { size }] of fills)
        expect(size, accent).to.be.at.least(/^#(0|f){6}$/.test(accent) ? 1 : 3);
    });

    it('reads at 7:1 as a link on the page', async () => {
      const form = await FormHarness.mount({ variant: 'link' });
      for (const accent of ACCENTS) {
        form.element.style.setProperty('--cs-accent', accent);
        const { label, page } = seen(form);
        expect(contrast(label, page), accent).to.be.at.least(7);
      }
    });

    it('reads at 7:1 as a bar, with the text beside it', async () => {
      const form = await FormHarness.mount({ variant: 'bar' });
      const bar = form.find('.box')!;
      for (const [index, surface] of SURFACES.entries()) {
        form.element.style.setProperty('--cs-surface', surface);
        form.element.style.setProperty('--cs-accent', ACCENTS[index]!);
        const { backgroundColor, borderTopColor } = getComputedStyle(bar);
        const [text = '', paper = '', line = ''] = paint([
          getComputedStyle(bar.querySelector('b')!).color,
          backgroundColor,
          borderTopColor,
        ]);
        expect(contrast(text, paper), surface).to.be.at.least(7);
        expect(contrast(line, paper), surface).to.be.at.least(3);
        const { label, fill, edge } = seen(form);
        expect(contrast(label, fill), surface).to.be.at.least(7);
        expect(contrast(edge, paper), surface).to.be.at.least(3);
      }
    });

    it('takes the colour of the page’s text where it is « discret », unless an accent is given', async () => {
      const form = await FormHarness.mount({ theme: 'discret' });
      const fillOf = (accent: string): string =>
        paletteOf({ accent, surface: '#ffffff', danger: '#ffffff', scheme }).fill;
      for (const [seed, accent] of [
        ['', '#b00020'],
        ['#ffcc00', '#ffcc00'],
        ['currentcolor', '#b00020'],
      ] as const) {
        form.element.style.setProperty('--cs-accent', seed);
        const { label, fill } = seen(form);
        expect(fill, seed).to.equal(fillOf(accent));
        expect(contrast(label, fill)).to.be.at.least(7);
      }
    });
  });
}

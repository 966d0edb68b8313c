// A typo in a seed does no harm: with each preset, the widget looks as it does without that seed.

import { expect } from '@open-wc/testing';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { PRESET_NAMES } from '../../../src/widget/theme/presets.ts';
import { SEEDS, type SeedName } from '../../../src/widget/theme/seeds.ts';
import { FormHarness } from '../form/form-harness.ts';
import { casesHere } from '../../setup/every-here.ts';

/** Values that do not parse as a seed's type. */
const TYPOS: Readonly<Record<keyof typeof SEEDS, readonly string[]>> = {
  '<color>': ['#12', 'blu', '12px', 'rgb(1, 2', 'oklch(red)', 'var(--not-there)', '"red"', 'red blue', ''],
  '<length>': ['12', 'big', '50%', '12 px', '#123', 'calc(1px * 2px)', 'var(--not-there)', ''],
  '<number>': ['1px', 'x', '50%', 'red', 'calc(1 + 1px)', 'var(--not-there)', ''],
  '*': ['var(--not-there)'],
};

const seeds = Object.entries(SEEDS).flatMap(([syntax, defaults]) =>
  (Object.keys(defaults) as SeedName[]).map((name) => ({ name, typos: TYPOS[syntax as keyof typeof SEEDS] })),
);

const valueIn = (form: FormHarness, name: string): string =>
  getComputedStyle(form.find('dialog')!.parentElement!).getPropertyValue(`--_cs-${name}`).trim();

describe('a typo in a seed', () => {
  afterEach(() => document.documentElement.removeAttribute('style'));

  it('can be made in thirteen seeds', () => {
    expect(seeds.length).to.equal(13);
  });

  for (const theme of casesHere(PRESET_NAMES)) {
    it(`leaves what « ${theme} » has, on the element and on the page`, async () => {
      const form = await FormHarness.mount({ theme });
      await form.open();
      for (const { name, typos } of seeds) {
        const before = valueIn(form, name);
        if (!name.startsWith('font')) expect(before, name).not.to.equal('');
        for (const place of [form.element, document.documentElement]) {
          for (const typo of typos) {
            place.style.setProperty(`--cs-${name}`, typo);
            expect(valueIn(form, name), `--cs-${name}: ${typo}`).to.equal(before);
          }
          place.style.removeProperty(`--cs-${name}`);
        }
      }
    });
  }

  it('in a font leaves the system’s, of a size that can be read', async () => {
    const form = await FormHarness.mount();
    await form.open();
    for (const name of ['font', 'font-heading', 'font-size'])
      form.element.style.setProperty(`--cs-${name}`, '12');
    for (const element of [form.launcher, form.find(PANEL)!, form.find('h2')!]) {
      const { fontFamily, fontSize } = getComputedStyle(element);
      expect(fontFamily).to.equal('system-ui, sans-serif');
      expect(Number.parseFloat(fontSize)).to.be.at.least(16);
    }
  });

  describe('where a page throws out its document’s own style sheets', () => {
    let sheets: CSSStyleSheet[];
    beforeEach(() => {
      sheets = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [];
    });
    afterEach(() => {
      document.adoptedStyleSheets = sheets;
    });
    const colours = ({ launcher }: FormHarness): string[] => {
      const { backgroundColor, borderColor } = getComputedStyle(launcher);
      const label = getComputedStyle(launcher.firstElementChild!).color;
      // Firefox and WebKit round the last digit differently where a colour has no type.
      return [backgroundColor, borderColor, label].map((colour) => colour.replace(/(\.\d{4})\d+/g, '$1'));
    };

    for (const theme of casesHere(PRESET_NAMES)) {
      it(`« ${theme} » keeps every colour, and those of the page`, async () => {
        document.adoptedStyleSheets = sheets;
        const form = await FormHarness.mount({ theme });
        for (const accent of ['', '#123456', 'oklch(60% .4 30)']) {
          form.element.style.setProperty('--cs-accent', accent);
          document.adoptedStyleSheets = sheets;
          const before = colours(form);
          document.adoptedStyleSheets = [];
          expect(colours(form)).to.deep.equal(before);
        }
      });
    }

    it('a typo leaves the page’s colour of text, with which it is read', async () => {
      const form = await FormHarness.mount();
      document.adoptedStyleSheets = [];
      form.element.style.setProperty('color', 'rgb(1, 2, 3)');
      form.element.style.setProperty('--cs-accent', 'blu');
      const [, border, label] = colours(form);
      expect(label).to.equal('rgb(1, 2, 3)');
      expect(border).to.equal('rgb(1, 2, 3)');
    });

    it('a typo is kept out again from the first sign that the button will be pressed', async () => {
      const form = await FormHarness.mount({ theme: 'presse' });
      const before = colours(form);
      document.adoptedStyleSheets = [];
      form.element.style.setProperty('--cs-accent', 'blu');
      await form.open();
      expect(colours(form)).to.deep.equal(before);
    });
  });

  it('is kept out by one style sheet, however often widgets come and go', async () => {
    const form = await FormHarness.mount();
    const sheets = [...document.adoptedStyleSheets];
    for (let round = 0; round < 3; round++) {
      form.element.remove();
      document.body.append(form.element);
    }
    await form.open();
    expect(document.adoptedStyleSheets).to.deep.equal(sheets);
  });

  it('is no typo where it can be read: each seed arrives', async () => {
    const form = await FormHarness.mount({ theme: 'contraste' });
    await form.open();
    const good: Readonly<Record<string, string>> = {
      '<color>': '#123456',
      '<length>': '7px',
      '<number>': '0.5',
    };
    for (const [syntax, defaults] of Object.entries(SEEDS)) {
      for (const name of Object.keys(defaults)) {
        const before = valueIn(form, name);
        document.documentElement.style.setProperty(`--cs-${name}`, good[syntax] ?? 'Georgia, serif');
        expect(valueIn(form, name), name).not.to.equal(before);
      }
    }
    expect(valueIn(form, 'radius')).to.equal('7px');
    expect(valueIn(form, 'font')).to.equal('Georgia, serif');
  });
});

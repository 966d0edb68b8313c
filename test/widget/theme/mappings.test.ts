// The mappings of design systems, with the real style sheets of Bootstrap and the DSFR and the variables of Material 3:
// in light and dark, every text on screen reads at 7:1, and the widget has the system's own corners and font.

import { expect } from '@open-wc/testing';
import { resetMouse, setViewport } from '@web/test-runner-commands';
import { FormHarness } from '../form/form-harness.ts';
import { faintIn, STATES } from './looks.ts';
import { casesHere } from '../../setup/every-here.ts';

/**
 * The baseline scheme of Material 3, of which no package here has the CSS: palette and shape of
 * material-components/material-web, tokens/versions/v0_192/_md-ref-palette.scss (primary40 and 80, neutral98 and 6,
 * error40 and 80) and _md-sys-shape.scss.
 */
const MATERIAL = `
  :root {
    --md-sys-color-primary: #6750a4; --md-sys-color-surface: #fef7ff; --md-sys-color-error: #b3261e;
    --md-ref-typeface-plain: Roboto; --md-ref-typeface-brand: Roboto;
    --md-sys-shape-corner-medium: 12px; --md-sys-shape-corner-full: 9999px; --md-sys-shape-corner-extra-small: 4px;
  }
  :root[data-material='dark'] {
    --md-sys-color-primary: #d0bcff; --md-sys-color-surface: #141218; --md-sys-color-error: #f2b8b5;
  }`;

interface System {
  readonly name: string;
  /** Its style sheet: an address, or text. */
  readonly css: string;
  /** The attribute of the page that makes it dark. */
  readonly attribute: string;
  /** Corners of the button, and the first font of its text. */
  readonly radius: string;
  readonly font: string;
}

const SYSTEMS: readonly System[] = [
  {
    name: 'bootstrap',
    css: '/node_modules/bootstrap/dist/css/bootstrap.css',
    attribute: 'data-bs-theme',
    radius: '6px',
    font: 'system-ui',
  },
  {
    name: 'dsfr',
    css: '/node_modules/@gouvfr/dsfr/dist/dsfr.css',
    attribute: 'data-fr-theme',
    radius: '0px',
    font: 'Marianne',
  },
  { name: 'material', css: MATERIAL, attribute: 'data-material', radius: '9999px', font: 'Roboto' },
];

/** Puts a style sheet into the page: by its address, so that its fonts come too, or as text. */
async function addStyles(css: string): Promise<void> {
  const isAddress = css.startsWith('/');
  const sheet = document.createElement(isAddress ? 'link' : 'style');
  sheet.className = 'design-system';
  if (sheet instanceof HTMLLinkElement) Object.assign(sheet, { rel: 'stylesheet', href: css });
  else sheet.textContent = css;
  const loaded = new Promise((done, fail) => {
    sheet.addEventListener('load', done);
    sheet.addEventListener('error', () => fail(new Error(`${css} does not load`)));
  });
  document.head.append(sheet);
  if (isAddress) await loaded;
}

/** A page that is made with a system, and takes our mapping. */
async function dress({ name, css, attribute }: System, scheme: string): Promise<void> {
  await addStyles(css);
  await addStyles(`/src/widget/theme/mappings/${name}.css`);
  document.documentElement.setAttribute(attribute, scheme);
}

function undress({ attribute }: System): void {
  for (const style of document.querySelectorAll('.design-system')) style.remove();
  document.documentElement.removeAttribute(attribute);
}

/** The states of looks.ts that tell most: texts at rest and chosen, and an error. */
const SEEN = ['rest', 'selected', 'error', 'field', 'hover'];

for (const system of SYSTEMS) {
  for (const scheme of ['light', 'dark']) {
    describe(`the mapping of ${system.name}, ${scheme}`, () => {
      before(() => setViewport({ width: 1000, height: 900 }));
      beforeEach(() => dress(system, scheme));
      afterEach(async () => {
        undress(system);
        await resetMouse();
      });

      it('knows every state that it looks at', () => {
        expect(Object.keys(STATES)).to.include.members(SEEN);
      });

      for (const state of casesHere(SEEN))
        it(`${state}: every text reads at 7:1, every line shows at 3:1`, async () => {
          const folder = `theme/${system.name}`;
          expect(await faintIn({ theme: 'signal', scheme, state }, { folder })).to.deep.equal([]);
        }).timeout(20_000);

      it('gives the system’s accent, corners and font', async () => {
        const form = await FormHarness.mount();
        const { borderRadius, fontFamily } = getComputedStyle(form.launcher);
        expect(borderRadius).to.equal(system.radius);
        expect(fontFamily.split(',')[0]).to.equal(system.font);
        document.documentElement.setAttribute(system.attribute, scheme === 'dark' ? 'light' : 'dark');
        const other = getComputedStyle(form.launcher).backgroundColor;
        document.documentElement.setAttribute(system.attribute, scheme);
        // Bootstrap has one primary for both.
        if (system.name === 'bootstrap')
          expect(getComputedStyle(form.launcher).backgroundColor).to.equal(other);
        else expect(getComputedStyle(form.launcher).backgroundColor).not.to.equal(other);
      });
    });
  }
}

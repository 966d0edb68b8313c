// Tests the detector of losses on prepared pages: it finds each kind, and reports none on sound pages.

import { expect } from '@open-wc/testing';
import { BODY } from '../../../demo/gallery/driver.ts';
import { FormHarness } from '../form/form-harness.ts';
import { findLosses } from './losses.ts';

/** A small page in a shadow root. */
function plant(content: string): ShadowRoot {
  const host = document.createElement('div');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>
      * { margin: 0; font: 16px/24px sans-serif; }
      .card { position: fixed; inset: 0 auto auto 0; inline-size: 300px; block-size: 200px; background: #eee; }
      button { display: block; min-block-size: 44px; }
    </style>${content}`;
  root.querySelector('dialog')?.showModal();
  return root;
}

const PLANTED: Readonly<Record<string, readonly [content: string, found: RegExp]>> = {
  'a text that a box of fixed height cuts': [
    '<div class="card"><p style="block-size: 20px; overflow: hidden">Une ligne<br />une autre</p></div>',
    /^cut off by p: « une autre »$/,
  ],
  'a text on one line that its box cuts at the side': [
    '<div class="card" style="overflow: clip"><p style="white-space: nowrap">Une phrase qui ne tient pas sur une seule ligne</p></div>',
    /^cut off by div\.card: « Une phrase/,
  ],
  'a control that is cut': [
    '<div class="card" style="overflow: hidden"><button style="margin-inline-start: 290px">…</button></div>',
    /^cut off by div\.card: button « … »$/,
  ],
  'a text before the beginning of what scrolls': [
    '<div class="card" style="overflow: auto"><p style="margin-block-start: -40px">Perdu</p></div>',
    /^out of reach in div\.card: « Perdu »$/,
  ],
  'a text before the beginning of what scrolls from right to left': [
    '<div class="card" dir="rtl" style="overflow: auto"><p style="margin-inline-start: -200px; white-space: nowrap">Perdu</p></div>',
    /^out of reach in div\.card: « Perdu »$/,
  ],
  'a text outside the window': [
    '<div class="card" style="inset-inline-start: -60px"><p>Un mot</p></div>',
    /^outside the window: « Un mot »$/,
  ],
  'a text outside the page': [
    '<p style="position: absolute; inset: -90px auto auto 0">Là-haut</p>',
    /^outside the page: « Là-haut »$/,
  ],
  'something to scroll sideways': [
    '<div class="card" style="overflow: auto"><p style="inline-size: 400px">Large</p></div>',
    /^scrolls sideways, 400 in 300: div\.card$/,
  ],
  'a window that is too low to see anything in': [
    '<div class="card" style="block-size: 30px; overflow: auto"><p>Un</p><p>Deux</p></div>',
    /^scrolls in 30 px: div\.card$/,
  ],
  'a control over another': [
    '<div class="card"><button>Un</button><button style="margin-block-start: -20px">Deux</button></div>',
    /^button « Un » over button « Deux »$/,
  ],
  'a text over another': [
    '<div class="card"><p style="block-size: 24px">Une ligne<br />encore une</p><p>Dessous</p></div>',
    /^« encore une » over « Dessous »$/,
  ],
  'a text over another, far down in what scrolls': [
    '<div class="card" style="overflow: auto"><div style="block-size: 900px"></div><p style="block-size: 0">Un</p><p>Deux</p></div>',
    /^« Un » over « Deux »$/,
  ],
  'a text that stands out of its button': [
    '<div class="card"><button style="inline-size: 40px; padding: 0; white-space: nowrap">Une longue phrase</button></div>',
    /^spilt out of button « Une longue phrase »: « Une longue phrase »$/,
  ],
  'a field that is too low for its letters': [
    '<div class="card"><input style="block-size: 14px" /></div>',
    /^cuts itself off: input$/,
  ],
  'a list that is too narrow for its answer': [
    '<div class="card"><select style="inline-size: 100px"><option>Une longue réponse à lire</option></select></div>',
    /^cuts itself off: select$/,
  ],
  'a text without a place': [
    '<div class="card"><p style="font-size: 0">Rien</p></div>',
    /^vanished: « Rien »$/,
  ],
};

const SOUND: Readonly<Record<string, string>> = {
  'text that wraps':
    '<div class="card"><p>Une phrase qui ne tient pas sur une seule ligne, mais sur deux, ou trois</p></div>',
  'text that one scrolls to, and what lies under it elsewhere':
    '<div class="card" style="overflow: auto"><div style="block-size: 300px"></div><p>En bas</p></div><div style="position: fixed; inset: 302px auto auto 0">Ailleurs</div>',
  'text that one scrolls to from right to left':
    '<div class="card" dir="rtl" style="overflow: auto"><div style="block-size: 900px"></div><p>En bas</p></div>',
  'what is folded':
    '<div class="card"><details><summary>Replié</summary><p>Dedans</p></details><p>Dessous</p></div>',
  'what is kept for the ears':
    '<div class="card"><p style="position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)">Une annonce</p></div>',
  'a list whose answer is said in full below it':
    '<div class="card"><select style="inline-size: 100px" aria-describedby="said"><option>Une longue réponse à lire</option></select><p id="said">Une longue réponse à lire, donc</p></div>',
  'what is behind a dialog':
    '<p style="position: fixed; inset: 0 auto auto 0">Derrière</p><dialog style="inset: 0 auto auto 0; margin: 0; padding: 0; border: 0"><p>Devant</p></dialog>',
  'what has no box, in what is hidden': '<div class="card"><p hidden><slot>Caché</slot></p></div>',
  'what is hidden':
    '<div class="card" style="overflow: hidden"><p hidden>Caché</p><p style="visibility: hidden; margin-inline-start: 900px">Caché</p></div>',
};

describe('the detector of losses', () => {
  let root: ShadowRoot | undefined;
  afterEach(() => root?.host.remove());

  for (const [what, [content, found]] of Object.entries(PLANTED)) {
    it(`finds ${what}`, () => {
      root = plant(content);
      const losses = findLosses(root);
      expect(
        losses.some((loss) => found.test(loss)),
        losses.join('\n'),
      ).to.equal(true);
    });
  }

  for (const [what, content] of Object.entries(SOUND)) {
    it(`finds nothing in ${what}`, () => {
      root = plant(content);
      expect(findLosses(root)).to.deep.equal([]);
    });
  }

  it('finds what a bad rule does to the widget', async () => {
    const form = await FormHarness.mount();
    await form.open();
    for (const animation of form.root.getAnimations()) animation.finish();
    expect(findLosses(form.root)).to.deep.equal([]);
    for (const [rule, found] of [
      [`${BODY} { overflow: hidden }`, /^cut off by div\.body: «/],
      [
        '.header { flex-wrap: nowrap } .header * { white-space: nowrap; flex: none; font-size: 40px }',
        /cut off by/,
      ],
      ['.option { block-size: 30px; min-block-size: 0 }', /« .* » over « /],
      [`${BODY} { min-inline-size: 700px }`, /cut off by/],
    ] as const) {
      const bad = new CSSStyleSheet();
      bad.replaceSync(rule);
      form.root.adoptedStyleSheets.push(bad);
      const losses = findLosses(form.root);
      expect(
        losses.some((loss) => found.test(loss)),
        `${rule}\n${losses.join('\n')}`,
      ).to.equal(true);
      form.root.adoptedStyleSheets.pop();
    }
  });
});

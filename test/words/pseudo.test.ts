// Every state of the form in a pseudo-language: no text, name or hint of it comes from elsewhere than the locale files, and
// nothing is lost where strings are longer by 40 %.

import { expect } from '@open-wc/testing';
import { BODY, Driver } from '../../demo/gallery/driver.ts';
import { STATES } from '../../demo/gallery/states.ts';
import type { Locale } from '../../src/words/locale.ts';
import { registerLocale } from '../../src/words/register-locale.ts';
import { EMBEDS } from '../../src/core/report/vocabulary.ts';
import { VERSION } from '../../src/core/version.ts';
import { breakReceiver, FormHarness } from '../widget/form/form-harness.ts';
import { findLosses } from '../widget/hosts/losses.ts';
import { casesHere } from '../setup/every-here.ts';
import { outsideOf, PSEUDO, pseudo, pseudoLocale } from './pseudo.ts';

const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Blocks end a sentence: what stands in one has its marks there. */
const BLOCKS = 'p, li, h2, h3, legend, label, summary, button, dt, dd, pre, option, output, div, section';

/** Text that is no word of ours. */
const NAMES = new RegExp(
  [
    // Names of services, and their addresses.
    /Point de Contact|17Cyber|Ma Sécurité|Arcom|PHAROS/,
    /(?:https?|hxxps?):\S+|127\.0\.0\.1\S*|\b(?:[\w-]+\.)+(?:example|fr|net|org)\b(?:\/\S*)?/,
    // Articles of the law, which are data.
    /Code (?:pénal|de procédure pénale|de l’action sociale et des familles), art\.\s(?:L\.\s)?[\d-]+/,
    // The text that the states type.
    /Dans le troisième commentaire\.|nom@exemple\.fr|AEMO-2026-118/,
    // The report as it is sent, with its identifiers, and the number and the code of one that has arrived.
    /^\s*\{"schemaVersion":.*\}\s*$|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\bL\d\b/,
    /^\s*[\dA-Z]{4,5}(?:-[\dA-Z]{4}){1,3}\s*$|^\s*(?:[\dA-Z-] ){8,18}[\dA-Z]\s*$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Words of a view, shown or heard, that have no marks around them. */
function strangersIn(root: ShadowRoot): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = new Map<Element | ShadowRoot, string>();
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode as Text;
    if (parentElement?.matches('style, script, textarea')) continue;
    // The exact report, and its word for the way of embedding, are as they are sent.
    if (parentElement?.closest('pre') || (EMBEDS as readonly string[]).includes(data)) continue;
    const block = parentElement?.closest(BLOCKS) ?? root;
    texts.set(block, (texts.get(block) ?? '') + data);
  }
  const named = [...root.querySelectorAll('*')].flatMap((element) =>
    SPOKEN.flatMap((name) => element.getAttribute(name) ?? []),
  );
  return [...texts.values(), ...named]
    .flatMap(outsideOf)
    .filter((text) => /[\p{L}⟦⟧]/u.test(text.replace(NAMES, '')))
    .map((text) => text.trim());
}

describe('a pseudo-language', () => {
  let frame: HTMLIFrameElement;

  before(async () => {
    frame = document.createElement('iframe');
    Object.assign(frame, {
      width: '390',
      height: '780',
      title: 'Page',
      src: '/test/widget/a11y/narrow.html',
    });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    registerLocale(pseudoLocale);
    // A frame has languages of its own; its window has no list of them until one is added.
    const shared = frame.contentWindow as unknown as Record<symbol, Map<string, Locale>>;
    shared[Symbol.for(`cliquez-signalez ${VERSION}`)] = new Map([[PSEUDO, pseudoLocale]]);
  });
  after(() => frame.remove());

  it('finds what has no marks, and is longer than French by 40 %', () => {
    const text = 'Signaler à {hotline}, puis attendre.';
    expect(pseudo(text)).to.match(/^⟦Šïğñáłëŕ à \{hotline\}, .*⟧$/);
    expect(pseudo(text).length).to.be.at.least(text.length * 1.4);
    expect(outsideOf(`${pseudo('un')} 12 ${pseudo('deux')}`)).to.deep.equal([]);
    expect(outsideOf(`${pseudo('un')} et ${pseudo('deux')}`)).to.deep.equal([' et ']);
    expect(outsideOf('⟦un')).to.deep.equal(['⟦']);
  });

  for (const state of casesHere(STATES)) {
    it(`${state.name}: every word comes from a locale file, and none is lost`, async () => {
      const attributes = { ...state.attributes, lang: PSEUDO };
      const form = await FormHarness.mount(attributes, 'cliquez-signalez', frame.contentDocument!);
      await breakReceiver({ mode: state.fault ?? 'none' });
      await state.reach(new Driver(form.element));
      expect(strangersIn(form.root)).to.deep.equal([]);
      const losses: string[] = [];
      for (const [width, height] of [
        [390, 780],
        [1024, 768],
      ] as const) {
        Object.assign(frame, { width, height });
        await new Promise((resolve) => void frame.contentWindow!.requestAnimationFrame(resolve));
        for (const box of form.root.querySelectorAll(`dialog, ${BODY}`)) box.scrollTop = 0;
        losses.push(...findLosses(form.root).map((loss) => `${width}: ${loss}`));
      }
      Object.assign(frame, { width: 390, height: 780 });
      expect(losses).to.deep.equal([]);
    }).timeout(30_000);
  }
});

// The style sheet of a page that has no script: its fonts tell its server what the form shows, and what is chosen in it.
import type { Page } from '../../../setup/browsers.ts';
import { PATIENT } from '../../../setup/site.ts';
import { TYPED } from './reporter.ts';

/** A font that the browser asks the page's server for, at the first of these characters. */
export const fontFace = (family: string, name: string, character: string): string =>
  `@font-face { font-family: "${family}"; src: url("/font/${name}");
    unicode-range: U+${character.codePointAt(0)!.toString(16)}; }`;

/** Names that WebKit takes for the generic keywords without quotes; other engines take them for names. */
const KEYWORDS = ['system-ui', 'sans-serif', '-webkit-sans-serif'];

const [LETTER] = TYPED.address;

/** All of the form is in another font, so that only what is typed can ask for these; and options are counted. */
export const STYLE_SHEET = [
  ...['spy', ...KEYWORDS].map((family) => fontFace(family, 'typed', LETTER!)),
  ...Array.from('0123456789', (digit) => fontFace('digits', 'chosen', digit)),
  `cliquez-signalez {
    --cs-font: serif;
    &::part(input) { font-family: spy, serif !important; }
    &::part(option-input) { counter-increment: option; }
    &::part(option-input):checked::before { content: counter(option); font-family: digits; }
  }`,
].join('\n');

/** Waits until the browser has asked for all fonts of what it shows. */
export async function fontsAsked(page: Pick<Page, 'evaluate' | 'waitFor'>): Promise<void> {
  const twoFrames = '(done) => requestAnimationFrame(() => requestAnimationFrame(done))';
  await page.waitFor(`new Promise(${twoFrames}).then(() => document.fonts.ready).then(() => true)`, PATIENT);
}

/** The gain of the style sheet, from the fonts that were asked for. */
export const styleCatch = (fonts: readonly string[]): string =>
  [fonts.includes('chosen') && 'category', fonts.includes('typed') && 'letters'].filter(Boolean).join(' ');

// The builder: controls on one side, frames on the other, and the resulting code below. Nothing is stored or sent.

import { pixelOf } from './colour-reader.ts';
import { hex } from './contrast.ts';
import { Controls } from './controls.ts';
import { offerCopies } from './copying.ts';
import { byId, element } from './element.ts';
import { offerExamination } from './examination.ts';
import { Frames } from './frames.ts';
import { NO_CHOICES, readHash, writeHash, type Choices } from './link.ts';
import { snippet, themeCss, themeTokens } from './output.ts';
import { report } from './report.ts';
import { reserveCss } from './reserve.ts';
import { Swatches } from './swatches.ts';
import { tidy, withSeed } from './theme.ts';
import { words } from './words/page-words.ts';
import { filled } from './words/words.ts';

/** Measuring waits for a pause of this length. The address does too. */
const QUIET_MS = 150;

const integrity = document.querySelector('main')!.dataset['integrity']!;
let choices = NO_CHOICES;
let frameRequest = 0;
let mustReplay = false;
let quiet: ReturnType<typeof setTimeout> | undefined;

const controls = new Controls(byId('reglages') as HTMLFormElement, choices, change);
const swatches = new Swatches(
  (colours) => change({ ...choices, swatches: colours }),
  (seed, colour) => take({ ...choices, theme: withSeed(choices.theme, seed, colour) }),
);
takeHash();
const frames = new Frames(choices, soonAfter);
write();

offerCopies(words);
offerExamination((seeds) => take({ ...choices, theme: tidy({ ...choices.theme, seeds }) }));
addEventListener('hashchange', takeHash);
byId('reset').addEventListener('click', () => {
  byId('message').textContent = '';
  take({ ...NO_CHOICES, swatches: choices.swatches });
});
for (const button of document.querySelectorAll<HTMLElement>('[data-jump]')) {
  button.addEventListener('click', () => {
    const section = byId(button.dataset['jump']!);
    section.focus({ preventScroll: true });
    section.scrollIntoView();
  });
}

/** Applies choices that do not come from the controls. */
function take(taken: Choices): void {
  controls.take(taken);
  change(taken);
}

/** Reads the choices from the address: at the start, and when somebody pastes another link. */
function takeHash(): void {
  if (location.hash.slice(1) === writeHash(choices)) return;
  const { choices: read, ignored } = readHash(location.hash, (property, value) =>
    CSS.supports(property, value),
  );
  byId('message').textContent =
    ignored.length > 0 ? filled(words.ignored, { names: ignored.join(', ') }) : '';
  take(read);
}

/** Updates the page after a change, at the next frame at the latest. */
function change(next: Choices): void {
  mustReplay ||=
    next.shown.includes('still') !== choices.shown.includes('still') ||
    next.theme.seeds.motion !== choices.theme.seeds.motion;
  choices = next;
  cancelAnimationFrame(frameRequest);
  frameRequest = requestAnimationFrame(() => {
    frames.dressSeen(choices);
    if (mustReplay) frames.replay();
    mustReplay = false;
    write();
  });
  soonAfter();
}

/** The address of the current choices. */
function link(): string {
  const hash = writeHash(choices);
  return `${location.origin}${location.pathname}${hash && `#${hash}`}`;
}

/** Work that can wait for a pause. */
function soonAfter(): void {
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    // Browsers limit how often a page changes its address, so not every step of a slider does.
    history.replaceState(null, '', link());
    frames.dress(choices);
    report(frames, choices);
  }, QUIET_MS);
}

/** Writes the code to copy. */
function write(): void {
  const { theme, shown } = choices;
  swatches.show(choices.swatches);
  byId('css').textContent = themeCss(theme) || filled(words.nothing, { preset: theme.preset });
  byId('tokens').textContent = themeTokens(theme, (colour) => hex(pixelOf(colour)));
  byId('reserve').textContent = reserveCss(theme);
  byId('html').textContent = snippet(theme, integrity, words.linkText);
  byId('link').textContent = link();
  (byId('integrate') as HTMLAnchorElement).hash = writeHash({ theme, shown: [], swatches: [] });
  (byId('language') as HTMLAnchorElement).hash = writeHash(choices);
  const notes = shown.map((name) => words.shown[name][1]).filter(Boolean);
  const before = [...byId('notes').children].map(({ textContent }) => textContent);
  if (notes.join() !== before.join())
    byId('notes').replaceChildren(...notes.map((text) => element('p', {}, text)));
}

// The seven frames: they reach their states one after another, and all take each later change of style.

import { DRESS, FRAMES, REPLAY, type FrameName } from './frame-list.ts';
import { writeHash, type Choices } from './link.ts';

/** The frames of the page. */
export class Frames {
  #choices: Choices;
  #onReached: () => void;
  #places = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target as HTMLElement)));
  /** Frames that are on screen. */
  #seen = new Set<FrameName>();
  #sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const name = (target as HTMLIFrameElement).name as FrameName;
      if (isIntersecting) this.#seen.add(name);
      else this.#seen.delete(name);
    }
  });
  #turn: Promise<void> = Promise.resolve();
  #loads = 0;

  /** @param onReached called whenever a frame shows its state */
  constructor(choices: Choices, onReached: () => void) {
    this.#choices = choices;
    this.#onReached = onReached;
    for (const frame of document.querySelectorAll('iframe')) {
      const { style } = frame.parentElement!;
      const { width, height } = frame.dataset;
      style.setProperty('--height', `${height}px`);
      if (width) style.setProperty('--width', `${width}px`);
      this.#places.observe(frame.parentElement!);
      this.#sight.observe(frame);
    }
    for (const { name } of FRAMES) this.lead(name);
    document.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-again]');
      if (button) this.lead(button.dataset['again'] as FrameName);
    });
  }

  /** The page of a frame, once it shows its state. */
  page(name: FrameName): Document | undefined {
    const { contentDocument } = frameOf(name);
    return contentDocument?.documentElement.dataset['state'] === 'reached' ? contentDocument : undefined;
  }

  /** Dresses the visible frames. All seven at each step of a slider would be slow. */
  dressSeen(choices: Choices): void {
    this.#choices = choices;
    document.querySelector<HTMLElement>('.frames')!.dataset['variant'] = choices.theme.variant;
    for (const name of this.#seen) this.dressOne(name, choices);
  }

  /** Dresses all frames. */
  dress(choices: Choices): void {
    this.dressSeen(choices);
    const hash = writeHash(choices);
    for (const { name } of FRAMES) {
      if (!this.#seen.has(name)) this.dressOne(name, choices);
      document.querySelector<HTMLAnchorElement>(`[data-alone="${name}"]`)!.hash = hash;
    }
  }

  /** Dresses one frame immediately. */
  dressOne(name: FrameName, choices: Choices): void {
    frameOf(name).contentDocument?.dispatchEvent(new CustomEvent(DRESS, { detail: choices }));
  }

  /** Replays the opening of the dialogs. */
  replay(): void {
    for (const { name } of FRAMES) this.page(name)?.dispatchEvent(new Event(REPLAY));
  }

  /** Loads a frame and brings it to its state. Frames load one at a time, in the order of the calls. */
  lead(name: FrameName): void {
    this.#turn = this.#turn.then(() => this.#lead(name)).catch(() => {});
  }

  async #lead(name: FrameName): Promise<void> {
    const frame = frameOf(name);
    frame.parentElement!.classList.add('loading');
    const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
    // A new address each time forces a reload. `replace` keeps the frames out of the history.
    const hash = writeHash(this.#choices);
    // A lone # links to the top, and Chromium then scrolls the outer page too.
    const address = `../theme/${document.documentElement.lang}/${name}.html?${++this.#loads}${hash && `#${hash}`}`;
    if (frame.src) frame.contentWindow!.location.replace(address);
    else frame.src = address;
    await loaded;
    await settled(frame);
    frame.parentElement!.classList.remove('loading');
    // « Quitter vite » works here, and leads to a page that refuses frames. The frame returns to its state instead.
    const widget = frame.contentDocument?.querySelector('cliquez-signalez');
    widget?.addEventListener('cs-exit', () => setTimeout(() => this.lead(name)));
    this.dressOne(name, this.#choices);
    this.#onReached();
  }
}

const frameOf = (name: FrameName): HTMLIFrameElement =>
  document.querySelector<HTMLIFrameElement>(`iframe[name="${name}"]`)!;

/** Resolves when a frame reports its state, or its failure. */
function settled(frame: HTMLIFrameElement): Promise<void> {
  const root = frame.contentDocument?.documentElement;
  if (!root || root.dataset['state']) return Promise.resolve();
  return new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (!root.dataset['state']) return;
      watch.disconnect();
      done();
    });
    watch.observe(root, { attributeFilter: ['data-state'] });
  });
}

/** Scales a window down to its place. */
function fit(place: HTMLElement): void {
  const { width, height } = place.querySelector('iframe')!.dataset;
  if (!width) return;
  const scale = Math.min(1, place.clientWidth / Number(width), place.clientHeight / Number(height));
  place.style.setProperty('--scale', String(scale));
}

// Keeps a floating button out of the way: it becomes round after the first scroll down, and hides while it would cover
// the focused element (WCAG 2.4.11, 2.4.12). Loaded if `variant` is `floating`.

import type { ReactiveController } from 'lit';
import { floatingStyles } from './floating.styles.ts';
import type { Widget } from '../shared/widget.ts';

/** The focused element, also inside open shadow roots and widgets; undefined if no particular element has focus. */
function focused(root: DocumentOrShadowRoot = document): Element | undefined {
  const element = root.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const { shadowRoot, renderRoot } = element as Partial<Widget>;
  const inside = shadowRoot ?? renderRoot;
  return (inside && focused(inside)) ?? element;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (one: Edges, other: Edges): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Controls one floating button while it is in the page. */
class FloatingController implements ReactiveController {
  #host: Widget;
  #scrolledTo = scrollY;
  #isAsked = false;
  #isSmall = false;

  constructor(host: Widget) {
    this.#host = host;
  }

  hostConnected(): void {
    document.addEventListener('scroll', this.#look, { passive: true, capture: true });
    document.addEventListener('focusin', this.#look);
    window.addEventListener('resize', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('scroll', this.#look, { capture: true });
    document.removeEventListener('focusin', this.#look);
    window.removeEventListener('resize', this.#look);
  }

  /** Schedules one placement per animation frame, however many events occur in it. */
  #look = (): void => {
    if (this.#isAsked) return;
    this.#isAsked = true;
    requestAnimationFrame(() => {
      this.#isAsked = false;
      // The page may have taken the button out since.
      if (this.#host.isConnected) this.#place();
    });
  };

  #place(): void {
    const { renderRoot, variant } = this.#host;
    const box = renderRoot.querySelector<HTMLElement>('.box');
    const launcher = renderRoot.querySelector<HTMLElement>('.launcher');
    const icon = renderRoot.querySelector<HTMLElement>('.icon');
    if (!box || !launcher || !icon || variant !== 'floating') return;
    if (scrollY > this.#scrolledTo) this.#isSmall = true;
    this.#scrolledTo = scrollY;

    const { left, right, top, bottom, width, height } = launcher.getBoundingClientRect();
    const isAtRight = left + right > innerWidth;
    const round = isAtRight ? { left: right - height, right } : { left, right: left + height };
    if (this.#isSmall && !('small' in box.dataset)) {
      // Clipped and moved, without a new layout: nothing on the page shifts, and the accessible name stays.
      const { x, width: size } = icon.getBoundingClientRect();
      const cut = `${width - height}px`;
      box.style.setProperty('--_cut', isAtRight ? `0 0 0 ${cut}` : `0 ${cut} 0 0`);
      box.style.setProperty('--_move', `${(round.left + round.right - size) / 2 - x}px`);
      box.dataset['small'] = '';
    }

    const element = this.#host.matches(':focus-within') ? undefined : focused();
    const shown = { top, bottom, ...(this.#isSmall ? round : { left, right }) };
    box.toggleAttribute('data-away', !!element && overlap(element.getBoundingClientRect(), shown));
  }
}

/** Keeps a button out of the way from now on. */
export function floatOver(host: Widget): void {
  const { styleSheet } = floatingStyles;
  if (styleSheet) host.renderRoot.adoptedStyleSheets.push(styleSheet);
  host.addController(new FloatingController(host));
}

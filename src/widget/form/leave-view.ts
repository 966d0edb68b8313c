// The moment before a view is replaced: focus leaves it first, so that screen readers speak the heading of the next one.

import type { Widget } from '../shared/widget.ts';

/** A page that is not shown paints no frame. */
const NO_FRAME_MS = 100;

/**
 * Moves focus out of the view that the next rendering replaces. In Chromium, Orca hears first that the focused element is
 * gone, or that the text cursor has moved, and takes the new heading for its place without a word; the focus event that
 * follows then changes nothing. The element between the views has no words, so nothing is spoken.
 *
 * @returns a promise that resolves once the browser has told a screen reader; undefined if focus is elsewhere
 */
export function leaveView({ renderRoot }: Widget): Promise<void> | undefined {
  if (!renderRoot.querySelector('.panel :focus')) return undefined;
  // Removing a view moves the text cursor that stands in it.
  getSelection()?.removeAllRanges();
  renderRoot.querySelector<HTMLElement>('.between')!.focus({ preventScroll: true });
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, NO_FRAME_MS);
    // A page that goes may be kept as it stands, with the answers of this view.
    window.addEventListener('pagehide', () => resolve(), { once: true });
  });
}

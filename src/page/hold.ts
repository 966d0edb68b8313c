// The page while a modal dialog of ours is over it: it does not scroll, the dialog stays in what is in sight, and the page
// is let go where the dialog cannot be seen any more.

import { holdScroll } from './scroll-lock.ts';
import { watchUnseen } from './unseen-watch.ts';
import { followVisibleArea, type Release } from './visible-area.ts';

/**
 * Holds the page for a dialog, before it is shown.
 * @param unseen called where something around the dialog was hidden
 */
export function holdPage(dialog: HTMLDialogElement, unseen: () => void): Release {
  const releases = [followVisibleArea(dialog), holdScroll(), watchUnseen(dialog, unseen)];
  return () => releases.forEach((release) => release());
}

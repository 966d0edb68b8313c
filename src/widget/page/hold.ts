// Holds the page under our modal dialog: the page does not scroll, the dialog stays within the visible area, and the
// caller learns when the dialog is no longer rendered.

import { holdScroll } from './scroll-lock.ts';
import { watchUnseen } from './unseen-watch.ts';
import { followVisibleArea, type Release } from './visible-area.ts';

/**
 * Holds the page for a dialog, before it is shown.
 * @param unseen called when the page has hidden an element around the dialog
 */
export function holdPage(dialog: HTMLDialogElement, unseen: () => void): Release {
  // jsdom lays nothing out.
  if (!window.visualViewport) return () => {};
  const releases = [followVisibleArea(dialog), holdScroll(), watchUnseen(dialog, unseen)];
  return () => releases.forEach((release) => release());
}

// Notices a modal dialog that is not rendered any more, because something around it was hidden: it would still block the
// whole page.

import type { Release } from './visible-area.ts';

/** Menus and frameworks hide for a picture, and show again. */
const PATIENCE = 2;

/** @param unseen called where the dialog is still not rendered after so many pictures */
export function watchUnseen(dialog: HTMLDialogElement, unseen: () => void): Release {
  const look = (pictures: number): void => {
    if (!dialog.open || (dialog.checkVisibility?.() ?? dialog.getClientRects().length > 0)) return;
    if (pictures === 0) return unseen();
    // WebKit does not lay out what `content-visibility: auto` leaves out, not even for a dialog: it has to be in sight.
    (dialog.getRootNode() as ShadowRoot).host?.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => look(pictures - 1));
  };
  const observer = new IntersectionObserver(() => look(PATIENCE));
  observer.observe(dialog);
  return () => observer.disconnect();
}

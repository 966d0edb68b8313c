// Detects a modal dialog that is no longer rendered because an element around it was hidden: the dialog would still
// block the whole page.

import type { Release } from './visible-area.ts';

/** Animation frames to wait: menus and frameworks may hide an element for one frame and show it again. */
const PATIENCE = 2;

/** @param unseen called if the dialog is still not rendered after `PATIENCE` animation frames */
export function watchUnseen(dialog: HTMLDialogElement, unseen: () => void): Release {
  const look = (pictures: number): void => {
    if (!dialog.open || (dialog.checkVisibility?.() ?? dialog.getClientRects().length > 0)) return;
    if (pictures === 0) return unseen();
    // WebKit skips content that `content-visibility: auto` leaves out, even for a dialog: the host must be in sight.
    (dialog.getRootNode() as ShadowRoot).host?.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => look(pictures - 1));
  };
  const observer = new IntersectionObserver(() => look(PATIENCE));
  observer.observe(dialog);
  return () => observer.disconnect();
}

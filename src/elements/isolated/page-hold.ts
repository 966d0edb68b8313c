// The page while the frame's dialog is over it: held still, the frame fitted to what a phone's keyboard leaves in sight,
// and let go where the dialog can no longer be seen.

/** Puts the page back as it was. */
export type Release = () => void;

/**
 * Holds the page.
 * @param unseen called where an ancestor of the dialog was hidden: unseen, it would still block the whole page
 */
export function holdPage(dialog: HTMLDialogElement, unseen: () => void): Release {
  const releases = [holdScroll(), fit(dialog), watch(dialog, unseen)];
  return () => releases.forEach((release) => release());
}

/** By a style sheet, which a policy of the page allows where it refuses style attributes. */
function holdScroll(): Release {
  const still = new CSSStyleSheet();
  // The place of a scroll bar is kept, where one takes any, so that the page does not move.
  const takesPlace = document.documentElement.clientWidth < innerWidth;
  still.replaceSync(
    `html{overflow:hidden!important;${takesPlace ? 'scrollbar-gutter:stable!important' : ''}}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
  };
}

/** A keyboard lies over the page without changing its size: only the visual viewport tells. */
function fit({ style }: HTMLElement): Release {
  const viewport = window.visualViewport;
  const follow = (): void => {
    // Magnified, little of the page is in sight, which is what was asked for.
    const isMagnified = !viewport || viewport.scale > 1.01;
    style.setProperty('--_seen', isMagnified ? '' : `${viewport.height}px`);
    style.setProperty('--_top', isMagnified ? '' : `${viewport.offsetTop}px`);
  };
  follow();
  viewport?.addEventListener('resize', follow);
  viewport?.addEventListener('scroll', follow);
  return () => {
    viewport?.removeEventListener('resize', follow);
    viewport?.removeEventListener('scroll', follow);
  };
}

function watch(dialog: HTMLDialogElement, unseen: () => void): Release {
  // Menus and frameworks hide for a frame, and show again.
  const look = (frames: number): void => {
    if (!dialog.open || (dialog.checkVisibility?.() ?? dialog.getClientRects().length > 0)) return;
    if (frames > 0) requestAnimationFrame(() => look(frames - 1));
    else unseen();
  };
  const observer = new IntersectionObserver(() => look(2));
  observer.observe(dialog);
  return () => observer.disconnect();
}

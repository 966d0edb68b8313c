// « Quitter vite », for the form in the page and for the frame: the page is covered at once, then replaced by another
// page, which receives no referrer.

import type { Release } from './visible-area.ts';

/** Text of the cover while the other page loads, for people who do not see the cover. */
export interface CoverText {
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
}

/** Set through the object model: a page's policy may refuse style sheets and style attributes, but not this. */
const COVER_STYLE: Readonly<Partial<CSSStyleDeclaration>> = {
  boxSizing: 'border-box',
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  maxWidth: 'none',
  maxHeight: 'none',
  margin: '0',
  padding: '24px',
  border: '0',
  background: '#fff',
  color: '#161616',
};

/**
 * Covers the whole page in white, because the other page may load slowly. The top layer keeps the cover above
 * everything.
 * @param parent where the cover is inserted
 * @returns a function that uncovers the page
 */
export function coverPage(parent: ParentNode, { text, lang, dir }: CoverText): Release {
  const cover = document.createElement('dialog');
  // As an attribute: Firefox before 119 has no property of that name.
  cover.setAttribute('role', 'alertdialog');
  Object.assign(cover, { className: 'cover', textContent: text, lang, dir });
  Object.assign(cover.style, COVER_STYLE);
  // Neither Escape nor Android's Back removes the cover, or stops the other page from loading.
  cover.addEventListener('cancel', keep);
  // On the window: the cover has nothing to focus, so Tab moves focus out of it.
  window.addEventListener('keydown', keep, true);
  parent.append(cover);
  cover.showModal();
  return () => {
    window.removeEventListener('keydown', keep, true);
    cover.remove();
  };
}

function keep(event: Event): void {
  if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Replaces this page in the history: Back would otherwise restore it, with everything typed in it. */
export function replacePage(address: string): void {
  hideReferrer();
  try {
    // From a frame, this also replaces the page around it, if the browser allows that.
    top?.location.replace(address);
  } catch {
    // The page around the frame cannot be replaced.
  }
  if (top !== window) location.replace(address);
}

/**
 * Stops this page from sending a referrer, even if its own policy sends one. `location.replace` uses the policy of the
 * document, which its last `<meta name="referrer">` sets (HTML, 4.2.5.1). WebKit uses the policy of the page that is
 * replaced, not of the frame that replaces it; a page of another origin keeps its own policy.
 */
function hideReferrer(): void {
  for (const page of new Set([window, top ?? window])) {
    try {
      const { document } = page;
      const meta = document.createElement('meta');
      Object.assign(meta, { name: 'referrer', content: 'no-referrer' });
      (document.head ?? document.documentElement).append(meta);
    } catch {
      // A page of another origin does not give access to its document.
    }
  }
}

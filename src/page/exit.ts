// « Quitter vite », as the page sees it, for the form in the page and for the frame alike: the page is covered at once,
// then replaced by another one, which is not told where the reporter comes from.

import type { Release } from './visible-area.ts';

/** What a cover says while the other page is awaited, for those who do not see it. */
export interface CoverText {
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
}

/** Through the object model: a page's policy may refuse style sheets and attributes, not this. */
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
 * Covers the whole page in white, because another page may be long in coming: in the top layer, whatever the page does.
 * @param parent where the cover is put
 * @returns what uncovers the page
 */
export function coverPage(parent: ParentNode, { text, lang, dir }: CoverText): Release {
  const cover = document.createElement('dialog');
  // As an attribute: Firefox before 119 has no property of that name.
  cover.setAttribute('role', 'alertdialog');
  Object.assign(cover, { className: 'cover', textContent: text, lang, dir });
  Object.assign(cover.style, COVER_STYLE);
  // Neither Escape nor Android's Back takes it away, or stops the other page from loading.
  cover.addEventListener('cancel', keep);
  // On the window, since Tab leaves a cover, in which there is nothing to go to.
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

/** Puts another page in the place of this one: Back would otherwise bring it back, with what was typed in it. */
export function replacePage(address: string): void {
  hideReferrer();
  try {
    // In a frame, the page around it goes too, where it lets us.
    top?.location.replace(address);
  } catch {
    // It does not.
  }
  if (top !== window) location.replace(address);
}

/**
 * From now on, this page names itself to no other one, whatever its own policy. `location.replace` takes the policy of
 * the document, and the last `<meta name="referrer">` put into it decides (HTML, 4.2.5.1). WebKit takes the policy of the
 * page that is replaced, not of the frame that asks for it; where that page is of another origin, it stays as it is.
 */
function hideReferrer(): void {
  for (const page of new Set([window, top ?? window])) {
    try {
      const { document } = page;
      const meta = document.createElement('meta');
      Object.assign(meta, { name: 'referrer', content: 'no-referrer' });
      (document.head ?? document.documentElement).append(meta);
    } catch {
      // Another origin's.
    }
  }
}

/** Forms in a frame whose page leaves for them. */
const leftToPage = new WeakSet<Element>();

/** From now on, a form in a frame does not replace the page around it by itself. */
export function leaveToPage(form: Element): void {
  leftToPage.add(form);
}

/** Whether the page around a form leaves for it. */
export const isLeftToPage = (form: Element): boolean => leftToPage.has(form);

// Whether the library may register an element on this page.

import { html, render } from 'lit';
import { VERSION } from '../version.ts';
import type { ReportButton } from './report-button.ts';

/**
 * Whether a tag is to be registered. A copy that is on the page already stays, whatever its version. Of another version
 * the console says which, in few words: every visitor pays for them. The same version twice is what a page gets that loads
 * the library from two addresses, and is worth no word.
 * @throws {TypeError} where the page's policy lets no template be made: an element that is not registered shows the link
 *   in it
 */
export function isFree(tag: string): boolean {
  const there = customElements.get(tag) as typeof ReportButton | undefined;
  if (there) {
    if (there.version !== VERSION) console.warn(tag, there.version, 'is here');
    return false;
  }
  // Lit asks for its Trusted Types policy with the first template. On a server there is neither.
  if (globalThis.document) render(html`<slot></slot>`, document.createDocumentFragment());
  return true;
}

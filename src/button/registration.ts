// What registering an element takes besides: leave to render, and a word about a copy of another version.

import { html, render } from 'lit';
import { VERSION } from '../version.ts';
import type { ReportButton } from './report-button.ts';

/**
 * Makes a first template, with which Lit asks for its Trusted Types policy; on a server there is neither. Only for a tag
 * that is still to be registered: a page that loads the library from two addresses grants one policy.
 * @throws {TypeError} where the page's policy grants none: an element that is not registered shows the link in it
 */
export function askToRender(tag: string): void {
  if (globalThis.document && !customElements.get(tag))
    render(html`<slot></slot>`, document.createDocumentFragment());
}

/**
 * Names, in the console, a copy of another version that has registered a tag, in few words: every visitor pays for them.
 * The same version twice is what a page gets that loads the library from two addresses, and is worth no word.
 */
export function nameCopy(tag: string): void {
  const { version } = customElements.get(tag) as typeof ReportButton;
  if (version !== VERSION) console.warn(tag, version, 'is here');
}

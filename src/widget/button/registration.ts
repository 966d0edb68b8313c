// Two steps around the registration of an element: permission to render, and a warning about a copy of another version.

import { html, render } from 'lit';
import { VERSION } from '../../core/version.ts';
import type { ReportButton } from './report-button.ts';

/**
 * Whether the elements can be registered. A page in XML (XHTML) parses templates as XML, which they are not: rendering
 * would throw, and the link inside the element would be gone. Unregistered, the element shows its link.
 */
export const isHtml = (): boolean => !/xml/.test(globalThis.document?.contentType ?? '');

/**
 * Renders a first template, for which Lit asks for its Trusted Types policy; a server has no such policy. Skips a
 * registered tag: a page that loads the library from two addresses grants only one policy.
 * @throws {TypeError} if the page's policy grants none: the element stays unregistered and shows its link
 */
export function askToRender(tag: string): void {
  if (globalThis.document && !customElements.get(tag))
    render(html`<slot></slot>`, document.createDocumentFragment());
}

/**
 * Says in the console which version is used if a copy of another one has registered a tag. The text is short because
 * every visitor downloads it. A page that loads one version from two addresses needs no warning.
 */
export function nameCopy(tag: string): void {
  const { version } = customElements.get(tag) as typeof ReportButton;
  if (version !== VERSION) console.warn(`${tag}: ${version} is used, not ${VERSION}`);
}

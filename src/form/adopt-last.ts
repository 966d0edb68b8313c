// Adds the styles of a part of the form that loads after it: they come after all others, whichever part loads first.

import type { CSSResult } from 'lit';
import type { Widget } from '../widget/widget.ts';

/** Adds a style sheet at the end, once. */
export function adoptLast({ renderRoot }: Widget, { styleSheet }: CSSResult): void {
  const root = renderRoot as ShadowRoot;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}

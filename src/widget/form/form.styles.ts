// The form's styles in order, added to those of the button.

import type { CSSResult } from 'lit';
import { tokenStyles } from '../theme/tokens.styles.ts';
import type { Widget } from '../shared/widget.ts';
import { displayStyles } from './display.styles.ts';
import { fieldStyles } from './fields/choices.styles.ts';
import { frameStyles } from './frame.styles.ts';

/** Adds the styles of a part that only some pages load: they come after all others, whichever part loads first. */
export function adoptLast({ renderRoot }: Widget, { styleSheet }: CSSResult): void {
  const root = renderRoot;
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}

/** Adds the form's styles, or those of the later steps, to an element that does not have them yet. */
export function adoptFormStyles(host: Widget, ofLaterSteps: readonly CSSResult[] = []): void {
  const root = host.renderRoot;
  const sheets = [tokenStyles, frameStyles, fieldStyles, ...ofLaterSteps, displayStyles].flatMap(
    ({ styleSheet }) => styleSheet ?? [],
  );
  const own = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  root.adoptedStyleSheets = [...own, ...sheets];
}

// The form's look, put on top of the button's: that of the first step, then that of the later ones.

import type { CSSResult } from 'lit';
import { tokenStyles } from '../theme/tokens.styles.ts';
import type { Widget } from '../button/widget.ts';
import { displayStyles } from './display.styles.ts';
import { fieldStyles } from './fields/choices.styles.ts';
import { frameStyles } from './frame.styles.ts';

/** Gives the form's look to an element that until now had only its own, or not yet that of the later steps. */
export function adoptFormStyles(host: Widget, ofLaterSteps: readonly CSSResult[] = []): void {
  const root = host.renderRoot as ShadowRoot;
  const sheets = [tokenStyles, frameStyles, fieldStyles, ...ofLaterSteps, displayStyles].flatMap(
    ({ styleSheet }) => styleSheet ?? [],
  );
  const own = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  root.adoptedStyleSheets = [...own, ...sheets];
}

// The form's look, put on top of the button's.

import { adoptStyles } from 'lit';
import { tokenStyles } from '../../theme/tokens.styles.ts';
import type { ReportButton } from '../report-button.ts';
import { displayStyles } from './display.styles.ts';
import { fieldStyles } from './fields.styles.ts';
import { frameStyles } from './frame.styles.ts';
import { viewStyles } from './views.styles.ts';

/** Gives the form's look to an element that until now had only its own. */
export function adoptFormStyles(host: ReportButton): void {
  const { elementStyles } = host.constructor as typeof ReportButton;
  adoptStyles(host.renderRoot as ShadowRoot, [
    ...elementStyles,
    tokenStyles,
    frameStyles,
    fieldStyles,
    viewStyles,
    displayStyles,
  ]);
}

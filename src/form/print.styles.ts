// The form on paper.

import { css, type CSSResult } from 'lit';

export const printStyles: CSSResult = css`
  /* On paper: from the top of the first sheet, and whole. In the window it is centred, and scrolls. */
  @media print {
    dialog.panel[open] {
      position: absolute;
      display: block;
      inset: 0 0 auto;
      inline-size: auto;
      max-inline-size: none;
      block-size: auto;
      max-block-size: none;
      margin: 0;
      overflow: visible;
      box-shadow: none;
    }
    .body {
      overflow: visible;
    }
    .panel::backdrop,
    .header,
    .footer,
    .body:has(output) > :not(.reference, .stamp),
    .reference ~ .reference {
      display: none;
    }
  }
`;

// Look of a form that fills the hotline's frame in a page: header and footer stay visible, and the body scrolls.

import { css, type CSSResult } from 'lit';

export const framedStyles: CSSResult = css`
  .panel.inline {
    display: flex;
    block-size: 100vh;
  }
  .panel.inline .body {
    overflow: auto;
    /* At its end, the page scrolls on. */
    overscroll-behavior: auto;
  }
  /* Little height: everything scrolls as one */
  @media (height < 420px) {
    .panel.inline {
      display: block;
      overflow: auto;
    }
    .panel.inline .body {
      overflow: visible;
    }
  }
`;

// Look of the frame in the page. The frame is as large as the window: the form inside renders dialog, shadow and
// backdrop.

import { css, type CSSResult } from 'lit';

export const isolatedStyles: CSSResult = css`
  iframe {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  /* With another colour scheme than that of its page, a frame would be opaque. */
  :host([theme='nuit']:not([scheme='light'])) .isolated {
    color-scheme: dark;
  }
  dialog.isolated {
    position: fixed;
    inset: var(--_top, 0px) 0 auto;
    inline-size: 100%;
    max-inline-size: none;
    /* The height above a phone's keyboard, if the browser tells it. */
    block-size: var(--_seen, 100%);
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: hidden;
  }
  dialog.isolated::backdrop {
    background: none;
  }
  section.isolated {
    max-inline-size: 640px;
    /* Never as tall as its content, which would tell the page the answers; never taller than a phone shows, so that
       what scrolls is within, and a strip of the page is left to scroll by. */
    block-size: min(var(--cs-frame-height, 820px), 100svh - 48px);
  }
  @media print {
    iframe {
      display: none;
    }
  }
`;

/** For an inline frame: the element is as wide as its container, where a frame alone would be 300 px. */
export const inlineStyles: CSSResult = css`
  :host {
    display: block;
  }
`;

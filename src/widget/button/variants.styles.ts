// Shape and colours of every variant except the usual button. Only those variants adopt these styles: a page may have a
// thousand buttons, and the browser would match each of them against every rule.

import { css, unsafeCSS, type CSSResult } from 'lit';
import { canDerive, css as text } from '../theme/derive.ts';
import { accentTextColour, surfaceColour } from '../theme/palette.ts';
import { pageColour } from '../theme/seeds.ts';

/** To be adopted after the button's own styles. */
export const variantStyles: CSSResult = css`
  :host([variant='icon']) .launcher {
    inline-size: calc(var(--_cs-height) + 8px);
    block-size: calc(var(--_cs-height) + 8px);
    padding: 0;
    border-radius: calc(var(--_cs-radius) * 99);
  }
  :host([variant='icon']) .label {
    display: none;
  }
  :host([variant='link']) .launcher {
    padding: 0;
    border: 0;
    background: none;
    font-weight: 400;
  }
  :host([variant='link']) .label {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* The host takes no room. Its box stays in place even if the page positions the host. */
  :host([variant='floating']) {
    position: absolute;
  }
  :host([variant='floating']) .box {
    position: fixed;
    z-index: var(--cs-z, 1000);
    inset-block-end: calc(var(--cs-offset-block, 24px) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--cs-offset-inline, 24px) + env(safe-area-inset-right, 0px));
  }
  :host([placement$='start']) .box {
    inset-inline: calc(var(--cs-offset-inline, 24px) + env(safe-area-inset-left, 0px)) auto;
  }
  :host([variant='floating'][placement^='middle']) .box {
    inset-block-end: 50%;
    translate: 0 50%;
  }
  :host([variant='floating']) .launcher {
    min-block-size: calc(var(--_cs-height) + 8px);
    border-radius: calc(var(--_cs-radius) * 3);
  }
  /* Not in the place of the ring's white half. */
  :host([variant='floating']) .launcher:not(:focus-visible) {
    box-shadow: 0 8px 24px -8px rgb(0 0 0 / calc(0.5 * var(--_cs-elevation)));
  }
  :host([variant='bar']) {
    display: block;
  }
  :host([variant='bar']) .box {
    display: flex;
    flex-flow: column;
    align-items: start;
    gap: 12px 20px;
    padding: 12px 16px;
    border-style: solid;
    border-width: max(1px, var(--_cs-border-width));
    border-color: #7c7c7c;
    border-radius: min(var(--_cs-radius), 24px);
    background: #fff;
    color: #161616;
  }
  /* By the window's width, which a page knows too: it can keep the bar's place before this script has arrived. In a narrow
     column of a wide window, the button goes under the text all the same. */
  @media (width >= 640px) {
    :host([variant='bar']) .box {
      flex-flow: wrap;
      align-items: center;
    }
    :host([variant='bar']) .box > span {
      flex: 1 16em;
    }
  }
  :host([variant='link']) .launcher > * {
    color: LinkText;
  }
  @supports ${unsafeCSS(canDerive)} {
    /* Grey on every paper: text and line of the form, which take a tint from it, would differ by a shade. */
    :host([variant='bar']) .box {
      border-color: light-dark(#7c7c7c, #8a8a8a);
      background: ${unsafeCSS(surfaceColour(text, pageColour('surface')))};
      color: light-dark(#161616, #e8e8e8);
    }
    :host([variant='link']) .launcher > * {
      color: ${unsafeCSS(accentTextColour(text, pageColour('accent')))};
    }
  }
  :host([variant='link'][theme='discret']) .launcher > * {
    color: inherit;
  }
`;

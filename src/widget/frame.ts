// The page that a hotline hosts for the isolated mode (frame.html). It shows the form in a frame of a partner's page,
// or as a page of its own. Only its own markup says where reports go.

import './define-form.ts';
import { awaitPage } from './isolated/framed-form.ts';
import { ReportButton } from './button/report-button.ts';

// Set through the object model, so that the page's policy need not allow inline styles.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  html, body { margin: 0; background: none; }
  cliquez-signalez { display: block; }
  cliquez-signalez::part(launcher) { display: none; }
  cliquez-signalez:not(:defined) { padding: 24px; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; }
`);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const define = (): void => {
  if (!customElements.get('cliquez-signalez')) customElements.define('cliquez-signalez', ReportButton);
};

const element = document.querySelector<HTMLElement>('cliquez-signalez');
// This page embeds no further frame.
element?.removeAttribute('src');
if (element && window.parent !== window) awaitPage(element, define);
else {
  element?.setAttribute('mode', 'inline');
  define();
}

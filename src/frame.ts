// The page that a hotline hosts for the isolated mode (frame.html): the form alone, in a frame of a partner's page, or,
// visited by itself, as a page of its own. Where reports go stands in its markup, and is taken from nowhere else.

import './define-form.ts';
import { awaitPage } from './isolated/framed-form.ts';
import { ReportButton } from './button/report-button.ts';

// Through the object model, so that the page's policy needs to allow no style.
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
// It has no frame of its own.
element?.removeAttribute('src');
if (element && window.parent !== window) awaitPage(element, define);
else {
  element?.setAttribute('mode', 'inline');
  define();
}

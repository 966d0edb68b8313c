// Styles the page of a frame with exactly the CSS and the attributes that a partner copies, and with the builder's view
// switches.

import { forceColours } from './forced-colours.ts';
import { liftMedia } from './lifted-media.ts';
import type { Choices } from './link.ts';
import { themeAttributes, themeCss } from './output.ts';

const ATTRIBUTES = ['theme', 'variant', 'size', 'placement', 'scheme'];
const sheet = new CSSStyleSheet();
let text: string | undefined;

/** Applies the choices to this page. */
export function dress({ theme, shown }: Choices): void {
  const root = document.documentElement;
  const isDark = shown.includes('dark') || root.dataset['frame'] === 'dark';
  root.dataset['page'] = isDark ? 'dark' : 'light';
  root.dir = shown.includes('rtl') ? 'rtl' : 'ltr';
  root.classList.toggle('large', shown.includes('large'));

  const css = themeCss(theme);
  if (css !== text) sheet.replaceSync((text = css));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [sheet];

  const widget = document.querySelector('cliquez-signalez')!;
  const attributes = themeAttributes(theme);
  for (const name of ATTRIBUTES) {
    const value = attributes[name] ?? null;
    if (value === widget.getAttribute(name)) continue;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
  if (!widget.renderRoot) return;
  liftMedia(widget.renderRoot, shown);
  forceColours(widget.renderRoot, shown.includes('forced'));
}

/** Replays the opening of the dialog. */
export function replay(): void {
  const panel = document
    .querySelector('cliquez-signalez')
    ?.renderRoot?.querySelector<HTMLElement>('dialog[open]');
  if (!panel) return;
  panel.style.setProperty('display', 'none');
  void panel.offsetHeight;
  panel.style.removeProperty('display');
}

// Reads the settings that the page sends to the frame: attributes, and the look that the page's style sheets produce.

import type { Widget } from '../shared/widget.ts';
import { CROSSING } from '../attributes/crossing.ts';
import { STYLES, type PageSettings } from './channel.ts';

/** Whether the page has a dark colour scheme at an element. */
function isDark({ colorScheme }: CSSStyleDeclaration): boolean {
  return (
    /dark/.test(colorScheme) &&
    (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

/**
 * Reads the settings of an element and its page. Seeds are read where the button has given them types: there, colours
 * are resolved, and lengths are in pixels.
 * @param place where the form is to be shown
 */
export function readPageSettings(host: Widget, place: Element): PageSettings {
  const attributes: Record<string, string> = {};
  for (const name of Object.keys(CROSSING)) {
    const value = host.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  const look = getComputedStyle(place);
  attributes['scheme'] = isDark(look) ? 'dark' : 'light';
  attributes['lang'] ??= host.closest<HTMLElement>('[lang]')?.lang ?? '';
  const styles: Record<string, string> = {};
  for (const name of STYLES) {
    const value = look.getPropertyValue(`--_cs-${name}`) || look.getPropertyValue(`--cs-${name}`);
    if (value) styles[name] = value.trim();
  }
  return {
    attributes,
    styles,
    page: {
      location: location.href,
      canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href,
    },
  };
}

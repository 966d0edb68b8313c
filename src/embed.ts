// The classic script tag: `<script async src="…/embed.js" data-endpoint="…">` makes the element itself, from its own
// `data-*` attributes, and loads the module that stands beside it.

import { fallback as english } from './i18n/locales/en/fallback.ts';
import { fallback as french } from './i18n/locales/fr/fallback.ts';
import { fill } from './i18n/messages.ts';

const script = document.currentScript;

if (script instanceof HTMLScriptElement) {
  const widget = document.createElement('cliquez-signalez');
  widget.setAttribute('embed', 'script');
  for (const { name, value } of script.attributes) {
    if (name.startsWith('data-')) widget.setAttribute(name.slice(5), value);
  }

  // Stays when the module cannot be loaded: the reporter still has a way.
  const { hotline, hotlineUrl } = script.dataset;
  if (hotlineUrl && /^https?:\/\//i.test(hotlineUrl)) {
    const link = document.createElement('a');
    link.href = hotlineUrl;
    const texts = /^(fr|$)/i.test(document.documentElement.lang) ? french : english;
    link.textContent = fill(texts['launcher.fallback'], { hotline: hotline ?? hotlineUrl });
    widget.append(link);
  }

  // A floating button goes to the end of the page, any other one where the script stands; never into the head.
  const isPlaced = script.dataset['variant'] !== 'floating' && document.body?.contains(script);
  const insert = (): void => {
    if (isPlaced) script.after(widget);
    else document.body.append(widget);
  };
  if (document.body) insert();
  else document.addEventListener('DOMContentLoaded', insert, { once: true });

  const here = new URL('./cliquez-signalez.js', script.src).href;
  void import(/* @vite-ignore */ here).catch(() => {});
}

// Checks the page around a widget: other copies, other buttons, the link inside, the reserved space, lost openers.

import { LOOPBACK } from '../../core/report/endpoint.ts';
import type { Widget } from '../shared/widget.ts';
import { holdsPage } from '../shared/content.ts';
import { error, warning, type Finding } from './finding.ts';

export function pageFindings(host: Widget): Finding[] {
  return [
    ...takenIn(host),
    ...copies(host),
    ...floating(host),
    ...fallback(host),
    ...room(host),
    ...openers(),
    ...plain(),
  ];
}

/** A page of which the element has become the parent. */
export const takenIn = (host: Widget): Finding[] =>
  holdsPage(host)
    ? [
        error(
          'page-taken-in',
          `The element holds more than a link: the rest of the page, if it was written <${host.localName} /> or lost its end tag.`,
          `Write </${host.localName}> after the link, with the slash before the name.`,
        ),
      ]
    : [];

/** On a page of this machine, nothing passes a network. */
function plain(): Finding[] {
  return location.protocol === 'http:' && !LOOPBACK.test(location.hostname)
    ? [
        warning(
          'page-plain',
          'This page came over http: nothing on it is encrypted, the form included.',
          'Serve the page over https.',
        ),
      ]
    : [];
}

const OURS = /\/cliquez-signalez(?:\.bundle|\/.*define)?\.js(?:[?#]|$)/;

/** Two scripts that define the tags, or two tags of different scripts. */
function copies(host: Widget): Finding[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const sources = [...document.scripts].map(({ src }) => src);
  const scripts = [...new Set([...loaded, ...sources].filter((address) => OURS.test(address)))];
  const [button, form] = ['', '-form'].map((end) => customElements.get(`cliquez-signalez${end}`));
  const isMixed = !!form && !!button && !(form.prototype instanceof button);
  if (scripts.length < 2 && !isMixed) return [];
  return [
    warning(
      'copies',
      `This page loads the library more than once${scripts.length > 1 ? ` (${scripts.join(', ')})` : ''}: the first one counts, this <${host.localName}> is its.`,
      'Keep one script tag; with two versions, the newer.',
    ),
  ];
}

function floating({ variant, localName }: Widget): Finding[] {
  const others = document.querySelectorAll(`${localName}[variant=floating]`).length;
  return variant === 'floating' && others > 1
    ? [
        warning(
          'floating-several',
          `${others} floating buttons lie over each other.`,
          'Keep one a page; anything with data-cliquez-signalez opens it.',
        ),
      ]
    : [];
}

function fallback(host: Widget): Finding[] {
  return host.querySelector('a[href]')
    ? []
    : [
        warning(
          'fallback-missing',
          'There is no link inside the element: without JavaScript, or where the script is blocked, visitors find nothing.',
          'Put one inside: <a href="…">Signaler un contenu illégal à …</a>.',
        ),
      ];
}

/**
 * Looks for the style that reserves the button's space until the script loads. Once the element is defined, only the
 * page's style sheets show whether it exists. An element that a script created needs none.
 */
function room(host: Widget): Finding[] {
  if (host.isInline || host.getAttribute('embed') === 'script' || host.getRootNode() !== document) return [];
  try {
    if ([...document.styleSheets].some(({ cssRules }) => keepsRoom([...cssRules], host.localName))) return [];
  } catch {
    // A style sheet of another site cannot be read, and may contain the style.
    return [];
  }
  return [
    warning(
      'room-missing',
      'No style keeps the button’s place until the script has come: the page moves when it does.',
      `Add ${host.localName}:not(:defined) { display: inline-block; min-block-size: 48px } for a plain button; the demo’s /integrer writes the line of the others.`,
    ),
  ];
}

const keepsRoom = (rules: readonly CSSRule[], tag: string): boolean =>
  rules.some((rule) =>
    rule instanceof CSSStyleRule
      ? rule.selectorText.includes(':not(:defined)') && new RegExp(`${tag}(?!-)`).test(rule.selectorText)
      : 'cssRules' in rule && keepsRoom([...(rule as CSSGroupingRule).cssRules], tag),
  );

function openers(): Finding[] {
  const lost = [...document.querySelectorAll<HTMLElement>('[data-cliquez-signalez]')]
    .map(({ dataset }) => dataset['cliquezSignalez'] ?? '')
    .filter((id) => id && !document.getElementById(id));
  return [...new Set(lost)].map((id) =>
    warning(
      'opener-lost',
      `data-cliquez-signalez="${id}" names no widget of this page: pressing it does nothing.`,
      `Give a widget id="${id}", or leave the value empty for the page’s first one.`,
    ),
  );
}

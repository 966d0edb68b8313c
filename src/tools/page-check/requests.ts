// Point 9: the requests that a page makes to others, as far as its HTML names them.
import { failed, passed, warning, type Finding } from '../conformance/finding.ts';
import { quote } from '../conformance/quote.ts';
import { attributeOf, elementsIn, type HtmlElement } from './html.ts';
import type { VisitedPage } from './visited-page.ts';

/** Attributes by which an element makes a browser load something. */
const LOADING: Readonly<Record<string, readonly string[]>> = {
  script: ['src'],
  img: ['src'],
  iframe: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
};
const LOADING_LINK = /\b(?:stylesheet|preload|modulepreload|prefetch|preconnect|icon|manifest)\b/i;

/** A page of the site may call others for reasons of its own: only its owner knows which. */
export function foreignAddresses(page: VisitedPage): Finding[] {
  const foreign = [...elementsIn(page.root)]
    .flatMap((element) => loadedBy(element))
    .flatMap((written) => page.resolve(written) ?? [])
    .filter((address) => !page.isOwn(address));
  const ours = foreign.find(({ href }) => /cliquez-?signalez/i.test(href));
  if (ours)
    return [
      failed(
        `the page asks ${quote(ours.origin)} for a part of the widget`,
        'Bring all files along: the only request to another origin is the report.',
      ),
    ];
  const hosts = [...new Set(foreign.map(({ origin }) => origin))];
  return hosts.length === 0
    ? [passed('the page names nothing of another site that a browser would load')]
    : [
        warning(
          `the page calls ${hosts.slice(0, 5).map(quote).join(', ')}`,
          'Your plugin must cause none of these calls. Compare with a page without the button.',
        ),
      ];
}

function loadedBy(element: HtmlElement): string[] {
  if (element.name === 'link')
    return LOADING_LINK.test(attributeOf(element, 'rel') ?? '') ? [attributeOf(element, 'href') ?? ''] : [];
  const written = (LOADING[element.name] ?? []).flatMap((name) => attributeOf(element, name) ?? []);
  const sources = attributeOf(element, 'srcset')?.split(',') ?? [];
  return [...written, ...sources.map((source) => source.trim().replace(/\s.*/s, ''))].filter(Boolean);
}

// Warnings in the console, unasked, about a widget that does not work as its page means it.

import { LOOKS, THEMES, unknownWords } from '../attributes/looks.ts';
import type { BadValue } from '../attributes/names.ts';
import type { Widget } from '../shared/widget.ts';
import { unknownAttributes, unusableKey } from './attribute-findings.ts';
import { destinationFault } from './destination-findings.ts';
import { takenIn } from './page-findings.ts';

/** The console of `diagnostics.ts`, which says everything once. */
export interface Told {
  /** Reports a value that cannot be used. */
  warn(element: Element, bad: BadValue): void;
  /** Reports any other problem, and what to do. */
  tell(element: Element, problem: string, remedy: string): void;
}

/**
 * Explains a widget that cannot report, that has an unknown look, or whose form did not open.
 * @param failure the error of a form that did not open; undefined if none was asked for
 */
export function explain(host: Widget, failure: unknown, { warn, tell }: Told): void {
  if (!host.isConnected) return;
  const keys = unusableKey(host);
  for (const bad of keys) warn(host, bad);
  if (failure !== undefined) {
    if (keys.length === 0) explainFailure(host, failure, tell);
    return;
  }
  for (const { message, remedy } of unknownAttributes(host)) tell(host, message, remedy);
  for (const bad of unknownWords(host, { ...THEMES, ...LOOKS })) warn(host, bad);
  const fault = destinationFault(host);
  for (const { message, remedy } of [...takenIn(host), ...(fault ? [fault] : [])])
    tell(host, message, remedy);
}

/** Features of the browser that a form needs, by name. Old browsers, and DOMs without a browser, lack some. */
const NEEDED: Readonly<Record<string, (host: Widget) => unknown>> = {
  'ShadowRoot.adoptedStyleSheets': ({ renderRoot }) => renderRoot.adoptedStyleSheets,
  'HTMLDialogElement.showModal': () => globalThis.HTMLDialogElement?.prototype.showModal,
  visualViewport: () => globalThis.visualViewport,
  IntersectionObserver: () => globalThis.IntersectionObserver,
  matchMedia: () => globalThis.matchMedia,
};

function explainFailure(host: Widget, failure: unknown, tell: Told['tell']): void {
  const missing = Object.entries(NEEDED).flatMap(([name, find]) => (find(host) ? [] : name));
  const problem = `The form did not open: ${String(failure).replace(/\.$/, '')}.`;
  if (missing.length > 0)
    tell(
      host,
      problem,
      `This environment has no ${missing.join(', ')}. Use a browser in support; to test a page, use a real browser instead of jsdom, or leave the form closed.`,
    );
  else tell(host, problem, 'Look for files that did not come, or write debug on the element.');
}

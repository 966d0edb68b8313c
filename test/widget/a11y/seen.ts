// Whether a checker saw a widget: in a closed root it sees nothing, and finds nothing, in silence.

import type { AxeResults } from 'axe-core';

/** The controls of which a checker has to have judged one. */
export const CONTROLS = 'button, a[href], input, select, textarea, summary, iframe';

/**
 * Script: lets a checker into the widgets of a page as visitors get it, which has no `debug`. Some of its forms are
 * already filled in, and no root can be opened afterwards.
 */
export const OPEN_ROOTS = `for (const widget of document.querySelectorAll('cliquez-signalez, cliquez-signalez-form'))
  if (!widget.shadowRoot) Object.defineProperty(widget, 'shadowRoot', { value: widget.renderRoot, configurable: true })`;

/** The finding of a test about a checker that saw no control. */
export const unseen = (checker: string): string =>
  `${checker} saw no control of the widget: is its root open?`;

/**
 * A finding for each widget of which axe has judged no control, by any rule. It uses nothing of this module: in pages
 * of other drivers, it runs from its source.
 */
export function unseenByAxe(
  { passes, violations, incomplete }: AxeResults,
  widgets: readonly Element[],
  controls: string,
): string[] {
  const judged = [...passes, ...violations, ...incomplete].flatMap(({ nodes }) => nodes);
  // Axe names an element in a shadow root by a list of selectors, from the outermost root on.
  const paths = judged.flatMap(({ target }) => target).filter((path) => Array.isArray(path));
  const sees = (widget: Element, [host = '', inside = '']: string[]): boolean =>
    document.querySelector(host) === widget &&
    widget.shadowRoot!.querySelector(inside)?.matches(controls) === true;
  return widgets
    .filter((widget) => !paths.some((path) => sees(widget, path)))
    .map(({ localName }) => `axe saw no control of <${localName}>: is its root open?`);
}

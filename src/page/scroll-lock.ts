// The page held still behind a dialog, as long as one dialog is open.

import type { Release } from './visible-area.ts';

/** What holds the page, and what puts it back as it was. */
interface Lock {
  holders: number;
  readonly undo: Release;
}

/** Where the lock is kept: on the element that is locked, since the form and the isolated mode are files of their own. */
const LOCK = Symbol.for('cliquez-signalez.lock');

/** Stops the page from scrolling. @returns what lets it go, once nobody else holds it */
export function holdScroll(): Release {
  const root: HTMLElement & { [LOCK]?: Lock | undefined } = document.documentElement;
  const lock = (root[LOCK] ??= { holders: 0, undo: lockScroll(root) });
  lock.holders += 1;
  return () => {
    lock.holders -= 1;
    if (lock.holders > 0) return;
    delete root[LOCK];
    lock.undo();
  };
}

/** @returns what puts back exactly what was there, except where the page has changed it since */
function lockScroll(root: HTMLElement): Release {
  const { style, clientWidth } = root;
  const locked = Object.entries({
    'overflow-x': 'hidden',
    'overflow-y': 'hidden',
    // The place of a scroll bar is kept, where one took any, so that the page does not move.
    ...(clientWidth < innerWidth && { 'scrollbar-gutter': 'stable' }),
  }).map(([name, value]) => {
    const before = [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const;
    // Set through the object model: `style-src 'none'` refuses style attributes, not this.
    style.setProperty(name, value, 'important');
    return { value, before };
  });
  return () => {
    for (const { value, before } of locked) {
      if (style.getPropertyValue(before[0]) === value) style.setProperty(...before);
    }
    if (!style.length) root.removeAttribute('style');
  };
}

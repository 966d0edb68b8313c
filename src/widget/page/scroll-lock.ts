// Stops the page from scrolling while at least one dialog is open.

import type { Release } from './visible-area.ts';

/** The number of dialogs that hold the page, and the function that restores it. */
interface Lock {
  holders: number;
  readonly undo: Release;
}

/** Key of the lock on the root element: the form and the isolated mode are separate files, and share the lock there. */
const LOCK = Symbol.for('cliquez-signalez.lock');

/** Stops the page from scrolling. @returns a function that releases the page once no other dialog holds it */
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

/** @returns a function that restores the exact previous styles, except those that the page has changed since */
function lockScroll(root: HTMLElement): Release {
  const { style, clientWidth } = root;
  const locked = Object.entries({
    'overflow-x': 'hidden',
    'overflow-y': 'hidden',
    // Keeps the space of a visible scroll bar, so that the page does not move.
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

// The room that a page keeps for the button until its script has come: one line of CSS, for the button as it was chosen.

import { seedOf, sizeOf, type Theme } from './theme.ts';

const HEIGHTS = { s: 44, m: 48, l: 56 } as const;
const ROOT_SIZE = 16;

/** From this width of the window on, a bar has its button beside its text. */
const WIDE = 640;

/**
 * Declarations for `cliquez-signalez:not(:defined)`.
 * @param width of the window, on which the height of a bar depends
 */
export function reservedRoom(theme: Theme, width = WIDE): string {
  const { variant } = theme;
  // Out of the flow, it takes none.
  if (variant === 'floating') return 'position: absolute';
  const height = HEIGHTS[sizeOf(theme)];
  // As wide as the link in it, which is all that there is without scripts.
  if (variant === 'icon') return `display: inline-block; min-block-size: ${height + 8}px`;
  const text = Math.max(ROOT_SIZE, Number.parseFloat(seedOf(theme, 'font-size')) * ROOT_SIZE);
  const border = 2 * Number.parseFloat(seedOf(theme, 'border-width'));
  // Larger text makes the button higher: a line of 1.25, and 8 px above and below.
  const button = Math.max(height, text * 1.25 + 16 + border);
  if (variant !== 'bar') return `display: inline-block; min-block-size: ${Math.ceil(button)}px`;
  // Two lines of 1.5 beside the button, or above it with 12 px between; 12 px above and below.
  const inside = width >= WIDE ? Math.max(button, text * 3) : text * 3 + 12 + button;
  return `display: block; min-block-size: ${Math.ceil(inside + 24 + border)}px`;
}

/** The CSS: one line, and for a bar one more for wide windows. */
export function reserveCss(theme: Theme): string {
  const rule = (room: string): string => `cliquez-signalez:not(:defined) { ${room} }`;
  return theme.variant === 'bar'
    ? `${rule(reservedRoom(theme, WIDE - 1))}\n@media (width >= ${WIDE}px) { ${rule(reservedRoom(theme))} }`
    : rule(reservedRoom(theme));
}

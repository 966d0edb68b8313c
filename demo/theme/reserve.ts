// The space that a page reserves for the chosen button until its script has loaded: one line of CSS.

import { seedOf, sizeOf, type Theme } from './theme.ts';

const HEIGHTS = { s: 44, m: 48, l: 56 } as const;
const ROOT_SIZE = 16;

/** From this window width on, a bar shows its button beside its text. */
const WIDE = 640;

/**
 * Declarations for `cliquez-signalez:not(:defined)`.
 * @param width width of the window, on which the height of a bar depends
 */
export function reservedRoom(theme: Theme, width = WIDE): string {
  const { variant } = theme;
  // A floating button is out of the flow and needs no space.
  if (variant === 'floating') return 'position: absolute';
  const height = HEIGHTS[sizeOf(theme)];
  // The width is that of the fallback link, which is the only content without scripts.
  if (variant === 'icon') return `display: inline-block; min-block-size: ${height + 8}px`;
  const text = Math.max(ROOT_SIZE, Number.parseFloat(seedOf(theme, 'font-size')) * ROOT_SIZE);
  const border = 2 * Number.parseFloat(seedOf(theme, 'border-width'));
  // Larger text makes the button higher: line height 1.25, and 8 px above and below.
  const button = Math.max(height, text * 1.25 + 16 + border);
  if (variant !== 'bar') return `display: inline-block; min-block-size: ${Math.ceil(button)}px`;
  // Two lines of line height 1.5 beside the button, or above it with a 12 px gap; 12 px above and below.
  const inside = width >= WIDE ? Math.max(button, text * 3) : text * 3 + 12 + button;
  return `display: block; min-block-size: ${Math.ceil(inside + 24 + border)}px`;
}

/** The CSS: one line, and a second one for a bar in wide windows. */
export function reserveCss(theme: Theme): string {
  const rule = (room: string): string => `cliquez-signalez:not(:defined) { ${room} }`;
  return theme.variant === 'bar'
    ? `${rule(reservedRoom(theme, WIDE - 1))}\n@media (width >= ${WIDE}px) { ${rule(reservedRoom(theme))} }`
    : rule(reservedRoom(theme));
}

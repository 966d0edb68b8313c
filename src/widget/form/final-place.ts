// The place of a button that cannot be undone: out of reach of a hand that keeps tapping. No first step has one.

import type { Widget } from '../shared/widget.ts';
import { FINAL, type Box } from './controllers/tap-guard.ts';

/** Distance from the control that led to the view, in CSS pixels: no tap of a trembling hand reaches further. */
const APART_PX = 32;

/** How far apart two rectangles are. */
const distance = (one: Box, other: Box): number =>
  Math.hypot(
    Math.max(0, one.left - other.right, other.left - one.right),
    Math.max(0, one.top - other.bottom, other.top - one.bottom),
  );

/**
 * Moves final buttons away from the control whose press led to their view, up or down. A footer at the lower edge of the
 * window makes room below the button, any other one above it.
 */
export function keepApart({ renderRoot }: Widget, ledBy: Box): void {
  for (const button of renderRoot.querySelectorAll<HTMLElement>(FINAL)) {
    const isApart = (): boolean => distance(button.getBoundingClientRect(), ledBy) >= APART_PX;
    const { top, bottom } = button.getBoundingClientRect();
    if (isApart()) continue;
    button.style.marginBlockEnd = `${bottom - ledBy.top + APART_PX}px`;
    if (isApart()) continue;
    button.style.marginBlockEnd = '';
    button.style.marginBlockStart = `${ledBy.bottom - top + APART_PX}px`;
  }
}

// The place of a button that cannot be undone: out of reach of a hand that keeps tapping.

/** Distance from the control that led to the view, in CSS pixels: no tap of a trembling hand reaches further. */
const APART_PX = 32;

/** A rectangle in the window, in CSS pixels. */
export type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>;

/** The place of the control on the path of a click; undefined if it met none. */
export const boxOf = (path: readonly EventTarget[]): Box | undefined =>
  path
    .filter((target) => target instanceof Element)
    .find((element) => element.matches('button, a, summary, label, input'))
    ?.getBoundingClientRect();

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
export function keepApart(buttons: Iterable<HTMLElement>, ledBy: Box): void {
  for (const button of buttons) {
    const isApart = (): boolean => distance(button.getBoundingClientRect(), ledBy) >= APART_PX;
    const { top, bottom } = button.getBoundingClientRect();
    if (isApart()) continue;
    button.style.marginBlockEnd = `${bottom - ledBy.top + APART_PX}px`;
    if (isApart()) continue;
    button.style.marginBlockEnd = '';
    button.style.marginBlockStart = `${ledBy.bottom - top + APART_PX}px`;
  }
}

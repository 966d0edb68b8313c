// The builder's icons as HTML text, on a grid of 24 px like the widget's own icons.

const icon = (path: string): string =>
  `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;

export const flagIcon = icon('M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0');
export const tickIcon = icon('M4.5 12.5l5 5 10-11');
export const crossIcon = icon('M6 6l12 12M18 6 6 18');
export const undoIcon = icon('M9 14 4.5 9.5 9 5M5 9.5h9a5.5 5.5 0 0 1 0 11h-3.5');
export const againIcon = icon('M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3v4.5H15');
export const aloneIcon = icon(
  'M13.5 4.5h6v6M19 5l-8 8M10 5.5H6A1.5 1.5 0 0 0 4.5 7v11A1.5 1.5 0 0 0 6 19.5h11a1.5 1.5 0 0 0 1.5-1.5v-4',
);
export const pipetteIcon = icon(
  'M13 7l4 4M4.5 19.5l1-3.5L14 7.5 16.5 10 8 18.5zM14.5 7l2-2a2 2 0 0 1 2.8 0 2 2 0 0 1 0 2.8l-2 2',
);
export const copyIcon = icon('M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1');

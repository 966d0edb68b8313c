// A bar chart as plain SVG: it needs no script, and prints as it is seen.
import { toHtml } from './html-text.ts';
import type { Figure } from './small-numbers.ts';

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly figure: Figure;
  /** The figure as it is written beside the bar. */
  readonly text: string;
}

const WIDTH = 640;
const ROW = 44;
/** Room for the longest number beside the longest bar. */
const NUMBER_ROOM = 90;

/**
 * Draws horizontal bars from zero, each under its label and with its number. A hidden or unknown figure has no bar.
 * @param name the name of the chart for screen readers
 */
export function barChart(bars: readonly Bar[], name: string): string {
  const largest = Math.max(1, ...bars.map(({ figure }) => (typeof figure === 'number' ? figure : 0)));
  const rows = bars.map(({ label, figure, text }, index) => {
    const top = index * ROW;
    const width =
      typeof figure === 'number' ? Math.round((figure / largest) * (WIDTH - NUMBER_ROOM) * 10) / 10 : 0;
    return (
      `<text x="0" y="${top + 13}">${toHtml(label)}</text>` +
      (width > 0 ? `<rect x="0" y="${top + 18}" width="${width}" height="12"/>` : '') +
      `<text${width > 0 ? ' class="number"' : ''} x="${width > 0 ? width + 6 : 0}" y="${top + 29}">${toHtml(text)}</text>`
    );
  });
  const height = bars.length * ROW;
  return `<svg role="img" aria-label="${toHtml(name)}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${rows.join('')}</svg>`;
}

// Figures for programs: JSON and CSV of the same tables that the page prints.
import { toSpreadsheetText } from '../export/spreadsheet-text.ts';
import type { FigureTable } from './figure-tables.ts';
import type { Figure } from './small-numbers.ts';

/**
 * Figures as JSON. A figure is a number, `"hidden"` or `"unknown"`; keys never change, labels may.
 * @param about the subject of the figures, such as `{ year: 2026 }`
 */
export function figuresJson(
  about: Readonly<Record<string, unknown>>,
  tables: readonly FigureTable[],
): string {
  const readable = tables.map(({ id, title, columns, rows, total }) => {
    const byColumn = (figures: readonly Figure[]) =>
      Object.fromEntries(columns.map(({ key }, index) => [key, figures[index]]));
    return {
      id,
      title,
      columns,
      rows: rows.map(({ figures, ...row }) => ({ ...row, figures: byColumn(figures) })),
      ...(total && { total: byColumn(total) }),
    };
  });
  return `${JSON.stringify({ ...about, tables: readable }, undefined, 2)}\n`;
}

/**
 * Figures as CSV for a spreadsheet (RFC 4180, UTF-8 with a byte order mark): one figure a record. `row` is empty if
 * the figure adds up the others.
 */
export function figuresCsv(tables: readonly FigureTable[]): string {
  const records = tables.flatMap(({ id, columns, rows, total }) => {
    const sums = total ? [{ key: '', label: '', commission: undefined, figures: total }] : [];
    return [...rows, ...sums].flatMap(({ key, label, commission, figures }) =>
      columns.map((column, index) => [id, key, label, commission?.code ?? '', column.key, figures[index]!]),
    );
  });
  return `\uFEFF${[HEAD, ...records].map(csvRecord).join('')}`;
}

const HEAD = ['table', 'row', 'label', 'commission', 'column', 'figure'];

/** Names of providers come from a file: a spreadsheet must not calculate them. */
const csvRecord = (cells: readonly (string | number)[]): string =>
  `${cells
    .map((cell) => (typeof cell === 'number' ? cell : `"${toSpreadsheetText(cell).replaceAll('"', '""')}"`))
    .join(',')}\r\n`;

// Reports as CSV (RFC 4180) for a spreadsheet: UTF-8 with a byte order mark, one row a report.
import { COLUMNS, valuesOf } from './csv-columns.ts';
import type { ReadReport } from './reader.ts';
import { toSpreadsheetText } from './spreadsheet-text.ts';

// Every cell is quoted, so that no text can break its row.
const record = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The first line. Its byte order mark makes spreadsheets read UTF-8. */
export const CSV_HEADER: string = `\uFEFF${record(COLUMNS)}`;

/**
 * The row of a report. Each item of a list is a line of its cell. The items of a list in a list are separated by ` | `.
 * The texts come from `toSpreadsheetText`, so they contain neither a line end nor `|`. A cell that exceeds the limit of
 * a spreadsheet ends in `⟨cut⟩`; JSON Lines hold the whole text.
 */
export const csvRecord = (read: ReadReport): string =>
  record(valuesOf(read).map((value) => fitting(cellOf(value))));

/** The longest cell of Excel, in UTF-16 units. Excel cuts a longer one without notice. LibreOffice accepts more. */
const LONGEST_CELL = 32_767;

/** Marks a cell that was cut. No text contains this mark: `⟨` is always written by its code point. */
const CUT = '⟨cut⟩';

/** The part of a cell that a spreadsheet accepts, without half a surrogate pair or half a `⟨U+…⟩` at its end. */
function fitting(cell: string): string {
  if (cell.length <= LONGEST_CELL) return cell;
  return cell.slice(0, LONGEST_CELL - CUT.length).replace(/(?:[\ud800-\udbff]|⟨[^⟩]*)$/, '') + CUT;
}

function cellOf(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value);
  const lines = value.map(lineOf);
  return lines.some((line) => line !== '') ? lines.join('\n') : '';
}

const lineOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join(' | ') : textOf(value);

// Only texts are protected: a spreadsheet may read numbers and truth values as such.
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? toSpreadsheetText(value) : JSON.stringify(value);
}

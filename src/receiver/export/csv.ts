// Reports as CSV (RFC 4180) for a spreadsheet: UTF-8 with a byte order mark, one row a report.
import { COLUMNS, valuesOf } from './csv-columns.ts';
import type { ReadReport } from './reader.ts';
import { toSpreadsheetText } from './spreadsheet-text.ts';

// Every cell is quoted, so that none depends on what its text holds.
const record = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The first line. The byte order mark is what makes spreadsheets read UTF-8. */
export const CSV_HEADER: string = `\uFEFF${record(COLUMNS)}`;

/**
 * The row of a report. The items of a list are the lines of its cell; the items of a list in a list are separated by
 * ` | `. Neither a line end nor `|` occurs in the texts themselves, which are those of `toSpreadsheetText`. A cell that
 * is longer than a spreadsheet takes ends in `⟨cut⟩`; JSON Lines hold all of it.
 */
export const csvRecord = (read: ReadReport): string =>
  record(valuesOf(read).map((value) => fitting(cellOf(value))));

/** The longest cell of Excel, in UTF-16 units: it cuts a longer one without a word. LibreOffice takes more. */
const LONGEST_CELL = 32_767;

/** Stands where a cell was cut. No text has it: `⟨` is always written by its name. */
const CUT = '⟨cut⟩';

/** As much of a cell as a spreadsheet takes, without half a pair of units or half a name at its end. */
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

// Numbers and truth values of ours may well be taken for what they are; texts stay texts.
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? toSpreadsheetText(value) : JSON.stringify(value);
}

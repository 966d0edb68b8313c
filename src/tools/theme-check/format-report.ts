// Formats the report of a theme check as text, for a terminal or a log.

import { COLOUR_NAMES } from '../../widget/theme/promises.ts';
import type { CheckedTheme, ThemeReport } from './check-theme.ts';
import type { Finding } from './finding.ts';

/** How a report is laid out. */
export interface FormatOptions {
  /** Longest line, in characters: 80 by default. */
  readonly columns?: number;
  /** Whether to colour the marks, by ANSI sequences: false by default. */
  readonly hasColour?: boolean;
}

const MARKS = { error: { mark: '✗', colour: 31 }, warning: { mark: '!', colour: 33 } } as const;

/** The report on a file as text, which ends with a line break. */
export function formatThemeReport(
  file: string,
  report: ThemeReport,
  { columns = 80, hasColour = false }: FormatOptions = {},
): string {
  const lines = report.themes.flatMap((theme) => ['', ...themeLines(theme, columns)]);
  const findings = report.findings.map((finding) => findingLines(finding, columns, hasColour));
  if (report.themes.length === 0) lines.push('', 'No rule sets a seed of the widget, such as --cs-accent.');
  if (findings.length > 0) lines.push('', ...findings.flat());
  return `${[file, ...lines, '', ...wrap(verdict(report), columns, '')].map(harmless).join('\n')}\n`;
}

function verdict({ findings, isFine }: ThemeReport): string {
  const count = (severity: Finding['severity']): string => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  const sentence = isFine
    ? 'Nothing is under level AA, and everything could be read.'
    : 'Something is under level AA, or could not be read.';
  return `${sentence} ${count('error')}, ${count('warning')}.`;
}

function themeLines({ label, line, seeds, adjustments, schemes }: CheckedTheme, columns: number): string[] {
  const lines = wrap(`${label} (line ${line})`, columns, '  ');
  for (const { property, value } of seeds) lines.push(...wrap(`  ${property}: ${value}`, columns, '      '));
  for (const { sentence } of adjustments) lines.push(...wrap(`    ${sentence}`, columns, '      '));
  const measured = schemes.filter(({ pairs }) => pairs.length > 0);
  const [first] = measured;
  if (!first) return lines;
  if (adjustments.length === 0) lines.push('    Every colour is shown as it was asked for.');
  const width = columns - 10 - 8 * measured.length;
  const heads = measured.map(({ scheme }) => scheme.padStart(8));
  lines.push(`  ${'contrast'.padEnd(width - 2)}${'at least'.padStart(10)}${heads.join('')}`);
  for (const [index, { front, back, minimum }] of first.pairs.entries()) {
    const name = `${COLOUR_NAMES[front].en} on ${COLOUR_NAMES[back].en}`;
    const ratios = measured.map(({ pairs }) => cut(pairs[index]!.ratio).padStart(8));
    lines.push(`  ${name.padEnd(width - 2)}${`${minimum}`.padStart(10)}${ratios.join('')}`);
  }
  return lines;
}

function findingLines(
  { severity, line, column, message }: Finding,
  columns: number,
  hasColour: boolean,
): string[] {
  const { mark, colour } = MARKS[severity];
  const [first = '', ...rest] = wrap(`${mark} ${line}:${column} ${message}`, columns, '    ');
  return [hasColour ? first.replace(mark, `\u001B[${colour}m${mark}\u001B[0m`) : first, ...rest];
}

/** Cut, not rounded: 6.999 is not 7. */
const cut = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

/** Replaces control characters, so that text from a file cannot control the terminal. */
const harmless = (line: string): string =>
  line.replaceAll(/\u001B\[\d+m|[\u0000-\u001F\u007F-\u009F]/g, (found) =>
    /^\u001B\[(31|33|0)m$/.test(found) ? found : '?',
  );

/** Breaks a line at spaces. A word that is longer than a line breaks anywhere. */
function wrap(text: string, columns: number, indent: string): string[] {
  const start = /^ */.exec(text)?.[0] ?? '';
  const room = columns - indent.length;
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gsu')) ?? []);
  const lines: string[] = [];
  let line = start;
  for (const word of words) {
    const isEmpty = line.trim() === '';
    const longer = isEmpty ? line + word : `${line} ${word}`;
    if (!isEmpty && longer.length > columns) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line];
}

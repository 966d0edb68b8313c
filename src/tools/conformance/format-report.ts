// Formats an examination as text, for a terminal, a log or a mail to the operator of the endpoint.
import type { CheckResult, CheckSummary, ConformanceReport } from './check-endpoint.ts';
import { count } from './checks/wording.ts';
import type { Outcome } from './finding.ts';

/** How a report is laid out. */
export interface FormatOptions {
  /** Longest line, in characters: 100 by default. */
  readonly columns?: number;
  /** Whether to colour the marks, by ANSI sequences: false by default. */
  readonly hasColour?: boolean;
}

/** The mark of each outcome, and its ANSI colour. */
export const MARKS: Readonly<Record<Outcome, { mark: string; colour: number }>> = {
  passed: { mark: '✓', colour: 32 },
  warning: { mark: '!', colour: 33 },
  failed: { mark: '✗', colour: 31 },
  skipped: { mark: '-', colour: 90 },
};

/** The whole report as text, which ends with a line break. */
export function formatReport(report: ConformanceReport, options: FormatOptions = {}): string {
  const { columns = 100, hasColour = false } = options;
  const { counts, stored, endpoint } = report;
  const lines = grouped(report.results, (result) => resultLines(result, columns, hasColour));
  const verdict = report.isConformant
    ? 'The endpoint keeps the contract.'
    : 'The endpoint does not keep the contract.';
  const summary = `${counts.passed} passed, ${count(counts.warning, 'warning')}, ${counts.failed} failed, ${counts.skipped} skipped.`;
  const left = `It took ${count(stored, 'test report')}, which may be deleted: their descriptions say so.`;
  return [endpoint, ...lines, '', ...wrap(`${verdict} ${summary} ${left}`, columns, ''), ''].join('\n');
}

/** The checks as a list, which ends with a line break. */
export function formatChecks(checks: readonly CheckSummary[], { columns = 100 }: FormatOptions = {}): string {
  const lines = grouped(checks, ({ id, title, why }) => [
    ...wrap(`  ${title} (${id})`, columns, '    '),
    ...wrap(`    ${why}`, columns, '    '),
  ]);
  return `${lines.slice(1).join('\n')}\n`;
}

function grouped<Item extends CheckSummary>(
  items: readonly Item[],
  linesOf: (item: Item) => string[],
): string[] {
  return items.flatMap((item, index) => [
    ...(items[index - 1]?.group === item.group ? [] : ['', item.group]),
    ...linesOf(item),
  ]);
}

// A passed check takes one line. A failure or a warning also says why it matters to reporters, and how to mend it.
function resultLines(result: CheckResult, columns: number, hasColour: boolean): string[] {
  const { outcome, title, seen, why, mend } = result;
  const { mark, colour } = MARKS[outcome];
  const [first = '', ...rest] = wrap(`  ${mark} ${title} — ${seen}`, columns, '    ');
  const painted = hasColour ? first.replace(mark, `\u001B[${colour}m${mark}\u001B[0m`) : first;
  if (!mend) return [painted, ...rest];
  return [
    painted,
    ...rest,
    ...wrap(`    Why: ${why}`, columns, '         '),
    ...wrap(`    Mend: ${mend}`, columns, '          '),
  ];
}

/** Breaks a line at spaces; a word that is longer than a line stays whole. */
export function wrap(text: string, columns: number, indent: string): string[] {
  const start = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = start;
  for (const word of text.trim().split(' ')) {
    const isEmpty = line.trim() === '';
    const longer = isEmpty ? line + word : `${line} ${word}`;
    if (!isEmpty && longer.length > columns) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line];
}

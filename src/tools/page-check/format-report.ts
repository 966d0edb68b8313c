// Formats the examination of a page as text, for a terminal, a log or a mail to the author of a plugin.
import { MARKS, wrap, type FormatOptions } from '../conformance/format-report.ts';
import type { Finding } from '../conformance/finding.ts';
import type { PageReport, PointResult } from './check-page.ts';

/** The whole report as text, which ends with a line break. */
export function formatPageReport(report: PageReport, options: FormatOptions = {}): string {
  const { columns = 100, hasColour = false } = options;
  const { counts, points, address, isFine } = report;
  const lines = points.flatMap((point) => pointLines(point, columns, hasColour));
  const verdict = isFine ? 'Nothing that can be seen falls short.' : 'The page falls short.';
  const summary = `Points that hold: ${counts.passed}; that fall short: ${counts.failed}; in doubt: ${counts.warning}; not seen from outside: ${counts.skipped}.`;
  return [address, '', ...lines, '', ...wrap(`${verdict} ${summary}`, columns, ''), ''].join('\n');
}

// A point that holds takes one line. One that falls short has a line for each finding, with the way to mend it.
function pointLines(
  { point, title, outcome, findings }: PointResult,
  columns: number,
  hasColour: boolean,
): string[] {
  const { mark, colour } = MARKS[outcome];
  const head = `${mark} ${String(point).padStart(2)}. ${title}`;
  const painted = (line: string): string =>
    hasColour ? line.replace(mark, `\u001B[${colour}m${mark}\u001B[0m`) : line;
  const [only] = findings;
  if (only && findings.length === 1 && !only.mend) {
    const [first = '', ...rest] = wrap(`${head} — ${only.seen}`, columns, '      ');
    return [painted(first), ...rest];
  }
  return [painted(head), ...findings.flatMap((finding) => findingLines(finding, columns))];
}

const findingLines = ({ seen, mend }: Finding, columns: number): string[] => [
  ...wrap(`      ${seen}`, columns, '        '),
  ...(mend ? wrap(`        Mend: ${mend}`, columns, '              ') : []),
];

// The table of costs in the README, made from what `npm run bench` measured.

import { readFileSync } from 'node:fs';
import { timesLit, timesSentry, type Row } from '../test/bench/costs.ts';
import { put, rewriteGuide } from './readme-figures.ts';

/** What one run measured. */
export interface Costs {
  readonly measuredOn: string;
  readonly cores: number;
  readonly rows: readonly Row[];
}

const written = (figure: number | undefined, unit: string): string =>
  figure === undefined
    ? ''
    : `${figure.toLocaleString('en', { maximumFractionDigits: Math.abs(figure) < 10 ? 1 : 0 })} ${unit}`.trimEnd();

function goal({ most, mostTimesLit, mostTimesSentry, unit }: Row): string {
  if (mostTimesSentry !== undefined) return `≤ ${mostTimesSentry} ×`;
  if (most !== undefined) return `≤ ${`${most} ${unit}`.trimEnd()}`;
  return mostTimesLit === undefined ? '' : `≤ ${mostTimesLit} ×`;
}

/** The table, as Markdown. */
export function costTable({ measuredOn, cores, rows }: Costs): string {
  const lines = rows.map((row) => {
    const { name, unit, figures } = row;
    const ratio = timesSentry(row) ?? (row.mostTimesLit === undefined ? undefined : timesLit(row));
    const times = ratio === undefined ? '' : `${ratio.toFixed(2)} ×`;
    const cells = [figures.ours, figures.lit, figures.plain, figures.sentry].map((figure) =>
      written(figure, unit),
    );
    return [name, ...cells, times, goal(row)];
  });
  const head = ['Measured', 'this library', 'minimal Lit', 'plain', 'Sentry’s dialog', 'times', 'goal'];
  const table = [head, ['---', '--:', '--:', '--:', '--:', '--:', '--:'], ...lines]
    .map((line) => `| ${line.join(' | ')} |\n`)
    .join('');
  return `${table}\nChromium, ${cores} cores, ${measuredOn}.\n`;
}

const read = (): Costs =>
  JSON.parse(readFileSync(new URL('../test/bench/costs.json', import.meta.url), 'utf8')) as Costs;

/** A README with this table. Throws where it has no place for one. */
export const withCosts = (readme: string): string => put(readme, 'cost', costTable(read()));

/** Brings the table in the README up to date. */
export function writeCosts(): void {
  rewriteGuide('README.md', withCosts);
}

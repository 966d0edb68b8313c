// The table that `npm run bench` prints.
import { timesLit, timesSentry, type Costs, type Row } from './costs.ts';

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

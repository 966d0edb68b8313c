// The tables of figures in the guide for hotlines, made from the receiver's long runs.

import { readFigures, readGrowth, type Figure, type Figures } from '../test/receiver/soak/figures.ts';
import { put, rewriteGuide } from './guide-blocks.ts';

function receiverTable(runs: Figures): string {
  const rows = Object.entries(runs).map(([name, { figures, cores, measuredOn }]) => {
    const measured = Object.entries(figures).map(([of, figure]) => `${of} ${written(figure)}`);
    return [name, measured.join(' · '), `${measuredOn}, ${cores} cores`];
  });
  return [['Run', 'Figures', 'Measured'], ['---', '---', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}

const written = ({ value, unit }: Figure): string => `${value.toLocaleString('en')} ${unit}`.trimEnd();

/** A row for each measurement, a column for each size. */
function growthTable(database: string, runs: Figures): string {
  const all = Object.values(runs);
  const measurements = new Set(all.flatMap(({ figures }) => Object.keys(figures)));
  const rows = [...measurements].map((of) => [
    of,
    ...all.map(({ figures }) => (figures[of] ? written(figures[of]) : '–')),
  ]);
  const when = all.map(({ measuredOn, cores }) => `${measuredOn}, ${cores} cores`);
  return [
    [`${database}, reports`, ...Object.keys(runs)],
    ['---', ...all.map(() => '---:')],
    ...rows,
    ['measured', ...when],
  ]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}

/** The guide for hotlines with its tables of what these runs measured. Throws if it has no place for one. */
export function withReceiverFigures(
  guide: string,
  runs: Figures,
  growth: Readonly<Record<string, Figures>>,
): string {
  const tables = Object.entries(growth).map(([database, sizes]) => growthTable(database, sizes));
  return put(put(guide, 'receiver-figures', receiverTable(runs)), 'receiver-growth', tables.join('\n'));
}

/** Brings the tables of the receiver's long runs up to date. */
export function writeReceiverFigures(): void {
  rewriteGuide('src/receiver/README.md', (guide) => withReceiverFigures(guide, readFigures(), readGrowth()));
}

// The tables of figures in the guide for hotlines, made from what the receiver's long runs measured.

import { GROWTH, readFigures, type Figure, type Figures } from '../test/soak/figures.ts';
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

/** A row for each measurement, a column for each database and size. */
function growthTable(runs: Figures): string {
  const all = Object.values(runs);
  const measurements = new Set(all.flatMap(({ figures }) => Object.keys(figures)));
  const rows = [...measurements].map((of) => [
    of,
    ...all.map(({ figures }) => (figures[of] ? written(figures[of]) : '–')),
  ]);
  const when = all.map(({ measuredOn, cores }) => `${measuredOn}, ${cores} cores`);
  return [['', ...Object.keys(runs)], ['---', ...all.map(() => '---:')], ...rows, ['measured', ...when]]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}

/** The guide for hotlines with its tables of what these runs measured. Throws where it has no place for one. */
export function withReceiverFigures(guide: string, runs: Figures, growth: Figures): string {
  return put(put(guide, 'receiver-figures', receiverTable(runs)), 'receiver-growth', growthTable(growth));
}

/** Brings the tables of what the receiver's long runs measured up to date. */
export function writeReceiverFigures(): void {
  rewriteGuide('src/receiver/README.md', (guide) =>
    withReceiverFigures(guide, readFigures(), readFigures(GROWTH)),
  );
}

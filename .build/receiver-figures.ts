// The table of figures in the guide for hotlines, made from what the receiver's long runs measured.

import { readFigures, type Figure, type Figures } from '../test/soak/figures.ts';
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

/** The guide for hotlines with its table of what these runs measured. Throws where it has no place for one. */
export function withReceiverFigures(guide: string, runs: Figures): string {
  return put(guide, 'receiver-figures', receiverTable(runs));
}

/** Brings the table of what the receiver's long runs measured up to date. */
export function writeReceiverFigures(): void {
  rewriteGuide('src/receiver/README.md', (guide) => withReceiverFigures(guide, readFigures()));
}

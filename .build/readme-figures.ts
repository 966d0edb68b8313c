// The tables of figures in the guides. The README gets the sizes, made from dist/sizes.json, with their budgets. The
// guide for hotlines gets the figures of long runs of the receiver, made from test/soak/figures.json.

import { readFileSync, writeFileSync } from 'node:fs';
import { readFigures, type Figure, type Figures } from '../test/soak/figures.ts';
import type { Sizes } from './sizes.ts';

type Moment = keyof Sizes['moments'];

/** What a moment may cost, in bytes of brotli. */
interface Budget {
  /** Less than this means that a chunk has lost its content: an emptied chunk passes any upper bound. */
  readonly least: number;
  readonly most: number;
}

/** The budgets of the design, in the order of the table; the budgets of parts loaded on demand are our own. */
export const BUDGETS: Readonly<Record<Moment, Budget>> = {
  'before a click': { least: 5_000, most: 10_000 },
  'step 1 in French': { least: 12_000, most: 24_000 },
  'the whole form in French': { least: 38_000, most: 62_000 },
  'a further language': { least: 1_500, most: 9_500 },
  'sealed reports': { least: 600, most: 1_500 },
  'a proof of work': { least: 900, most: 2_500 },
  'a check of the page': { least: 2_500, most: 7_500 },
  'the isolated mode': { least: 1_500, most: 4_500 },
  'the single-file bundle': { least: 60_000, most: 80_000 },
  'the npm way, before a click': { least: 6_000, most: 13_000 },
};

/** What a visitor loads, in the words of the table. */
export const MOMENT_NAMES: Readonly<Record<Moment, string>> = {
  'before a click': 'Before a click',
  'step 1 in French': 'Until step 1 shows, in French',
  'the whole form in French': 'The whole form, everything opened, in French',
  'a further language': 'A further language, all of it',
  'sealed reports': 'Sealed reports (`public-key`)',
  'a proof of work': 'A proof of work (`challenge`)',
  'a check of the page': 'A look for what is wrong (`check()`, `debug`)',
  'the isolated mode': 'Isolated mode (`src`), on the page, instead of the form',
  'the single-file bundle': 'The single-file bundle, both languages',
  'the npm way, before a click': 'The npm way, built by Vite, before a click',
};

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

function table({ moments }: Sizes): string {
  const rows = (Object.keys(BUDGETS) as Moment[]).map((moment) => {
    const { brotli, gzip, requests } = moments[moment];
    const budget = `≤ ${kilobytes(BUDGETS[moment].most)}`;
    return [MOMENT_NAMES[moment], kilobytes(brotli), kilobytes(gzip), String(requests), budget];
  });
  const head = ['Loaded', 'brotli', 'gzip', 'requests', 'budget (brotli)'];
  return [head, ['---', '--:', '--:', '--:', '--:'], ...rows]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}

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

/** A page of the documentation with tables in it, from the project's root. */
export type Guide = 'README.md' | 'src/receiver/README.md' | 'src/theme/README.md';

/** Puts a table between a guide's two marks of that name. Throws where it has no place for one. */
export function put(guide: string, mark: string, content: string): string {
  const block = new RegExp(`(<!-- ${mark} -->\n).*?(<!-- /${mark} -->)`, 's');
  if (!block.test(guide)) {
    throw new Error(
      `A guide needs a line <!-- ${mark} --> and a line <!-- /${mark} -->, between which they are put.`,
    );
  }
  return guide.replace(block, (_, start: string, end: string) => start + content + end);
}

/** The README with its table of these sizes. Throws where it has no place for one. */
export function withFigures(readme: string, sizes: Sizes): string {
  return put(readme, 'sizes', table(sizes));
}

/** The guide for hotlines with its table of what these runs measured. Throws where it has no place for one. */
export function withReceiverFigures(guide: string, runs: Figures): string {
  return put(guide, 'receiver-figures', receiverTable(runs));
}

/** Brings the table of sizes in the README up to date. */
export function writeReadmeFigures(sizes: Sizes): void {
  rewriteGuide('README.md', (readme) => withFigures(readme, sizes));
}

/** Brings the table of what the receiver's long runs measured up to date. */
export function writeReceiverFigures(): void {
  rewriteGuide('src/receiver/README.md', (guide) => withReceiverFigures(guide, readFigures()));
}

/** Updates a guide, and writes the file only if its content changes. */
export function rewriteGuide(name: Guide, update: (guide: string) => string): void {
  const path = new URL(`../${name}`, import.meta.url);
  const guide = readFileSync(path, 'utf8');
  const updated = update(guide);
  if (updated !== guide) writeFileSync(path, updated);
}

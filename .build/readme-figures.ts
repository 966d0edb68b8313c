// The table of sizes in the README, made from dist/sizes.json, and the budgets that it is held against.

import { readFileSync, writeFileSync } from 'node:fs';
import type { Sizes } from './sizes.ts';

type Moment = keyof Sizes['moments'];

/** What a moment may cost, in bytes of brotli. */
interface Budget {
  /** Less than this means that a chunk has lost its content: an emptied chunk passes any upper bound. */
  readonly least: number;
  readonly most: number;
}

/** The budgets of the design, in the order of the table; those of what is opened on demand are ours. */
export const BUDGETS: Readonly<Record<Moment, Budget>> = {
  'before a click': { least: 5_000, most: 7_500 },
  'step 1 in French': { least: 12_000, most: 20_000 },
  'the whole flow in French': { least: 26_000, most: 36_000 },
  'with an address in French': { least: 31_000, most: 46_000 },
  'with everything opened in French': { least: 38_000, most: 58_000 },
  'a further language': { least: 1_500, most: 7_000 },
};

const NAMES: Readonly<Record<Moment, string>> = {
  'before a click': 'Before a click',
  'step 1 in French': 'Until step 1 shows, in French',
  'the whole flow in French': 'Until a report about the page is sent, in French',
  'with an address in French': '… with an address typed',
  'with everything opened in French': '… with everything else opened',
  'a further language': 'A further language',
};

const BLOCK = /(<!-- sizes -->\n).*?(<!-- \/sizes -->)/s;

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

function table({ moments }: Sizes): string {
  const rows = (Object.keys(BUDGETS) as Moment[]).map((moment) => {
    const { brotli, gzip, requests } = moments[moment];
    const budget = `≤ ${kilobytes(BUDGETS[moment].most)}`;
    return [NAMES[moment], kilobytes(brotli), kilobytes(gzip), String(requests), budget];
  });
  const head = ['Loaded', 'brotli', 'gzip', 'requests', 'budget (brotli)'];
  return [head, ['---', '--:', '--:', '--:', '--:'], ...rows]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}

/** The README with its table of these sizes. Throws where it has no place for one. */
export function withFigures(readme: string, sizes: Sizes): string {
  if (!BLOCK.test(readme)) {
    throw new Error(
      'README.md needs a line <!-- sizes --> and a line <!-- /sizes -->, between which sizes are put.',
    );
  }
  return readme.replace(BLOCK, (_, start: string, end: string) => `${start}${table(sizes)}${end}`);
}

/** Brings the table in the README up to date. */
export function writeReadmeFigures(sizes: Sizes): void {
  const path = new URL('../README.md', import.meta.url);
  const readme = readFileSync(path, 'utf8');
  const updated = withFigures(readme, sizes);
  if (updated !== readme) writeFileSync(path, updated);
}

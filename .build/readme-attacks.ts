// The table of attacks in the README, made from what test/hosts/attacks measured.

import { ATTACKS, MODES, type Mode } from '../test/hosts/attacks/matrix.ts';
import { readMatrix, type Matrix } from '../test/hosts/attacks/record.ts';
import { put, rewriteGuide } from './readme-figures.ts';

const ENGINE_NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;
type Caught = NonNullable<Matrix[Mode]>[string];

/** The worst result in any engine, with the engines that had another result. */
function cell(caught: Caught | undefined): string {
  if (!caught)
    throw new Error('An attack was never measured: RECORD=1 npx node --test test/hosts/attacks.e2e.test.ts');
  const engines = Object.keys(ENGINE_NAMES) as (keyof typeof ENGINE_NAMES)[];
  const worst = engines.map((engine) => caught[engine] ?? '').reduce((a, b) => (b.length > a.length ? b : a));
  const others = engines.filter((engine) => (caught[engine] ?? '') !== worst);
  const note = others.map((engine) => `${ENGINE_NAMES[engine]}: ${inWords(caught[engine] ?? '')}`).join(', ');
  return note ? `${inWords(worst)} (${note})` : inWords(worst);
}

function inWords(caught: string): string {
  if (caught === '') return 'nothing';
  if (caught === 'yes') return 'yes';
  if (caught === 'category address details email') return '**every answer**';
  if (caught === 'address details email') return '**all that is typed**';
  return `**${caught.replaceAll(' ', ', ')}**`;
}

/** The table, as Markdown. */
export function attackTable(matrix: Matrix): string {
  const modes = Object.keys(MODES) as Mode[];
  const rows = ATTACKS.map(({ id, name }) => [name, ...modes.map((mode) => cell(matrix[mode]?.[id]))]);
  const head = ['What a page’s script gets', ...modes.map((mode) => MODES[mode])];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** A README with this table. Throws where it has no place for one. */
export const withAttacks = (readme: string): string => put(readme, 'attacks', attackTable(readMatrix()));

/** Brings the table in the README up to date. */
export function writeAttacks(): void {
  rewriteGuide('README.md', withAttacks);
}

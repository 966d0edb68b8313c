// The part of the page that examines a pasted style sheet, and takes its seeds into the builder.

import type { SeedName } from '../../src/widget/theme/seeds.ts';
import { byId, element } from './element.ts';
import type { Examined } from './examine-sheet.ts';
import { readSeed, SCALES } from './seed-values.ts';
import { SEED_NAMES, type Seeds } from './theme.ts';
import { words } from './words/page-words.ts';
import { filled } from './words/words.ts';

const { examination: said } = words;

/** Activates the buttons. @param take applies seeds to the builder */
export function offerExamination(take: (seeds: Seeds) => void): void {
  const sheet = byId('sheet') as HTMLTextAreaElement;
  byId('examine').addEventListener('click', () => void showFindings(sheet.value));
  byId('adopt').addEventListener('click', () => void adopt(sheet.value, take));
}

async function showFindings(text: string): Promise<void> {
  const { examine } = await import('./examine-sheet.ts');
  const examined = examine(text);
  byId('verdict').textContent = verdictOf(examined);
  byId('findings').replaceChildren(...linesOf(examined));
}

function verdictOf({ report, problems }: Examined): string {
  if (report.themes.length + report.findings.length + problems.length === 0) return said.nothing;
  return report.isFine && problems.length === 0 ? said.fine : said.wrong;
}

function linesOf({ report: { themes, findings }, problems }: Examined): Node[] {
  return [
    ...problems.map((problem) => line('missed', '', problem)),
    ...findings.map(({ severity, line: row, column, message }) =>
      line(severity === 'error' ? 'missed' : 'doubt', `${row}:${column}`, message),
    ),
    ...themes.flatMap(({ label, adjustments }) =>
      adjustments.map(({ property, sentence }) => line('turned', `${label} ${property}`, sentence)),
    ),
  ];
}

const line = (className: string, place: string, text: string): Node =>
  element('li', { className }, ...(place ? [element('code', {}, place), ' '] : []), text);

async function adopt(text: string, take: (seeds: Seeds) => void): Promise<void> {
  const { seedsOf } = await import('./examine-sheet.ts');
  const found = seedsOf(text);
  const left = [...found.left];
  const seeds: Partial<Record<SeedName, string>> = {};
  for (const name of SEED_NAMES) {
    const value = found.seeds[name];
    if (value === undefined) continue;
    const read = readSeed(name, inUnitOf(name, value), (property, written) =>
      CSS.supports(property, written),
    );
    if (read === undefined) left.push(name);
    else seeds[name] = read;
  }
  const names = Object.keys(seeds);
  if (names.length > 0) take(seeds);
  byId('findings').replaceChildren();
  byId('verdict').textContent = [
    names.length > 0 ? filled(said.taken, { names: names.join(', ') }) : said.none,
    ...(left.length > 0 ? [filled(said.left, { names: left.join(', ') })] : []),
  ].join(' ');
}

/** A length in the unit of the builder's field: style guides measure in both. */
function inUnitOf(name: SeedName, value: string): string {
  const [, amount = '', unit] = /^(-?[\d.]+)(px|rem)$/.exec(value) ?? [];
  const wanted = SCALES[name]?.unit;
  if (!unit || !wanted || unit === wanted) return value;
  return `${Number(amount) * (unit === 'rem' ? 16 : 1 / 16)}${wanted}`;
}

// How much of a matrix runs: a selection of its cases, or all of them (`npm run test:matrix`).

import type { Engine } from './browsers.ts';
import { randomFrom } from './random.ts';

/** Whether every case of every matrix runs: the variable EVERY is 1. */
export const isEvery = process.env['EVERY'] === '1';

/** How many cases a long random test draws: a share of them, or all. Each run draws others. */
export const drawnOf = (all: number, share = 1 / 4): number => (isEvery ? all : all * share);

/** Some of the cases, others in each run; a run is repeated by its SEED, which is printed. Or all of them. */
export function someOf<Case>(cases: readonly Case[], count: number): Case[] {
  if (isEvery) return [...cases];
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`SEED=${seed}`);
  const random = randomFrom(seed);
  const shuffled = cases.map((one) => ({ one, place: random() })).toSorted((a, b) => a.place - b.place);
  const drawn = new Set(shuffled.slice(0, count).map(({ one }) => one));
  return cases.filter((one) => drawn.has(one));
}

/** The cases that an engine runs: all of them in Chromium, each of them in one of the two others. */
export const casesOf = <Case>(engine: Engine, cases: readonly Case[]): Case[] =>
  cases.filter(
    (_, index) => isEvery || engine === 'chromium' || (index % 2 === 0) === (engine === 'firefox'),
  );

/** A third of the cases for each engine: for cases that hardly depend on the engine, or take long. */
export const thirdOf = <Case>(engine: Engine, cases: readonly Case[]): Case[] => {
  const mine = ['chromium', 'firefox', 'webkit'].indexOf(engine);
  return cases.filter((_, index) => isEvery || index % 3 === mine);
};

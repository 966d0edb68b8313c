// How much of a matrix runs: a choice of its cases, or all of them (`npm run test:matrix`).

import type { Engine } from './browsers.ts';

/** Whether every case of every matrix runs. The variable EVERY is 1 then. */
export const isEvery = process.env['EVERY'] === '1';

/** The share of some cases that an engine tries: all of them in Chromium, each of them in one of the two others. */
export const casesOf = <Case>(engine: Engine, cases: readonly Case[]): Case[] =>
  cases.filter(
    (_, index) => isEvery || engine === 'chromium' || (index % 2 === 0) === (engine === 'firefox'),
  );

/** A third of some cases for each engine: where an engine hardly matters, or a case takes long. */
export const thirdOf = <Case>(engine: Engine, cases: readonly Case[]): Case[] => {
  const mine = ['chromium', 'firefox', 'webkit'].indexOf(engine);
  return cases.filter((_, index) => isEvery || index % 3 === mine);
};

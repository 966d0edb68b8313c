// Draws the sample: some mutants of each group, decided by a seed.
import { randomFrom } from '../setup/random.ts';

/** @returns all of the list, in an order that the seed decides */
export function shuffled<One>(list: readonly One[], seed: number): One[] {
  const draw = randomFrom(seed);
  return list
    .map((one) => ({ one, at: draw() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ one }) => one);
}

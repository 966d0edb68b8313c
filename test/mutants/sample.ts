// Draws the sample: some mutants of each group, decided by a seed.

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns all of the list, in an order that the seed decides */
export function shuffled<One>(list: readonly One[], seed: number): One[] {
  const draw = drawing(seed);
  return list
    .map((one) => ({ one, at: draw() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ one }) => one);
}

// « Did you mean »: finds the known word that is closest to a mistyped one.

/** Edit distance between two short words: how many letters to add, drop or change. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...left].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...right].entries()) {
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The expected word that a mistyped one was probably meant to be. */
export function nearest(word: string, expected: readonly string[]): string | undefined {
  const ranked = expected.map((candidate) => ({
    candidate,
    far: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = ranked.toSorted((one, other) => one.far - other.far)[0];
  return best && best.far <= Math.max(2, word.length / 3) ? best.candidate : undefined;
}

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

/** The expected word that a mistyped one was probably meant to be. Among numbers, the one next to it. */
export function nearest(word: string, expected: readonly string[]): string | undefined {
  const isAmongNumbers = [word, ...expected].every((each) => /^\d+(\.\d+)?$/.test(each));
  const ranked = expected.map((candidate) => ({
    candidate,
    far: isAmongNumbers
      ? Math.abs(Number(word) - Number(candidate))
      : distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = ranked.toSorted((one, other) => one.far - other.far)[0];
  if (!best || isAmongNumbers) return best?.candidate;
  // A word of which every letter is another one is no slip of the finger.
  const isOther = best.far >= Math.max(word.length, best.candidate.length);
  return !isOther && best.far <= Math.max(2, word.length / 3) ? best.candidate : undefined;
}

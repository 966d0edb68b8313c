// Hidden figures stay hidden: from a reader who subtracts, and from one who knows the rule and tries all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hideSmall, SMALL, type HiddenParts } from '../../src/receiver/figures/small-numbers.ts';

/** Every list of so many counts with this sum. */
function* listsOf(parts: number, sum: number): Generator<number[]> {
  if (parts === 1) yield [sum];
  for (let first = 0; parts > 1 && first <= sum; first++)
    for (const rest of listsOf(parts - 1, sum - first)) yield [first, ...rest];
}

const counts = fc.array(fc.oneof(fc.nat(12), fc.nat(60)), { minLength: 2, maxLength: 10 });

/** The result of subtraction: the last hidden part, or a sum of hidden parts that leaves no choice. */
function subtracted({ whole, parts }: HiddenParts): number[] {
  const hidden = parts.filter((part) => part === 'hidden').length;
  if (typeof whole !== 'number' || hidden === 0) return [];
  const rest = parts.reduce<number>((left, part) => left - (typeof part === 'number' ? part : 0), whole);
  return hidden === 1 || rest === 0 ? [rest] : [];
}

test('no number below five is printed, and none is what remains of the whole', () => {
  fc.assert(
    fc.property(counts, (parts) => {
      const shown = hideSmall(parts);
      for (const figure of [shown.whole, ...shown.parts])
        assert.ok(figure === 'hidden' || Number(figure) >= SMALL);
      assert.deepEqual(subtracted(shown), []);
      // Every printed number is true.
      for (const [index, figure] of shown.parts.entries())
        assert.ok(figure === 'hidden' || figure === parts[index]);
    }),
    { numRuns: 20_000 },
  );
});

test('hiding the small numbers alone would not do: subtraction gets them back', () => {
  const naive = (parts: readonly number[]): HiddenParts => ({
    whole: parts.reduce((sum, part) => sum + part, 0),
    parts: parts.map((part) => (part < SMALL ? 'hidden' : part)),
  });
  assert.deepEqual(subtracted(naive([30, 3, 12])), [3]);
  assert.deepEqual(subtracted(naive([30, 0, 0])), [0]);
  assert.deepEqual(subtracted(hideSmall([30, 3, 12])), []);
  assert.deepEqual(subtracted(hideSmall([30, 0, 0])), []);
});

for (const [parts, upTo] of [
  [2, 60],
  [3, 45],
  [4, 26],
  [5, 19],
] as const) {
  test(`whoever knows the rule and tries every list of ${parts} counts cannot tell that a number is small`, () => {
    for (let sum = 0; sum <= upTo; sum++) {
      // For each printed result: what each of its hidden parts can be.
      const possible = new Map<string, Set<number>[]>();
      for (const list of listsOf(parts, sum)) {
        const { whole, parts: shown } = hideSmall(list);
        assert.equal(whole, sum < SMALL ? 'hidden' : sum);
        const result = shown.join();
        const values = possible.get(result) ?? list.map(() => new Set<number>());
        for (const [index, value] of list.entries()) values[index]!.add(value);
        possible.set(result, values);
      }
      if (sum < SMALL) {
        assert.equal(possible.size, 1);
        continue;
      }
      for (const [result, values] of possible) {
        for (const [index, figure] of result.split(',').entries()) {
          if (figure !== 'hidden') continue;
          const candidates = [...values[index]!];
          assert.ok(candidates.length > 1, `${result} of ${sum}: part ${index} is ${candidates.join()}`);
          assert.ok(Math.max(...candidates) >= SMALL, `${result} of ${sum}: part ${index} is small`);
        }
      }
    }
  });
}

test('numbers that give nothing away are shown', () => {
  assert.deepEqual(hideSmall([5, 6, 100]), { whole: 111, parts: [5, 6, 100] });
  assert.deepEqual(hideSmall([4, 6, 100]), { whole: 110, parts: ['hidden', 'hidden', 100] });
  assert.deepEqual(hideSmall([1, 50, 100]), { whole: 151, parts: ['hidden', 'hidden', 100] });
  assert.deepEqual(hideSmall([1, 50, 50, 100]), { whole: 201, parts: ['hidden', 'hidden', 'hidden', 100] });
  assert.deepEqual(hideSmall([1, 9, 10, 100]), { whole: 120, parts: ['hidden', 'hidden', 10, 100] });
  assert.deepEqual(hideSmall([1, 50, 51]), { whole: 102, parts: ['hidden', 'hidden', 51] });
  assert.deepEqual(hideSmall([3, 10, 20]), { whole: 33, parts: ['hidden', 'hidden', 20] });
  assert.deepEqual(hideSmall([4, 5, 20]), { whole: 29, parts: ['hidden', 'hidden', 20] });
  assert.deepEqual(hideSmall([3, 5, 20, 21]), { whole: 49, parts: ['hidden', 'hidden', 'hidden', 21] });
  assert.deepEqual(hideSmall([1, 3]), { whole: 'hidden', parts: ['hidden', 'hidden'] });
});

// The body equals the output of JSON.stringify, even on pages whose libraries have altered JSON.stringify.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prepareSubmission } from '../../../src/widget/client/submit.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { validReport } from '../../core/report-arbitrary.ts';
import { FULL_REPORT, MINIMAL_REPORT } from '../../core/report-examples.ts';

const bodyOf = (value: unknown): string => prepareSubmission(value as Report).body;

test('a submission is the report’s id and its JSON', () => {
  for (const report of [MINIMAL_REPORT, FULL_REPORT]) {
    assert.deepEqual(prepareSubmission(report), { id: report.submissionId, body: JSON.stringify(report) });
  }
});

test('any report and any plain data are written as JSON.stringify writes them', () => {
  const plain = fc.anything({
    withBigInt: false,
    withDate: false,
    withMap: false,
    withSet: false,
    withTypedArray: false,
  });
  const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
  const same = (value: unknown): void => assert.equal(bodyOf(value), JSON.stringify(value));
  fc.assert(fc.property(validReport, same), { numRuns: 2_000 });
  fc.assert(fc.property(plain.filter(isObject), same), { numRuns: 5_000 });
  same({
    a: [undefined, '\ud800', '\0', '\u2028', -0, 1e21, NaN],
    b: undefined,
    __proto__: null,
    'é"\\': {},
  });
});

/** Puts methods on prototypes during a call, enumerable as old libraries do. */
function withPrototypes<Result>(
  methods: readonly (readonly [object, string, unknown])[],
  call: () => Result,
): Result {
  const before = methods.map(([target, name]) => Object.getOwnPropertyDescriptor(target, name));
  try {
    for (const [target, name, value] of methods) {
      Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return call();
  } finally {
    methods.forEach(([target, name], index) => {
      const descriptor = before[index];
      if (descriptor) Object.defineProperty(target, name, descriptor);
      else delete (target as Record<string, unknown>)[name];
    });
  }
}

test('pages of Prototype and MooTools get the same bytes as any other', () => {
  const expected = JSON.stringify(FULL_REPORT);
  const toJSON = (): string => '[spoilt]';
  // Prototype 1.6 mixes its own Enumerable into arrays, over the built-in methods with equal names.
  function collect(
    this: unknown[],
    iterator: (item: unknown, index: number) => unknown,
    context?: unknown,
  ): unknown[] {
    const results: unknown[] = [];
    for (let index = 0; index < this.length; index++)
      results.push(iterator.call(context, this[index], index));
    return results;
  }
  const toArray = function (this: unknown[]): unknown[] {
    return collect.call(this, (item) => item);
  };
  const pollution = [
    ...[Array, Object, String, Number, Boolean, Date].map(
      ({ prototype }) => [prototype, 'toJSON', toJSON] as const,
    ),
    [Object.prototype, 'extend', () => {}],
    [Array.prototype, 'each', () => {}],
    [Array.prototype, 'map', collect],
    [Array.prototype, 'entries', toArray],
    [Array.prototype, 'reduce', () => undefined],
    [Array, 'from', toArray],
  ] as const;
  const [spoilt, body] = withPrototypes(pollution, () => [JSON.stringify([1]), bodyOf(FULL_REPORT)]);
  assert.equal(spoilt, '"[spoilt]"', 'the page was not spoilt');
  assert.equal(body, expected);
});

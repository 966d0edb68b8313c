// JSON that is too deep or too wide is refused cheaply, and every valid report passes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MAX_RECEIVED_BYTES } from '../../src/core/report/protocol.ts';
import { reportJsonSchema } from '../../src/core/report/report-json-schema.ts';
import { countStrings, MAX_DEPTH, MAX_VALUES } from '../../src/receiver/intake/json-shape.ts';
import { startReceiver } from './harness.ts';
import { sampleReport } from './sample-report.ts';

/** Depth, members and texts, counted on the parsed value. */
function measure(value: unknown): { depth: number; members: number; strings: number } {
  if (typeof value === 'string') return { depth: 0, members: 0, strings: 1 };
  if (typeof value !== 'object' || value === null) return { depth: 0, members: 0, strings: 0 };
  const inner = Object.values(value).map(measure);
  const keyCount = Array.isArray(value) ? 0 : inner.length;
  return {
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    members: inner.length + inner.reduce((sum, { members }) => sum + members, 0),
    strings: keyCount + inner.reduce((sum, { strings }) => sum + strings, 0),
  };
}

test('texts are counted as they are, however they are written, and depth is never mistaken', () => {
  const space = fc.constantFrom(undefined, 1, '\t');
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 8, stringUnit: 'binary' }),
      fc.nat(12),
      space,
      (value, nest, indent) => {
        const nested = Array.from({ length: nest }).reduce<unknown>((inner) => [inner], value);
        const { depth, strings } = measure(nested);
        assert.equal(
          countStrings(JSON.stringify(nested, null, indent)),
          depth > MAX_DEPTH ? undefined : strings,
        );
      },
    ),
    { numRuns: 3_000 },
  );
});

test('values beyond the limit are too many, wherever they stand', () => {
  const members = fc.integer({ min: 1, max: 3 * MAX_VALUES });
  fc.assert(
    fc.property(members, fc.boolean(), (count, isSpread) => {
      const list = isSpread ? Array.from({ length: count / 2 }, () => [1]) : Array(count).fill(1);
      const isRefused = countStrings(JSON.stringify(list)) === undefined;
      // The check never accepts a value too many. An opening bracket may count as one value more than there is.
      if (measure(list).members > MAX_VALUES) assert.ok(isRefused);
      if (list.length * 2 < MAX_VALUES) assert.ok(!isRefused);
    }),
    { numRuns: 300 },
  );
});

test('16 levels and 5,120 values are within the limits; one more is not', () => {
  const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const list = (items: number) => JSON.stringify(Array(items).fill(1));
  assert.deepEqual([countStrings(nest(16)), countStrings(nest(17))], [0, undefined]);
  assert.deepEqual([countStrings(list(5_120)), countStrings(list(5_121))], [0, undefined]);
  // Levels that are closed again do not add up.
  assert.equal(countStrings(`[${Array(200).fill(nest(15)).join(',')}]`), 0);
  assert.equal(countStrings(`[${Array(200).fill('{"a":{}}').join(',')}]`), 200);
});

test('brackets and commas within texts count for nothing, and each text counts once', () => {
  assert.equal(countStrings(JSON.stringify({ '[{,': ['"],}', '\\', '\\"[', '"'], '': {} })), 6);
  assert.equal(countStrings('"\\u0022[[["'), 1);
  assert.equal(countStrings(JSON.stringify('['.repeat(100))), 1);
});

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  maxItems?: number;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: { then: Schema }[];
}

/** The maximum that a schema accepts. */
function most(schema: Schema, parts: Readonly<Record<string, Schema>>): { depth: number; values: number } {
  if (schema.$ref) return most(parts[schema.$ref.split('/').at(-1) ?? ''] ?? {}, parts);
  const largest = (schemas: Schema[]) => {
    const sizes = schemas.map((each) => most(each, parts));
    return {
      depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
      values: Math.max(0, ...sizes.map(({ values }) => values)),
    };
  };
  const either = largest([
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []).map(({ then }) => then),
  ]);
  const members = Object.values(schema.properties ?? {}).map((each) => most(each, parts));
  let own = { depth: 0, values: 0 };
  if (members.length > 0) {
    own = {
      depth: 1 + Math.max(...members.map(({ depth }) => depth)),
      values: members.length + members.reduce((sum, { values }) => sum + values, 0),
    };
  }
  if (schema.items) {
    assert.ok(schema.maxItems !== undefined, 'every list of a report is bounded');
    const item = most(schema.items, parts);
    own = { depth: 1 + item.depth, values: schema.maxItems * (1 + item.values) };
  }
  return { depth: Math.max(own.depth, either.depth), values: own.values + either.values };
}

test('the fullest report that the schema allows is within the limits', (t) => {
  const schema = reportJsonSchema();
  const { depth, values } = most(schema as Schema, schema.$defs);
  t.diagnostic(`at most ${values} values in ${depth} levels; limits ${MAX_VALUES} and ${MAX_DEPTH}`);
  assert.ok(depth > 4 && depth <= MAX_DEPTH && values > 1_000 && values <= MAX_VALUES);
});

const report = JSON.stringify(sampleReport());
const inLocations = (items: string) => report.replace('"locations":[', `"locations":[${items},`);
const room = MAX_RECEIVED_BYTES - report.length - 100;
const many = (item: string) =>
  Array(Math.floor(room / (item.length + 1)))
    .fill(item)
    .join(',');

for (const [title, body] of [
  [
    '100,000 levels, as far as they fit',
    report.replace('"witness"', '['.repeat(room / 2) + ']'.repeat(room / 2)),
  ],
  ['objects in objects', report.replace('"witness"', `${'{"a":'.repeat(room / 6)}1${'}'.repeat(room / 6)}`)],
  [
    'a million keys, as far as they fit',
    report.replace('{', `{${Array.from({ length: room / 11 }, (_, i) => `"k${i}":0`).join(',')},`),
  ],
  [
    'keys that differ at their end',
    report.replace(
      '{',
      `{${Array.from({ length: room / 60 }, (_, i) => `"${'k'.repeat(40)}${i}":0`).join(',')},`,
    ),
  ],
  ['empty objects for locations', inLocations(many('{}'))],
  ['locations of the wrong type', inLocations(many('{"id":1,"place":"website","url":{"value":1}}'))],
  ['numbers', inLocations(many('1e9'))],
  ['one number of 60,000 digits', inLocations('1'.repeat(room))],
  ['escapes', report.replace('"witness"', `"${'\\"'.repeat(room / 2)}"`)],
  ['one quote too many', report.replace('"witness"', `"${'\\"'.repeat(room / 2 - 1)}`)],
] as const) {
  test(`${title} are refused at once, and nothing is stored`, async (t) => {
    const { post, store } = await startReceiver(t);
    assert.ok(
      body.length > MAX_RECEIVED_BYTES / 2 && body.length <= MAX_RECEIVED_BYTES,
      `${body.length} bytes`,
    );
    // One run for the compiler, then the best of three, because other work may slow this machine.
    const durations: number[] = [];
    for (let round = 0; round < 4; round++) {
      const startedAt = performance.now();
      const { status } = await post(body);
      durations.push(performance.now() - startedAt);
      assert.ok([400, 422].includes(status), `answered ${status}`);
    }
    t.diagnostic(`${Math.min(...durations).toFixed(1)} ms`);
    assert.ok(Math.min(...durations.slice(1)) < 50);
    assert.deepEqual(await store.list(), []);
  });
}

test('beyond the limits the refusal points at the whole', async (t) => {
  const { post } = await startReceiver(t);
  const deep = report.replace('"witness"', `${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`);
  const wide = inLocations(Array(MAX_VALUES).fill(1).join(','));
  for (const body of [deep, wide]) {
    const { text } = await post(body);
    assert.deepEqual((JSON.parse(text) as { errors: unknown }).errors, [
      { pointer: '', code: 'too_complex' },
    ]);
  }
  const within = report.replace('"witness"', `${'['.repeat(MAX_DEPTH - 2)}${']'.repeat(MAX_DEPTH - 2)}`);
  assert.doesNotMatch((await post(within)).text, /too_complex/);
});

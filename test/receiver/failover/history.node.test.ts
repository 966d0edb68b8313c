// The checker of histories: it finds each kind of fault that was put into a sound history, and in a sound one nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHistory, type Fault, type Operation, type Row } from './history.ts';

/** A history that may be spoilt. */
interface Given {
  readonly operations: Operation[];
  readonly rows: Row[];
  /** Keys that a reader got without a row, or of rows that the reader did not get. */
  readonly misread: Set<string>;
}

const RECEIVED_AT = '2026-11-24T13:50:00Z';
const number = (index: number): string => `R${index}`;
const acknowledged = (key: string, reference: string): Operation['answer'] => ({
  kind: 'acknowledged',
  key,
  reference,
  receivedAt: RECEIVED_AT,
});

/** Reports of every kind: acknowledged at once or after failures, repeated, never acknowledged and stored or not. */
function soundHistory(reports: number): Given {
  const given: Given = { operations: [], rows: [], misread: new Set() };
  for (let index = 0; index < reports; index++) {
    const [key, bytes] = [`k${index}`, `b${index}`];
    const tries = index % 4;
    for (let count = 0; count < tries; count++)
      given.operations.push({ key, bytes, answer: { kind: 'unconfirmed' } });
    const isGivenUp = index % 7 === 0 && tries > 0;
    for (let count = 0; !isGivenUp && count <= index % 3; count++)
      given.operations.push({ key, bytes, answer: acknowledged(key, number(index)) });
    if (index % 5 === 0) {
      const answer: Operation['answer'] = isGivenUp ? { kind: 'unconfirmed' } : { kind: 'key-reused' };
      given.operations.push({ key, bytes: 'other', answer });
    }
    if (!isGivenUp || index % 2 === 0)
      given.rows.push({ key, bytes, reference: number(index), receivedAt: RECEIVED_AT });
  }
  return given;
}

function judge({ operations, rows, misread }: Given): { fault: Fault; key: string }[] {
  const history = createHistory();
  for (const operation of operations) history.record(operation);
  const keys = rows.map(({ key }) => key);
  const got = keys.filter((key) => !misread.has(key));
  return history.judge(rows, new Set([...got, ...[...misread].filter((key) => !keys.includes(key))]));
}

/** Each fault, put into the report of this key, which was acknowledged. */
const SEEDS: Readonly<Record<Fault, (given: Given, key: string) => void>> = {
  lost: ({ rows }, key) => void rows.splice(rowOf(rows, key), 1),
  'stored twice': ({ rows }, key) => void rows.push({ ...rows[rowOf(rows, key)]! }),
  'two receipts': ({ operations }, key) =>
    void operations.push({ ...operationOf(operations, key), answer: acknowledged(key, 'another') }),
  'shared number': ({ rows, operations }, key) => {
    rows.push({ ...rows[rowOf(rows, key)]!, key: 'new', bytes: 'new' });
    operations.push({ key: 'new', bytes: 'new', answer: { kind: 'unconfirmed' } });
  },
  altered: ({ rows, operations }, key) => {
    change(rows, key, { bytes: 'sent too' });
    operations.push({ key, bytes: 'sent too', answer: { kind: 'unconfirmed' } });
  },
  'two bodies': ({ operations }, key) =>
    void operations.push({ ...operationOf(operations, key), bytes: 'another' }),
  'wrong receipt': ({ operations }, key) => {
    const index = operations.indexOf(operationOf(operations, key));
    operations[index] = {
      ...operations[index]!,
      answer: acknowledged('k-of-another', number(Number(key.slice(1)))),
    };
  },
  invented: ({ rows }) =>
    void rows.push({ key: 'nobody', bytes: 'nobody', reference: 'nobody', receivedAt: RECEIVED_AT }),
  disowned: ({ operations }, key) =>
    void operations.push({ ...operationOf(operations, key), answer: { kind: 'key-reused' } }),
  unread: ({ misread }, key) => void misread.add(key),
  vanished: ({ misread }) => void misread.add('gone'),
};

/** The key that is named where it is not that of the report. */
const NAMED: Partial<Record<Fault, string>> = {
  invented: 'nobody',
  'shared number': 'new',
  vanished: 'gone',
};

const rowOf = (rows: readonly Row[], key: string): number => rows.findIndex((row) => row.key === key);
const operationOf = (operations: readonly Operation[], key: string): Operation =>
  operations.find((each) => each.key === key && each.answer.kind === 'acknowledged')!;

function change(rows: Row[], key: string, fields: Partial<Row>): void {
  const index = rowOf(rows, key);
  rows[index] = { ...rows[index]!, ...fields };
}

test('a sound history has no fault', () => {
  assert.deepEqual(judge(soundHistory(500)), []);
});

for (const [fault, seed] of Object.entries(SEEDS) as [Fault, (given: Given, key: string) => void][])
  test(`one report « ${fault} » among 500 is found, wherever it is, and named alone`, () => {
    for (const index of [1, 8, 250, 499]) {
      const given = soundHistory(500);
      seed(given, `k${index}`);
      const found = judge(given);
      assert.deepEqual(found, [{ fault, key: NAMED[fault] ?? `k${index}` }], `${index}`);
    }
  });

test('a receipt other than that of the row is found as well', () => {
  const given = soundHistory(20);
  change(given.rows, 'k1', { receivedAt: '2026-11-24T13:51:00Z' });
  assert.deepEqual(judge(given), [{ fault: 'two receipts', key: 'k1' }]);
});

test('what was sent and never acknowledged is named, so that it can be sent again', () => {
  const history = createHistory();
  const { operations } = soundHistory(30);
  for (const operation of operations) history.record(operation);
  assert.deepEqual(history.unacknowledged(), ['k7', 'k14', 'k21']);
  assert.deepEqual(history.counts().operations, operations.length);
});

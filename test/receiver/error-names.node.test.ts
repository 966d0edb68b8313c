// Each error of the receiver bears the name under which it is exported: a log, or a caller with another copy, goes by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as receiver from '../../src/receiver/index.ts';

const classes = Object.entries<unknown>(receiver).filter(
  (entry): entry is [string, ErrorConstructor] =>
    typeof entry[1] === 'function' && entry[1].prototype instanceof Error,
);

test('each error says its own name', () => {
  assert.ok(classes.length > 10);
  for (const [name, Class] of classes) assert.equal(new Class('shape').name, name);
});

// The guide for hotlines shows what the last recorded search for traces has found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withTraces } from '../../.build/app-traces.ts';
import { ENDS, readTraces, WAYS } from './traces.ts';

const GUIDE = readFileSync(new URL('../../src/receiver/README.md', import.meta.url), 'utf8');

test('the guide shows the last recorded search', () => {
  // Compares to a boolean, because the diff of two guides is too long to read.
  const isFresh = GUIDE === withTraces(GUIDE, readTraces());
  assert.ok(isFresh, 'RECORD=1 node --test test/app/traces.e2e.test.ts brings it up to date');
});

test('the search was recorded in two engines, for each way to arrive and each end', () => {
  const traces = readTraces();
  assert.deepEqual(Object.keys(traces), ['chromium', 'firefox']);
  for (const engine of Object.values(traces))
    for (const end of ENDS) assert.deepEqual(Object.keys(engine[end]), Object.keys(WAYS));
});

test('a table names each browser, and says nothing where nothing was found', () => {
  const found = {
    shared: [],
    sent: [],
    workerless: [],
    pasted: [],
    query: ['history', 'session'],
    fragment: [],
    posted: [],
  };
  const traces = { chromium: { version: 'Chrome 1', closed: found, killed: found } };
  const table = withTraces('<!-- app-traces -->\n<!-- /app-traces -->', traces);
  assert.match(
    table,
    /^\| The address arrived \| Chrome 1, closed \| Chrome 1, killed \|\n\| --- \| --- \| --- \|$/m,
  );
  assert.match(table, /^\| .* \(GET\) \| history, session \| history, session \|$/m);
  assert.match(table, /^\| Pasted .* \| nothing \| nothing \|$/m);
});

// Projects whose tests run without a browser, in Jest and in Vitest, with jsdom and with happy-dom: their tests import the
// package, find the button, and open the form. The guide shows these files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { install, runIn } from './consumer.ts';

test('jest, for modules', async (t) => {
  const folder = await install(t, 'jest');
  await runIn(folder, 'npm', 'test');
  await assert.rejects(
    runIn(folder, 'npx', 'jest'),
    /Must use import to load ES Module/,
    'The flag is needed',
  );
});

test('vitest, in jsdom and in happy-dom', async (t) => {
  const folder = await install(t, 'vitest');
  await runIn(folder, 'npm', 'test');
});

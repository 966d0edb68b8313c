// A project whose tests run in Jest, with jsdom: its tests import the package and find the button.
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

// The tests that `npm test` runs, and those of `npm run test:all` alone: one table, by their needs and cost.

import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

/** Folders whose tests open pages, need a server of the system, or compare pictures. */
const NEED_MORE = ['bench', 'cms', 'e2e', 'hosts', 'look', 'operations', 'orca', 'package'];

/** Tests of more than ten seconds each on two cores: long random runs, corpora, content management systems. */
const LONG: ReadonlySet<string> = new Set([
  'client/faults',
  'client/hostile-answers',
  'client/retry',
  'conformance/broken-endpoints',
  'conformance/command',
  'core/address',
  'core/draft-random',
  'core/report',
  'core/seal',
  'receiver/anonymity',
  'receiver/corpora-json',
  'receiver/exact-text',
  'receiver/export-command',
  'receiver/forgetting',
  'receiver/hostile-load',
  'receiver/retention-clock',
  'receiver/sealed-forgeries',
  'receiver/serve-admission',
  'receiver/slow-client',
  'receiver/store-contract',
  'setup/dokuwiki',
  'setup/wordpress',
  'theme/theme-check-command',
  'theme/theme-check-reading',
]);

/** Browser tests of the main path, on the built files: a report from the first step to its receipt, and each field. */
export const MAIN_PATH: readonly string[] = [
  'test/elements/check.test.ts',
  'test/elements/delivery.test.ts',
  'test/elements/report-button.test.ts',
  'test/elements/report-form.test.ts',
  'test/elements/review.test.ts',
  'test/elements/sent.test.ts',
  'test/elements/where.test.ts',
];

const nameOf = (file: string): string =>
  file
    .replace(/^test./, '')
    .replace('.node.test.ts', '')
    .replaceAll(sep, '/');

/** Tests in Node that need npm packages alone, and SQLite where they store anything. */
export const quickTests = (): string[] =>
  globSync('test/**/*.node.test.ts')
    .toSorted()
    .filter((file) => !NEED_MORE.includes(nameOf(file).split('/')[0]!) && !LONG.has(nameOf(file)))
    .filter((file) => !/postgres/i.test(readFileSync(file, 'utf8')));

// Which stage runs a test: its suffix says it. Which tests in Node `npm test` leaves out: one table, by the reason.

import { globSync } from 'node:fs';
import { sep } from 'node:path';
import type { Engine } from './setup/browsers.ts';
import { isEvery } from './setup/every.ts';

/** The suffix of the tests of each stage. */
const SUFFIXES = {
  /** In Node: modules, the receiver, commands. */
  unit: '.node.test.ts',
  /** The package as it is published. */
  package: '.package.test.ts',
  /** Pictures, compared with reference pictures. */
  look: '.look.test.ts',
  /** In Node, which drives browsers through whole pages. */
  e2e: '.e2e.test.ts',
  /** In the systems for which there are plugins: WordPress, DokuWiki and others. */
  systems: '.plugin.test.ts',
  /** In applications, which are installed with hundreds of megabytes of their own packages. */
  consumers: '.consumer.test.ts',
  /** With session recorders, which are installed by a lock file of their own. */
  recorders: '.recorder.test.ts',
  /** With a screen reader. */
  orca: '.orca.ts',
  /** With Patroni and etcd. */
  patroni: '.patroni.test.ts',
  /** On an empty machine with systemd, by the guide for hotlines. */
  guide: '.guide.test.ts',
} as const;

/** The tests of a stage, as sorted paths. */
export const testsOf = (stage: keyof typeof SUFFIXES): string[] =>
  globSync(`test/**/*${SUFFIXES[stage]}`).toSorted();

/** The tests that run in the page itself: without a suffix of another stage. */
export const browserTests = (): string[] =>
  globSync('test/**/*.test.ts')
    .filter((file) => !Object.values(SUFFIXES).some((suffix) => file.endsWith(suffix)))
    .toSorted();

/** Tests in Node that `npm test` leaves out. */
const NOT_QUICK = {
  /** More than ten seconds each on two cores: long random runs, corpora. */
  long: [
    'widget/client/faults',
    'widget/client/hostile-answers',
    'widget/client/retry-crowd',
    'core/address',
    'core/draft-random',
    'core/report',
    'core/seal',
    'receiver/anonymity',
    'receiver/commands/export',
    'receiver/commands/outcomes',
    'receiver/corpora-json',
    'receiver/exact-text',
    'receiver/figures',
    'receiver/follow-up-end',
    'receiver/follow-up-limits',
    'receiver/forgetting',
    'receiver/hostile-load',
    'receiver/log-attacks',
    'receiver/retention-clock',
    'receiver/sealed-forgeries',
    'receiver/serve-admission',
    'receiver/slow-client',
    'receiver/store-contract',
    'tools/commands/check',
    'tools/commands/theme-check',
    'tools/conformance/broken-endpoints',
    'tools/theme-check/reading',
  ],
  /** Need PostgreSQL, also where most of their tests use SQLite. */
  postgres: [
    'widget/client/faulted-submissions',
    'receiver/failover/controls',
    'receiver/failover/failover',
    'receiver/alerts/confirmed',
    'receiver/alerts/copy',
    'receiver/alerts/kills',
    'receiver/alerts/mail',
    'receiver/alerts/webhook',
    'receiver/commands/cli',
    'receiver/commands/copy',
    'receiver/commands/copy-numbers',
    'receiver/commands/erase',
    'receiver/corpora-texts',
    'receiver/export-integrity',
    'receiver/follow-up-transfer',
    'receiver/growth-postgres',
    'receiver/postgres',
    'receiver/postgres-commit',
    'receiver/postgres-primary',
    'receiver/postgres-readers',
    'receiver/postgres-warnings',
    'receiver/processes',
    'receiver/read-only',
    'receiver/readiness',
    'receiver/report-log',
    'receiver/report-log-erasures',
    'receiver/report-log-kills',
    'receiver/stop',
    'receiver/store',
    'receiver/store-clock',
    'receiver/urgent-index',
  ],
  /** Need other servers or rights of the system. */
  system: [
    'receiver/operations/app-caddy',
    'receiver/operations/app-nginx',
    'receiver/operations/backup',
    'receiver/operations/caddy',
    'receiver/operations/container',
    'receiver/operations/figures',
    'receiver/operations/files-nginx',
    'receiver/operations/frame-caddy',
    'receiver/operations/frame-nginx',
    'receiver/operations/load',
    'receiver/operations/move',
    'receiver/operations/networks',
    'receiver/operations/nginx',
    'receiver/operations/owner',
    'receiver/operations/settings',
    'receiver/operations/unit',
    'receiver/operations/upgrade',
    'plugins/setup/wordpress',
  ],
} as const;

/**
 * Browser tests that hardly depend on the engine: what follows from answers, which words show, in which order. Chromium
 * runs them, and the engine that is named here, if it is another; all three with `EVERY=1`.
 */
const PAIRED: Readonly<Record<Engine, readonly string[]>> = {
  // Answers, words, attributes and computed styles alone.
  chromium: [
    'widget/a11y/easy',
    'widget/a11y/languages',
    'widget/a11y/seen',
    'widget/form/aims',
    'widget/form/country',
    'widget/form/destination',
    'widget/form/emergency-line',
    'widget/form/given',
    'widget/form/help',
    'widget/form/private-text',
    'widget/form/professionals',
    'widget/form/receipts',
    'widget/form/screens',
    'widget/form/states',
    'words/pseudo',
    'widget/theme/mappings',
    'widget/theme/square',
    'widget/theme/typos',
  ],
  firefox: [
    'widget/button/given-messages',
    'widget/form/at-a-glance',
    'widget/form/check',
    'widget/form/details',
    'widget/form/easy',
    'widget/form/exact',
    'widget/form/follow-up',
    'widget/form/from-memory',
    'widget/form/languages',
    'widget/form/outcome',
    'widget/form/practice',
    'widget/form/proof-ahead',
    'widget/form/threatened',
  ],
  webkit: [
    'widget/form/doors',
    'widget/form/heard',
    'widget/form/noted',
    'widget/form/numbers',
    'widget/form/page-flow',
    'widget/form/proof',
    'widget/form/review',
    'widget/form/sent',
    'widget/form/services',
    // The taps of its clock; form/taps has those of time, in all engines.
    'widget/form/tap-guard',
  ],
};

/** The browser tests that an engine runs. */
export function browserTestsOf(engine: Engine): string[] {
  const pairs = Object.entries(PAIRED).map(
    ([other, names]) => [other, names.map((name) => `test/${name}.test.ts`)] as const,
  );
  const all = browserTests().map((file) => file.replaceAll(sep, '/'));
  const missing = pairs.flatMap(([, files]) => files).filter((file) => !all.includes(file));
  if (missing.length > 0)
    throw new Error(`test/tiers.ts names tests that are not there: ${missing.join(', ')}.`);
  if (isEvery || engine === 'chromium') return all;
  const left = new Set(pairs.filter(([other]) => other !== engine).flatMap(([, files]) => files));
  return all.filter((file) => !left.has(file));
}

/** Browser tests of the main path, on the built files: a report from the first step to its receipt, and each field. */
export const MAIN_PATH: readonly string[] = [
  'test/widget/form/check.test.ts',
  'test/widget/form/delivery.test.ts',
  'test/widget/button/report-button.test.ts',
  'test/widget/form/report-form.test.ts',
  'test/widget/form/review.test.ts',
  'test/widget/form/sent.test.ts',
  'test/widget/form/where.test.ts',
];

/** Tests in Node that need npm packages alone, and SQLite where they store anything. */
export function quickTests(): string[] {
  const left = new Set(
    Object.values(NOT_QUICK)
      .flat()
      .map((name) => `test/${name}${SUFFIXES.unit}`),
  );
  const quick = testsOf('unit').filter((file) => !left.delete(file.replaceAll(sep, '/')));
  if (left.size > 0)
    throw new Error(`test/tiers.ts names tests that are not there: ${[...left].join(', ')}.`);
  return quick;
}

/** End-to-end tests that measure time, or compare pictures that a busy machine changes: each needs both cores. */
const ALONE: readonly string[] = ['bench/costs', 'widget/form/waiting', 'widget/hosts/hosts'];

/** End-to-end tests, by whether others may run beside them. */
export function endToEndTests(): { readonly paired: string[]; readonly alone: string[] } {
  const alone = ALONE.map((name) => `test/${name}${SUFFIXES.e2e}`);
  const all = testsOf('e2e').map((file) => file.replaceAll(sep, '/'));
  const missing = alone.filter((file) => !all.includes(file));
  if (missing.length > 0)
    throw new Error(`test/tiers.ts names tests that are not there: ${missing.join(', ')}.`);
  return { paired: all.filter((file) => !alone.includes(file)), alone };
}

// Every policy of policies.json, in every way to install: the table matches the result in each engine. Where
// the widget works, it violates no policy. `RECORD=1` measures the table anew.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { serveReceiver } from '../../../src/receiver/index.ts';
import { ENGINES, launch, type Browser, type Engine } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { readPolicies, type Measured, type Outcome } from './policies.ts';
import { cellOf, DRIVE, PROFILES, startPolicySite, WAYS, written, type PolicySite } from './policy-matrix.ts';
import { PATIENT, startCdn } from '../../setup/site.ts';

const TABLE = new URL('policies.json', import.meta.url);
const isRecording = process.env['RECORD'] === '1';
const table = readPolicies();

/** A policy, in one way to install. */
interface Case {
  readonly profile: (typeof PROFILES)[number];
  readonly cell: string;
}

const CASES: readonly Case[] = PROFILES.flatMap((profile, index) =>
  WAYS.map((way) => ({ profile, cell: cellOf(index, way) })),
);

/** The two policies that the site recommends. */
const RECOMMENDED = new Set(WAYS.flatMap((way) => [0, 1].map((profile) => cellOf(profile, way))));

/** How far a report gets on each page: in frames, or in a top-level page if it shares no origin with others. */
async function drive(
  browser: Browser,
  site: PolicySite,
  cells: readonly Case[],
): Promise<Record<string, string>> {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/`);
  const framed = cells.filter(({ profile }) => !profile.isOpaque).map(({ cell }) => cell);
  await page.evaluate(`void run(${JSON.stringify(framed)})`);
  const outcomes = await page.waitFor<Record<string, string>>('window.outcomes', { timeoutMs: 240_000 });
  // Reports that have not left are lost with their page.
  for (const { profile, cell } of cells)
    if (!profile.isOpaque && outcomes[cell] === 'works' && isReporting(profile))
      await site.seen(cell, 'on purpose');
  for (const { profile, cell } of cells) {
    if (!profile.isOpaque) continue;
    await page.goto(`${site.origin}/page/${cell}`);
    await page.waitFor("Boolean(document.querySelector('cliquez-signalez')?.renderRoot)", PATIENT);
    await page.evaluate(`void ${DRIVE}(document).then((outcome) => (window.outcome = outcome))`);
    outcomes[cell] = await page.waitFor<string>('window.outcome', { timeoutMs: 30_000 });
    await site.seen(cell, 'on purpose');
  }
  return outcomes;
}

/** Whether its pages say what they violate. */
const isReporting = ({ policy, reportOnly }: Case['profile']): boolean => Boolean(policy ?? reportOnly);

/** Directives that a page violated unintentionally, read after the deliberate violation is known. */
async function violationsOf(site: PolicySite, cell: string): Promise<string[]> {
  await site.seen(cell, 'on purpose');
  return site.violations(cell).filter((directive) => directive !== 'on purpose');
}

/** The result of each cell. */
async function measure(
  engine: Engine,
  cells: readonly Case[],
  t: TestContext,
): Promise<Map<string, Outcome>> {
  const receiver = await serveReceiver({ port: 0, databaseUrl: 'sqlite::memory:' });
  t.after(() => receiver.close());
  const cdn = await startCdn(t);
  const site = await startPolicySite(t, cdn.origin, receiver.url);
  const browser = await launch(engine);
  t.after(() => browser.close());
  const outcomes = await drive(browser, site, cells);
  const measured = new Map<string, Outcome>();
  for (const { profile, cell } of cells) {
    const outcome = outcomes[cell] as Outcome;
    const isReported =
      outcome === 'works' && isReporting(profile) && (await violationsOf(site, cell)).length > 0;
    measured.set(cell, isReported ? 'works, and is reported' : outcome);
  }
  return measured;
}

/** The table, with the results of one engine where it was measured. */
function recorded(
  rows: readonly Measured[],
  engine: Engine,
  measured: ReadonlyMap<string, Outcome>,
): Measured[] {
  return PROFILES.map((profile, index) => {
    const row = rows.find(({ name }) => name === profile.name);
    const outcomes = WAYS.map((way) => {
      const known = row?.outcomes[way] ?? {};
      const outcome = measured.get(cellOf(index, way));
      return [way, { ...known, ...(outcome && { [engine]: outcome }) }] as const;
    });
    return { ...written(profile), outcomes: Object.fromEntries(outcomes) };
  });
}

for (const engine of ENGINES) {
  test(`${engine}: each policy comes to what the table says`, { timeout: 300_000 }, async (t) => {
    const cells = isRecording ? CASES : thirdOf(engine, CASES);
    const measured = await measure(engine, cells, t);
    if (isRecording) {
      const known = readPolicies();
      writeFileSync(TABLE, `${JSON.stringify(recorded(known, engine, measured), null, 2)}\n`);
    } else {
      assert.deepEqual(recorded(table, engine, measured), table);
    }
    // Under each policy, a reporter finds a form or a link. Under the two that the site recommends, everything works.
    for (const [cell, outcome] of measured)
      assert.match(outcome, RECOMMENDED.has(cell) ? /^works$/ : /^(works|link)/, cell);
  });
}

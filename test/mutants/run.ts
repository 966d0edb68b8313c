// `npm run test:mutants`: changes the modules that decide, one place at a time, and counts which changes the tests notice.
//
//   -- src/receiver/log      takes some sources; `src/core/own.ts:12` takes a line
//   -- --since main~20       takes the sources that have changed since a commit
//   --group log              takes a group; may be given several times
//   --each 20                so many mutants of each group, drawn by `--seed`; 0 takes all
//   --at-once 4              mutants at a time; two for each core if it is left out, since tests wait much of their time
//   --minutes 60             ends after this time; what is not tried does not count
//   --verbose                prints every mutant, with the test that noticed it
//   --results FILE           keeps each result in a JSON file; with the same file again, only survivors and what is left are
//                            tried: after tests were added, or where time was over
//   --record                 writes the scores to test/mutants/score.json: those of groups whose whole sample was tried
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { startCluster } from '../setup/postgres.ts';
import { isEquivalent } from './equivalent.ts';
import { testsBySource } from './graph.ts';
import { GROUPS, type Group } from './groups.ts';
import { mutantsOf, type Mutant } from './mutant.ts';
import { copyProject } from './project-copy.ts';
import { Results } from './results.ts';
import { shuffled } from './sample.ts';
import { countsOf, printCounts, recordScores, type Tried } from './score.ts';
import { endTests, tryMutant, type Trial } from './trial.ts';
import { typeCorrect } from './type-check.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    group: { type: 'string', multiple: true, default: [] },
    each: { type: 'string', default: '20' },
    seed: { type: 'string', default: '20261129' },
    minutes: { type: 'string', default: '60' },
    'at-once': { type: 'string', default: `${availableParallelism() * 2}` },
    since: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    results: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);

/** Whether a mutant is asked for. */
function choice(): (mutant: Mutant) => boolean {
  if (values.since !== undefined) {
    const git = ['diff', '--name-only', values.since, '--', 'src'];
    const changed = new Set(execFileSync('git', git, { encoding: 'utf8' }).trim().split('\n'));
    return ({ file }) => changed.has(file);
  }
  return ({ file, line }) =>
    positionals.length === 0 ||
    positionals.some((path) => (/:\d+$/.test(path) ? `${file}:${line}` === path : file.startsWith(path)));
}

/** The sample of a group. */
function sampleOf(group: Group, isChosen: (mutant: Mutant) => boolean): { of: number; mutants: Mutant[] } {
  const all = group.files.flatMap(mutantsOf).filter(isChosen);
  const most = Number(values.each) || all.length;
  return { of: all.length, mutants: shuffled(all, seed).slice(0, most) };
}

/** How many tests are run that the group does not name: two hundred may reach a module of the receiver. */
const NEAREST = 5;

function testsOf({ tests, browserTests }: Group, reaching: readonly string[]): readonly string[] {
  if (browserTests) return browserTests;
  const named = tests.filter((test) => reaching.includes(test));
  return [...named, ...reaching.filter((test) => !named.includes(test)).slice(0, NEAREST)];
}

/** The groups that are asked for. */
function chosenGroups(): readonly Group[] {
  const unknown = values.group.filter((name) => !GROUPS.some((group) => group.name === name));
  if (unknown.length > 0) throw new Error(`No group is called ${unknown.join(', ')}.`);
  return GROUPS.filter(({ name }) => values.group.length === 0 || values.group.includes(name));
}

if (values.record && (positionals.length > 0 || values.since !== undefined))
  throw new Error('--record takes whole groups: leave out sources and --since.');
const isChosen = choice();
const samples = chosenGroups().map((group) => ({ group, ...sampleOf(group, isChosen) }));
const drawn = samples.flatMap(({ mutants }) => mutants);

const copies = Array.from({ length: Number(values['at-once']) }, copyProject);
// Otherwise each test that needs it would start its own.
const database = await startCluster();
process.env['TEST_POSTGRES_URL'] = database.url;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    endTests();
    for (const { folder } of copies) rmSync(folder, { recursive: true, force: true });
    void database.stop().finally(() => process.exit(1));
  });
try {
  await tryAll();
} finally {
  await database.stop();
  for (const { folder } of copies) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function tryAll(): Promise<void> {
  const results = new Results(values.results);
  const unsettled = drawn.filter((mutant) => !results.settled(mutant));
  const correct = new Set(typeCorrect(copies[0]!, unsettled));
  for (const mutant of unsettled) if (!correct.has(mutant)) results.add(mutant, { outcome: 'refused' });
  const isTried = (mutant: Mutant): boolean => results.settled(mutant)?.outcome !== 'refused';
  console.error(`${drawn.length} mutants, of which the compiler takes ${drawn.filter(isTried).length}`);
  const reaching = testsBySource();
  const end = performance.now() + Number(values.minutes) * 60_000;
  const tried: Tried[] = [];
  const keep = (one: Pick<Tried, 'group' | 'mutant' | 'trial'>): void =>
    void tried.push({ ...one, survivedFirst: results.survivedFirst(one.mutant) });
  const waiting: Pick<Tried, 'group' | 'mutant'>[] = [];
  for (const { group, mutants } of samples)
    for (const mutant of mutants.filter(isTried)) {
      const trial = results.settled(mutant);
      if (trial && trial.outcome !== 'refused') keep({ group, mutant, trial });
      else waiting.push({ group, mutant });
    }
  const all = tried.length + waiting.length;
  // In an order in which every group has its share when the time is over.
  const queue = shuffled(waiting, seed);
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = queue.shift(); next && performance.now() < end; next = queue.shift()) {
        const { group, mutant } = next;
        const trial = await tryMutant(copy, mutant, testsOf(group, reaching(mutant.file)));
        results.add(mutant, trial);
        keep({ group, mutant, trial });
        report(mutant, trial);
        if (tried.length % 50 === 0) console.error(`${tried.length} of ${all}`);
      }
    }),
  );
  const counts = samples
    .map(({ group, of, mutants }) =>
      countsOf(group, of, mutants.filter((mutant) => !isTried(mutant)).length, tried),
    )
    .filter(({ killed, hangs, survives }) => killed + hangs + survives > 0);
  printCounts(counts, tried);
  if (!values.record) return;
  const cut = new Set(queue.map(({ group }) => group.name));
  for (const name of cut)
    console.error(`${name} is not recorded: time was over before its sample was tried.`);
  recordScores(
    seed,
    counts.filter(({ group }) => !cut.has(group)),
  );
}

function report(mutant: Mutant, { outcome, by = '' }: Trial): void {
  if (outcome === 'survives') console.log(`${isEquivalent(mutant) ? 'equivalent' : outcome}  ${mutant.name}`);
  else if (values.verbose) console.log(`${outcome}  ${mutant.name}  ${by}`);
}

// The score of each group, printed and recorded for the site.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isEquivalent } from './equivalent.ts';
import { GROUPS, type Group, type GroupName } from './groups.ts';
import type { Mutant } from './mutant.ts';
import type { Trial } from './trial.ts';

export interface Tried {
  readonly group: Group;
  readonly mutant: Mutant;
  readonly trial: Trial;
}

/** The counts of a group. */
export interface GroupCounts {
  readonly group: GroupName;
  readonly goal: number;
  /** All mutants of the group, tried or not. */
  readonly of: number;
  /** Mutants of the sample that the compiler refuses: nobody could commit them. */
  readonly refused: number;
  readonly killed: number;
  readonly hangs: number;
  readonly survives: number;
  /** Survivors that change no behaviour. They do not count. */
  readonly equivalent: number;
  /** Killed and hanging mutants, as a share of all that are tried and not equivalent. */
  readonly score: number;
}

/** The record of a group: `score.json` holds one of each that was measured. */
export interface GroupScore extends GroupCounts {
  /** ISO 8601 date. */
  readonly date: string;
  readonly seed: number;
  /** The score of the first run with this seed, before its survivors were read and tests were added. */
  readonly first: number;
}

const FILE = new URL('score.json', import.meta.url);

/** The recorded scores, in the order of the groups. */
export const readScores = (): readonly GroupScore[] =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as GroupScore[]) : [];

/** Records these groups, and leaves the scores of the others. */
export function recordScores(seed: number, counts: readonly GroupCounts[]): void {
  const date = new Date().toISOString().slice(0, 10);
  const scores = new Map(readScores().map((score) => [score.group, score]));
  for (const score of counts) {
    const before = scores.get(score.group);
    const first = before?.seed === seed ? before.first : score.score;
    scores.set(score.group, { date, seed, ...score, first });
  }
  const inOrder = GROUPS.flatMap(({ name }) => scores.get(name) ?? []);
  writeFileSync(FILE, `${JSON.stringify(inOrder, null, 2)}\n`);
}

/** @param refused see `GroupCounts` */
export function countsOf(group: Group, of: number, refused: number, tried: readonly Tried[]): GroupCounts {
  const own = tried.filter((one) => one.group === group);
  const count = (wanted: Trial['outcome']): number =>
    own.filter(({ trial }) => trial.outcome === wanted).length;
  const equivalent = own.filter(
    ({ mutant, trial }) => trial.outcome === 'survives' && isEquivalent(mutant),
  ).length;
  const noticed = count('killed') + count('hangs');
  const survives = count('survives') - equivalent;
  return {
    group: group.name,
    goal: group.goal,
    of,
    refused,
    killed: count('killed'),
    hangs: count('hangs'),
    survives,
    equivalent,
    score: noticed + survives > 0 ? noticed / (noticed + survives) : 1,
  };
}

/** Prints the scores, and the tests that were the first to notice something: a slow one without its own mutant may go. */
export function printCounts(counts: readonly GroupCounts[], tried: readonly Tried[]): void {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(7);
  for (const { group, goal, killed, hangs, survives, equivalent, score } of counts) {
    const mark = score < goal ? '✖' : '✔';
    console.log(
      `${mark} ${group.padEnd(18)} ${percent(score)} of ${percent(goal)}: ${killed} killed, ${hangs} hang, ${survives} survive, ${equivalent} equivalent`,
    );
  }
  const first = new Map<string, number>();
  for (const { trial } of tried)
    if (trial.by !== undefined) first.set(trial.by, (first.get(trial.by) ?? 0) + 1);
  for (const [test, count] of [...first].toSorted(([, one], [, other]) => other - one))
    console.log(`${`${count}`.padStart(5)}  ${test}`);
}

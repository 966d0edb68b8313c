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
  /** Whether it survived when it was tried first, before tests were added. */
  readonly survivedFirst: boolean;
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
  /** The score when they were tried first, before survivors were read and tests were added. */
  readonly first: number;
}

/** The record of a group: `score.json` holds one of each that was measured. */
export interface GroupScore extends GroupCounts {
  /** ISO 8601 date. */
  readonly date: string;
  readonly seed: number;
}

const FILE = new URL('score.json', import.meta.url);

/** The recorded scores, in the order of the groups. */
export const readScores = (): readonly GroupScore[] =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as GroupScore[]) : [];

/** Whether both are of the same draw, so that one is what became of the other. */
function isSameDraw(one: GroupScore, other: GroupCounts & Pick<GroupScore, 'seed'>): boolean {
  const drawn = ({ refused, killed, hangs, survives, equivalent }: GroupCounts): number =>
    refused + killed + hangs + survives + equivalent;
  return one.seed === other.seed && one.of === other.of && drawn(one) === drawn(other);
}

/** The scores with these groups measured anew; the others stay. In the order of the groups. */
export function withCounts(
  before: readonly GroupScore[],
  counts: readonly GroupCounts[],
  when: Pick<GroupScore, 'date' | 'seed'>,
): readonly GroupScore[] {
  const scores = new Map(before.map((score) => [score.group, score]));
  for (const measured of counts) {
    const last = scores.get(measured.group);
    const score = { ...measured, ...when };
    scores.set(measured.group, {
      ...score,
      first: last && isSameDraw(last, score) ? last.first : score.first,
    });
  }
  return GROUPS.flatMap(({ name }) => scores.get(name) ?? []);
}

/** Records these groups. */
export function recordScores(seed: number, counts: readonly GroupCounts[]): void {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(FILE, `${JSON.stringify(withCounts(readScores(), counts, { date, seed }), null, 2)}\n`);
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
  const late = own.filter(({ trial, survivedFirst }) => trial.outcome !== 'survives' && survivedFirst).length;
  const share = (some: number): number => (noticed + survives > 0 ? some / (noticed + survives) : 1);
  return {
    group: group.name,
    goal: group.goal,
    of,
    refused,
    killed: count('killed'),
    hangs: count('hangs'),
    survives,
    equivalent,
    score: share(noticed),
    first: share(noticed - late),
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

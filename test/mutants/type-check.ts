// Finds the mutants that the compiler refuses: nobody could commit them. One run checks a mutant of each of many files.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import { writeSource, type ProjectCopy } from './project-copy.ts';

const ERROR = /^(\S+?)\(\d+,\d+\): error /gm;
/** Sources alone: tests have no say in what may be written. */
const CONFIG = 'tsconfig.mutants.json';

/** The files of the copy with errors. */
function filesWithErrors({ folder }: ProjectCopy): ReadonlySet<string> {
  const args = ['--noEmit', '-p', CONFIG];
  const { stdout } = spawnSync(join(folder, 'node_modules/.bin/tsc'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return new Set([...stdout.matchAll(ERROR)].map(([, file = '']) => file));
}

/** One mutant of each file. */
function firstOfEach(mutants: readonly Mutant[]): Mutant[] {
  return [...new Map(mutants.map((mutant) => [mutant.file, mutant])).values()];
}

/** The mutants that the compiler takes. */
export function typeCorrect(copy: ProjectCopy, mutants: readonly Mutant[]): Mutant[] {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
    compilerOptions: object;
  };
  const config = { compilerOptions: { ...compilerOptions, types: ['node'] }, include: ['src'] };
  writeFileSync(join(copy.folder, CONFIG), JSON.stringify(config));
  const before = filesWithErrors(copy);

  /** Those of a round, one mutant a file, that are taken. */
  function takenOf(round: readonly Mutant[]): readonly Mutant[] {
    for (const { file, changed } of round) writeSource(copy, file, changed);
    const wrong = [...filesWithErrors(copy)].filter((file) => !before.has(file));
    for (const { file, source } of round) writeSource(copy, file, source);
    if (wrong.length === 0) return round;
    if (round.length === 1) return [];
    // An error of one may stand in the file of another, which is then refused with it: none of thirty tried alone was.
    if (wrong.every((file) => round.some((mutant) => mutant.file === file)))
      return round.filter(({ file }) => !wrong.includes(file));
    // An error in a file without a mutant comes from one of the others: each half is tried.
    const middle = round.length >> 1;
    return [...takenOf(round.slice(0, middle)), ...takenOf(round.slice(middle))];
  }

  const taken: Mutant[] = [];
  let waiting = mutants;
  while (waiting.length > 0) {
    const round = firstOfEach(waiting);
    taken.push(...takenOf(round));
    waiting = waiting.filter((mutant) => !round.includes(mutant));
  }
  return taken;
}

// Runs the parts of a stage; afterwards, with nothing beside it, runs once more what may have failed by chance.

import type { Report } from './count-reporter.ts';
import { afterRetry, filesToRetry, nameOf } from './flakes.ts';
import { add, failed, NOTHING, type Result } from './results.ts';

/** Tests that one runner runs with the same options: all of them, or some of its files. */
export type Part = (files?: readonly string[]) => Promise<Report>;

/** How a stage runs. */
interface StageOptions {
  /** How many parts run at a time. */
  readonly atATime?: number;
  /** The tests that fail at once, while other files that failed run once more. Without it, none does. */
  readonly failAtOnce?: readonly string[];
}

/** Runs all parts. Files whose only failure is a browser crash run once more in any stage. */
export async function runParts(
  parts: readonly Part[],
  { atATime = 1, failAtOnce }: StageOptions = {},
): Promise<Result> {
  const firsts: Report[] = [];
  const waiting = [...parts.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) firsts[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: atATime }, work));
  let result = NOTHING;
  for (const [index, part] of parts.entries())
    result = add(result, await runAgain(part, firsts[index]!, failAtOnce));
  return result;
}

async function runAgain(part: Part, first: Report, failAtOnce: StageOptions['failAtOnce']): Promise<Result> {
  let result = await afterCrashes(part, add(first));
  for (const file of failAtOnce ? filesToRetry(result, failAtOnce) : []) {
    console.log(`\n${nameOf(file)} failed, and runs once more, alone.`);
    result = afterRetry(result, await part([file]), file);
  }
  return add(result, ...result.crashed.map((file) => failed('the browser crashed again', file)));
}

/** Its crashed files are those that crashed twice. */
async function afterCrashes(part: Part, first: Result): Promise<Result> {
  if (first.crashed.length === 0) return first;
  console.log(`\nA browser crashed in these files, which run again: ${first.crashed.join(', ')}`);
  const second = await part(first.crashed);
  return { ...add(first, second), crashed: second.crashed };
}

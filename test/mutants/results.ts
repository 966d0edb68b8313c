// What became of each mutant of a run, in a file: a later run with the same file tries only survivors and what is left.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mutant } from './mutant.ts';
import type { Trial } from './trial.ts';

export type Result = (Trial | { readonly outcome: 'refused' }) & {
  /** Whether it survived when it was tried first, before tests were added. */
  readonly survivedFirst?: true;
};

/** Two equal lines of a file have mutants of one name: the number of the line tells them apart. */
const keyOf = ({ name, line }: Mutant): string => `${name} (line ${line})`;

export class Results {
  readonly #results: Map<string, Result>;
  readonly #file: string | undefined;

  /** @param file where results are kept; without one, they are forgotten with the process */
  constructor(file?: string) {
    this.#file = file;
    const known = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
    this.#results = new Map(Object.entries(known));
  }

  /** A result that tests cannot change any more; undefined for a survivor, and for a mutant that was not tried. */
  settled(mutant: Mutant): Result | undefined {
    const result = this.#results.get(keyOf(mutant));
    return result?.outcome === 'survives' ? undefined : result;
  }

  /** Whether a mutant survived when it was tried first. */
  survivedFirst(mutant: Mutant): boolean {
    return this.#results.get(keyOf(mutant))?.survivedFirst ?? false;
  }

  add(mutant: Mutant, result: Trial | { readonly outcome: 'refused' }): void {
    const isSurvivor = result.outcome === 'survives' || this.survivedFirst(mutant);
    this.#results.set(keyOf(mutant), isSurvivor ? { ...result, survivedFirst: true } : result);
    if (this.#file)
      writeFileSync(this.#file, `${JSON.stringify(Object.fromEntries(this.#results), null, 1)}\n`);
  }
}

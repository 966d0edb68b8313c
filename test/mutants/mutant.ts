// A mutant: a source with one change, under a name that stays while its line does.
import { readFileSync } from 'node:fs';
import { mutationsOf, type Mutation } from './mutations.ts';

export interface Mutant extends Mutation {
  /** Path of the source from the root. */
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly changed: string;
  /** File, text of the line, and the change: what a reason is given for. It goes stale when the line changes. */
  readonly name: string;
}

/** All mutants of a source. */
export function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(file, 'utf8');
  return mutationsOf(file, source).map((mutation) => {
    const { start, end, text } = mutation;
    const from = source.lastIndexOf('\n', start - 1) + 1;
    const to = source.indexOf('\n', start);
    const line = source.slice(from, to < 0 ? undefined : to);
    return {
      ...mutation,
      file,
      line: source.slice(0, start).split('\n').length,
      source,
      changed: source.slice(0, start) + text + source.slice(end),
      name: `${file}: ${line.trim()} — ${start - from}: ${source.slice(start, end).replace(/\s+/g, ' ')} → ${text.replace(/\s+/g, ' ')}`,
    };
  });
}

// The cases that a model has once refused: tried first in every run, and by the unit test.

import { readFileSync, writeFileSync } from 'node:fs';
import type { Json } from '../core/report-arbitrary.ts';
import type { Failure, Model } from './model.ts';

const FILE = new URL('cases.json', import.meta.url);

/** A case, and what was wrong with it when it was found. */
interface Kept {
  readonly fault: string;
  readonly case: Json;
}

const read = (): Record<string, Kept[]> => JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Kept[]>;

/** The kept cases of a model. */
export const keptOf = ({ name }: Model): Json[] => (read()[name] ?? []).map((kept) => kept.case);

/** Keeps a case. @returns a sentence about it */
export function keep({ name }: Model, { kept, message }: Failure): string {
  const all = read();
  const cases = (all[name] ??= []);
  const text = JSON.stringify(kept);
  if (cases.some((each) => JSON.stringify(each.case) === text))
    return 'The case is in test/models/cases.json.';
  cases.push({ fault: message.split('\n', 1)[0] ?? '', case: kept });
  writeFileSync(FILE, `${JSON.stringify(all, undefined, 2)}\n`);
  return 'The case is now in test/models/cases.json: once it is mended, say there in a sentence what was wrong.';
}

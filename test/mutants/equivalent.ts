// The mutants that no test can kill, each with the reason why it changes no behaviour. A reason goes stale with its line.
import { readFileSync } from 'node:fs';
import type { Mutant } from './mutant.ts';

const FILE = new URL('equivalent.json', import.meta.url);

/** Reasons by the names of mutants. */
export const EQUIVALENT = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, string>>;

export const isEquivalent = ({ name }: Mutant): boolean => Object.hasOwn(EQUIVALENT, name);

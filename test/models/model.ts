// What a model is: a property over cases that can be written down as JSON, so that each one that fails is kept.

import fc from 'fast-check';
import type { Json } from '../core/report-arbitrary.ts';

/** A case that a model refuses. */
export interface Failure {
  /** The case, made as small as it goes. */
  readonly kept: Json;
  readonly message: string;
  /** The number of the case among those of the seed; undefined if it was kept already. */
  readonly at?: number;
}

/** How cases are drawn. */
export interface Trial {
  readonly seed: number;
  /** How many cases, besides the kept ones. */
  readonly runs?: number;
  /** Draws no new case after this time. */
  readonly milliseconds?: number;
  /** Starts at this case of the seed. */
  readonly path?: string;
  /** Cases that are tried first. */
  readonly kept?: readonly Json[];
}

/** The result of a trial. */
export interface Tried {
  readonly runs: number;
  readonly failure: Failure | undefined;
}

/** A model of a part that reads, or that has states. */
export interface Model {
  /** Its file. */
  readonly name: string;
  /** How many cases the unit test draws. */
  readonly runs: number;
  try(trial: Trial): Promise<Tried>;
}

/** The parts of a model, for one type of case. */
interface Definition<Case> {
  readonly name: string;
  readonly runs: number;
  readonly property: fc.IRawProperty<[Case]>;
  /** Resolves once the case under way has ended: fast-check leaves the last one alone when time is over. */
  readonly ended?: () => Promise<void>;
  /** The case as JSON, and back; left out where it is JSON already. */
  readonly toJson?: (found: Case) => Json;
  readonly fromJson?: (kept: Json) => Case;
}

const toPlain = (found: unknown): Json => JSON.parse(JSON.stringify(found)) as Json;

/** A model of these parts. */
export function modelOf<Case>(definition: Definition<Case>): Model {
  const {
    name,
    runs,
    property,
    ended,
    toJson = toPlain,
    fromJson = (kept: Json) => kept as Case,
  } = definition;
  return {
    name,
    runs,
    async try({ seed, runs: most = Number.MAX_SAFE_INTEGER, milliseconds, path, kept = [] }) {
      const details = await fc.check(property, {
        seed,
        numRuns: kept.length + most,
        examples: kept.map((each) => [fromJson(each)]),
        ...(milliseconds !== undefined && { interruptAfterTimeLimit: milliseconds }),
        ...(path !== undefined && { path }),
      });
      await ended?.();
      const { failed, counterexample, counterexamplePath, errorInstance, numRuns } = details;
      // A trial that only ran out of time has no counterexample.
      if (!failed || !counterexample) return { runs: numRuns, failure: undefined };
      const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      const at = Number.parseInt(counterexamplePath ?? '0', 10) - kept.length;
      return { runs: numRuns, failure: { kept: toJson(counterexample[0]), message, ...(at >= 0 && { at }) } };
    },
  };
}

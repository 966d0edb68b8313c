// Models of parts that have states: random steps, each taken by the real part and by a simple model of it.

import fc from 'fast-check';
import type { Json } from '../core/report-arbitrary.ts';
import { modelOf, type Model } from './model.ts';

/** A step of a case that is kept: its name, then what it was given. */
type Step = readonly [name: string, given: unknown];

/** A kind of step. */
export interface Action<State, Real, Given> {
  /** What it is given: JSON. */
  readonly given: fc.Arbitrary<Given>;
  /** How often it is taken, compared with the others; 1 if it is left out. */
  readonly weight?: number;
  /** Whether it can be taken; else it is passed over. */
  can?(state: Readonly<State>): boolean;
  /** Takes the step on both, and compares them. */
  run(state: State, real: Real, given: Given): void | Promise<void>;
}

/** Makes actions of one machine, each with the type of what it is given. */
export const actionsOn =
  <State, Real>() =>
  <Given>(action: Action<State, Real, Given>): Action<State, Real, unknown> =>
    action;

/** A part with states, and its model. */
interface Machine<State extends object, Real> {
  readonly name: string;
  readonly runs: number;
  /** Longest case, in steps. */
  readonly most: number;
  start(): { model: State; real: Real } | Promise<{ model: State; real: Real }>;
  readonly actions: Readonly<Record<string, Action<State, Real, unknown>>>;
  /** What holds after each step. */
  holds?(state: State, real: Real): void | Promise<void>;
  /** What holds after the last step. */
  ends?(state: State, real: Real): void | Promise<void>;
  /** Frees what a case has used, also after a failure. */
  close?(real: Real): void | Promise<void>;
}

/** The model of a machine. */
export function stepsModel<State extends object, Real>(machine: Machine<State, Real>): Model {
  const { name, runs, most, actions, holds, ends } = machine;
  const commandOf = ([kind, given]: Step): fc.AsyncCommand<State, Real> => {
    const action = actions[kind];
    if (!action)
      throw new Error(`${name}: a kept case has the step « ${kind} », which the model does not know.`);
    return {
      check: (state) => action.can?.(state) ?? true,
      async run(state, real) {
        await action.run(state, real, given);
        await holds?.(state, real);
      },
      toString: () => JSON.stringify([kind, given]),
    };
  };
  const commands = fc.commands(
    Object.entries(actions).flatMap(([kind, { given, weight = 1 }]) =>
      Array.from({ length: weight }, () => given.map((value) => commandOf([kind, value]))),
    ),
    { maxCommands: most, size: 'max', disableReplayLog: true },
  );
  const take = async (steps: Iterable<fc.AsyncCommand<State, Real>>): Promise<void> => {
    const both = await machine.start();
    try {
      await fc.asyncModelRun(() => both, steps);
      await ends?.(both.model, both.real);
    } finally {
      await machine.close?.(both.real);
    }
  };
  let underWay: Promise<void> | undefined;
  return modelOf<Iterable<fc.AsyncCommand<State, Real>>>({
    name,
    runs,
    property: fc.asyncProperty(commands, (steps) => (underWay = take(steps))),
    ended: async () => underWay?.catch(() => {}),
    // fast-check writes the steps that were taken, without those that were passed over.
    toJson: (steps) => JSON.parse(`[${(steps as { toString(): string }).toString()}]`) as Json,
    fromJson: (kept) => (kept as unknown as Step[]).map(commandOf),
  });
}

// The findings of a check of an endpoint, and the parts of the contract.

/** The parts of the contract, in the order in which a report shows them. */
export const GROUPS = [
  'Reaching the endpoint',
  'Pages of other sites (CORS)',
  'The receipt',
  'Sending again',
  'What reports may hold',
  'What must be refused',
  'How it refuses',
  'Discretion',
  'What became of a report',
  'What is optional',
] as const;

/** Part of the contract that a check belongs to. */
export type Group = (typeof GROUPS)[number];

/** `warning`: reports arrive, but something should be mended. `skipped`: the check could not be made this time. */
export type Outcome = 'passed' | 'warning' | 'failed' | 'skipped';

/** The result of a check. It quotes little of the endpoint's text, in a harmless alphabet. */
export interface Finding {
  readonly outcome: Outcome;
  /** The observation, in one or two plain sentences without a final full stop. */
  readonly seen: string;
  /** How to mend it, for a failure or a warning. */
  readonly mend?: string;
}

export const passed = (seen: string): Finding => ({ outcome: 'passed', seen });
export const warning = (seen: string, mend: string): Finding => ({ outcome: 'warning', seen, mend });
export const failed = (seen: string, mend: string): Finding => ({ outcome: 'failed', seen, mend });
export const skipped = (seen: string): Finding => ({ outcome: 'skipped', seen });

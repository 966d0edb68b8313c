// The priority of a report, from its own answers.
import type { Report } from '../../core/report/report.ts';

/** Age bands of the reporter that are under age. */
const UNDER_AGE: readonly unknown[] = ['under_13', '13_14', '15_17'];

/** Members of `details` that only some categories have. */
interface Told {
  readonly blackmail?: string;
  readonly target?: string;
  readonly targetIsMinor?: string;
}

/** Whether the person who is blackmailed is known to be an adult. Any answer that says otherwise wins. */
function isAdult({ details, personsConcerned, reporter }: Report): boolean {
  const { target, targetIsMinor } = (details ?? {}) as Told;
  const isReporter = reporter.role === 'victim' || personsConcerned?.known === 'self' || target === 'me';
  const age = isReporter ? reporter.ageBand : undefined;
  if (personsConcerned?.minor === 'yes' || targetIsMinor === 'yes' || UNDER_AGE.includes(age)) return false;
  return age === 'adult' || targetIsMinor === 'no' || personsConcerned?.apparentAge === 'adult';
}

/** Whether somebody is blackmailed who is under age, or whose age the report does not tell. */
export const isChildBlackmailed = (report: Report): boolean =>
  ((report.details ?? {}) as Told).blackmail === 'yes' && !isAdult(report);

/** Why a report is urgent: somebody is in danger right now, or is blackmailed and may be under age. */
export type PriorityRule = 'danger' | 'blackmail';

/**
 * The rule by which a report is urgent, danger before blackmail; undefined if it is not. The second is decided here alone:
 * `danger.immediate` says what the reporter answered about danger, never more.
 */
export function priorityRuleOf(report: Report): PriorityRule | undefined {
  if (report.danger.immediate === 'yes') return 'danger';
  return isChildBlackmailed(report) ? 'blackmail' : undefined;
}

/** `urgent` if a rule says so. */
export const priorityOf = (report: Report): 'normal' | 'urgent' =>
  priorityRuleOf(report) === undefined ? 'normal' : 'urgent';

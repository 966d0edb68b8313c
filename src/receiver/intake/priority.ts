// The priority of a report, from its own answers.
import { detailsOf } from '../../core/report/report-known-members.ts';
import type { Report } from '../../core/report/report.ts';
import { ANSWERS } from '../../core/report/vocabulary.ts';

/** Age bands of the reporter that are under age. */
const UNDER_AGE: readonly unknown[] = ['under_13', '13_14', '15_17'];

/** Whether the person who is blackmailed is known to be an adult. Any answer that says otherwise wins. */
function isAdult(report: Report): boolean {
  const { personsConcerned, reporter } = report;
  const { target, targetIsMinor } = detailsOf(report);
  const isReporter = reporter.role === 'victim' || personsConcerned?.known === 'self' || target === 'me';
  const age = isReporter ? reporter.ageBand : undefined;
  if (personsConcerned?.minor === 'yes' || targetIsMinor === 'yes' || UNDER_AGE.includes(age)) return false;
  return age === 'adult' || targetIsMinor === 'no' || personsConcerned?.apparentAge === 'adult';
}

/** Whether somebody is blackmailed who is under age, or whose age the report does not tell. */
export const isChildBlackmailed = (report: Report): boolean =>
  detailsOf(report)['blackmail'] === 'yes' && !isAdult(report);

/**
 * Why a report is urgent: somebody is in danger right now, or is blackmailed and may be under age, or the answer about danger
 * is a word of a later version. The last one is read early and alerts nobody: anybody can invent a word.
 */
export type PriorityRule = 'danger' | 'blackmail' | 'unclear';

/**
 * The rule by which a report is urgent, in this order; undefined if it is not. The second is decided here alone:
 * `danger.immediate` says what the reporter answered about danger, never more.
 */
export function priorityRuleOf(report: Report): PriorityRule | undefined {
  if (report.danger.immediate === 'yes') return 'danger';
  if (isChildBlackmailed(report)) return 'blackmail';
  return (ANSWERS as readonly string[]).includes(report.danger.immediate) ? undefined : 'unclear';
}

/** `urgent` if a rule says so. */
export const priorityOf = (report: Report): 'normal' | 'urgent' =>
  priorityRuleOf(report) === undefined ? 'normal' : 'urgent';

/** Whether a report is urgent only because its answer about danger is a word of a later version. */
export const isUnclear = (report: Report): boolean => priorityRuleOf(report) === 'unclear';

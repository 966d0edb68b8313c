// From the hotline's decisions to what reporters are told: a state for each report, and which of several rows gives it.
import type { FollowUpState } from '../../core/follow-up/answer.ts';
import { isFinal } from '../store/follow-up-outcomes.ts';
import type { NewOutcome } from '../store/follow-ups.ts';
import type { StatedDecision } from './decisions.ts';

/**
 * What is true for the reporter.
 * - `restricted`: it is not shown any more where the reporter is, which is what was asked for.
 * - `refused`, `no_answer`, `unknown`: a provider was notified. What it does is not what the hotline holds; and more notices
 *   may follow.
 * - `police`: passed on to those who can act. No state names the police: somebody else may hold the paper.
 * - `duplicate`: somebody else's report is being handled. The file does not say what became of that one.
 */
export const STATE_OF: Readonly<Record<StatedDecision['action'], FollowUpState>> = {
  removed: 'removed',
  restricted: 'removed',
  refused: 'passed_on',
  no_answer: 'passed_on',
  unknown: 'passed_on',
  police: 'passed_on',
  not_illegal: 'not_illegal',
  duplicate: 'reading',
  reading: 'reading',
  gone: 'gone',
  not_ours: 'not_ours',
  link: 'question',
};

/** The state of a report, and its rows in the file. */
export interface ReporterState extends NewOutcome {
  readonly reference: string;
  /** Lines of the file that name the report. */
  readonly lines: readonly number[];
}

/**
 * The states of reports, in the order in which the file first names them. Of several rows of a report, one with a final
 * state wins; then the later day, which is that of the answer, else the date, else today; then the later line.
 * @param today `2026-11-24`
 */
export function statesOf(rows: readonly StatedDecision[], today: string): ReporterState[] {
  const byReference = new Map<string, StatedDecision[]>();
  for (const row of rows) {
    const others = byReference.get(row.reference);
    if (others) others.push(row);
    else byReference.set(row.reference, [row]);
  }
  return Array.from(byReference, ([reference, own]) => {
    const { action, date, answered } = own.reduce((best, row) => (wins(row, best, today) ? row : best));
    const since = answered ?? date;
    return {
      reference,
      state: STATE_OF[action],
      ...(since !== undefined && { since }),
      lines: own.map(({ line }) => line),
    };
  });
}

/** Whether a later row of a report wins over an earlier one. */
function wins(later: StatedDecision, earlier: StatedDecision, today: string): boolean {
  const [isLaterFinal, isEarlierFinal] = [later, earlier].map(({ action }) => isFinal(STATE_OF[action]));
  if (isLaterFinal !== isEarlierFinal) return isLaterFinal!;
  return dayOf(later, today) >= dayOf(earlier, today);
}

const dayOf = ({ answered, date }: StatedDecision, today: string): string => answered ?? date ?? today;

// Sets the states of reports, by what may replace what.
import type { Kysely } from 'kysely';
import type { FollowUpState } from '../../core/follow-up/answer.ts';
import {
  addOutcomes,
  historiesOf,
  lockedFollowUps,
  type PlacedOutcome,
  type RowLock,
} from './follow-up-rows.ts';
import type { NewOutcome, Outcome, OutcomeResult } from './follow-ups.ts';
import type { Tables } from '../database/tables.ts';

/** After these, nothing more is expected. */
const FINAL: ReadonlySet<FollowUpState> = new Set(['removed', 'gone', 'not_illegal', 'not_ours']);

/** Whether a state ends a report. */
export const isFinal = (state: FollowUpState): boolean => FINAL.has(state);

/** Whether an outcome may stand in place of another one: a final one is never lowered. */
export function mayReplace(present: Outcome, next: Outcome): boolean {
  if (!isFinal(present.state) || next.state === present.state) return true;
  return isFinal(next.state) && next.since > present.since;
}

/** How outcomes are set. */
interface OutcomeRules {
  readonly force: boolean;
  readonly dry: boolean;
  readonly rowLock: RowLock;
}

/** Sets outcomes, within a transaction; a dry run only reads. @returns what became of each */
export async function outcomesIn(
  open: Kysely<Tables>,
  outcomes: readonly (NewOutcome & { readonly reference: string })[],
  { force, dry, rowLock }: OutcomeRules,
): Promise<OutcomeResult[]> {
  const references = [...new Set(outcomes.map(({ reference }) => reference))];
  const rows = await lockedFollowUps(open, 'reference', references, dry ? '' : rowLock);
  const histories = await historiesOf(
    open,
    rows.map(({ hash }) => hash),
  );
  const known = new Map(rows.map((row) => [row.reference, { ...row }]));
  const withoutCode = await storedAmong(
    open,
    references.filter((reference) => !known.has(reference)),
  );
  const today = new Date().toISOString().slice(0, 10);
  const results: OutcomeResult[] = [];
  const placed: PlacedOutcome[] = [];
  for (const { reference, state, since } of outcomes) {
    const row = known.get(reference);
    if (!row) {
      results.push(withoutCode.has(reference) ? 'no-code' : 'unknown');
      continue;
    }
    const next = { state, since: since ?? (state === row.state ? row.since : today) };
    const history = histories.get(row.hash)!;
    // « received » is there before anybody has set it.
    if (next.state === row.state && next.since === row.since) results.push('same');
    else if (!force && !mayReplace(row, next)) results.push('final');
    else {
      history.push(next);
      placed.push({ hash: row.hash, place: history.length, ...next });
      Object.assign(row, next);
      results.push('set');
    }
  }
  if (!dry) await addOutcomes(open, placed);
  return results;
}

async function storedAmong(
  open: Kysely<Tables>,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set();
  const rows = await open
    .selectFrom('report')
    .select('reference')
    .where('reference', 'in', references)
    .execute();
  return new Set(rows.map(({ reference }) => reference));
}

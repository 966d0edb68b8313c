// Ends follow-ups: rows, states and additions go together.
import type { Kysely } from 'kysely';
import { erasedMark } from './erased.ts';
import type { EndedFollowUps } from './follow-ups.ts';
import type { Tables } from '../database/tables.ts';

interface Hashed {
  readonly hash: string;
}

/** Ends follow-ups, within a transaction. @returns how many */
export async function endFollowUps(open: Kysely<Tables>, ended: readonly Hashed[]): Promise<number> {
  const hashes = ended.map(({ hash }) => hash);
  if (hashes.length === 0) return 0;
  await open.deleteFrom('followUp').where('hash', 'in', hashes).execute();
  await open.deleteFrom('followUpState').where('hash', 'in', hashes).execute();
  await open.deleteFrom('followUpAddition').where('hash', 'in', hashes).execute();
  return hashes.length;
}

/** The follow-ups that outlive their erased report, of those that an erasure by hand ends. */
export async function endedBy(
  database: Kysely<Tables>,
  which: EndedFollowUps,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<Hashed[]> {
  const left = database.selectFrom('followUp').select('hash').where('erasedOn', 'is not', null).limit(limit);
  if ('before' in which) return left.where('arrivedOn', '<', which.before.slice(0, 10)).execute();
  if (which.numbers.length === 0) return [];
  return left.where('sequence', 'in', which.numbers).execute();
}

/** Ends follow-ups by hand: a mark of each keeps a copy from bringing it back. */
export async function endByHand(open: Kysely<Tables>, ended: readonly Hashed[]): Promise<number> {
  if (ended.length === 0) return 0;
  await open
    .insertInto('erasedReport')
    .values(ended.map(({ hash }) => ({ mark: erasedMark(hash) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return endFollowUps(open, ended);
}

/** Ends by hand what belongs to erased reports: their follow-ups, and what they were added to. */
export async function endWith(open: Kysely<Tables>, references: readonly string[]): Promise<void> {
  const ended = await open
    .selectFrom('followUp')
    .select('hash')
    .where('reference', 'in', references)
    .execute();
  await endByHand(open, ended);
  await open.deleteFrom('followUpAddition').where('reference', 'in', references).execute();
}

// Adds a report to the one that a holder of the code asks about.
import type { Kysely } from 'kysely';
import { MAX_ADDITIONS } from '../../core/follow-up/answer.ts';
import { lockedFollowUps, nextVersion, type RowLock } from './follow-up-rows.ts';
import type { Tables } from '../database/tables.ts';

/** A report to add, and what it is added to. */
interface Link {
  readonly hash: string;
  readonly submissionId: string;
}

/**
 * Adds it, within a transaction. The row of the follow-up is locked first: of two links at once, the second counts the
 * first one.
 * @returns whether it is added now, by this link or an earlier one
 */
export async function linkIn(
  open: Kysely<Tables>,
  { hash, submissionId }: Link,
  rowLock: RowLock,
): Promise<boolean> {
  const [asked] = await lockedFollowUps(open, 'hash', [hash], rowLock);
  const report = await open
    .selectFrom('report')
    .select(['reference', 'receivedAt'])
    .where('id', '=', submissionId)
    .executeTakeFirst();
  if (!asked || !report) return false;
  const { reference, receivedAt } = report;
  const day = receivedAt.slice(0, 10);
  const added = await open
    .selectFrom('followUpAddition')
    .select('reference')
    .where('hash', '=', hash)
    .execute();
  if (added.some((addition) => addition.reference === reference)) return true;
  const isAsked = asked.state === 'question' && day >= asked.since;
  if (!isAsked || reference === asked.reference || added.length >= MAX_ADDITIONS) return false;
  const { numInsertedOrUpdatedRows: inserted = 0n } = await open
    .insertInto('followUpAddition')
    .values({ reference, hash, day })
    // It is added to another report.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted === 0n) return false;
  await open
    .updateTable('followUp')
    .set({ version: await nextVersion(open) })
    .where('hash', '=', hash)
    .execute();
  return true;
}

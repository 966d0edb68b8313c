// Erases rows, in one transaction with an entry in the log and a mark that keeps a copy from bringing them back.
import type { Kysely } from 'kysely';
import { erasedMark } from './erased.ts';
import { endWith } from './follow-up-ends.ts';
import { addNote } from '../log/log-notes.ts';
import type { Tables } from '../database/tables.ts';

/** Why rows are erased: their age, or a person who names their numbers. */
export type Erasure = { readonly before: string } | 'by number';

/**
 * Erases rows.
 * @param endsFollowUps whether their follow-ups end with them; else these stay as long as a sweep leaves them
 * @returns how many there were: another process may have erased some meanwhile
 */
export async function eraseIn(
  open: Kysely<Tables>,
  numbers: readonly number[],
  erasure: Erasure,
  endsFollowUps: boolean,
): Promise<number> {
  // First: the trigger that marks numbers of deleted rows would lock them in another order, and processes that erase at
  // once would wait for each other in a circle.
  await open.deleteFrom('arrival').where('sequence', 'in', numbers).execute();
  const rows = await open
    .deleteFrom('report')
    .where('sequence', 'in', numbers)
    .returning(['sequence', 'id', 'reference'])
    .execute();
  if (rows.length === 0) return 0;
  if (endsFollowUps) {
    const references = rows.map(({ reference }) => reference);
    await endWith(open, references);
  }
  const erased = rows.map(({ sequence }) => sequence).toSorted((a, b) => a - b);
  if (erasure === 'by number') {
    await addNote(open, { kind: 'erasure', numbers: erased });
    await open
      .insertInto('erasedReport')
      .values(rows.map(({ id }) => ({ mark: erasedMark(id) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await addNote(open, { kind: 'erasure', ...erasure, numbers: erased });
    await open
      .insertInto('logErasure')
      .values(erasure)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await open.updateTable('logEntry').set({ erased: 1 }).where('sequence', 'in', erased).execute();
  return erased.length;
}

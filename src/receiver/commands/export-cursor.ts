// The cursor at which an export continues: `<database>.<number>`, or a number alone, checked against the database.
import { CommandError, UsageError } from '../../command-line/command.ts';
import type { Ledger, Origin } from '../database/lineage.ts';

/** The start of an export, as the operator gave it. */
export interface Cursor {
  readonly text: string;
  /** Undefined for a number alone, which may be of any database. */
  readonly storeId?: string;
  readonly number: number;
}

const CURSOR = /^(?:(?<storeId>[0-9a-f]{12})\.)?(?<number>\d{1,15})$/;

/** Reads the value of `--after`. @throws {UsageError} if it is no cursor */
export function readCursor(text: string): Cursor {
  const { storeId, number } = CURSOR.exec(text)?.groups ?? {};
  if (number === undefined) {
    throw new UsageError(`--after must be the number, or what an export ended with, not « ${text} ».`);
  }
  return { text, ...(storeId !== undefined && { storeId }), number: Number(number) };
}

/** The cursor of a number. */
export async function cursorAt(ledger: Ledger, number: number): Promise<string> {
  const [{ storeId }] = await ledger.origins();
  return `${storeId}.${number}`;
}

/**
 * Makes sure that an export from this cursor skips nothing.
 * @throws {CommandError} if the cursor is ahead of the database, or belongs to another one
 */
export async function checkCursor({ text, storeId, number }: Cursor, ledger: Ledger): Promise<void> {
  const origins = await ledger.origins();
  const origin = origins.find((each) => each.storeId === storeId);
  if (storeId !== undefined && !origin) {
    throw new CommandError(
      `--after ${text} is of another database. Without --after, everything is exported.`,
    );
  }
  if (origin && number > origin.sharedUpTo) throw new CommandError(notShared(text, origin, origins[0]));
  const highest = await ledger.highest();
  if (number <= highest) return;
  throw new CommandError(
    `--after ${text} is beyond this database, whose last number is ${highest}. It is of another database, or this one ` +
      'was put back from a backup: go on with an earlier number, or without --after.',
  );
}

function notShared(text: string, { sharedUpTo }: Origin, self: Origin): string {
  return (
    `--after ${text}: the reports of that database were copied up to number ${sharedUpTo}. What follows has other ` +
    `numbers here. Go on with --after ${self.storeId}.${sharedUpTo}; some reports may come a second time.`
  );
}

// For how many days what became of a report is told after the report was erased.

/** Default of `followUpDays`. */
export const FOLLOW_UP_DAYS = 90;

/** Most days that a form believes, about a hundred years. */
export const MAX_FOLLOW_UP_DAYS = 36_500;

/** The days that states stay are not a whole number from 0 to 36,500. */
export class FollowUpDaysError extends Error {
  override readonly name = 'FollowUpDaysError';
}

/** @throws {FollowUpDaysError} if `days` is no whole number from 0 to 36,500 */
export function checkFollowUpDays(days: number): void {
  if (Number.isInteger(days) && days >= 0 && days <= MAX_FOLLOW_UP_DAYS) return;
  throw new FollowUpDaysError(`States stay a whole number of days, from 0 to ${MAX_FOLLOW_UP_DAYS}.`);
}

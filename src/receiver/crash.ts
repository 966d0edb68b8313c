// The end of a process that met an error which nobody expected: one line of our own words, and no report in it.
import { writeSync } from 'node:fs';
import { causeOf } from './log.ts';

/**
 * From now on an unexpected error ends the process with 70 (« internal software error » in sysexits.h). Node itself
 * would print its message and the line of code, and either may hold what somebody wrote.
 * @param lastWords what is still to be written: urgent reports may have been counted, and not yet told
 */
export function endOnUnexpectedErrors(lastWords: () => void): void {
  process.once('uncaughtException', (error) => {
    try {
      lastWords();
    } catch {
      // The process ends all the same.
    }
    writeSync(2, `${JSON.stringify({ event: 'crashed', cause: causeOf(error) })}\n`);
    process.exit(70);
  });
}

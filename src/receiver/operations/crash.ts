// Ends a process after an unexpected error: it writes one line of fixed words, without any content of a report.
import { writeSync } from 'node:fs';
import { causeOf } from '../events/request-event.ts';

/**
 * Makes an unexpected error end the process with 70 (« internal software error » in sysexits.h). Node itself would
 * print the message and the line of code, and either may hold a reporter's text.
 * @param lastWords writes pending lines: urgent reports may be counted, but not printed yet
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

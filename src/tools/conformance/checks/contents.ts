// Checks that every possible report of a form is taken.
import { MAX_REQUEST_BYTES } from '../../../core/report/protocol.ts';
import { receiptOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';
import type { Session } from '../session.ts';
import {
  brokenTextReport,
  fullReports,
  largestReport,
  newerReport,
  submissionOf,
  unicodeReport,
  type Submission,
} from '../test-reports.ts';

const shared = { group: 'What reports may hold', needs: 'receipt' } as const;

export const CONTENTS: readonly Check[] = [
  {
    ...shared,
    id: 'categories',
    title: 'The fullest report of each category is taken',
    why: 'Whoever answers everything must not be the one who is refused.',
    stores: 9,
    run: checkCategories,
  },
  {
    ...shared,
    id: 'newer',
    title: 'A report that is newer than the endpoint is taken: questions, places and answers of a later form',
    why: 'Pages get a new form months before their hotline a new endpoint: until then, nobody may be refused.',
    stores: 1,
    run: (session) =>
      checkTaken(
        session,
        'a newer report',
        submissionOf(newerReport(session.settings.partnerId)),
        'Keep members that you do not know (at the top, in details, in locations) within the limits of the contract, and any word of [a-z0-9_]{1,40} in a list.',
      ),
  },
  {
    ...shared,
    id: 'unicode',
    title: 'Any text is taken: every script, emoji, quotes, markup, 2,000 characters',
    why: 'People quote what they saw: a report must not fail for one of its letters.',
    stores: 1,
    run: (session) =>
      checkTaken(
        session,
        'hard text',
        submissionOf(unicodeReport(session.settings.partnerId)),
        'Use UTF-8 everywhere (MySQL: utf8mb4), count code points (not bytes or UTF-16 units), and pass text to the database as parameters.',
      ),
  },
  {
    ...shared,
    id: 'largest',
    title: `A report of ${MAX_REQUEST_BYTES.toLocaleString('en')} bytes is taken`,
    why: 'Somebody who reports twenty addresses must not lose them.',
    stores: 1,
    run: (session) =>
      checkTaken(
        session,
        'the largest report',
        submissionOf(largestReport(session.settings.partnerId)),
        'Allow bodies up to 65,536 bytes on the way (nginx: client_max_body_size 64k; Express: limit; WAF rules), and store the body in a column without a shorter limit.',
      ),
  },
  {
    ...shared,
    id: 'broken-text',
    title: 'Escapes that are no text (NUL, half a surrogate pair) break nothing',
    why: 'An endpoint that can be stopped with one request can be stopped for everybody.',
    stores: 1,
    async run(session) {
      const submission = submissionOf(brokenTextReport(session.settings.partnerId));
      const answer = await session.post('text with NUL and half a pair', submission);
      if (receiptOf(answer) || [400, 422].includes(answer.status)) return passed(`HTTP ${answer.status}`);
      return failed(
        `HTTP ${answer.status}`,
        'Keep the body as the text that came (PostgreSQL: text rather than jsonb), or replace both by U+FFFD.',
      );
    },
  },
];

async function checkTaken(
  session: Session,
  asked: string,
  submission: Submission,
  mend: string,
): Promise<Finding> {
  const answer = await session.post(asked, submission);
  return receiptOf(answer)
    ? passed(`HTTP ${answer.status}`)
    : failed(`HTTP ${answer.status}${blame(answer)}`, mend);
}

async function checkCategories(session: Session): Promise<Finding> {
  const reports = fullReports(session.settings.partnerId);
  const refused: string[] = [];
  for (const report of reports) {
    const answer = await session.post(`a full report of ${report.category}`, submissionOf(report));
    if (!receiptOf(answer)) refused.push(`${report.category}: HTTP ${answer.status}${blame(answer)}`);
  }
  if (refused.length === 0) return passed(`all ${reports.length}`);
  return failed(
    refused.join('; '),
    'Take the lists of report.schema.json as they are; it is generated from the same source as the form.',
  );
}

/** Which fields a refusal points at. */
function blame({ json }: Answer): string {
  const { errors } = (json ?? {}) as { errors?: unknown };
  const [first] = Array.isArray(errors) ? (errors as unknown[]) : [];
  const pointer = (first as { pointer?: unknown } | null | undefined)?.pointer;
  return typeof pointer === 'string' ? ` at ${quote(pointer)}` : '';
}

// Checks that a report that is sent again, as forms do on a bad network, is stored once.
import { isTaken, receiptOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, type Finding } from '../finding.ts';
import { NoAnswer } from '../network-failure.ts';
import type { Session } from '../session.ts';
import { plainReport, submissionOf, withChanges } from '../test-reports.ts';
import { judgeRefusal } from './refusals.ts';
import { count } from './wording.ts';

const shared = { group: 'Sending again', stores: 0, needs: 'receipt' } as const;

const AT_ONCE = 20;

export const REPEATS: readonly Check[] = [
  {
    ...shared,
    id: 'replay',
    title: 'The same report again is answered 200, with the same receipt',
    why: 'When the first answer is lost on the way, the form asks again: the person must get the same number.',
    run: checkReplay,
  },
  {
    ...shared,
    id: 'concurrent',
    title: `The same report ${AT_ONCE} times at once is stored once`,
    why: 'A double tap, or a retry that overtakes, must not look like two reports to the analyst.',
    stores: 1,
    run: checkConcurrent,
  },
  {
    ...shared,
    id: 'key-reused',
    title: 'Another report under a key that was used is refused',
    why: 'It would be answered with the receipt of a report that is not this one, and be lost.',
    async run(session) {
      const { submission } = await session.first();
      if (!submission) throw new TypeError('The first answer is to a report.');
      const content = { description: 'Conformance test: another report under the same key.' };
      const answer = await session.post(
        'another report under the same key',
        withChanges(submission, { content }),
      );
      return judgeRefusal(answer, {
        statuses: [422, 409],
        code: 'key-reused',
        mend: 'Keep a digest of the body beside the key; where it differs, answer 422 key-reused and store nothing.',
      });
    },
  },
];

async function checkReplay(session: Session): Promise<Finding> {
  const first = await session.first();
  if (!first.submission) throw new TypeError('The first answer is to a report.');
  const again = await session.post('the same report again', first.submission);
  const mend =
    'Make submissionId a unique key, keep the receipt with the report, and answer it again with status 200.';
  const [before, now] = [receiptOf(first), receiptOf(again)];
  if (!now) return failed(`HTTP ${again.status}, without a receipt for this report`, mend);
  if (now.reference !== before?.reference) return failed('a new reference, as if it were a new report', mend);
  if (now.receivedAt !== before.receivedAt) return failed('the same reference, but another receivedAt', mend);
  return again.status === 200 ? passed('HTTP 200, the same receipt') : failed(`HTTP ${again.status}`, mend);
}

async function checkConcurrent(session: Session): Promise<Finding> {
  const submission = submissionOf(plainReport(session.settings.partnerId));
  const post = (): Promise<Answer | undefined> =>
    session.postAtOnce('the same report many times at once', submission).catch(ignoreNoAnswer);
  const answers = (await Promise.all(Array.from({ length: AT_ONCE }, post))).filter(
    (answer) => answer !== undefined,
  );
  const last = await session.post('the same report once more', submission);
  answers.push(last);

  const receipts = answers.flatMap((answer) => receiptOf(answer) ?? []);
  const references = new Set(receipts.map(({ reference }) => reference)).size;
  const created = answers.filter(({ status }) => status === 201).length;
  const strange = answers.filter((answer) => !isTaken(answer) && ![409, 429, 503].includes(answer.status));
  const seen = `${count(references, 'reference')}, ${created} times 201, in ${count(receipts.length, 'receipt')}`;
  const mend =
    'Let the database decide: INSERT under a unique key in one statement (ON CONFLICT DO NOTHING), then read what is there; never look first and insert afterwards.';
  if (strange[0])
    return failed(`HTTP ${strange[0].status} to ${count(strange.length, 'request')}; ${seen}`, mend);
  return references === 1 && created <= 1 && receiptOf(last) ? passed(seen) : failed(seen, mend);
}

// If one of twenty connections breaks, the answers to the others decide.
function ignoreNoAnswer(error: unknown): undefined {
  if (!(error instanceof NoAnswer)) throw error;
}

// Checks that a form believes the receipt, and may show it.
import { MAX_ANSWER_BYTES } from '../../../core/report/protocol.ts';
import { receiptOf, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';
import { mediaTypeOf } from './wording.ts';

const shared = { group: 'The receipt', stores: 0, needs: 'taken' } as const;

const SPOKEN = /^[0-9A-Z -]{1,32}$/;
const SPOKEN_ADVICE =
  'Use at most 32 of 0-9, A-Z, space and hyphen: it is shown, read aloud and copied by hand.';
const DAY_MS = 86_400_000;

/** The members of the receipt; undefined if the answer is no JSON object. */
const membersOf = ({ json }: Answer): Record<string, unknown> | undefined =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;

/** A check of one member of the receipt. */
const member =
  (judge: (members: Record<string, unknown>, answer: Answer) => Finding): Check['run'] =>
  async (session) => {
    const answer = await session.first();
    const members = membersOf(answer);
    return members ? judge(members, answer) : skipped('the receipt is not JSON');
  };

export const RECEIPT: readonly Check[] = [
  {
    ...shared,
    id: 'receipt-json',
    title: 'The receipt is a JSON object, and says so',
    why: 'A web page with status 200 may come from a hotel’s login page: forms do not believe it.',
    async run(session) {
      const answer = await session.first();
      const seen = `Content-Type: ${quote(answer.headers.get('content-type'))}`;
      const mend =
        'Answer one JSON object with Content-Type: application/json, and nothing before or after it.';
      if (!/^application\/([\w.-]+\+)?json$/.test(mediaTypeOf(answer))) return failed(seen, mend);
      return membersOf(answer) ? passed(seen) : failed(`${seen}, but the body is no JSON object`, mend);
    },
  },
  {
    ...shared,
    id: 'receipt-size',
    title: 'The receipt has at most 16 KiB',
    why: 'Forms stop reading there, and report the sending as not confirmed.',
    async run(session) {
      const { size } = await session.first();
      return size <= MAX_ANSWER_BYTES
        ? passed(`${size} bytes`)
        : failed(`${size} bytes`, 'Answer the four members of a receipt, not the whole report.');
    },
  },
  {
    ...shared,
    id: 'receipt-id',
    title: 'The receipt names the report that was sent',
    why: 'It is the proof that this report, and not another one, has arrived.',
    run: member(({ submissionId }, { submission }) => {
      if (submissionId === submission?.id) return passed('submissionId is echoed');
      return failed(
        submissionId === undefined ? 'submissionId is missing' : 'submissionId is another one',
        'Echo submissionId exactly as it was sent: lower case, with hyphens.',
      );
    }),
  },
  {
    ...shared,
    id: 'receipt-reference',
    title: 'The reference can be shown and read aloud',
    why: 'It is what the reporter keeps, and tells the police or a counsellor.',
    run: member(({ reference }) => {
      if (typeof reference !== 'string') return failed('reference is missing, or no text', SPOKEN_ADVICE);
      const seen = `reference: ${quote(reference)}`;
      return SPOKEN.test(reference) ? passed(seen) : failed(seen, SPOKEN_ADVICE);
    }),
  },
  {
    ...shared,
    id: 'receipt-time',
    title: 'The receipt says when the report was received',
    why: 'It belongs to the proof that the reporter keeps.',
    run: member(({ receivedAt }) => {
      const mend =
        'Send receivedAt in RFC 3339, in UTC, such as 2026-11-24T13:50:00Z, from a clock that is set.';
      const time = typeof receivedAt === 'string' ? Date.parse(receivedAt) : NaN;
      if (typeof receivedAt !== 'string' || Number.isNaN(time)) return failed('receivedAt is no date', mend);
      const seen = `receivedAt: ${quote(receivedAt)}`;
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(receivedAt)) return failed(seen, mend);
      return Math.abs(time - Date.now()) < DAY_MS ? passed(seen) : warning(seen, mend);
    }),
  },
];

/** This check runs last, because it looks at every receipt. */
export const REFERENCES: Check = {
  ...shared,
  id: 'references',
  title: 'Two reports never have the same reference',
  why: 'A person who calls about one report would be told about another one.',
  needs: 'receipt',
  run({ posts }) {
    const receipts = posts.flatMap((answer) => receiptOf(answer) ?? []);
    const owners = new Map(receipts.map(({ reference, submissionId }) => [reference, submissionId]));
    const twice = receipts.find(({ reference, submissionId }) => owners.get(reference) !== submissionId);
    const reports = new Set(receipts.map(({ submissionId }) => submissionId)).size;
    if (!twice) return passed(`${reports} reports, ${owners.size} references`);
    return failed(
      `${quote(twice.reference)} was given to more than one report`,
      'Draw references at random, under a unique index; draw again where one is taken.',
    );
  },
};

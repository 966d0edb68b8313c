// A draft cut down to a part of its links and accounts: to what is left to send, or to what has arrived.

import { own } from '../own.ts';
import { readAddresses } from './addresses.ts';
import { linesOf } from './given-answers.ts';
import type { ReportPart } from './to-report.ts';
import type { Draft } from './types.ts';

/** The draft with some of its links and accounts alone. */
export function withPart(draft: Draft, { links, accounts }: ReportPart): Draft {
  const { answers } = draft;
  const { addresses, questions } = answers;
  const texts = readAddresses(draft)
    .slice(links.start, links.end)
    .map(({ text }) => text);
  const lines = linesOf(questions['accounts']).slice(accounts.start, accounts.end);
  return {
    ...draft,
    answers: {
      ...answers,
      ...(texts.length > 0 && {
        // A list stays one.
        addresses: addresses.some((typed) => typed.includes('\n')) ? [texts.join('\n')] : texts,
      }),
      ...(lines.length > 0 && { questions: own({ ...questions, accounts: lines.join('\n') }) }),
    },
  };
}

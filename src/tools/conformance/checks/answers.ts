// Checks of every answer. They run last, because they look at all answers.
import { PROBLEM_PREFIX, PROBLEMS } from '../../../core/report/protocol.ts';
import type { Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import type { Session } from '../session.ts';
import { ECHO_CANARY } from './refusals.ts';
import { count, mediaTypeOf, namesOf, tally } from './wording.ts';

const refusals = { group: 'How it refuses', stores: 0, needs: 'answer' } as const;
const discretion = { group: 'Discretion', stores: 0, needs: 'answer' } as const;

export const ANSWERS: readonly Check[] = [
  {
    ...refusals,
    id: 'problems',
    title: 'Refusals are problem documents (RFC 9457) of the closed list',
    why: 'Only such a refusal proves that the report was not stored; any other leaves the person in doubt.',
    run: ({ exchanges }) => {
      const refused = exchanges.filter(({ status }) => status >= 400);
      if (refused.length === 0) return skipped('nothing was refused');
      const bad = refused.filter((answer) => !isProblem(answer));
      if (bad.length === 0) return passed(`on ${count(refused.length, 'refusal')}`);
      return failed(
        `not on ${tally(bad, refused)}`,
        `Answer Content-Type: application/problem+json and {"type": "${PROBLEM_PREFIX}...", "title", "status"}, with the HTTP status again (proxies: serve the same body for their own 413 and 502).`,
      );
    },
  },
  {
    ...refusals,
    id: 'retry-after',
    title: '429, 503 and 507 say how long to wait, in seconds',
    why: 'Without it, all forms come back at the same moment; with a date, it depends on the clock of a phone.',
    run: ({ answers }) => {
      const busy = answers.filter(({ status }) => [429, 503, 507].includes(status));
      if (busy.length === 0) return skipped('no such answer was seen');
      const bad = busy.filter(({ headers }) => !/^\d{1,5}$/.test(headers.get('retry-after') ?? ''));
      if (bad.length === 0) return passed(`on ${count(busy.length, 'answer')}`);
      return failed(`not on ${tally(bad, busy)}`, 'Send Retry-After with a number of seconds, such as 5.');
    },
  },
  {
    ...refusals,
    id: 'mute',
    title: 'Refusals repeat nothing, and tell nothing of the inside',
    why: 'What a person reports does not belong into logs and screens that show errors.',
    run: ({ exchanges }) => {
      const refused = exchanges.filter(({ status }) => status >= 400);
      if (refused.length === 0) return skipped('nothing was refused');
      const bad = refused.filter(({ text }) => text.includes(ECHO_CANARY) || INSIDE.test(text));
      if (bad.length === 0) return passed(`on ${count(refused.length, 'refusal')}`);
      return failed(
        `sent text or a stack trace on ${tally(bad, refused)}`,
        'Answer a fixed title for each problem (Express: NODE_ENV=production; PHP: display_errors=Off).',
      );
    },
  },
  {
    ...discretion,
    id: 'cookies',
    title: 'No cookie is set',
    why: 'It would make its sender known again, on a shared computer too.',
    isRaw: true,
    run: ({ answers }) => {
      const bad = answers.filter(({ headers }) => headers.has('set-cookie'));
      if (bad.length === 0) return passed(`on ${count(answers.length, 'answer')}`);
      return failed(
        `Set-Cookie on ${tally(bad, answers)}`,
        'Switch sessions off for this route (PHP: no session_start; balancers: no sticky cookie).',
      );
    },
  },
  {
    ...discretion,
    id: 'no-store',
    title: 'Answers are not to be kept: Cache-Control: no-store',
    why: 'The reference would stay in the cache of a shared computer.',
    isRaw: true,
    run: (session) =>
      checkHeader(
        session,
        'no-store',
        (headers) => namesOf(headers.get('cache-control')).includes('no-store'),
        'Cache-Control: no-store',
      ),
  },
  {
    ...discretion,
    id: 'nosniff',
    title: 'Answers are what they say: X-Content-Type-Options: nosniff',
    why: 'Nothing that somebody sends may come back as something that runs.',
    isRaw: true,
    run: (session) =>
      checkHeader(
        session,
        'nosniff',
        (headers) => headers.get('x-content-type-options')?.toLowerCase() === 'nosniff',
        'X-Content-Type-Options: nosniff',
      ),
  },
  {
    ...discretion,
    id: 'hsts',
    title: 'The host is only ever spoken to over https: Strict-Transport-Security',
    why: 'Nobody on the way can switch the encryption off.',
    isRaw: true,
    run: (session) => {
      if (session.settings.endpoint.protocol !== 'https:') return skipped('it means nothing over plain http');
      return checkHeader(
        session,
        'the header',
        (headers) => /max-age=[1-9]/.test(headers.get('strict-transport-security') ?? ''),
        'Strict-Transport-Security: max-age=31536000',
      );
    },
  },
];

/** Traces of the common platforms: Node, Python, PHP, Java, Ruby. */
const INSIDE = /\n\s+at \S+ ?\(|Traceback \(most|\.php on line|Exception in thread|\.(rb|py|js|ts|java):\d+/;

function checkHeader(
  { exchanges }: Session,
  what: string,
  isThere: (headers: Headers) => boolean,
  line: string,
): Finding {
  const bad = exchanges.filter(({ headers }) => !isThere(headers));
  if (bad.length === 0) return passed(`on ${count(exchanges.length, 'answer')}`);
  return warning(
    `${what} is missing on ${tally(bad, exchanges)}`,
    `Send ${line} with every answer, errors included.`,
  );
}

function isProblem(answer: Answer): boolean {
  const { type, title, status } = (answer.json ?? {}) as Record<string, unknown>;
  if (mediaTypeOf(answer) !== 'application/problem+json') return false;
  if (typeof type !== 'string' || typeof title !== 'string' || status !== answer.status) return false;
  if (!type.startsWith(PROBLEM_PREFIX)) return false;
  const code = type.slice(PROBLEM_PREFIX.length);
  const expected = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : undefined;
  return expected === status || (code === 'partner' && status === 401);
}

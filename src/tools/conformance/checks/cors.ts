// Checks that a browser lets pages of other sites post reports, and read every answer.
import { isTaken, type Answer } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, skipped, warning, type Finding } from '../finding.ts';
import { quote } from '../quote.ts';
import type { Session } from '../session.ts';
import { count, namesOf, tally } from './wording.ts';

const shared = { group: 'Pages of other sites (CORS)', stores: 0, needs: 'answer', isRaw: true } as const;

export const ALLOW_ORIGIN = 'access-control-allow-origin';

/** Whether the page may read an answer: the header is `*` or exactly its origin, not two values or another one. */
export const mayRead = ({ headers }: Answer, { settings: { origin } }: Session): boolean =>
  ['*', origin].includes(headers.get(ALLOW_ORIGIN) ?? '');

export const CORS: readonly Check[] = [
  {
    ...shared,
    id: 'preflight',
    title: 'OPTIONS is answered 2xx, without a login',
    why: 'The browser asks first; without a yes it sends nothing, and the reporter sees an error.',
    async run(session) {
      const answer = await session.preflight();
      if (isTaken(answer)) return passed(`HTTP ${answer.status}`);
      return failed(
        `HTTP ${answer.status}`,
        'Answer OPTIONS with 204 before any login or routing (nginx: if ($request_method = OPTIONS) { return 204; }).',
      );
    },
  },
  {
    ...shared,
    id: 'preflight-origin',
    title: 'The preflight allows the page’s origin',
    why: 'Otherwise the browser sends nothing.',
    async run(session) {
      const answer = await session.preflight();
      const seen = `Access-Control-Allow-Origin: ${quote(answer.headers.get(ALLOW_ORIGIN))}`;
      return mayRead(answer, session) ? passed(seen) : failed(seen, originAdvice(session));
    },
  },
  {
    ...shared,
    id: 'preflight-headers',
    title: 'The preflight allows the three headers that forms send',
    why: 'Otherwise the browser sends nothing.',
    run: checkAllowedHeaders,
  },
  {
    ...shared,
    id: 'preflight-age',
    title: 'The preflight is remembered for a while',
    why: 'Asking anew each time doubles the wait on a slow phone.',
    async run(session) {
      const { headers } = await session.preflight();
      const age = headers.get('access-control-max-age');
      const seen = `Access-Control-Max-Age: ${quote(age)}`;
      return Number(age ?? 0) >= 600
        ? passed(seen)
        : warning(seen, 'Send Access-Control-Max-Age: 7200, the longest that Chromium accepts.');
    },
  },
];

/** These checks run last, because they look at every answer. */
export const CORS_AFTERWARDS: readonly Check[] = [
  {
    ...shared,
    id: 'cors-receipt',
    title: 'Receipts can be read by the page',
    why: 'The report is stored, but its sender is told that nothing is confirmed.',
    run: (session) =>
      checkReadable(
        session,
        session.posts.filter(isTaken),
        'no report was taken',
        'Send Access-Control-Allow-Origin with the answer to POST too, not only with the preflight.',
      ),
  },
  {
    ...shared,
    id: 'cors-refusals',
    title: 'Refusals can be read by the page',
    why: 'The form cannot say what to change: it only sees that something failed.',
    run: (session) =>
      checkReadable(
        session,
        session.exchanges.filter(({ status }) => status >= 400),
        'nothing was refused',
        'Send the header on errors too (nginx: add_header ... always, also for its own 413; Express: cors() before the body parser; PHP: before any exit).',
      ),
  },
  {
    ...shared,
    id: 'expose-headers',
    title: 'Retry-After is exposed on every answer',
    why: 'Unexposed it reads as absent, and crowds of forms come back too early.',
    run({ exchanges }) {
      const bad = exchanges.filter(({ headers }) => {
        const names = namesOf(headers.get('access-control-expose-headers'));
        return !names.includes('retry-after') && !names.includes('*');
      });
      if (bad.length === 0) return passed(`on ${count(exchanges.length, 'answer')}`);
      return failed(
        `missing on ${tally(bad, exchanges)}`,
        'Send Access-Control-Expose-Headers: Retry-After with every answer, errors included.',
      );
    },
  },
  {
    ...shared,
    id: 'credentials',
    title: 'Credentials are not asked for',
    why: 'They would tie a report to an account of its sender.',
    run({ answers }) {
      const bad = answers.filter(({ headers }) => headers.has('access-control-allow-credentials'));
      if (bad.length === 0) return passed(`on ${count(answers.length, 'answer')}`);
      return failed(
        `Access-Control-Allow-Credentials on ${tally(bad, answers)}`,
        'Take the header out (Express: cors() without credentials): forms never send cookies.',
      );
    },
  },
  {
    ...shared,
    id: 'vary',
    title: 'An answer for one origin says Vary: Origin',
    why: 'A cache would give one site’s answer to another one, which cannot read it.',
    run({ answers }) {
      const single = answers.filter(({ headers }) => !['*', null].includes(headers.get(ALLOW_ORIGIN)));
      const bad = single.filter(({ headers }) => {
        const names = namesOf(headers.get('vary'));
        return !names.includes('origin') && !names.includes('*');
      });
      if (single.length === 0) return passed('every origin is allowed');
      if (bad.length === 0) return passed(`on ${count(single.length, 'answer')}`);
      return warning(`missing on ${tally(bad, single)}`, 'Send Vary: Origin with every answer.');
    },
  },
];

async function checkAllowedHeaders(session: Session): Promise<Finding> {
  const { headers } = await session.preflight();
  const allowed = namesOf(headers.get('access-control-allow-headers'));
  const seen = `Access-Control-Allow-Headers: ${quote(headers.get('access-control-allow-headers'))}`;
  const mend = 'Send Access-Control-Allow-Headers: content-type, idempotency-key, altcha.';
  if (allowed.includes('*')) return warning(seen, `${mend} Name them: older browsers know no *.`);
  const missing = ['content-type', 'idempotency-key', 'altcha'].filter((name) => !allowed.includes(name));
  if (missing.length === 0) return passed(seen);
  // Only a form with `challenge` sends the header `altcha`.
  if (missing.join() === 'altcha') return warning(`${seen}; altcha is missing`, mend);
  return failed(`${seen}; missing: ${missing.join(', ')}`, mend);
}

function checkReadable(session: Session, answers: Answer[], none: string, mend: string): Finding {
  if (answers.length === 0) return skipped(none);
  const bad = answers.filter((answer) => !mayRead(answer, session));
  if (bad.length === 0) return passed(`on ${count(answers.length, 'answer')}`);
  const header = quote(bad[0]?.headers.get(ALLOW_ORIGIN) ?? null);
  return failed(`Access-Control-Allow-Origin: ${header} on ${tally(bad, answers)}`, mend);
}

export const originAdvice = ({ settings: { origin } }: Session): string =>
  `Send Access-Control-Allow-Origin: *, or exactly ${origin} (one value, no final slash), with the preflight.`;

// Checks that the endpoint only ever takes reports: nothing can be read back, and nothing else can be done.
import { isTaken, receiptOf } from '../answer.ts';
import type { Check } from '../check.ts';
import { failed, passed, warning, type Finding } from '../finding.ts';
import type { Session } from '../session.ts';
import { TEST_MARK } from '../test-reports.ts';

const shared = { group: 'Discretion', stores: 0, isRaw: true } as const;

export const SILENCE: readonly Check[] = [
  {
    ...shared,
    id: 'reads-nothing-back',
    title: 'No report can be read over HTTP',
    why: 'A report, and the fact that somebody made it, must stay with the hotline.',
    needs: 'taken',
    run: checkReading,
  },
  {
    ...shared,
    id: 'methods',
    title: 'Only POST changes anything',
    why: 'Reports must not be overwritten from outside.',
    needs: 'answer',
    async run(session) {
      const taken: string[] = [];
      // DELETE is left out: on an endpoint that is badly wrong, it would do harm.
      for (const method of ['PUT', 'PATCH']) {
        const headers = { 'content-type': 'application/json' };
        const answer = await session.ask({ asked: method, method, headers, body: '{}' });
        if (answer.status < 400 || (answer.status >= 500 && answer.status !== 501))
          taken.push(`${method}: HTTP ${answer.status}`);
      }
      if (taken.length === 0) return passed('PUT and PATCH are refused');
      return failed(taken.join(', '), 'Answer 405 with Allow: POST, OPTIONS to every other method.');
    },
  },
];

async function checkReading(session: Session): Promise<Finding> {
  const { endpoint } = session.settings;
  const first = await session.first();
  const id = first.submission?.id ?? '';
  const reference = receiptOf(first)?.reference ?? '';
  const below = (name: string): URL =>
    new URL(`${endpoint.pathname.replace(/\/$/, '')}/${encodeURIComponent(name)}`, endpoint);
  // A page may repeat the requested address. Only text that was not in the address shows that a report can be read.
  const places: [asked: string, address: URL, betrayals: string[]][] = [
    ['GET', endpoint, [TEST_MARK, id, reference]],
    ['GET by id', below(id), [TEST_MARK, reference]],
    ['GET by reference', below(reference), [TEST_MARK, id]],
  ];
  const read: string[] = [];
  const open: string[] = [];
  for (const [asked, address, betrayals] of places) {
    const answer = await session.ask({ asked, address, method: 'GET' });
    if (betrayals.some((betrayal) => betrayal && answer.text.includes(betrayal))) read.push(asked);
    else if (isTaken(answer)) open.push(`${asked}: HTTP ${answer.status}`);
  }
  if (read.length > 0)
    return failed(
      `a test report comes back: ${read.join(', ')}`,
      'Take the route away at once: analysts read reports in another place, behind a login.',
    );
  if (open.length > 0)
    return warning(open.join(', '), 'Answer 405 (or 404) to GET, so that nobody wonders what can be read.');
  return passed('GET is refused, at the endpoint and below it');
}

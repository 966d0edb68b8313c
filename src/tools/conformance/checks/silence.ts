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
    run: checkMethods,
  },
];

const json = { headers: { 'content-type': 'application/json' }, body: '{}' };

async function checkMethods(session: Session): Promise<Finding> {
  const first = await session.first();
  // Only of our own test report: on an endpoint that is badly wrong, DELETE of all of it would do harm.
  const own = [first.submission?.id, receiptOf(first)?.reference].filter((name) => name !== undefined);
  const requests: { asked: string; method: string; address?: URL }[] = [
    { asked: 'PUT', method: 'PUT', ...json },
    { asked: 'PATCH', method: 'PATCH', ...json },
    ...own.map((name) => ({ asked: 'DELETE of a report', method: 'DELETE', address: below(session, name) })),
  ];
  const taken: string[] = [];
  for (const request of requests) {
    const { status } = await session.ask(request);
    if (status < 400 || (status >= 500 && status !== 501)) taken.push(`${request.asked}: HTTP ${status}`);
  }
  if (taken.length === 0) return passed('PUT, PATCH and DELETE are refused');
  return failed(
    [...new Set(taken)].join(', '),
    'Answer 405 with Allow: POST, OPTIONS to every other method (or 404 below the endpoint).',
  );
}

/** The address that an endpoint would give to one report. */
const below = ({ settings: { endpoint } }: Session, name: string): URL =>
  new URL(`${endpoint.pathname.replace(/\/$/, '')}/${encodeURIComponent(name)}`, endpoint);

async function checkReading(session: Session): Promise<Finding> {
  const { endpoint } = session.settings;
  const first = await session.first();
  const id = first.submission?.id ?? '';
  const reference = receiptOf(first)?.reference ?? '';
  const asking = (query: Record<string, string>): URL => {
    const address = new URL(endpoint);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return address;
  };
  // A page may repeat the requested address. Only text that was not in the address shows that a report can be read.
  const places: [asked: string, address: URL, betrayals: string[]][] = [
    ['GET', endpoint, [TEST_MARK, id, reference]],
    ['GET by id', below(session, id), [TEST_MARK, reference]],
    ['GET by reference', below(session, reference), [TEST_MARK, id]],
    ['GET with ?id=', asking({ id, submissionId: id }), [TEST_MARK, reference]],
    ['GET with ?reference=', asking({ reference, ref: reference }), [TEST_MARK, id]],
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
  return passed('GET is refused, at the endpoint, below it and with a query');
}

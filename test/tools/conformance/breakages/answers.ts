// Endpoints that send faulty refusals or reveal too much.
import { withAnswer, withHeaders, type Breakage } from '../broken-endpoints.ts';
import {
  always,
  dropHeader,
  instead,
  isReceipt,
  isRefusal,
  problemLike,
  raced,
  spoil,
  type Case,
  type Members,
} from '../spoil.ts';

/** Shows the reported content to anyone who asks. */
const listing: Breakage = readingBack((ids) => new Response(JSON.stringify(ids), { status: 200 }));

export const ANSWERS_CASES: readonly Case[] = [
  {
    name: 'refuses with web pages',
    caughtBy: ['problems'],
    breakage: dropHeader(isRefusal, 'content-type', 'text/html'),
  },
  {
    name: 'invents problem types',
    caughtBy: ['problems'],
    breakage: spoil(isRefusal, async (response) =>
      withAnswer(response, {
        body: (await response.text()).replace(
          'urn:cliquez-signalez:problem:',
          'https://hotline.example/problems/',
        ),
      }),
    ),
  },
  {
    name: 'answers with another status than the body says',
    caughtBy: ['problems'],
    breakage: spoil(
      (response) => response.status === 422,
      async (response) => {
        const problem = await response.text();
        const status = problem.includes('key-reused') ? 409 : 422;
        return withAnswer(response, { status, body: problem });
      },
    ),
  },
  {
    name: 'says another status in the body',
    caughtBy: ['problems'],
    breakage: spoil(isRefusal, async (response) =>
      withAnswer(response, { body: (await response.text()).replace(/"status":\d+/, '"status":500') }),
    ),
  },
  {
    name: 'asks to slow down without saying for how long',
    caughtBy: ['retry-after'],
    breakage: raced((response, place) =>
      place < 9 ? response : withHeaders(problemLike(response, 'slow-down'), { 'retry-after': null }),
    ),
  },
  {
    name: 'asks to slow down until a date',
    caughtBy: ['retry-after'],
    breakage: raced((response, place) =>
      place < 9
        ? response
        : withHeaders(problemLike(response, 'slow-down'), { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
    ),
  },
  {
    name: 'repeats what was sent',
    caughtBy: ['mute'],
    breakage: async (request, pass) => {
      const sent = await request.clone().text();
      const response = await pass(request);
      if (!isRefusal(response, request)) return response;
      return withAnswer(response, {
        body: JSON.stringify({ ...((await response.json()) as Members), detail: sent.slice(0, 900) }),
      });
    },
  },
  {
    name: 'shows its stack',
    caughtBy: ['mute'],
    breakage: spoil(isRefusal, async (response) =>
      withAnswer(response, {
        body: JSON.stringify({
          ...((await response.json()) as Members),
          detail: 'Error\n    at read (/srv/app/index.js:12:7)',
        }),
      }),
    ),
  },
  {
    name: 'lists the reports',
    caughtBy: ['reads-nothing-back'],
    breakage: listing,
  },
  {
    name: 'gives no receipt, but lists what was reported',
    caughtBy: ['reads-nothing-back', 'receipt-json'],
    breakage: async (request, pass) => {
      const response = await listing(request, pass);
      return isReceipt(response, request) ? withAnswer(response, { body: 'ok' }) : response;
    },
  },
  {
    name: 'answers GET with a web page',
    caughtBy: ['reads-nothing-back'],
    breakage: readingBack(() => new Response('<html>Hello', { status: 200 })),
  },
  {
    name: 'gives a report back by ?id=',
    caughtBy: ['reads-nothing-back'],
    outcome: 'failed',
    breakage: findingBy('id'),
  },
  {
    name: 'gives a report back by ?reference=',
    caughtBy: ['reads-nothing-back'],
    outcome: 'failed',
    breakage: findingBy('reference'),
  },
  {
    name: 'deletes a report by its id',
    caughtBy: ['methods'],
    breakage: deleting(204, (name) => name.length > 30),
  },
  {
    name: 'deletes a report by its reference',
    caughtBy: ['methods'],
    breakage: deleting(200, (name) => name.length < 30),
  },
  {
    name: 'breaks down at DELETE',
    caughtBy: ['methods'],
    breakage: deleting(500, () => true),
  },
  {
    name: 'takes PUT',
    caughtBy: ['methods'],
    breakage: instead(
      (_body, { method }) => method === 'PUT',
      () => new Response(null, { status: 204 }),
    ),
  },
  { name: 'sets a cookie', caughtBy: ['cookies'], breakage: dropHeader(isReceipt, 'set-cookie', 'sid=1') },
  {
    name: 'lets receipts be cached',
    caughtBy: ['no-store'],
    breakage: dropHeader(isReceipt, 'cache-control', 'public, max-age=60'),
  },
  {
    name: 'lets types be guessed',
    caughtBy: ['nosniff'],
    breakage: dropHeader(always, 'x-content-type-options'),
  },
  {
    name: 'lets the encryption be switched off',
    caughtBy: ['hsts'],
    breakage: dropHeader(always, 'strict-transport-security', 'max-age=0'),
  },
];

function readingBack(answer: (ids: string[]) => Response): Breakage {
  const ids: string[] = [];
  const answering = instead(
    (_body, { method, url }) => method === 'GET' && url.includes('/reports'),
    () => answer(ids),
  );
  return async (request, pass) => {
    if (request.method === 'POST') ids.push(request.headers.get('idempotency-key') ?? '');
    return answering(request, pass);
  };
}

/** Gives the last report back to whoever asks with this word in the query. */
function findingBy(word: string): Breakage {
  let last = '';
  const answering = instead(
    (_body, { method, url }) => method === 'GET' && new URL(url).searchParams.has(word),
    () => new Response(last, { status: 200 }),
  );
  return async (request, pass) => {
    if (request.method === 'POST') last = await request.clone().text();
    return answering(request, pass);
  };
}

/** Answers DELETE below the endpoint. */
function deleting(status: number, isMeant: (name: string) => boolean): Breakage {
  return instead(
    (_body, { method, url }) => method === 'DELETE' && isMeant(url.split('/').at(-1)!),
    () => new Response(null, { status }),
  );
}

// Endpoints whose follow-up address answers wrongly, or gives something away.
import {
  FOLLOW_UP_BYTES,
  writeFollowUpAnswer,
  type FollowUpAnswer,
} from '../../../../src/core/follow-up/answer.ts';
import { problemResponse } from '../../../../src/receiver/protocol/problems.ts';
import { intact, withAnswer, withHeaders, type Breakage } from '../broken-endpoints.ts';
import {
  dropHeader,
  instead,
  memberOf,
  mislead,
  problemLike,
  spoil,
  type Case,
  type Members,
} from '../spoil.ts';

/** The follow-up address of the receiver. */
export const FOLLOW_UP = '/v1/follow-up';

const TODAY = new Date().toISOString().slice(0, 10);

const isAsked = ({ url, method }: Request): boolean => method === 'POST' && url.endsWith(FOLLOW_UP);
const isQuestion = (_body: string, request: Request): boolean => isAsked(request);
const isAnswer = ({ status }: Response, request: Request): boolean => status === 200 && isAsked(request);
const isRefused = ({ status }: Response, request: Request): boolean => status >= 400 && isAsked(request);
const isPreflight = (_response: Response, { url, method }: Request): boolean =>
  method === 'OPTIONS' && url.endsWith(FOLLOW_UP);

/** Changes answers, which stay as long unless `write` says otherwise. */
const spoilAnswer = (
  change: (answer: FollowUpAnswer) => Omit<FollowUpAnswer, 'pad'>,
  write: (answer: Omit<FollowUpAnswer, 'pad'>) => string = writeFollowUpAnswer,
): Breakage =>
  spoil(isAnswer, async (response) => {
    const { pad: _, ...answer } = (await response.json()) as FollowUpAnswer;
    return withAnswer(response, { body: write(change(answer)) });
  });

const isKnown = (answer: Omit<FollowUpAnswer, 'pad'>): boolean => answer.state !== 'unknown';

/** Spoils the answers to known codes alone. */
const spoilKnown = (change: (response: Response) => Response): Breakage =>
  spoil(isAnswer, async (response) => {
    const text = await response.text();
    const whole = withAnswer(response, { body: text });
    return isKnown(JSON.parse(text) as FollowUpAnswer) ? change(whole) : whole;
  });

const hashOfReport = (body: string): unknown => (memberOf(body, 'followUp') as Members | undefined)?.['hash'];
const isSealed = (body: string): boolean => memberOf(body, 'sealed') !== undefined;

const withoutHash = (body: string): string => {
  const { followUp: _, ...report } = JSON.parse(body) as Members;
  return JSON.stringify({ ...report, schemaVersion: '1.0' });
};

/** Finds a report by its hash as well as by its locator. */
function takingHashes(): Breakage {
  const hashes = new Set<unknown>();
  const answering = instead(
    (body, request) => isAsked(request) && hashes.has(memberOf(body, 'locator')),
    () => new Response(writeFollowUpAnswer({ state: 'received', since: TODAY, days: 90 }), { status: 200 }),
  );
  return async (request, pass) => {
    const hash = request.method === 'POST' && hashOfReport(await request.clone().text());
    if (hash) hashes.add(hash);
    return answering(request, pass);
  };
}

/** Answers with the locator that was asked for. */
const echoing: Breakage = async (request, pass) => {
  const body = request.method === 'POST' ? await request.clone().text() : '';
  const response = await pass(request);
  if (!isAnswer(response, request)) return response;
  const answer = (await response.json()) as FollowUpAnswer;
  const locator = String(memberOf(body, 'locator'));
  const pad = locator.padEnd(answer.pad?.length ?? 0);
  return withAnswer(response, { body: JSON.stringify({ ...answer, pad }) });
};

const CASES: readonly Omit<Case, 'followUp'>[] = [
  {
    name: 'calls every code received',
    caughtBy: ['follow-up-unknown', 'follow-up-hash'],
    breakage: spoilAnswer((answer) => ({ ...answer, state: 'received', since: TODAY })),
  },
  {
    name: 'answers unknown codes with a refusal',
    caughtBy: ['follow-up-unknown'],
    breakage: spoil(isAnswer, (response) => problemLike(response, 'invalid')),
  },
  {
    name: 'does not fill its answers up',
    caughtBy: ['follow-up-unknown'],
    breakage: spoilAnswer((answer) => answer, JSON.stringify),
  },
  {
    name: 'answers questions in text/html',
    caughtBy: ['follow-up-unknown'],
    breakage: dropHeader(isAnswer, 'content-type', 'text/html'),
  },
  {
    name: 'answers questions with states of its own',
    caughtBy: ['follow-up-unknown'],
    breakage: spoilAnswer(
      (answer) => answer,
      (answer) => JSON.stringify({ ...answer, state: 'lost', pad: '' }).padEnd(FOLLOW_UP_BYTES),
    ),
  },
  {
    name: 'wants a login for the preflight of questions',
    caughtBy: ['follow-up-preflight'],
    breakage: spoil(isPreflight, (response) => withAnswer(response, { status: 401, body: null })),
  },
  {
    name: 'allows questions from another origin',
    caughtBy: ['follow-up-preflight'],
    breakage: dropHeader(isPreflight, 'access-control-allow-origin', 'https://other.example, *'),
  },
  {
    name: 'allows no type in the preflight of questions',
    caughtBy: ['follow-up-preflight'],
    breakage: dropHeader(isPreflight, 'access-control-allow-headers', 'altcha'),
  },
  {
    name: 'allows no proof in the preflight of questions',
    caughtBy: ['follow-up-preflight'],
    breakage: dropHeader(isPreflight, 'access-control-allow-headers', 'content-type'),
  },
  {
    name: 'forgets CORS on answers to questions',
    caughtBy: ['follow-up-cors'],
    breakage: dropHeader(isAnswer, 'access-control-allow-origin'),
  },
  {
    name: 'refuses reports with a hash',
    caughtBy: ['report-with-hash', 'sealed-with-hash'],
    breakage: instead(
      (body) => hashOfReport(body) !== undefined,
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'forgets the hash of an envelope',
    caughtBy: ['sealed-with-hash'],
    breakage: mislead((body) => isSealed(body) && hashOfReport(body) !== undefined, withoutHash),
  },
  {
    name: 'forgets the hash of a report',
    caughtBy: ['follow-up-known'],
    breakage: mislead((body) => !isSealed(body) && hashOfReport(body) !== undefined, withoutHash),
  },
  {
    name: 'dates a state years ago',
    caughtBy: ['follow-up-known'],
    breakage: spoilAnswer((answer) => (isKnown(answer) ? { ...answer, since: '2020-01-01' } : answer)),
  },
  {
    name: 'says that it reads what nobody can have read yet',
    caughtBy: ['follow-up-known'],
    breakage: spoilAnswer((answer) => (isKnown(answer) ? { ...answer, state: 'reading' } : answer)),
  },
  { name: 'answers to hashes', caughtBy: ['follow-up-hash'], breakage: takingHashes() },
  {
    name: 'marks the answers to known codes by a header',
    caughtBy: ['follow-up-alike'],
    breakage: spoilKnown((response) => withHeaders(response, { 'x-state': '1' })),
  },
  {
    name: 'marks the answers to known codes by a longer header',
    caughtBy: ['follow-up-alike'],
    breakage: spoilKnown((response) =>
      withHeaders(response, { 'cache-control': 'no-store, private, must-revalidate' }),
    ),
  },
  {
    name: 'compresses its answers',
    caughtBy: ['follow-up-alike'],
    breakage: dropHeader(isAnswer, 'content-encoding', 'br'),
  },
  {
    name: 'answers known codes at length',
    caughtBy: ['follow-up-alike', 'follow-up-known', 'follow-up-adds'],
    breakage: spoilAnswer(
      (answer) => answer,
      (answer) => writeFollowUpAnswer(answer) + (isKnown(answer) ? ' ' : ''),
    ),
  },
  {
    name: 'adds what nobody has asked for',
    caughtBy: ['follow-up-adds'],
    breakage: spoilAnswer((answer) =>
      'added' in answer && isKnown(answer) ? { ...answer, added: true } : answer,
    ),
  },
  {
    name: 'adds to codes that nobody has',
    caughtBy: ['follow-up-adds'],
    breakage: spoilAnswer((answer) =>
      'added' in answer && !isKnown(answer) ? { ...answer, added: true } : answer,
    ),
  },
  {
    name: 'does not say whether it has added something',
    caughtBy: ['follow-up-adds'],
    breakage: spoilAnswer(({ added: _, ...answer }) => answer),
  },
  {
    name: 'answers questions in text/plain',
    caughtBy: ['follow-up-text-plain'],
    breakage: mislead(isQuestion, (body, headers) => (headers.set('content-type', 'application/json'), body)),
  },
  {
    name: 'calls half a question invalid',
    caughtBy: ['follow-up-malformed'],
    breakage: instead(
      (body, request) => isAsked(request) && !body.trimEnd().endsWith('}'),
      () => problemResponse('invalid'),
    ),
  },
  {
    name: 'answers questions of any length',
    caughtBy: ['follow-up-too-large'],
    breakage: mislead(isQuestion, (body) => body.trim()),
  },
  {
    name: 'answers whatever is no locator',
    caughtBy: ['follow-up-invalid'],
    breakage: instead(
      (body, request) => isAsked(request) && /:"\w{16}"/.test(body),
      () => new Response(writeFollowUpAnswer({ state: 'unknown', days: 90 }), { status: 200 }),
    ),
  },
  {
    name: 'answers locators in its address',
    caughtBy: ['follow-up-methods'],
    breakage: instead(
      (_body, { url, method }) => method === 'GET' && url.includes('?locator='),
      () => new Response(writeFollowUpAnswer({ state: 'unknown', days: 90 }), { status: 200 }),
    ),
  },
  { name: 'repeats locators', caughtBy: ['follow-up-mute'], breakage: echoing },
  {
    name: 'names the number of the report',
    caughtBy: ['follow-up-mute'],
    breakage: (() => {
      let reference = '';
      const breakage: Breakage = async (request, pass) => {
        const body = request.method === 'POST' ? await request.clone().text() : '';
        const response = await pass(request);
        if (hashOfReport(body) !== undefined && !isSealed(body))
          ({ reference } = (await response.clone().json()) as { reference: string });
        return isAnswer(response, request)
          ? withHeaders(response, { 'x-reference': reference.padEnd(9, '-') })
          : response;
      };
      return breakage;
    })(),
  },
  // Checks of every answer see those of the follow-up address too.
  {
    name: 'lets answers to questions be cached',
    caughtBy: ['no-store'],
    breakage: dropHeader(isAnswer, 'cache-control', 'private'),
  },
  {
    name: 'sets a cookie when it is asked',
    caughtBy: ['cookies'],
    breakage: dropHeader(isAnswer, 'set-cookie', 'sid=1'),
  },
  {
    name: 'refuses questions with web pages',
    caughtBy: ['problems'],
    breakage: dropHeader(isRefused, 'content-type', 'text/html'),
  },
  {
    name: 'forgets CORS on refused questions',
    caughtBy: ['cors-refusals'],
    breakage: dropHeader(isRefused, 'access-control-allow-origin'),
  },
  {
    name: 'does not expose Retry-After to those who ask',
    caughtBy: ['expose-headers'],
    breakage: dropHeader(isAnswer, 'access-control-expose-headers'),
  },
  {
    name: 'shows its stack to those who ask',
    caughtBy: ['mute'],
    breakage: spoil(isRefused, async (response) =>
      withAnswer(response, {
        body: JSON.stringify({
          ...((await response.json()) as Members),
          detail: 'x\n  at read (/srv/index.js:1:7)',
        }),
      }),
    ),
  },
  {
    name: 'lets those who ask wait without saying for how long',
    caughtBy: ['retry-after', 'follow-up-too-large'],
    breakage: spoil(
      ({ status }, request) => status === 413 && isAsked(request),
      (response) => withHeaders(problemLike(response, 'slow-down'), { 'retry-after': null }),
    ),
  },
];

export const FOLLOW_UP_CASES: readonly Case[] = [
  {
    name: 'is asked over plain http',
    caughtBy: ['follow-up-https'],
    breakage: intact,
    followUp: `http://hotline.example${FOLLOW_UP}`,
  },
  {
    name: 'has no follow-up address',
    caughtBy: ['follow-up-unknown', 'problems'],
    breakage: intact,
    followUp: '/v1/nothing',
  },
  {
    name: 'has a follow-up address where nothing listens',
    caughtBy: ['follow-up-unknown'],
    followUp: FOLLOW_UP,
    breakage: async (request, pass) => {
      if (request.url.endsWith(FOLLOW_UP)) throw new TypeError('fetch failed');
      return pass(request);
    },
  },
  ...CASES.map((one) => ({ ...one, followUp: FOLLOW_UP })),
];

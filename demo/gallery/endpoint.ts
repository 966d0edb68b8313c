// The endpoint of the gallery, in the page itself: nothing leaves, no inbox fills up, and pictures stay identical.

import {
  FOLLOW_UP_STATES,
  MAX_ADDITIONS,
  writeFollowUpAnswer,
  type FollowUpAnswer,
  type FollowUpRequest,
} from '../../src/core/follow-up/answer.ts';
import type { Receipt } from '../../src/core/report/protocol.ts';

/** The fixed answer to every report. */
const CONFIRMATION: Omit<Receipt, 'submissionId'> = {
  reference: '7K4M-2QXD',
  receivedAt: '2027-03-02T09:14:00Z',
};

const VERSION_PROBLEM = { type: 'urn:cliquez-signalez:problem:version', title: 'Version', status: 409 };

const json = (body: object, status: number, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

/** Where the answer to every code is the state at its end, or `unknown`. */
export const FOLLOW_UP_FOLDER = '/gallery/endpoint/follow-up/';

/** Pages whose questions are answered in place. */
const answering = new WeakSet<object>();

/** Answers questions about reports in place of the network, and lets any other request of the page pass. */
export function answerFollowUps(page: Pick<typeof globalThis, 'fetch'> = globalThis): void {
  if (answering.has(page)) return;
  answering.add(page);
  const pass = page.fetch.bind(page);
  page.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    if (!pathname.startsWith(FOLLOW_UP_FOLDER)) return pass(input, init);
    const { adds } = JSON.parse(init?.body as string) as FollowUpRequest;
    const answer = answerOf(pathname.slice(FOLLOW_UP_FOLDER.length), adds);
    return Promise.resolve(new Response(answer, { headers: { 'Content-Type': 'application/json' } }));
  };
}

/** The fixed answer to every code. */
function answerOf(name: string, adds: string | undefined): string {
  const state = FOLLOW_UP_STATES.find((known) => known === name);
  const answer: FollowUpAnswer = state
    ? { state, since: '2027-03-02', days: 90, ...(state === 'question' && QUESTION) }
    : { state: 'unknown', days: 90 };
  return writeFollowUpAnswer({ ...answer, ...(adds !== undefined && { added: true }) });
}

const QUESTION = { question: 'link', left: MAX_ADDITIONS } as const;

/** Draws the same code in every picture. */
function drawAlike(): void {
  crypto.getRandomValues = (array) => {
    if (array instanceof Uint8Array) array.set(array.map((_, index) => 37 * (index + 5)));
    return array;
  };
}

/** Answers in place of the network: `…/accept` confirms, `…/version` refuses, `…/stall` never answers. */
export function answerInPlace(): void {
  drawAlike();
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const way = new URL(request.url).pathname.split('/').at(-1);
    if (way === 'stall') return new Promise<Response>(() => {});
    if (way === 'version') return json(VERSION_PROBLEM, 409, 'application/problem+json');
    const { submissionId } = (await request.json()) as { submissionId: string };
    return json({ submissionId, ...CONFIRMATION } satisfies Receipt, 201);
  };
  answerFollowUps();
}

// The endpoint of the gallery, in the page itself: nothing leaves, no inbox fills up, and pictures stay identical.

import type { Receipt } from '../../src/core/report/protocol.ts';

/** The fixed answer to every report. */
const CONFIRMATION: Omit<Receipt, 'submissionId'> = {
  reference: '7K4M-2QXD',
  receivedAt: '2027-03-02T09:14:00Z',
};

const VERSION_PROBLEM = { type: 'urn:cliquez-signalez:problem:version', title: 'Version', status: 409 };

const json = (body: object, status: number, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

/** Answers in place of the network: `…/accept` confirms, `…/version` refuses, `…/stall` never answers. */
export function answerInPlace(): void {
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const way = new URL(request.url).pathname.split('/').at(-1);
    if (way === 'stall') return new Promise<Response>(() => {});
    if (way === 'version') return json(VERSION_PROBLEM, 409, 'application/problem+json');
    const { submissionId } = (await request.json()) as { submissionId: string };
    return json({ submissionId, ...CONFIRMATION } satisfies Receipt, 201);
  };
}

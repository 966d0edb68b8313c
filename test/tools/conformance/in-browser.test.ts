// The examination from a web page: it skips what browsers hide from pages, and finds the other faults.
import { expect } from '@open-wc/testing';
import { checkEndpoint } from '../../../src/tools/conformance/index.ts';

/** An endpoint inside the page, which implements the contract's distinction between new and repeated reports. */
function pageEndpoint(): typeof fetch {
  const receipts = new Map<string, string>();
  return async (input, init) => {
    const request = new Request(input, init);
    const key = request.headers.get('idempotency-key') ?? '';
    const { submissionId } = (await request.json().catch(() => ({}))) as { submissionId?: string };
    if (request.method !== 'POST' || key !== submissionId) return new Response(null, { status: 400 });
    const receipt = receipts.get(key);
    const reference = `TEST-${receipts.size}`;
    const answer =
      receipt ?? JSON.stringify({ submissionId, reference, receivedAt: new Date().toISOString() });
    receipts.set(key, answer);
    const headers = { 'content-type': 'application/json' };
    return new Response(answer, { status: receipt ? 200 : 201, headers });
  };
}

it('skips what a browser hides, and finds the rest', async () => {
  const { results } = await checkEndpoint('https://hotline.example/v1/reports', { fetch: pageEndpoint() });
  const idsOf = (outcome: string): string[] =>
    results.flatMap((result) => (result.outcome === outcome ? [result.id] : []));
  const hidden = results.filter(({ seen }) => seen.startsWith('a browser does not show')).map(({ id }) => id);
  expect(hidden).to.include.members([
    'preflight',
    'cors-refusals',
    'cookies',
    'nosniff',
    'methods',
    'compressed',
  ]);
  expect(idsOf('skipped')).to.include.members(hidden);
  expect(idsOf('passed')).to.include.members([
    'https',
    'taken',
    'receipt-id',
    'replay',
    'concurrent',
    'categories',
    'unicode',
    'largest',
    'key-missing',
    'references',
  ]);
  expect(idsOf('failed')).to.include.members(['text-plain', 'version', 'too-large', 'problems']);
});

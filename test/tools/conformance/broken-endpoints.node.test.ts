// Each breakage of the contract fails its own check, and only the other checks that its case lists.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEndpoint, listChecks } from '../../../src/tools/conformance/index.ts';
import { CASES } from './breakages.ts';
import { FOLLOW_UP } from './breakages/follow-up.ts';
import { challengeText, PUBLIC_KEY, RECEIPT_KEY, THUMBPRINT } from './breakages/optional.ts';
import { brokenFetch, ENDPOINT, intact } from './broken-endpoints.ts';

const EVERYTHING = { challenge: '/v1/challenge', publicKey: PUBLIC_KEY };
const ALL = { ...EVERYTHING, receiptKey: RECEIPT_KEY.publicKey, followUp: FOLLOW_UP };
const KEYS = { sealKeys: [THUMBPRINT], receiptKey: RECEIPT_KEY };

for (const { name, caughtBy, outcome: expected, breakage, endpoint = ENDPOINT, ...options } of CASES) {
  test(`an endpoint that ${name} is caught by ${caughtBy.join(' and ')}`, async (t) => {
    const fetch = await brokenFetch(t, breakage, KEYS);
    const report = await checkEndpoint(endpoint, { ...EVERYTHING, ...options, fetch });
    const complaints = report.results.filter(({ outcome }) => outcome === 'failed' || outcome === 'warning');
    assert.deepEqual(
      complaints.map(({ id }) => id).toSorted(),
      caughtBy.toSorted(),
      complaints.map(({ id, seen }) => `${id}: ${seen}`).join('\n'),
    );
    if (expected) assert.equal(complaints.find(({ id }) => id === caughtBy[0])?.outcome, expected);
    assert.ok(complaints.every(({ mend, seen }) => mend && seen));
    assert.equal(report.isConformant, !complaints.some(({ outcome }) => outcome === 'failed'));
  });
}

test('no check is made that nothing can fail', () => {
  const meant = new Set(CASES.map(({ caughtBy }) => caughtBy[0]));
  const ids = listChecks(ENDPOINT, ALL).map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id) => !meant.has(id)),
    [],
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('an endpoint that keeps the contract passes, over https without a warning', async (t) => {
  const fetch = await brokenFetch(t, intact, KEYS);
  const report = await checkEndpoint(ENDPOINT, { ...ALL, fetch });
  const others = report.results.filter(({ outcome }) => outcome !== 'passed');
  assert.deepEqual(
    others.map(({ id, seen }) => [id, seen]),
    [['retry-after', 'no such answer was seen']],
  );
  assert.ok(report.isConformant);
});

test('without a follow-up address, reports have no hash, and nothing is asked', async (t) => {
  const bodies: string[] = [];
  const fetch = await brokenFetch(t, async (request, pass) => {
    assert.ok(!request.url.includes('follow-up'), request.url);
    if (request.method === 'POST') bodies.push(await request.clone().text());
    return pass(request);
  });
  const { results } = await checkEndpoint(ENDPOINT, { ...EVERYTHING, fetch });
  assert.ok(bodies.length > 20);
  assert.ok(bodies.every((body) => !body.includes('"hash"')));
  assert.ok(!results.some(({ group }) => group === 'What became of a report'));
});

test('a challenge that a form solves passes', async (t) => {
  const fetch = await brokenFetch(t, async (request, pass) => {
    const response = await pass(request);
    if (!request.url.endsWith('/challenge')) return response;
    return new Response(challengeText({ expiresAt: Date.now() / 1_000 + 600 }), {
      status: 200,
      headers: response.headers,
    });
  });
  const { results } = await checkEndpoint(ENDPOINT, { ...EVERYTHING, fetch });
  assert.equal(results.find(({ id }) => id === 'challenge')?.outcome, 'passed');
});

test('a key that is none is told from an endpoint that takes none', async (t) => {
  const fetch = await brokenFetch(t, intact);
  const { results } = await checkEndpoint(ENDPOINT, { publicKey: 'bm9uZQ', fetch });
  assert.match(results.find(({ id }) => id === 'sealed')?.seen ?? '', /no point on the curve/);
});

test('an endpoint that signs nothing keeps the contract, as long as no form has its key', async (t) => {
  const fetch = await brokenFetch(t, intact);
  const report = await checkEndpoint(ENDPOINT, { fetch });
  assert.ok(report.isConformant);
  assert.ok(!report.results.some(({ id }) => id === 'receipt-signature'));
});

test('a receipt key that is none is told from an endpoint that does not sign', async (t) => {
  const fetch = await brokenFetch(t, intact, KEYS);
  const { results } = await checkEndpoint(ENDPOINT, { receiptKey: 'bm9uZQ', fetch });
  assert.match(results.find(({ id }) => id === 'receipt-signature')?.seen ?? '', /no Ed25519 public key/);
});

test('an endpoint that takes sealed reports alone says so, rather than that it takes none', async (t) => {
  const fetch = await brokenFetch(t, intact, { ...KEYS, sealedOnly: true });
  const { results, stored } = await checkEndpoint(ENDPOINT, { fetch });
  assert.match(results.find(({ id }) => id === 'taken')?.mend ?? '', /without SEALED_ONLY/);
  assert.equal(stored, 0);
});

test('an endpoint for some origins passes for one of them; for another, it says how to name one', async (t) => {
  const origin = 'https://press.example';
  const fetch = await brokenFetch(t, intact, { origins: [origin] });
  const known = await checkEndpoint(ENDPOINT, { origin, fetch });
  assert.deepEqual([known.counts.failed, known.counts.warning], [0, 0]);
  const unknown = await checkEndpoint(ENDPOINT, { fetch });
  const taken = unknown.results.find(({ id }) => id === 'taken');
  assert.match(taken?.mend ?? '', /--origin/);
  assert.equal(unknown.stored, 0);
});

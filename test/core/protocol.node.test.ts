// The form's view of the protocol: usable endpoints, valid receipts, and the schemas of the answers.

import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { usableEndpoint } from '../../src/core/report/endpoint.ts';
import {
  MAX_ANSWER_BYTES,
  MAX_RECEIVED_BYTES,
  MAX_REPORT_BYTES,
  MAX_REQUEST_BYTES,
  PROBLEM_PREFIX,
  PROBLEMS,
  type Problem,
  readReceipt,
  type Receipt,
} from '../../src/core/report/protocol.ts';
import { problemSchema, receiptSchema } from '../../src/core/schema.ts';

const PAGE = 'https://www.example.org/help/report?from=footer#form';
const HTTP_PAGE = 'http://intranet.example/';
const LOCAL_PAGE = 'http://localhost:5173/demo/';
const ID = '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11';

const RECEIPT: Receipt = {
  submissionId: ID,
  reference: 'PDC-7K4M-2QXD',
  receivedAt: '2026-11-24T13:50:00Z',
};

test('reports may go to https anywhere, to the own origin and to a path on it', () => {
  assert.equal(usableEndpoint('https://hotline.example/reports', PAGE), 'https://hotline.example/reports');
  assert.equal(
    usableEndpoint('  https://hotline.example/reports\n', PAGE),
    'https://hotline.example/reports',
  );
  assert.equal(usableEndpoint('HTTPS://Hotline.Example', HTTP_PAGE), 'https://hotline.example/');
  assert.equal(usableEndpoint('/reports', PAGE), 'https://www.example.org/reports');
  assert.equal(usableEndpoint('./reports', PAGE), 'https://www.example.org/help/reports');
  assert.equal(usableEndpoint('//hotline.example/reports', PAGE), 'https://hotline.example/reports');
  assert.equal(
    usableEndpoint('http://intranet.example/reports', HTTP_PAGE),
    'http://intranet.example/reports',
  );
  assert.equal(usableEndpoint('/reports', HTTP_PAGE), 'http://intranet.example/reports');
});

test('a page on this machine may report to a server on this machine, no other page may', () => {
  for (const local of [
    'http://localhost:8787/r',
    'http://127.0.0.1:8787/r',
    'http://127.1.2.3/r',
    'http://[::1]:1/r',
  ]) {
    assert.equal(usableEndpoint(local, LOCAL_PAGE), local);
    assert.equal(usableEndpoint(local, 'http://127.0.0.1:8000/'), local);
    assert.equal(usableEndpoint(local, PAGE), undefined);
    assert.equal(usableEndpoint(local, HTTP_PAGE), undefined);
  }
  assert.equal(usableEndpoint('http://localhost.example/r', LOCAL_PAGE), undefined);
  assert.equal(usableEndpoint('http://127.0.0.1.example/r', LOCAL_PAGE), undefined);
});

test('reports may not go in clear to another site, nor to anything that is not a server', () => {
  const refused = [
    'http://hotline.example/reports',
    'http://www.example.org/reports', // the page is https
    'http://localhost:8787/',
    '//intranet.example:99999/',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:https://www.example.org/1',
    'file:///etc/passwd',
    'ftp://www.example.org/',
    'ws://www.example.org/',
    'mailto:hotline@example.org',
    'about:blank',
    'https://',
    'https://user@hotline.example/',
    'https://user:secret@hotline.example/',
    'https://:secret@hotline.example/',
    '//user@www.example.org/',
  ];
  for (const text of refused) assert.equal(usableEndpoint(text, PAGE), undefined, text);
  assert.equal(usableEndpoint('http://intranet.example:8080/', HTTP_PAGE), undefined);
});

test('a blank endpoint is none', () => {
  for (const text of [null, undefined, '', ' ', '\n\t', '\u00a0'])
    assert.equal(usableEndpoint(text, PAGE), undefined);
});

test('an own origin that is no server is no endpoint', () => {
  for (const page of ['file:///home/me/page.html', 'about:blank', 'data:text/html,x', 'nonsense', '']) {
    assert.equal(usableEndpoint('/reports', page), undefined, page);
  }
  assert.equal(usableEndpoint('https://hotline.example/', 'file:///page.html'), 'https://hotline.example/');
});

test('whatever the page wrote, an endpoint is https, of the own origin or on this machine, and nothing throws', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.stringMatching(/^[a-z]{0,6}:?\/{0,2}[a-z@:.1]{0,12}$/),
  );
  fc.assert(
    fc.property(
      text,
      fc.oneof(fc.constantFrom(PAGE, HTTP_PAGE, LOCAL_PAGE, 'about:blank'), text),
      (written, page) => {
        const endpoint = usableEndpoint(written, page);
        if (endpoint === undefined) return;
        const { protocol, origin, hostname, username, password } = new URL(endpoint);
        assert.equal(username + password, '');
        if (protocol !== 'https:') assert.equal(protocol, 'http:');
        if (protocol !== 'https:' && origin !== new URL(page).origin) {
          assert.match(hostname, /^(localhost|127\.|\[::1\])/);
          assert.match(new URL(page).hostname, /^(localhost|127\.|\[::1\])/);
        }
        assert.equal(usableEndpoint(endpoint, page), endpoint);
      },
    ),
    { numRuns: 3000, seed: 20_261_124 },
  );
});

test('a receipt is taken with its known fields only', () => {
  assert.deepEqual(readReceipt({ ...RECEIPT, html: '<b>', status: 'received' }, ID), RECEIPT);
});

test('a receipt for another submission, or with anything that cannot be shown, is not believed', () => {
  assert.equal(readReceipt(RECEIPT, 'b2a7c0d4-1e6f-4c3b-8f0d-6a9e2c5b7d31'), undefined);
  for (const reference of ['', 'a', '<B>', 'A'.repeat(33), 'É', 'A\n', 7, null, undefined, ['A']]) {
    assert.equal(readReceipt({ ...RECEIPT, reference }, ID), undefined, JSON.stringify(reference));
  }
  for (const receivedAt of ['', 'yesterday', 0, null, undefined]) {
    assert.equal(readReceipt({ ...RECEIPT, receivedAt }, ID), undefined, JSON.stringify(receivedAt));
  }
  for (const answer of [null, undefined, 'ok', 1, true, [], {}])
    assert.equal(readReceipt(answer, ID), undefined);
});

test('whatever an endpoint says, reading its receipt does not throw', () => {
  const answer = fc.oneof(
    fc.jsonValue(),
    fc.record({ submissionId: fc.constant(ID), reference: fc.string(), receivedAt: fc.string() }),
  );
  fc.assert(
    fc.property(answer, (value) => {
      const receipt = readReceipt(value, ID);
      if (receipt) assert.match(receipt.reference, /^[0-9A-Z -]{1,32}$/);
    }),
    { numRuns: 3000, seed: 20_261_124 },
  );
});

test('the schema of a receipt takes what a form believes, and no more', () => {
  assert.deepEqual(receiptSchema.parse(RECEIPT), RECEIPT);
  const wrong = [
    { submissionId: 'x' },
    { submissionId: ID.toUpperCase() },
    { reference: 'abc' },
    { reference: 'A'.repeat(33) },
    { receivedAt: '2026-11-24T13:50:00+01:00' },
    { receivedAt: '2026-11-24' },
    { receivedAt: '2026-02-30T00:00:00Z' },
    { html: '<b>' },
  ];
  for (const part of wrong) {
    assert.equal(receiptSchema.safeParse({ ...RECEIPT, ...part }).success, false, JSON.stringify(part));
  }
});

test('a form believes every receipt that the schema lets through', () => {
  const code = fc.stringMatching(/^[0-9A-Z -]{1,32}$/);
  const receipts = fc.record(
    {
      submissionId: fc.constant(ID),
      reference: code,
      receivedAt: fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
        .map((date) => date.toISOString()),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(receipts, (receipt) => {
      assert.deepEqual(readReceipt(receiptSchema.parse(receipt), ID), receipt);
    }),
    { seed: 20_261_124 },
  );
});

test('the contract, both guides and the relay of WordPress say the same sizes', () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const row = (locale: string, [over, pass]: readonly [string, string]): RegExp => {
    // Authors of French type plain spaces between thousands.
    const said = (bytes: number): string => bytes.toLocaleString(locale).replaceAll(/\s/g, ' ');
    return new RegExp(`^\\| ${over} ${said(MAX_RECEIVED_BYTES)} .*${said(MAX_REQUEST_BYTES)} ${pass}`, 'm');
  };
  const english = row('en', ['over', 'bytes must pass']);
  assert.match(read('src/receiver/README.md'), english);
  assert.match(read('demo/site/pages/en/contract.md'), english);
  assert.match(read('demo/site/pages/fr/contract.md'), row('fr', ['plus de', 'octets doivent passer']));
  const relay = read('src/plugins/wordpress/cliquez-signalez/includes/relay.php');
  assert.ok(relay.includes(`strlen( $request->get_body() ) > ${MAX_RECEIVED_BYTES} )`));
});

test('sizes and statuses are those that other implementations rely on', () => {
  assert.deepEqual([MAX_REQUEST_BYTES, MAX_RECEIVED_BYTES, MAX_ANSWER_BYTES], [60_000, 65_536, 16_384]);
  assert.equal(MAX_REPORT_BYTES, 40_960);
  assert.deepEqual(PROBLEMS, {
    'key-mismatch': 400,
    malformed: 400,
    partner: 403,
    'in-progress': 409,
    version: 409,
    'too-large': 413,
    'media-type': 415,
    invalid: 422,
    'key-reused': 422,
    'not-sealed': 422,
    'seal-key': 422,
    'slow-down': 429,
    unavailable: 503,
    storage: 507,
  });
  assert.equal(PROBLEM_PREFIX, 'urn:cliquez-signalez:problem:');
});

test('the schema of a problem takes the closed list of problems, and no more', () => {
  const problem: Problem = {
    type: `${PROBLEM_PREFIX}invalid`,
    title: 'The report is not valid.',
    status: 422,
  };
  for (const [code, status] of Object.entries(PROBLEMS)) {
    assert.ok(problemSchema.safeParse({ ...problem, type: PROBLEM_PREFIX + code, status }).success, code);
  }
  const right = [
    { type: 'about:blank', status: 405 },
    { detail: 'See the specification.' },
    { errors: [{ pointer: '/locations/0/url/value', code: 'bad_scheme' }] },
    {
      errors: [
        { pointer: '', code: 'invalid_type' },
        { pointer: '/a~1b~0c', code: 'x' },
      ],
    },
    { acceptedVersions: ['1.0'] },
  ];
  const wrong = [
    { type: 'urn:cliquez-signalez:problem:other' },
    { type: 'https://example.org/problem' },
    { type: undefined },
    { title: undefined },
    { status: 200 },
    { status: 422.5 },
    { status: '422' },
    { errors: [{ pointer: 'locations', code: 'x' }] },
    { errors: [{ pointer: '/a~2', code: 'x' }] },
    { errors: [{ pointer: '/a', code: 'x', value: 'what the reporter wrote' }] },
    { instance: '/reports/1' },
  ];
  for (const part of right)
    assert.ok(problemSchema.safeParse({ ...problem, ...part }).success, JSON.stringify(part));
  for (const part of wrong)
    assert.ok(!problemSchema.safeParse({ ...problem, ...part }).success, JSON.stringify(part));
});

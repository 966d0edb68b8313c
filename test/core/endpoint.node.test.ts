// Reports go to a usable endpoint or nowhere: 10,000 addresses, built to resemble endpoints.
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendSubmission } from '../../src/widget/client/submit.ts';
import { addressText, LOOPBACK, usableEndpoint, WEB_ADDRESS } from '../../src/core/report/endpoint.ts';

const PAGES = [
  'https://www.example.org/help/report?from=footer#form',
  'http://intranet.example/',
  'http://localhost:5173/demo/',
  'http://[::1]:8080/',
  'file:///home/me/page.html',
  'about:srcdoc',
];

// Parts of an address, correct and almost correct. The platform applies the URL standard to each: the test reads the
// result as a browser's `fetch` would.
const scheme = fc.constantFrom(
  'https:',
  'https:',
  'https:',
  'http:',
  'http:',
  'HTTPS:',
  'hTtP:',
  'ht\ntps:',
  'https\t:',
  'http\u017f:',
  'ftp:',
  'ws:',
  'wss:',
  'file:',
  'data:',
  'javascript:',
  'blob:https:',
  'filesystem:https:',
  'view-source:https:',
  'about:',
  'mailto:',
  'x-https:',
  '',
);
const slashes = fc.constantFrom('//', '//', '//', '/', '', '\\\\', '/\\', '///', '//\t/', ' //');
const userinfo = fc.constantFrom(
  '',
  '',
  '',
  'me@',
  'me:secret@',
  ':@',
  '@',
  ':secret@',
  'localhost@',
  'www.example.org:443@',
  '%40@',
  'a@b@',
);
const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV4Extended(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constantFrom(
    'www.example.org',
    'WWW.EXAMPLE.ORG',
    'www.example.org.',
    'www.example.org.evil.example',
    'www\u3002example\u3002org',
    'www.ex\u00e4mple.org',
    'www.example%2eorg',
    'ｗｗｗ.example.org',
    'intranet.example',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'localhost.evil.example',
    'evil.localhost',
    'ⓛocalhost',
    '127.0.0.1',
    '127.0.0.1.',
    '127.0.0.1..',
    '127.1',
    '0x7f.1',
    '0177.0.0.1',
    '2130706433',
    '127.0.0.1.evil.example',
    '127.0.0.256',
    '128.0.0.1',
    '0.0.0.0',
    '[::1]',
    '[::1%25lo]',
    '[::ffff:127.0.0.1]',
    '[0:0::1]',
    '[::1',
    '',
    ' ',
    'a b',
    'exa\u00admple.org',
    '%00',
    '\u0000',
    '\ud800.example',
  ),
);
const port = fc.oneof(
  fc.constantFrom(
    '',
    '',
    ':',
    ':443',
    ':80',
    ':0',
    ':65536',
    ':-1',
    ':8787',
    ':5173',
    ':80a',
    ':0080',
    ':٨٠',
  ),
  fc.integer({ min: 0, max: 99_999 }).map((number) => `:${number}`),
);
const path = fc.oneof(
  fc.constantFrom(
    '',
    '/',
    '/v1/reports',
    '/../..',
    '//evil.example/',
    '\\evil.example',
    '/@evil.example',
    '?a',
    '#b',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const blank = fc.constantFrom('', '', '', ' ', '\n', '\u0000', '\u001f', '\u00a0', '\ufeff');
/** A path on the page's own site, correct and almost correct. */
const relative = fc.tuple(fc.constantFrom('/', './', '../', '', '.', '~'), fc.webPath());
const address = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(blank, scheme, slashes, userinfo, host, port, path, blank)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: relative.map((parts) => parts.join('')) },
);

/** The beginnings of an endpoint: on the web, or on the page's own site. */
const BEGINNING = /^(?:https?:\/\/|\/|\.\/|\.\.\/)/i;

/** Asks a client to send a report to an address, as the form would. @returns the address that `fetch` requested */
async function requestsTo(endpoint: string): Promise<string[]> {
  const asked: string[] = [];
  const submission = { id: '3f1c2b6e-8a54-4d0a-9c1e-5b7f0a2d9e11', body: '{}' };
  const fetch: typeof globalThis.fetch = async (input, { signal: _, ...init } = {}) => {
    asked.push(new Request(input, init).url);
    return new Response('', { status: 404 });
  };
  await sendSubmission(submission, { endpoint, fetch, patienceMs: -1 }).catch(() => {});
  return asked;
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');

test('10,000 endpoints: a report goes by https, to the page’s own origin, or from this machine to itself; else nowhere', async (t) => {
  const counts = { usable: 0, unusable: 0, plain: 0 };
  await fc.assert(
    fc.asyncProperty(address, fc.constantFrom(...PAGES), async (written, page) => {
      const endpoint = usableEndpoint(written, page);
      if (endpoint === undefined) {
        counts.unusable += 1;
        return;
      }
      counts.usable += 1;
      assert.match(written.trim(), BEGINNING);
      const [request, ...others] = await requestsTo(endpoint);
      assert.deepEqual(others, []);
      // `fetch` keeps the fragment but never sends it.
      assert.equal(
        request,
        endpoint.replace(/#.*/s, '') + (endpoint.includes('#') ? new URL(endpoint).hash : ''),
      );
      const { protocol, origin, hostname, username, password } = new URL(request);
      assert.equal(username + password, '');
      // The page alone decides the host: a colon in a name does not change it.
      assert.equal(new URL(written.trim(), page).hostname, hostname);
      if (protocol === 'https:') return;
      counts.plain += 1;
      assert.equal(protocol, 'http:');
      const own = new URL(page);
      assert.ok(origin === own.origin || (isLoopback(hostname) && isLoopback(own.hostname)), request);
    }),
    { numRuns: 10_000, seed: 20_261_124 },
  );
  t.diagnostic(JSON.stringify(counts));
  // Guards the corpus: it contains enough usable and plain-HTTP endpoints.
  assert.ok(counts.usable > 500 && counts.plain > 100);
});

test('an address without its scheme, or with other marks around it, is unusable', () => {
  const page = 'https://www.example.org/help/report';
  for (const written of [
    'hotline.example/v1/reports',
    'v1/reports',
    'https:hotline.example/v1/reports',
    'https:/hotline.example/v1/reports',
    '?endpoint',
    '“https://hotline.example/v1/reports”',
    'https://hotline.example/v1/reports”',
    '‘/v1/reports’',
    '«https://hotline.example/v1/reports»',
    '« https://hotline.example/v1/reports »',
    '"https://hotline.example/v1/reports"',
  ])
    assert.equal(usableEndpoint(written, page), undefined, written);
  for (const [written, meant] of [
    ['/v1/reports', 'https://www.example.org/v1/reports'],
    ['./reports', 'https://www.example.org/help/reports'],
    ['../v1/reports', 'https://www.example.org/v1/reports'],
    ['//hotline.example/v1/reports', 'https://hotline.example/v1/reports'],
    [' HTTPS://hotline.example/v1/reports ', 'https://hotline.example/v1/reports'],
    [
      'https://hotline.example/d’alerte'.replace('’', '%E2%80%99'),
      'https://hotline.example/d%E2%80%99alerte',
    ],
  ] as const)
    assert.equal(usableEndpoint(written, page), meant, written);
});

test('an address that could receive is not refused for its looks', () => {
  const right = fc.tuple(
    fc.domain(),
    fc.constantFrom('', ':443', ':8443'),
    fc.webPath(),
    fc.webQueryParameters(),
  );
  fc.assert(
    fc.property(right, fc.constantFrom(...PAGES), ([domain, colonPort, webPath, query], page) => {
      const written = `https://${domain}${colonPort}${webPath}?${query}`;
      assert.equal(usableEndpoint(written, page), new URL(written).href);
    }),
    { numRuns: 2_000, seed: 20_261_124 },
  );
});

test('a link leads to http or https, without the marks that a page meant to write around it', () => {
  for (const right of ['https://a', 'HTTP://exemple.fr/x?y#z', 'https://exemple.fr/d%E2%80%99alerte'])
    assert.ok(WEB_ADDRESS.test(right), right);
  for (const wrong of [
    '',
    'https://',
    'xhttps://a',
    ' https://a',
    'javascript:https://a',
    '“https://a',
    'https://a”',
    '"https://a"',
    'https://a»',
    '/a',
  ])
    assert.ok(!WEB_ADDRESS.test(wrong), wrong);
});

test('only the names of this machine are its own', () => {
  for (const own of ['localhost', '127.0.0.1', '127.1.2.3', '[::1]']) assert.ok(LOOPBACK.test(own), own);
  for (const other of [
    'xlocalhost',
    'localhosts',
    '127.',
    'x127.0.0.1',
    '127.0.0.1x',
    '127a',
    'x[::1]',
    '[::1]x',
    '[::11]',
  ])
    assert.ok(!LOOPBACK.test(other), other);
});

test('a page may give an address as a text or as a URL object, and anything else is none', () => {
  assert.equal(addressText(' /reports\n'), '/reports');
  assert.equal(addressText(new URL('https://hotline.example/r')), 'https://hotline.example/r');
  for (const other of [null, undefined, 7, true, {}, { href: 'https://a' }, ['https://a'], () => 'https://a'])
    assert.equal(addressText(other), '');
});

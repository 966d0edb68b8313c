// Which proxies the receiver trusts to name a client's address.
import assert from 'node:assert/strict';
import { isIP, type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { createHttpServer } from '../../src/receiver/http/http-server.ts';
import { serveReceiver } from '../../src/receiver/index.ts';
import { listen, urlOf } from '../../src/receiver/http/listening.ts';
import { createAddressReader, ProxyError } from '../../src/receiver/http/proxies.ts';
import { openRaw } from './raw-http.ts';
import { startCommand } from './server-process.ts';

const read = createAddressReader(['127.0.0.1', '::1', '10.0.0.0/8', '2001:db8:1::/48']);

const cases: [
  title: string,
  socket: string | undefined,
  header: string | undefined,
  expected: string | undefined,
][] = [
  ['a client without a proxy', '203.0.113.7', undefined, '203.0.113.7'],
  ['a client that writes the header itself', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['one trusted proxy', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  [
    'a client that writes the header before the proxy does',
    '127.0.0.1',
    '6.6.6.6, 198.51.100.1',
    '198.51.100.1',
  ],
  ['two trusted proxies', '127.0.0.1', '6.6.6.6,198.51.100.1 , 10.1.2.3', '198.51.100.1'],
  ['a trusted address that a client invents', '127.0.0.1', '10.9.9.9, 198.51.100.1', '198.51.100.1'],
  ['a client inside the trusted network', '127.0.0.1', '10.1.2.3', '10.1.2.3'],
  ['a health check by the proxy itself', '127.0.0.1', undefined, '127.0.0.1'],
  ['an empty header', '127.0.0.1', '', '127.0.0.1'],
  ['IPv6 all along', '::1', '2001:db8:2::5, 2001:db8:1::9', '2001:db8:2::5'],
  ['an IPv6 socket that carries IPv4', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['IPv4 written as IPv6', '127.0.0.1', '::FFFF:198.51.100.1', '198.51.100.1'],
  ['a port', '127.0.0.1', '198.51.100.1:4711', '198.51.100.1'],
  ['brackets and a port', '127.0.0.1', '[2001:DB8:2::5]:4711', '2001:db8:2::5'],
  ['brackets', '127.0.0.1', '[2001:db8:2::5]', '2001:db8:2::5'],
  ['a zone', 'fe80::1%eth0', undefined, 'fe80::1'],
  ['a proxy that does not know', '127.0.0.1', '198.51.100.1, unknown', undefined],
  ['a gap', '127.0.0.1', '198.51.100.1,', undefined],
  ['a number that is no address', '127.0.0.1', '2130706433', undefined],
  ['what follows a port', '127.0.0.1', '198.51.100.1:4711x', undefined],
  ['what follows a bracket', '127.0.0.1', '[2001:db8:2::5]x', undefined],
  ['what comes before a bracket', '127.0.0.1', 'x[2001:db8:2::5]', undefined],
  ['what follows IPv4 written as IPv6', '127.0.0.1', '::ffff:198.51.100.1x', undefined],
  ['IPv4 behind another prefix', '127.0.0.1', '2001:db8::ffff:198.51.100.1', '2001:db8::ffff:198.51.100.1'],
  ['a line break before the address', '127.0.0.1', 'x\n198.51.100.1', undefined],
  ['a line break after the address', '127.0.0.1', '198.51.100.1\nx', undefined],
  ['a socket that is gone', undefined, '198.51.100.1', undefined],
];

for (const [title, socket, header, expected] of cases) {
  test(`${title}: the address is ${expected ?? 'not known'}`, () => {
    assert.equal(read(socket, header), expected);
  });
}

test('without trusted proxies the header is never read', () => {
  const direct = createAddressReader([]);
  fc.assert(
    fc.property(fc.ipV4(), fc.string(), (socket, header) => direct(socket, header) === socket),
    { numRuns: 1_000 },
  );
});

// 203.0.113.0/24 is reserved for documentation, and is not a trusted network.
const client = fc.nat(255).map((host) => `203.0.113.${host}`);
const proxy = fc.oneof(
  fc.constantFrom('127.0.0.1', '::1', '::ffff:10.0.0.1'),
  fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((rest) => `10.${rest.join('.')}`),
  fc.nat(0xffff).map((host) => `2001:db8:1::${host.toString(16)}`),
);
// Any value that a client may put before the values that the proxies add.
const forged = fc.oneof(
  fc.string({ unit: 'binary-ascii' }),
  fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), proxy)).map(String),
);

test('whatever a client writes, its address is the one that the outermost trusted proxy saw', () => {
  fc.assert(
    fc.property(forged, client, fc.array(proxy), proxy, (lie, address, hops, socket) => {
      assert.equal(read(socket, [lie, address, ...hops].join(', ')), address);
    }),
    { numRuns: 5_000 },
  );
});

test('whatever comes, it reads an address or none, and throws nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), proxy), fc.string({ maxLength: 500 }), (socket, header) => {
      const address = read(socket, header);
      return address === undefined || isIP(address) > 0;
    }),
    { numRuns: 5_000 },
  );
});

test('a header of 8 KiB is read at once, however it is made', () => {
  const startedAt = performance.now();
  for (const header of [
    ','.repeat(8_192),
    '10.0.0.1,'.repeat(910),
    '['.repeat(8_192),
    '1.'.repeat(4_096),
    ' '.repeat(8_192),
  ]) {
    for (let round = 0; round < 20; round++) read('127.0.0.1', header);
  }
  assert.ok(performance.now() - startedAt < 2_000);
});

for (const entry of [
  '',
  ' ',
  'localhost',
  '10.0.0.0/33',
  '::1/129',
  '10.0.0/8',
  '10.0.0.1/',
  '10.0.0.1/08',
  '10.0.0.1/4e0',
  '*',
  '/8',
  '10.0.0.1-9',
  'fe80::1%eth0',
  '1.2.3.4:80',
]) {
  test(`« ${entry} » is not taken for a proxy, and the error says what to write`, () => {
    assert.throws(
      () => createAddressReader(['127.0.0.1', entry]),
      (error) =>
        error instanceof ProxyError &&
        error.message.includes(`« ${entry} »`) &&
        /10\.0\.0\.0\/8/.test(error.message),
    );
  });
}

/** The addresses that the receiver gets from a server that trusts these proxies. */
async function addressesWith(t: TestContext, trusted: string[], headers: string): Promise<unknown[]> {
  const peers: unknown[] = [];
  const { server } = createHttpServer({
    receive: async (_request, peer) => {
      peers.push(peer);
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
    },
    origins: '*',
    addressOf: createAddressReader(trusted),
    isBehindProxy: true,
    maxPending: undefined,
    emit: () => {},
  });
  await listen(server, 0, '127.0.0.1');
  t.after(() => server.close());
  const raw = openRaw(
    urlOf(server.address() as AddressInfo),
    `GET / HTTP/1.1\r\nHost: a\r\n${headers}Connection: close\r\n\r\n`,
  );
  await new Promise((resolve) => raw.socket.once('close', resolve));
  return peers;
}

test('the receiver is given the address, of however many lines the header is', async (t) => {
  const lines = 'X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 198.51.100.1\r\nx-forwarded-for: 10.0.0.1\r\n';
  const trusted = ['127.0.0.1', '10.0.0.0/8'];
  assert.deepEqual(await addressesWith(t, trusted, lines), [{ address: '198.51.100.1' }]);
  assert.deepEqual(await addressesWith(t, [], lines), [{ address: '127.0.0.1' }]);
  assert.deepEqual(await addressesWith(t, trusted, 'X-Forwarded-For: unknown\r\n'), [{}]);
});

test('a wrong entry stops the server before it opens anything', async () => {
  await assert.rejects(
    serveReceiver({ port: 0, databaseUrl: 'sqlite:/nowhere/at/all.sqlite', trustedProxies: ['::1/200'] }),
    ProxyError,
  );
});

test('one character before or after an address or a network makes it neither', () => {
  const entries = ['10.0.0.0/8', '127.0.0.1', '::1', '2001:db8:1::/48'];
  for (const entry of entries) {
    for (const odd of ['x', '/', '[', '"', ';', '-', 'http://', ' ', '\n'])
      for (const written of [odd + entry, entry + odd])
        assert.throws(() => createAddressReader([written]), ProxyError, JSON.stringify(written));
    createAddressReader([entry]);
  }
});

test('a network of one address is trusted, and its neighbour is not', () => {
  const one = createAddressReader(['10.0.0.1/32', '2001:db8::1/128']);
  for (const [trusted, neighbour] of [
    ['10.0.0.1', '10.0.0.2'],
    ['2001:db8::1', '2001:db8::2'],
  ] as const) {
    assert.equal(one(trusted, '198.51.100.1'), '198.51.100.1');
    assert.equal(one(neighbour, '198.51.100.1'), neighbour);
  }
});

test('TRUSTED_PROXIES=10.0.0.0/33 is explained without a stack', async (t) => {
  const { ended, output } = startCommand(t, ['serve'], {
    PORT: '0',
    DATABASE_URL: 'sqlite::memory:',
    TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/33',
  });
  assert.equal(await ended, 1);
  assert.match(output.stderr, /^TRUSTED_PROXIES: « 10\.0\.0\.0\/33 » is neither.*\n$/);
});

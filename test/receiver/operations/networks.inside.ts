// The tests that networks.node.test.ts runs in a separate network namespace.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { request as httpsRequest } from 'node:https';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { before, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { connect as connectTls } from 'node:tls';
import { serveReceiver } from '../../../src/receiver/index.ts';
import { until } from '../../setup/until.ts';
import { startNginx } from './nginx.ts';
import { HOST_NAME, startRecorder, type TestProxy } from './proxy.ts';

const SERVER = '2001:db8:1::1';
const HONEST = '2001:db8:2::1';
/** The addresses of the household, all in one /64. */
const ofHome = (index: number): string => `2001:db8:7:1::${(index + 1).toString(16)}`;
const HOME = Array.from({ length: 300 }, (_, index) => ofHome(index));

before(() => {
  const lines = [SERVER, HONEST, ...HOME].map((address) => `address add ${address}/128 dev lo nodad`);
  execFileSync('ip', ['-6', '-batch', '-'], { input: `link set lo up\n${lines.join('\n')}\n` });
});

/** Closes the socket at the end of the test, and ignores its errors. */
function kept<Kept extends Socket>(t: TestContext, socket: Kept): Kept {
  socket.on('error', () => {});
  socket.resume();
  t.after(() => socket.destroy());
  return socket;
}

const open = (t: TestContext, port: number, from: string): Socket =>
  kept(t, connect({ host: SERVER, port, localAddress: from }));

test('nginx: three hundred slow posts from one /64 hold a hundred sockets, and the next reporter passes', async (t) => {
  const { port } = await startRecorder(t);
  const proxy = await startNginx(t, port);
  const head = `POST /v1/reports HTTP/1.1\r\nHost: ${HOST_NAME}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
  let ended = 0;
  // Ten at a time, so that a slow handshake on a slow machine does not count as a slow client.
  for (let index = 0; index < HOME.length; index += 10) {
    const some = HOME.slice(index, index + 10).map(async (from) => {
      const socket = kept(
        t,
        connectTls({ socket: open(t, proxy.port, from), servername: HOST_NAME, ca: proxy.certificate }),
      );
      socket.on('close', () => ended++);
      await new Promise<void>(
        (resolve) => void socket.on('secureConnect', resolve).on('close', () => resolve()),
      );
      socket.write(head);
    });
    await Promise.all(some);
  }
  await until(() => ended >= HOME.length - 100, 'all but a hundred are refused', 8_000);
  assert.equal(await post(proxy, HONEST), 200);
});

async function post(proxy: TestProxy, localAddress: string): Promise<number | undefined> {
  const request = httpsRequest({
    host: SERVER,
    port: proxy.port,
    servername: HOST_NAME,
    ca: proxy.certificate,
    localAddress,
    agent: false,
    method: 'POST',
    path: '/v1/reports',
    headers: { Host: HOST_NAME },
    signal: AbortSignal.timeout(5_000),
  });
  request.end();
  const [{ statusCode }] = (await once(request, 'response')) as [{ statusCode?: number }];
  return statusCode;
}

test('the receiver: one /64 holds a hundred sockets; another network, and a trusted proxy, are not held to that', async (t) => {
  for (const [trustedProxies, most] of [
    [[], 100],
    [['2001:db8:7::/48'], 150],
  ] as const) {
    const running = await serveReceiver({
      port: 0,
      hostname: SERVER,
      databaseUrl: 'sqlite::memory:',
      trustedProxies,
      log: () => {},
    });
    t.after(() => running.close());
    const port = Number(new URL(running.url).port);
    let closed = 0;
    const home = HOME.slice(0, 150).map((address) => open(t, port, address).on('close', () => closed++));
    await until(() => closed === 150 - most, 'the others are closed');
    const honest = open(t, port, HONEST);
    let answer = '';
    honest.on('data', (data: Buffer) => (answer += data.toString()));
    honest.write('GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await once(honest, 'close');
    assert.match(answer, /^HTTP\/1\.1 200 /);
    assert.equal(closed, 150 - most);
    // The receiver would wait for open sockets at its end.
    for (const socket of home) socket.destroy();
  }
});

test('the firewall’s file: one /64 opens two hundred connections to port 443, another network all the same', async (t) => {
  const file = fileURLToPath(new URL('../../../src/receiver/deployment/nftables.conf', import.meta.url));
  const { error, status, stderr } = spawnSync('nft', ['-f', file], { encoding: 'utf8' });
  if (error) return t.diagnostic('not checked: nft is not installed here');
  assert.equal(status, 0, stderr);
  t.after(() => execFileSync('nft', ['flush', 'ruleset']));
  const server = createServer((socket) => void kept(t, socket)).listen(443, SERVER);
  t.after(() => server.close());
  await once(server, 'listening');
  assert.equal((server.address() as AddressInfo).port, 443);
  let opened = 0;
  let refused = 0;
  for (const address of HOME) {
    open(t, 443, address)
      .on('connect', () => opened++)
      .on('error', () => refused++);
  }
  await until(() => opened + refused === HOME.length, 'each is answered');
  assert.deepEqual([opened, refused], [200, 100]);
  const honest = open(t, 443, HONEST);
  await once(honest, 'connect');
});

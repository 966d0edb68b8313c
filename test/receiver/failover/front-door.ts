// One address before two servers, for receivers that are given only one: pgbouncer in session mode, or a proxy where it is not
// installed. The operator points it at a server.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../setup/free-port.ts';
import { asAccount } from '../../setup/postgres.ts';
import { spawnTied } from '../../setup/tied.ts';
import { until } from '../../setup/until.ts';
import type { Site, TestNetwork } from './network.ts';

/** The address. */
export interface FrontDoor {
  readonly kind: 'pgbouncer' | 'proxy';
  readonly url: string;
  /** Sends new connections to a server, and cuts those to the other one. */
  pointAt(site: Site): Promise<void>;
  stop(): void;
}

/** Opens it. */
export const openFrontDoor = (network: TestNetwork, site: Site): Promise<FrontDoor> =>
  spawnSync('pgbouncer', ['--version']).status === 0
    ? startPgbouncer(network, site)
    : startProxy(network, site);

/** Starts pgbouncer. @param mode how it shares connections: only `session` suits a receiver */
export async function startPgbouncer(
  network: TestNetwork,
  site: Site,
  mode: 'session' | 'transaction' = 'session',
): Promise<FrontDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const file = join(folder, 'pgbouncer.ini');
  const listenPort = await freePort();
  const write = (to: Site): void => {
    const { host, port } = network.forReceivers(to);
    // By default a server that refused a login is not asked again for 15 seconds.
    writeFileSync(
      file,
      `[databases]
postgres = host=${host} port=${port} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
admin_users = postgres
pool_mode = ${mode}
server_reset_query_always = ${mode === 'transaction' ? 1 : 0}
default_pool_size = 60
server_login_retry = 0.2
server_connect_timeout = 2
`,
    );
  };
  chmodSync(folder, 0o755);
  write(site);
  const [command, args] = asAccount('pgbouncer', ['-q', file]);
  const process = spawnTied(command, args, { stdio: 'ignore' });
  process.unref();
  const admin = async (...commands: string[]): Promise<void> => {
    const client = new Client({
      host: '127.0.0.1',
      port: listenPort,
      user: 'postgres',
      database: 'pgbouncer',
    });
    client.on('error', () => {});
    await client.connect();
    for (const each of commands) await client.query(each);
    await client.end();
  };
  await until(
    () =>
      admin('show version').then(
        () => true,
        () => false,
      ),
    'pgbouncer',
  );
  return {
    kind: 'pgbouncer',
    url: `postgres://postgres@127.0.0.1:${listenPort}/postgres`,
    async pointAt(to) {
      write(to);
      await admin('reload', 'kill postgres', 'resume postgres');
    },
    stop() {
      process.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

async function startProxy(network: TestNetwork, site: Site): Promise<FrontDoor> {
  let target = network.forReceivers(site);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    near.pipe(far).pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    kind: 'proxy',
    url: `postgres://postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    async pointAt(to) {
      target = network.forReceivers(to);
      cut();
    },
    stop() {
      server.close();
      cut();
    },
  };
}

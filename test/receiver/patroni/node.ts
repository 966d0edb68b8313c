// One site: a PostgreSQL server under a Patroni.
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../failover/network.ts';
import { freePort } from '../../setup/free-port.ts';
import {
  asAccount,
  findBinaries,
  killWithChildren,
  makeServerFolder,
  type Server,
} from '../../setup/postgres.ts';
import { spawnTied } from '../../setup/tied.ts';

/** A site. */
export interface Node {
  readonly folder: string;
  /** Port of PostgreSQL. */
  readonly port: number;
  /** File with the settings of Patroni. */
  readonly settings: string;
  /** Starts Patroni, which goes on with the files that are there, or makes a new copy. */
  start(): void;
  /** Kills Patroni and PostgreSQL at once. */
  kill(): Promise<void>;
  /** Stops Patroni where it is, until it goes on. PostgreSQL works meanwhile. */
  freeze(): void;
  thaw(): void;
  /** Throws the disk away. */
  discard(): void;
  /** Patroni's state of all sites; nothing if it does not run. */
  members(): Promise<readonly Member[]>;
  /** The end of the log of both. */
  lastLines(): string;
}

/** A site, as `GET /cluster` names it. */
export interface Member {
  readonly name: string;
  readonly role: string;
  readonly state: string;
}

/** The address of a site, and the setup of its cluster. */
export interface NodeOptions {
  readonly site: Site;
  /** Folder in which it gets its own. */
  readonly within: string;
  readonly etcd: string;
  /** `synchronous_mode_strict` */
  readonly isStrict: boolean;
}

/** Makes one, which is to be started. */
export async function makeNode(options: NodeOptions): Promise<Node> {
  const folder = makeServerFolder(options.within);
  const [data, settings, log] = [join(folder, 'data'), join(folder, 'patroni.yml'), join(folder, 'log')];
  const [port, restPort] = [await freePort(), await freePort()];
  // YAML takes JSON.
  writeFileSync(settings, JSON.stringify(settingsOf(options, { folder, data, port, restPort })));
  let patroni: Server | undefined;
  return {
    folder,
    port,
    settings,
    start() {
      const output = openSync(log, 'a');
      const [command, args] = asAccount('patroni', [settings]);
      patroni = spawnTied(command, args, { cwd: folder, stdio: ['ignore', output, output] });
      patroni.unref();
      closeSync(output);
      writeFileSync(join(folder, 'patroni.pid'), String(patroni.pid));
    },
    async kill() {
      if (!patroni) return;
      patroni.ref();
      const gone = once(patroni, 'exit');
      // First, or it would see that PostgreSQL is gone.
      patroni.kill('SIGKILL');
      const pidFile = join(data, 'postmaster.pid');
      if (existsSync(pidFile)) killWithChildren(Number.parseInt(readFileSync(pidFile, 'utf8'), 10));
      await gone;
      patroni = undefined;
    },
    freeze: () => void patroni?.kill('SIGSTOP'),
    thaw: () => void patroni?.kill('SIGCONT'),
    discard: () => rmSync(data, { recursive: true, force: true, maxRetries: 5 }),
    async members() {
      try {
        const response = await fetch(`http://127.0.0.1:${restPort}/cluster`, {
          signal: AbortSignal.timeout(2_000),
        });
        return ((await response.json()) as { members: Member[] }).members;
      } catch {
        return [];
      }
    },
    lastLines: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : ''),
  };
}

/** The smallest that Patroni takes: it looks every second, and a leader that is gone is replaced after twenty. */
const TIMES = { ttl: 20, loop_wait: 1, retry_timeout: 3 };

/** Files and ports of a site. */
interface Place {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly restPort: number;
}

function settingsOf({ site, etcd, isStrict }: NodeOptions, { folder, data, port, restPort }: Place): object {
  const [rest, server] = [`127.0.0.1:${restPort}`, `127.0.0.1:${port}`];
  return {
    scope: 'reports',
    name: site,
    etcd3: { host: etcd },
    restapi: { listen: rest, connect_address: rest },
    watchdog: { mode: 'off' },
    bootstrap: {
      dcs: {
        ...TIMES,
        synchronous_mode: true,
        synchronous_mode_strict: isStrict,
        postgresql: { use_pg_rewind: true },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
    },
    postgresql: {
      listen: server,
      connect_address: server,
      data_dir: data,
      bin_dir: findBinaries(),
      pgpass: join(folder, 'pgpass'),
      authentication: { superuser: { username: 'postgres' }, replication: { username: 'replicator' } },
      pg_hba: [
        'local all all trust',
        'host all all 127.0.0.1/32 trust',
        'host replication replicator 127.0.0.1/32 trust',
      ],
      parameters: {
        unix_socket_directories: folder,
        // The shared memory of a killed server goes with its disk.
        dynamic_shared_memory_type: 'mmap',
        wal_keep_size: '64MB',
        max_wal_size: '256MB',
      },
    },
  };
}

// A throw-away PostgreSQL for tests: its own cluster on this machine, synced to disk, removed after the tests.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdtempSync, chownSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './free-port.ts';
import { spawnTied } from './tied.ts';

/** A new, empty database. */
export interface TestDatabase {
  readonly url: string;
  /** Drops it, even with open connections. */
  stop(): Promise<void>;
}

/** A separate server, for tests that break it. */
export interface TestCluster {
  /** Address of its first database. */
  readonly url: string;
  /** Folder of its files, owned by the user of the server process. */
  readonly folder: string;
  /** Creates a new, empty database. */
  createDatabase(): Promise<TestDatabase>;
  /** Kills all its processes at once, like a power cut. */
  crash(): Promise<void>;
  /** Starts it again on the same port; resolves after its recovery. */
  restart(): Promise<void>;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

let shared: Promise<Pick<TestCluster, 'createDatabase'>> | undefined;

/** Creates a database on the server that TEST_POSTGRES_URL names, otherwise on one that ends with this process. */
export async function startPostgres(): Promise<TestDatabase> {
  const url = process.env['TEST_POSTGRES_URL'];
  shared ??= url ? Promise.resolve({ createDatabase: () => createDatabase(url) }) : startCluster();
  return (await shared).createDatabase();
}

/** Starts a server, with its own settings if any. It takes a second or two. */
export async function startCluster(settings: ServerSettings = {}): Promise<TestCluster> {
  const folder = makeServerFolder();
  const data = join(folder, 'data');
  await initialise(data);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server = await launch(data, port, settings);
  const remove = (): void => {
    killWithChildren(server.pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', remove);
  return {
    url,
    folder,
    createDatabase: () => createDatabase(url),
    crash: () => crash(server),
    async restart() {
      server = await relaunch(data, port, settings);
    },
    async stop() {
      process.off('exit', remove);
      await shutDown(server);
      remove();
    },
  };
}

/** A new folder that the user of the servers owns. */
export function makeServerFolder(within = tmpdir()): string {
  const folder = mkdtempSync(join(within, 'postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Makes the files of a new, empty server. */
export async function initialise(data: string): Promise<void> {
  // Initialisation skips syncing, because no test data exists yet.
  const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  await run('initdb', [...options, data]);
}

/** Copies the files of a running server for a standby, which will call itself by this name. */
export async function copyForStandby(
  url: string,
  data: string,
  name = 'standby',
  within: readonly string[] = [],
): Promise<void> {
  const address = new URL(url);
  address.searchParams.set('application_name', name);
  const options = ['--write-recovery-conf', '--checkpoint=fast', '--no-sync', `--dbname=${address.href}`];
  await run('pg_basebackup', [...options, '-D', data], within);
}

async function run(name: string, nameArgs: string[], within: readonly string[] = []): Promise<void> {
  const [file, args] = asAccount(join(findBinaries(), name), nameArgs);
  const [program = file, ...rest] = [...within, file, ...args];
  await promisify(execFile)(program, rest, { cwd: tmpdir() });
}

/** Kills a server with all its processes at once. */
export async function crash(server: Server): Promise<void> {
  server.ref();
  const gone = once(server, 'exit');
  killWithChildren(server.pid);
  await gone;
}

/** Lets a server end in order, without waiting for its clients. */
export async function shutDown(server: Server): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const gone = once(server, 'exit');
  server.kill('SIGINT');
  await gone;
}

/** Starts a standby that follows a server, from a copy of its files. */
export async function startStandby(primary: TestCluster): Promise<Pick<TestCluster, 'stop'>> {
  const data = join(primary.folder, 'standby');
  await copyForStandby(primary.url, data);
  const server = await launch(data, await freePort(), {});
  const kill = (): void => killWithChildren(server.pid);
  process.once('exit', kill);
  return {
    async stop() {
      process.off('exit', kill);
      await shutDown(server);
    },
  };
}

async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Nobody can connect to template0. A connection to the template would block the copy.
  await command(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, stop: () => command(server, `drop database if exists ${name} with (force)`) };
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export type ServerSettings = Readonly<Record<string, string | number>>;
export type Server = ReturnType<typeof spawnTied>;

/**
 * Starts a server on its files.
 * @param within a command that runs it elsewhere, such as in another network namespace
 */
export async function launch(
  data: string,
  port: number,
  chosen: ServerSettings,
  within: readonly string[] = [],
): Promise<Server> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'on',
    max_connections: 300,
    ...chosen,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [file, args] = asAccount(join(findBinaries(), 'postgres'), ['-D', data, ...options]);
  const [program = file, ...rest] = [...within, file, ...args];
  const server = spawnTied(program, rest, { cwd: dirname(data), stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server);
  server.unref();
  (server.stderr as Socket).unref();
  return server;
}

/** Starts the server after a crash: the killed processes may hold the shared memory a moment longer. */
export async function relaunch(...server: Parameters<typeof launch>): Promise<Server> {
  for (let attempts = 50; ; attempts--) {
    try {
      return await launch(...server);
    } catch (error) {
      if (attempts === 0 || !String(error).includes('still in use')) throw error;
      await delay(50);
    }
  }
}

/** Waits until the server is ready. Later output is read too, otherwise the server could block on a full pipe. */
function ready(server: Server): Promise<void> {
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    createInterface(server.stderr!).on('line', (line) => {
      lines.push(line);
      if (lines.length > 20) lines.shift();
      if (/ready to accept (read-only )?connections/.test(line)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL ended:\n${lines.join('\n')}`)));
  });
}

/** Kills a server and its child processes, which lead their own process groups. */
export function killWithChildren(pid: number | undefined): void {
  if (pid === undefined) return;
  const children = attempt(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')) ?? '';
  for (const each of [pid, ...children.split(' ').filter(Boolean).map(Number)]) {
    attempt(() => process.kill(each, 'SIGKILL'));
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined; // the process has already ended
  }
}

// PostgreSQL refuses to run as root, so root runs it as the package's user.
const account = process.getuid?.() === 0 ? readAccount('postgres') : undefined;

function readAccount(user: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * Runs a command as that user. A change of user clears the parent-death signal, so it is set again after the change.
 */
export function asAccount(file: string, args: string[]): [string, string[]] {
  if (!account) return [file, args];
  const user = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--pdeathsig', 'INT'];
  return ['setpriv', [...user, file, ...args]];
}

/** The folder with the programs of the newest PostgreSQL on this machine; Debian keeps them out of PATH. */
export function findBinaries(): string {
  const version = (file: string): number => Number(/\d+/.exec(file)?.[0]);
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted((a, b) => version(b) - version(a));
  if (!found[0]) {
    throw new Error(
      'PostgreSQL is missing. Run test/setup/install.sh as root, or: apt-get install postgresql',
    );
  }
  return dirname(found[0]);
}

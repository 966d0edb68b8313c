// Two PostgreSQL servers, one of which follows the other and is waited for; and all that can befall them.
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  copyForStandby,
  crash,
  initialise,
  launch,
  makeServerFolder,
  relaunch,
  shutDown,
  type Server,
  type ServerSettings,
} from '../../setup/postgres.ts';
import { until } from '../../setup/until.ts';
import { otherSite, type Site, type TestNetwork } from './network.ts';
import { fastFolder, queryOverSocket, type Servers } from './servers.ts';

/** How the pair is set up. */
export interface PairOptions {
  /** False: the primary waits for no standby, so a promotion loses what the standby had not got yet. */
  readonly isSynchronous?: boolean;
  readonly settings?: ServerSettings;
  /** Folder for the files of each server; in memory by default, where there is room. */
  readonly folders?: Readonly<Record<Site, string>>;
}

/** The pair, and what can be done to it. */
export interface Pair extends Servers {
  isRunning(site: Site): boolean;
  /** Kills all its processes at once. */
  crash(site: Site): Promise<void>;
  /** Ends it in order. */
  shutDown(site: Site): Promise<void>;
  /** Throws its disk away. */
  discard(site: Site): void;
  /** Starts it on the files that it has, as what they say that it is. */
  start(site: Site): Promise<void>;
  /** Makes the standby the primary, which then waits for nobody. */
  promote(site: Site): Promise<void>;
  /** Lets a server that ended in order follow the other, on its own files. */
  follow(site: Site): Promise<void>;
  /** Resolves once a server is followed by the other. */
  followed(site: Site): Promise<void>;
  /** Makes a server a standby of the other from a new copy; once it follows, the other waits for it. */
  rebuild(site: Site): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both. */
export async function startPair(network: TestNetwork, options: PairOptions = {}): Promise<Pair> {
  const { isSynchronous = true, settings = {}, folders } = options;
  const folder = {
    a: makeServerFolder(folders?.a ?? fastFolder()),
    b: makeServerFolder(folders?.b ?? fastFolder()),
  };
  const remove = (): void => {
    for (const each of Object.values(folder)) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
  };
  // Also where a test is cut short: what is left in memory would stay there.
  process.once('exit', remove);
  const servers: Partial<Record<Site, Server>> = {};
  let primary: Site = 'a';

  const dataOf = (site: Site): string => join(folder[site], 'data');
  const query: Pair['query'] = (site, text) =>
    queryOverSocket(folder[site], network.listens(site).port, text);
  const isRunning = (site: Site): boolean => {
    const server = servers[site];
    return server !== undefined && server.exitCode === null && server.signalCode === null;
  };
  const launchIt = async (site: Site, start = launch): Promise<void> => {
    const { host, port } = network.listens(site);
    const all = {
      listen_addresses: host,
      unix_socket_directories: folder[site],
      // The shared memory of a killed server goes with its disk.
      dynamic_shared_memory_type: 'mmap',
      wal_keep_size: '64MB',
      max_wal_size: '256MB',
      ...settings,
    };
    servers[site] = await start(dataOf(site), port, all, network.within(site));
  };
  const waitFor = async (site: Site, standby: string): Promise<void> => {
    await query(site, `alter system set synchronous_standby_names = '${standby}'`);
    await query(site, 'select pg_reload_conf()');
    await until(async () => {
      const [row] = await query(site, 'show synchronous_standby_names');
      return row?.['synchronous_standby_names'] === standby;
    }, 'reloaded');
  };
  const discard = (site: Site): void => rmSync(dataOf(site), { recursive: true, force: true, maxRetries: 5 });
  const rebuild = async (site: Site): Promise<void> => {
    discard(site);
    const source = otherSite(site);
    const { host, port } = network.forStandby(source);
    await copyForStandby(
      `postgres://postgres@${host}:${port}/postgres`,
      dataOf(site),
      site,
      network.within(site),
    );
    await launchIt(site);
    await followedAndNamed(source, site);
  };
  const followed = (source: Site): Promise<void> =>
    until(async () => {
      const found = await query(source, `select from pg_stat_replication where state = 'streaming'`);
      return found.length > 0;
    }, 'a standby that follows');
  const followedAndNamed = async (source: Site, standby: Site): Promise<void> => {
    await followed(source);
    if (isSynchronous) await waitFor(source, standby);
  };
  const follow = async (site: Site): Promise<void> => {
    const source = otherSite(site);
    const { host, port } = network.forStandby(source);
    const connection = `user=postgres host=${host} port=${port} application_name=${site}`;
    appendFileSync(join(dataOf(site), 'postgresql.auto.conf'), `primary_conninfo = '${connection}'\n`);
    writeFileSync(join(dataOf(site), 'standby.signal'), '');
    await launchIt(site, relaunch);
    await followedAndNamed(source, site);
  };

  await initialise(dataOf('a'));
  for (const database of ['all', 'replication'])
    appendFileSync(join(dataOf('a'), 'pg_hba.conf'), `host ${database} all 10.77.0.0/16 trust\n`);
  await launchIt('a');
  await rebuild('b');

  const addresses = (['a', 'b'] as const).map((site) => network.forReceivers(site));
  return {
    primary: () => primary,
    url: `postgres://postgres@${addresses.map(({ host, port }) => `${host}:${port}`).join()}/postgres?target_session_attrs=read-write`,
    query,
    isRunning,
    crash: (site) => crash(servers[site]!),
    shutDown: (site) => shutDown(servers[site]!),
    discard,
    start: (site) => launchIt(site, relaunch),
    async promote(site) {
      await query(site, 'select pg_promote()');
      primary = site;
      await waitFor(site, '');
    },
    follow,
    followed,
    rebuild,
    async stop() {
      for (const site of ['a', 'b'] as const) if (isRunning(site)) await crash(servers[site]!);
      process.off('exit', remove);
      remove();
    },
  };
}

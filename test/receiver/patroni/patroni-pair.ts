// Two PostgreSQL servers, each under a Patroni, which names the standby that is waited for, promotes and rebuilds.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { otherSite, type Site } from '../failover/network.ts';
import { fastFolder, queryOverSocket, type Servers } from '../failover/servers.ts';
import { until } from '../../setup/until.ts';
import { startEtcd } from './etcd.ts';
import { makeNode, type Node } from './node.ts';
import { startSweeper } from './sweeper.ts';

/** The pair, and what Patroni makes of it. */
export interface PatroniPair extends Servers {
  readonly nodes: Readonly<Record<Site, Node>>;
  /** Patroni's present `synchronous_standby_names`. */
  standbysOf(site: Site): Promise<string>;
  /** Resolves once a site follows, or would if there were a leader. */
  follows(site: Site): Promise<void>;
  /** Promotes a site by hand, in place of a leader that is gone, or that steps down. */
  failOverTo(site: Site): Promise<void>;
  switchOverTo(site: Site): Promise<void>;
  /** Resolves once a site leads. */
  leads(site: Site): Promise<void>;
  /** Resolves once the other server is waited for, and Patroni would promote it by itself. */
  inStep(): Promise<void>;
  stop(): Promise<void>;
}

/** Long enough for the key of a leader to run out, twice over. */
const PATIENCE_MS = 60_000;

/** Starts both. Site a leads. @param isStrict `synchronous_mode_strict` */
export async function startPatroniPair(isStrict: boolean): Promise<PatroniPair> {
  const within = mkdtempSync(join(fastFolder(), 'patroni-'));
  // The user of the servers has a folder in it.
  chmodSync(within, 0o755);
  const sweep = startSweeper(within);
  const etcd = await startEtcd(join(within, 'etcd'));
  const make = (site: Site) => makeNode({ site, within, etcd: etcd.address, isStrict });
  const nodes = { a: await make('a'), b: await make('b') };
  let primary: Site = 'a';

  const query: PatroniPair['query'] = (site, text) =>
    queryOverSocket(nodes[site].folder, nodes[site].port, text);
  const untilRole = (site: Site, role: string, seenFrom: Site): Promise<void> =>
    until(
      async () => {
        const members = await nodes[seenFrom].members();
        const found = members.find(({ name }) => name === site);
        return found?.role === role && (found.state === 'running' || found.state === 'streaming');
      },
      `${site} is ${role}`,
      PATIENCE_MS,
    ).catch((error: Error) => {
      const logs = Object.values(nodes).map((node) => node.lastLines());
      throw new Error(`${error.message}\n${logs.join('\n\n')}`);
    });
  const leads = async (site: Site): Promise<void> => {
    await untilRole(site, 'leader', site);
    primary = site;
  };
  const inStep = (): Promise<void> => untilRole(otherSite(primary), 'sync_standby', primary);

  const promoteByHand = async (command: 'failover' | 'switchover', site: Site): Promise<void> => {
    const { settings } = nodes[site];
    await promisify(execFile)('patronictl', ['-c', settings, command, '--candidate', site, '--force']);
    await leads(site);
  };

  nodes.a.start();
  await leads('a');
  nodes.b.start();
  await inStep();
  await query(
    'a',
    'create role receiver login; grant pg_monitor to receiver; grant create on schema public to receiver',
  );

  const addresses = Object.values(nodes).map(({ port }) => `127.0.0.1:${port}`);
  return {
    nodes,
    primary: () => primary,
    url: `postgres://receiver@${addresses.join()}/postgres?target_session_attrs=read-write`,
    query,
    async standbysOf(site) {
      const [row] = await query(site, 'show synchronous_standby_names');
      return String(row!['synchronous_standby_names']);
    },
    follows: (site) => untilRole(site, 'replica', site),
    failOverTo: (site) => promoteByHand('failover', site),
    switchOverTo: (site) => promoteByHand('switchover', site),
    leads,
    inStep,
    async stop() {
      for (const node of Object.values(nodes)) await node.kill();
      await etcd.stop();
      await sweep();
    },
  };
}

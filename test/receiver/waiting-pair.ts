// A store on two PostgreSQL servers, one of which waits for the other.
import type { TestContext } from 'node:test';
import { openStore, type DatabaseStore, type OpenStoreOptions } from '../../src/receiver/index.ts';
import { makeNetwork } from './failover/network.ts';
import { startPair } from './failover/pair.ts';
import { until } from '../setup/until.ts';

/** Starts both; `open` opens stores on the primary, a. */
export async function startWaitingPair(t: TestContext, settings: Record<string, string> = {}) {
  const network = await makeNetwork();
  t.after(() => network.stop());
  const pair = await startPair(network, { settings });
  t.after(() => pair.stop());
  const { host, port } = network.forReceivers('a');
  const urlOf = (user = 'postgres') => `postgres://${user}@${host}:${port}/postgres`;
  const open = async (options: OpenStoreOptions = {}, url = urlOf()): Promise<DatabaseStore> => {
    const store = await openStore(url, options);
    t.after(() => store.close());
    return store;
  };
  /** Resolves once a commit waits for the standby. */
  const waits = () =>
    until(
      async () =>
        (await pair.query('a', `select from pg_stat_activity where wait_event = 'SyncRep'`)).length > 0,
      'a commit that waits',
    );
  const setStandbys = async (names: string) => {
    await pair.query('a', `alter system set synchronous_standby_names = '${names}'`);
    await pair.query('a', 'select pg_reload_conf()');
    await until(
      async () =>
        (await pair.query('a', 'show synchronous_standby_names'))[0]!['synchronous_standby_names'] === names,
      'reloaded',
    );
  };
  return { network, pair, open, urlOf, waits, setStandbys };
}

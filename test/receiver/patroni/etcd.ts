// One etcd, in which Patroni keeps who leads. Whoever must survive its death runs three.
import { once } from 'node:events';
import { freePort } from '../../setup/free-port.ts';
import { spawnTied } from '../../setup/tied.ts';
import { until } from '../../setup/until.ts';

/** A store under way. */
export interface Etcd {
  /** Host and port. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts it. @param data folder for its files */
export async function startEtcd(data: string): Promise<Etcd> {
  const address = `127.0.0.1:${await freePort()}`;
  const peers = `http://127.0.0.1:${await freePort()}`;
  const settings = {
    'data-dir': data,
    'listen-client-urls': `http://${address}`,
    'advertise-client-urls': `http://${address}`,
    'listen-peer-urls': peers,
    'initial-advertise-peer-urls': peers,
    'initial-cluster': `default=${peers}`,
    'log-level': 'error',
  };
  const options = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const etcd = spawnTied('etcd', options, { stdio: 'ignore' });
  etcd.unref();
  const isHealthy = (): Promise<boolean> =>
    fetch(`http://${address}/health`).then(
      (response) => response.ok,
      () => false,
    );
  await until(isHealthy, 'a healthy etcd');
  return {
    address,
    async stop() {
      etcd.ref();
      const gone = once(etcd, 'exit');
      etcd.kill('SIGKILL');
      await gone;
    },
  };
}

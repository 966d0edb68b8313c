// The network between receivers and two database servers, whose links can be cut in silence: packets vanish, and no
// connection is told.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { freePort } from '../../setup/free-port.ts';
import { spawnTied } from '../../setup/tied.ts';
import { until } from '../../setup/until.ts';

/** The two servers. */
export type Site = 'a' | 'b';
export const otherSite = (site: Site): Site => (site === 'a' ? 'b' : 'a');

/** A link: between the receivers and one server, or between the servers. */
export type Link = Site | 'replication';

/** Host and port. */
interface Address {
  readonly host: string;
  readonly port: number;
}

/** A network with two servers in it. */
export interface TestNetwork {
  /** How links are cut: in namespaces of their own, or by proxies where none can be made. */
  readonly kind: 'namespaces' | 'proxies';
  /** Command that runs another command where a server is. */
  within(site: Site): readonly string[];
  /** The address of a server. */
  listens(site: Site): Address;
  /** Address of a server for receivers. */
  forReceivers(site: Site): Address;
  /** Address of a server for the other server. */
  forStandby(site: Site): Address;
  cut(link: Link): void;
  /** Resolves once packets pass again. */
  heal(link: Link): Promise<void>;
  stop(): void;
}

/** Whether this process is in a network namespace of its own, where it may add links. */
const isInOwnNetwork = (): boolean => process.env['OWN_NETWORK'] === '1';

/** Whether a namespace with links can be made here, which takes root. */
export const canHaveOwnNetwork = (): boolean =>
  spawnSync('unshare', ['-n', ...'ip link add one type veth peer name other'.split(' ')]).status === 0;

/** Makes the network: of namespaces where this process is in one of its own. */
export const makeNetwork = (): Promise<TestNetwork> => (isInOwnNetwork() ? ofNamespaces() : ofProxies());

const PORT = 5432;
const ADDRESSES = {
  a: { receivers: '10.77.1.1', server: '10.77.1.2', replication: '10.77.3.1' },
  b: { receivers: '10.77.2.1', server: '10.77.2.2', replication: '10.77.3.2' },
} as const;

async function ofNamespaces(): Promise<TestNetwork> {
  const ip = (text: string, within: readonly string[] = []): void => {
    const [command = '', ...args] = [...within, 'ip', ...text.split(' ')];
    execFileSync(command, args, { stdio: 'pipe' });
  };
  const own = readlinkSync('/proc/self/ns/net');
  const holders = (['a', 'b'] as const).map((site) => {
    const holder = spawnTied('unshare', ['-n', 'sleep', 'infinity'], { stdio: 'ignore' });
    holder.unref();
    return { site, pid: holder.pid!, holder };
  });
  const pidOf = (site: Site): number => holders.find((each) => each.site === site)!.pid;
  const within = (site: Site): string[] => ['nsenter', '-t', String(pidOf(site)), '-n'];
  ip('link set lo up');
  for (const { site, pid } of holders) {
    await until(() => readlinkSync(`/proc/${pid}/ns/net`) !== own, 'a namespace of its own');
    const { receivers, server } = ADDRESSES[site];
    ip(`link add to-${site} type veth peer name receivers netns ${pid}`);
    ip(`address add ${receivers}/30 dev to-${site}`);
    ip(`link set to-${site} up`);
    ip('link set lo up', within(site));
    ip(`address add ${server}/30 dev receivers`, within(site));
    ip('link set receivers up', within(site));
  }
  ip(`link add replication type veth peer name replication netns ${pidOf('b')}`, within('a'));
  for (const { site } of holders) {
    ip(`address add ${ADDRESSES[site].replication}/30 dev replication`, within(site));
    ip('link set replication up', within(site));
  }
  // For a second or more after it is up, a host that did not answer for its address counts as unreachable. A port on which
  // nobody listens refuses, as soon as it is asked.
  const passes = async (link: Link): Promise<boolean> => {
    const [from, to] =
      link === 'replication' ? [within('b'), ADDRESSES.a.replication] : [[], ADDRESSES[link].server];
    const [command = '', ...args] = [...from, 'bash', '-c', `: < /dev/tcp/${to}/9`];
    const asked = promisify(execFile)(command, args, { timeout: 1_000 });
    return asked.then(
      () => true,
      ({ stderr }: { stderr: string }) => stderr.includes('refused'),
    );
  };
  const set = (link: Link, state: 'up' | 'down'): void =>
    link === 'replication'
      ? ip(`link set replication ${state}`, within('a'))
      : ip(`link set to-${link} ${state}`);
  return {
    kind: 'namespaces',
    within,
    listens: () => ({ host: '0.0.0.0', port: PORT }),
    forReceivers: (site) => ({ host: ADDRESSES[site].server, port: PORT }),
    forStandby: (site) => ({ host: ADDRESSES[site].replication, port: PORT }),
    cut: (link) => set(link, 'down'),
    async heal(link) {
      set(link, 'up');
      await until(() => passes(link), `packets on the link ${link}`);
    },
    stop: () => holders.forEach(({ holder }) => holder.kill('SIGKILL')),
  };
}

async function ofProxies(): Promise<TestNetwork> {
  const host = '127.0.0.1';
  const ports = { a: await freePort(), b: await freePort() };
  const open = (site: Site) => startSilencer({ host, port: ports[site] });
  const receivers = { a: await open('a'), b: await open('b') };
  const standbys = { a: await open('a'), b: await open('b') };
  const proxiesOf = (link: Link) => (link === 'replication' ? Object.values(standbys) : [receivers[link]]);
  return {
    kind: 'proxies',
    within: () => [],
    listens: (site) => ({ host, port: ports[site] }),
    forReceivers: (site) => ({ host, port: receivers[site].port }),
    forStandby: (site) => ({ host, port: standbys[site].port }),
    cut: (link) => proxiesOf(link).forEach((proxy) => proxy.silence()),
    async heal(link) {
      for (const proxy of proxiesOf(link)) proxy.resume();
    },
    stop: () => [...Object.values(receivers), ...Object.values(standbys)].forEach((proxy) => proxy.stop()),
  };
}

/** A proxy that can fall silent: it then takes connections, and passes nothing on. */
async function startSilencer(target: Address) {
  const pairs = new Set<readonly [near: Socket, far: Socket]>();
  let isSilent = false;
  const server: Server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ ...target, allowHalfOpen: true });
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => {});
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
    if (!isSilent) join(pair);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const join = ([near, far]: readonly [Socket, Socket]): void => void near.pipe(far).pipe(near);
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => {
      isSilent = true;
      for (const pair of pairs) for (const socket of pair) socket.unpipe().pause();
    },
    resume: () => {
      isSilent = false;
      for (const pair of pairs) join(pair);
    },
    stop: () => {
      server.close();
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
  };
}

// An empty machine for the guide: systemd in namespaces of its own, over this machine's files. Its changes are gone
// afterwards.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { childrenOf } from '../soak/measured-process.ts';
import { until } from '../../setup/until.ts';

const BOOT = fileURLToPath(new URL('machine.sh', import.meta.url));

/** The environment of a login of root, with the doubles of what the machine does not reach, and npm without a network. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  HOME: '/root',
  TERM: 'dumb',
  PATH: '/test/doubles:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  NODE_EXTRA_CA_CERTS: '/test/authority.pem',
  CURL_CA_BUNDLE: '/test/authority.pem',
  npm_config_cache: '/test/cache',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};

/** What a script in the machine printed, and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** A machine that runs. */
export interface Machine {
  /** Runs a script as root. */
  run(script: string): Ran;
  /** Connects it with another one by a cable. Both have these addresses then. */
  connect(own: string, other: Machine, others: string): void;
  /** The first process, as this machine numbers it. */
  pid(): number;
  /** Ends it at once, as a power cut does. */
  cut(): Promise<void>;
  /** Ends the machine at once, as a power cut does, and boots it again. */
  restart(): Promise<void>;
}

/** Where the layer of changes is: a tmpfs, because no layer may lie inside the one below it. */
const MEMORY = '/dev/shm';

/**
 * Boots a machine, which ends with the test.
 * @param shared folder that it sees as /test
 */
export async function startMachine(t: TestContext, shared: string): Promise<Machine> {
  const layer = mkdtempSync(join(MEMORY, 'guide-'));
  let running = await boot(layer, shared);
  t.after(async () => {
    await running.end();
    rmSync(layer, { recursive: true });
  });
  return {
    run: (script) => runIn(running.pid, script),
    pid: () => running.pid,
    cut: () => running.end(),
    connect(own, other, others) {
      const ends = [
        { pid: running.pid, name: 'cable', address: own, peer: others },
        { pid: other.pid(), name: 'cable', address: others, peer: own },
      ] as const;
      const [here, there] = ends;
      execFileSync(
        'ip',
        `link add ${here.name} netns ${here.pid} type veth peer name ${there.name} netns ${there.pid}`.split(
          ' ',
        ),
      );
      for (const { pid, name, address, peer } of ends)
        // On the loopback, an address outlives the cable, which goes with the other machine.
        runIn(
          pid,
          `ip address add ${address}/32 dev lo && ip link set ${name} up && ip route add ${peer}/32 dev ${name} src ${address}`,
        );
    },
    async restart() {
      await running.end();
      running = await boot(layer, shared);
    },
  };
}

async function boot(layer: string, shared: string): Promise<{ pid: number; end(): Promise<void> }> {
  const namespaces = ['--mount', '--pid', '--ipc', '--uts', '--net', '--fork', '--kill-child'];
  const child = spawn('unshare', [...namespaces, '--propagation', 'private', 'bash', BOOT, layer, shared], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const pid = (): number => childrenOf(child.pid!)[0] ?? 0;
  const isUp = (): boolean => {
    if (child.exitCode !== null) throw new Error('The machine ended while it booted.');
    if (pid() === 0) return false;
    // `degraded`: a service of the distribution does not run in namespaces.
    return /^(?:running|degraded)$/m.test(runIn(pid(), 'systemctl is-system-running').output);
  };
  try {
    await until(isUp, 'the machine is up', 60_000);
  } catch (error) {
    await end();
    throw error;
  }
  return { pid: pid(), end };
}

function runIn(pid: number, script: string): Ran {
  const namespaces = ['-m', '-p', '-C', '-i', '-u', '-n', '-r', '-w'];
  const { status, stdout } = spawnSync(
    'nsenter',
    ['-t', String(pid), ...namespaces, 'bash', '--norc', '-c', `exec 2>&1\n${script}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      env: ENVIRONMENT,
      maxBuffer: 16 * 1024 ** 2,
      timeout: 300_000,
    },
  );
  return { status, output: stdout };
}

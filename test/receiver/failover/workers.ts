// Worker processes, each a receiver with its reporters: what they ask and are answered goes into the history.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { spawnTied } from '../../setup/tied.ts';
import type { History, Operation } from './history.ts';
import { numberedReport } from './reports.ts';
import type { Line, Work } from './worker.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** A worker that is started again after it was killed. */
export interface Worker {
  /** Kills it at once, and starts another that goes on with the reports that were under way. */
  kill(): Promise<void>;
  /** Only where its clock can jump: the signal ends other processes. */
  jumpClock(): void;
  /** Lets it finish what is under way, and ends it. */
  end(): Promise<void>;
  /** Ends it at once. */
  stop(): void;
}

/** Starts a worker. @param environment variables of its process, such as a wrong clock */
export function startWorker(
  history: History,
  work: Omit<Work, 'from'>,
  environment: Record<string, string> = {},
): Worker {
  let highest = 0;
  const start = () => {
    // The reports under way when it was killed have smaller numbers than the last one that was answered.
    const from = Math.max(1, highest - 2 * work.reporters);
    const child = spawnTied(process.execPath, [WORKER, JSON.stringify({ ...work, from })], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    let rest = '';
    child.stdout!.on('data', (data: Buffer) => {
      // A worker that is killed may leave half a line.
      const lines = (rest + data.toString()).split('\n');
      rest = lines.pop()!;
      for (const line of lines.map((text) => JSON.parse(text) as Line)) {
        highest = Math.max(highest, line[0]);
        history.record(operationOf(line));
      }
    });
    return { child, ended: once(child, 'close') };
  };
  let { child, ended } = start();
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
      ({ child, ended } = start());
    },
    jumpClock: () => void child.kill('SIGUSR2'),
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

function operationOf([index, isForged, status, isOwn, reference = '', receivedAt = '']: Line): Operation {
  const { key } = numberedReport(index);
  const bytes = isForged ? 'forged' : 'own';
  if (status === 422) return { key, bytes, answer: { kind: 'key-reused' } };
  if (status >= 300) return { key, bytes, answer: { kind: 'unconfirmed' } };
  const receipt = { key: isOwn ? key : 'another', reference, receivedAt };
  return { key, bytes, answer: { kind: 'acknowledged', ...receipt } };
}

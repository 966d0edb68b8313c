// A measured server in a separate process: its endpoint and its processor time.
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { spawnTied } from '../../setup/tied.ts';

/** A server that listens. */
export interface MeasuredProcess {
  readonly endpoint: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The receiver, and its baseline. */
export const SCRIPTS = {
  receiver: [fileURLToPath(new URL('../../../src/receiver/cli.ts', import.meta.url)), 'serve'],
  bare: [fileURLToPath(new URL('bare-handler.ts', import.meta.url))],
} as const;

/** Starts a server on a free port and waits until it prints its endpoint. Its log is discarded. */
export async function startMeasured(
  script: keyof typeof SCRIPTS,
  environment: Readonly<Record<string, string>> = {},
): Promise<MeasuredProcess> {
  const { PATH = '' } = process.env;
  const child = spawnTied(process.execPath, [...SCRIPTS[script]], {
    env: { PATH, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const endpoint = await new Promise<string>((resolve, reject) => {
    createInterface(child.stderr!).on('line', (line) => {
      const found = /received at (\S+)/.exec(line)?.[1];
      if (found) resolve(found);
      else console.error(line);
    });
    ended.then(([code]) => reject(new Error(`The server ended with ${String(code)}.`)), reject);
  });
  return {
    endpoint,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Processor time of processes so far, with that of their ended children, in milliseconds. Linux only. An ended process
 * counts as zero.
 */
export function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + timeOf(pid), 0);
}

/** The child processes of a process: for PostgreSQL, all of its parts. */
export function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Boolean);
  return pids.filter((pid) => Number(statOf(pid)?.[PARENT]) === parent);
}

/** The parent process of this one. */
export function parentOf(pid: number): number {
  return Number(statOf(pid)?.[PARENT]);
}

// proc_pid_stat(5), counted from after the name, which may contain blanks. Times are in ticks of 10 ms: user and kernel
// time of the process, then those of its children.
const PARENT = 1;
const TIMES = [11, 12, 13, 14];
const TICK_MS = 10;

function timeOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? TIMES.reduce((sum, place) => sum + Number(stat[place]), 0) * TICK_MS : 0;
}

function statOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
  } catch {
    return undefined;
  }
}

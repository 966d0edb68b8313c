// Child processes that end with this one, however it ends: no server, driver or display outlives a killed test.
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** Like `spawn`. On Linux the kernel sends SIGTERM to the child when this process ends. */
export function spawnTied(command: string, args: string[], options: SpawnOptions): ChildProcess {
  if (process.platform !== 'linux') return spawn(command, args, options);
  return spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], options);
}

// A test's own disk, small enough to fill.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Mounts a file system in memory for the duration of an action.
 * @returns whether it could be mounted, which takes root
 */
export async function withSmallDisk(
  megabytes: number,
  use: (folder: string) => Promise<void>,
): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'));
  try {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
    } catch {
      return false;
    }
    try {
      await use(folder);
    } finally {
      execFileSync('umount', ['--lazy', folder]);
    }
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

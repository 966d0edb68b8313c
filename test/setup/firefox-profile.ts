// A new profile for each Firefox, with the compiled scripts of an earlier start: it then starts with two thirds of the work.
import { existsSync, rmSync, statSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Firefox's own compiled scripts, and the version for which they hold. Nothing of any page is in them. */
const CACHES = ['startupCache', 'compatibility.ini'];

/** A profile on disk. */
export interface FirefoxProfile {
  readonly folder: string;
  /** Keeps the caches for later starts, if no earlier one has, and removes the profile. */
  end(): Promise<void>;
}

/** Makes a profile for this Firefox. */
export async function createProfile(firefoxPath: string): Promise<FirefoxProfile> {
  const kept = join(tmpdir(), `cliquez-signalez-firefox-${Math.trunc(statSync(firefoxPath).mtimeMs)}`);
  const folder = await mkdtemp(join(tmpdir(), 'firefox-'));
  // A test that fails may never end its browser.
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  if (existsSync(kept)) await cp(kept, folder, { recursive: true });
  return {
    folder,
    async end() {
      if (!existsSync(kept)) await keepCaches(folder, kept);
      process.off('exit', remove);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Another test may do the same at the same time: the first one counts. */
async function keepCaches(profile: string, kept: string): Promise<void> {
  const copy = await mkdtemp(`${kept}-`);
  for (const name of CACHES) await cp(join(profile, name), join(copy, name), { recursive: true });
  await rename(copy, kept).catch(() => rm(copy, { recursive: true }));
}

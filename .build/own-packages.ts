// Installs the packages of a folder that has a lock file of its own, when something needs them: they are no part of the
// project's installation.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Installs the packages of a folder, once for each state of its lock file. Two processes may not do so at a time.
 * @returns its node_modules
 */
export function installOwnPackages(folder: URL): URL {
  const lock = new URL('package-lock.json', folder);
  const modules = new URL('node_modules/', folder);
  // Written last: an installation that was cut short has none.
  const installed = new URL('.installed.json', modules);
  if (!existsSync(installed) || !readFileSync(installed).equals(readFileSync(lock))) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: fileURLToPath(folder),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    copyFileSync(lock, installed);
  }
  return modules;
}

// The packages of the examples: their frameworks, by the lock file of this folder, and the widget as the project has
// built it.
import { existsSync, symlinkSync } from 'node:fs';
import { installOwnPackages } from '../../.build/own-packages.ts';

/**
 * Installs them, once.
 * @returns their folder
 */
export function installPackages(): URL {
  const modules = installOwnPackages(new URL('.', import.meta.url));
  const widget = new URL('cliquez-signalez', modules);
  if (!existsSync(widget)) symlinkSync('../../..', widget);
  return modules;
}

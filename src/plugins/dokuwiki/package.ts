// Packs the DokuWiki plugin for the Extension Manager: `node src/plugins/dokuwiki/package.ts`, after `npm run build`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyReservedRoom, copyWidget } from '../cms/package-assets.ts';

const BASE = 'cliquezsignalez';
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Assembles the plugin with everything that it needs.
 * @returns the archive `cliquezsignalez.tgz` in that folder
 */
export function packPlugin(folder: string): string {
  const plugin = join(folder, BASE);
  rmSync(plugin, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(fromHere(BASE), plugin, { recursive: true });
  cpSync(fromHere('../../../LICENSE'), join(plugin, 'LICENSE'));
  copyWidget(join(plugin, 'widget'));
  // DokuWiki adds a plugin's all.css to its own style sheet.
  copyReservedRoom(join(plugin, 'all.css'));
  const archive = join(folder, `${BASE}.tgz`);
  execFileSync('tar', ['-czf', archive, '-C', folder, BASE]);
  return archive;
}

if (import.meta.main) {
  const archive = packPlugin(fromHere('../../../dist/dokuwiki'));
  console.log(`${archive}\nUpload it in Admin › Extension Manager › Manual Install.`);
}

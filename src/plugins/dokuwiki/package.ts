// Packs the DokuWiki plugin for the Extension Manager: `node src/plugins/dokuwiki/package.ts`, after `npm run build`.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyReservedRoom, copyWidget } from '../cms/package-assets.ts';
import { copyPhp } from '../php/files.ts';
import { tarGz } from '../tar.ts';

const BASE = 'cliquezsignalez';
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Assembles the plugin with everything that it needs. Each run gives identical bytes.
 * @returns the archive `cliquezsignalez.tgz` in that folder
 */
export function packPlugin(folder: string): string {
  const plugin = join(folder, BASE);
  rmSync(plugin, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(fromHere(BASE), plugin, { recursive: true });
  cpSync(fromHere('../../../LICENSE'), join(plugin, 'LICENSE'));
  copyWidget(join(plugin, 'widget'));
  copyPhp(join(plugin, 'php'));
  // DokuWiki adds a plugin's all.css to its own style sheet.
  copyReservedRoom(join(plugin, 'all.css'));
  const paths = readdirSync(plugin, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const archive = join(folder, `${BASE}.tgz`);
  writeFileSync(
    archive,
    tarGz(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)])),
  );
  return archive;
}

if (import.meta.main) {
  const archive = packPlugin(fromHere('../../../dist/dokuwiki'));
  console.log(`${archive}\nUpload it in Admin › Extension Manager › Manual Install.`);
}

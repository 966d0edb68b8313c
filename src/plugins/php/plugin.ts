// A whole plugin in PHP as files: its sources with the version written into them, the shared PHP, the widget, the licence.
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../../core/version.ts';
import { readAsset, widgetAssets } from '../cms/package-assets.ts';
import { phpFiles } from './files.ts';

const LICENCE = new URL('../../../LICENSE', import.meta.url);

/**
 * Its files by path, in one order on every machine. Needs a built dist.
 * @param folder the plugin's own sources, in which `@version@` stands for the version
 */
export function pluginFiles(folder: URL): Map<string, Buffer> {
  const root = fileURLToPath(folder);
  const sources = globSync('**/*', { cwd: root }).filter((path) => statSync(join(root, path)).isFile());
  const files: [path: string, content: Buffer][] = [
    ...sources.map((path): [string, Buffer] => [
      path.replaceAll('\\', '/'),
      Buffer.from(readFileSync(join(root, path), 'utf8').replace('@version@', VERSION)),
    ]),
    ...[...phpFiles()].map(([name, text]): [string, Buffer] => [`php/${name}`, Buffer.from(text)]),
    ...widgetAssets().map((name): [string, Buffer] => [`widget/${name}`, readAsset(name)]),
    ['LICENSE', readFileSync(LICENCE)],
  ];
  return new Map(files.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

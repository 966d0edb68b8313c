// The licences of what stands in the files for script tags: whoever serves the files passes those on too.

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages of which something stands in dist/cdn, as its source maps tell. */
function bundledPackages(): string[] {
  const sources = globSync(`${root}dist/cdn/*.map`).flatMap(
    (map) => (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources,
  );
  const names = sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names.flat())].toSorted();
}

/** Writes dist/cdn/licences.txt. Throws where a package brings no licence along. */
export function writeLicences(): void {
  const texts = bundledPackages().map((name) => {
    const [file] = globSync(`${root}node_modules/${name}/LICEN[CS]E*`);
    if (!file) throw new Error(`${name} brings no licence along.`);
    return `${name}\n\n${readFileSync(file, 'utf8').trim()}\n`;
  });
  writeFileSync(`${root}dist/cdn/licences.txt`, texts.join(`\n${'-'.repeat(72)}\n\n`));
}

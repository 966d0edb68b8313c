// `npm run release`: the files that a version is downloaded as, and their hashes, in dist/release/. The same sources give
// the same bytes in any folder, time zone and umask.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPlugin } from '../src/plugins/dokuwiki/package.ts';
import { packMediaWikiExtension } from '../src/plugins/mediawiki/package.ts';
import { packSpipPlugin } from '../src/plugins/spip/package.ts';
import { packagePlugin } from '../src/plugins/wordpress/package.ts';
import { VERSION } from '../src/core/version.ts';
import { BILLS, readBill, readStatements, statementsOn } from './vex.ts';
import { FOLDER } from './snippets.ts';
import { webmasterArchive } from './webmaster-archive.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files of the build that are also downloaded by themselves, by their name in the release. */
const COPIES: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE',
  [`cliquez-signalez-${VERSION}.cdx.json`]: 'dist/sbom.json',
  [`cliquez-signalez-${VERSION}-licences.txt`]: 'dist/cdn/licences.txt',
  [`cliquez-signalez-receiver-${VERSION}.cdx.json`]: 'dist/receiver/sbom.json',
  [`cliquez-signalez-receiver-${VERSION}-licences.txt`]: 'dist/receiver/licences.txt',
  [`cliquez-signalez-tools-${VERSION}.cdx.json`]: 'dist/tools/sbom.json',
  [`cliquez-signalez-tools-${VERSION}-licences.txt`]: 'dist/tools/licences.txt',
};

/** Packs one package as npm publishes it, under npm's own name: `<name>-<version>.tgz`. */
function packForNpm(name: string, folder: string): void {
  const options = ['--pack-destination', folder, '--ignore-scripts', '--silent'];
  execFileSync('npm', ['pack', `./dist/packages/${name}`, ...options], { cwd: root, stdio: 'pipe' });
}

/** The hashes of a folder's files, as `sha256sum -c` reads them. */
function checksums(folder: string): string {
  const names = readdirSync(folder).toSorted();
  return names
    .map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(folder, name)));
      return `${hash.digest('hex')}  ${name}\n`;
    })
    .join('');
}

/**
 * Writes the release of the built dist into a folder.
 * @param folder an absolute path; its earlier content is gone
 */
export function writeRelease(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${FOLDER}.zip`), webmasterArchive());
  writeFileSync(join(folder, `cliquez-signalez-wordpress-${VERSION}.zip`), packagePlugin());
  writeFileSync(join(folder, `cliquez-signalez-spip-${VERSION}.zip`), packSpipPlugin());
  writeFileSync(join(folder, `cliquez-signalez-mediawiki-${VERSION}.tgz`), packMediaWikiExtension());
  const assembled = mkdtempSync(join(tmpdir(), 'release-'));
  copyFileSync(packPlugin(assembled), join(folder, `cliquez-signalez-dokuwiki-${VERSION}.tgz`));
  rmSync(assembled, { recursive: true });
  for (const name of readdirSync(join(root, 'dist/packages'))) packForNpm(name, folder);
  for (const [name, source] of Object.entries(COPIES)) copyFileSync(join(root, source), join(folder, name));
  for (const name of Object.keys(BILLS))
    writeFileSync(
      join(folder, `${name}-${VERSION}.vex.cdx.json`),
      statementsOn(readBill(name), readStatements()),
    );
  writeFileSync(join(folder, 'SHA256SUMS'), checksums(folder));
}

if (import.meta.main) {
  const folder = join(root, 'dist/release');
  writeRelease(folder);
  for (const name of readdirSync(folder).toSorted()) {
    const kilobytes = Math.ceil(readFileSync(join(folder, name)).length / 1024);
    console.log(`dist/release/${name.padEnd(52)} ${String(kilobytes).padStart(5)} KiB`);
  }
}

// The archive for webmasters, unpacked with a tool that people have, and what its guides say.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { FOLDER } from '../../.build/snippets.ts';
import { webmasterArchive } from '../../.build/webmaster-archive.ts';
import { temporaryFolder } from '../receiver/harness.ts';

/**
 * Unpacks the archive.
 * @returns the folder that it makes, and where: the root of a site
 */
export async function unpackForWebmaster(t: TestContext): Promise<{ site: string; folder: string }> {
  const site = await temporaryFolder(t);
  const archive = join(site, 'download.zip');
  writeFileSync(archive, webmasterArchive());
  execFileSync('unzip', ['-q', archive, '-d', site]);
  return { site, folder: join(site, FOLDER) };
}

/** The code in a guide that a webmaster pastes. @throws where there is none */
export function linesToPaste(guide: string): string {
  const [code] = /^<link .*^<script [^\r\n]*<\/script>/ms.exec(guide) ?? [];
  if (!code) throw new Error('The guide has no lines to paste.');
  return code;
}

/** The names in a ZIP archive, from the header before each file: `npm test` installs no tool that lists them. */
export function namesInZip(archive: Buffer): string[] {
  const names: string[] = [];
  for (let offset = 0; archive.readUInt32LE(offset) === 0x04034b50;) {
    const packed = archive.readUInt32LE(offset + 18);
    const end = offset + 30 + archive.readUInt16LE(offset + 26);
    names.push(archive.toString('utf8', offset + 30, end));
    offset = end + packed;
  }
  return names;
}

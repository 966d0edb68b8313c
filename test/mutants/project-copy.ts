// A copy of the project in which sources may be changed: tests, browsers and the processes that they start see the change.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface ProjectCopy {
  readonly folder: string;
  /** For the temporary files of tests, which a killed test leaves behind. */
  readonly temporary: string;
}

/** Copies what Git knows or would take, and what the build has made. The caller removes the folder. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      encoding: 'utf8',
    },
  );
  for (const file of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  linkPackages(folder);
  const temporary = join(folder, '.temporary');
  mkdirSync(temporary);
  return { folder, temporary };
}

/** Links each package. Those of the project itself are links already, relative to the copy. */
function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    const from = join('node_modules', name);
    const target = lstatSync(from).isSymbolicLink() ? readlinkSync(from) : resolve(from);
    symlinkSync(target, join(folder, from));
  }
}

/** Writes a source of the copy. @param file path from the root */
export function writeSource({ folder }: ProjectCopy, file: string, source: string): void {
  writeFileSync(join(folder, file), source);
}

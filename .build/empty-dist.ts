// Empties dist before a build, but for the site and the release, which other commands have made.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of `npm run site` and `npm run release`, which empty them themselves. */
const KEPT = new Set(['site', 'release']);

/** Empties a folder, which may be missing. */
export function emptyDist(folder: string): void {
  for (const name of namesIn(folder)) if (!KEPT.has(name)) rmSync(join(folder, name), { recursive: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

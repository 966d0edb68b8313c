// Generated blocks of documents: each stands between two marks, <!-- name --> and <!-- /name -->.

import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a block between a guide's two marks of that name. Throws if it has no place for one. */
export function put(guide: string, mark: string, content: string): string {
  const block = new RegExp(`(<!-- ${mark} -->\n).*?(<!-- /${mark} -->)`, 's');
  if (!block.test(guide)) {
    throw new Error(
      `A guide needs a line <!-- ${mark} --> and a line <!-- /${mark} -->, between which they are put.`,
    );
  }
  return guide.replace(block, (_, start: string, end: string) => start + content + end);
}

/**
 * Updates a guide, and writes the file only if its content changes.
 * @param name path from the project's root
 */
export function rewriteGuide(name: string, update: (guide: string) => string): void {
  const path = new URL(`../${name}`, import.meta.url);
  const guide = readFileSync(path, 'utf8');
  const updated = update(guide);
  if (updated !== guide) writeFileSync(path, updated);
}

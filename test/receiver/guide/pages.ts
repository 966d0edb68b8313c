// The commands of a page of the site: its fenced blocks for a shell, each with its heading.
import { readFileSync } from 'node:fs';

/** The commands of one block. */
export interface Block {
  readonly heading: string;
  readonly commands: string;
}

/** The blocks of a page, in order. */
export function blocksOf(language: 'en' | 'fr', name: string): Block[] {
  const page = readFileSync(
    new URL(`../../../demo/site/pages/${language}/${name}.md`, import.meta.url),
    'utf8',
  );
  let heading = '';
  const blocks: Block[] = [];
  for (const [, title, indent = '', commands = ''] of page.matchAll(
    /^#+ (.*)$|^( *)```sh\n([^]*?)^\2```$/gm,
  )) {
    if (title !== undefined) heading = title;
    else blocks.push({ heading, commands: commands.replaceAll(new RegExp(`^${indent}`, 'gm'), '') });
  }
  return blocks;
}

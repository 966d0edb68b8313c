#!/usr/bin/env node
// The command `cliquez-signalez`, for a Node that is recent enough. An older one must be able to read this file, and so
// nothing of ours is imported before its version is known: it would stop there with a stack, and not with a sentence.
import process from 'node:process';

/** The same as in `engines` of package.json. */
const NEEDED = [22, 18] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  const { main } = await import('./commands/main.ts');
  await main();
} else {
  console.error(
    `cliquez-signalez needs Node ${NEEDED.join('.')} or later; ${process.execPath} is Node ${process.versions.node}. ` +
      'Node 24 is at https://nodejs.org/, and for Debian at https://github.com/nodesource/distributions.',
  );
  process.exitCode = 1;
}

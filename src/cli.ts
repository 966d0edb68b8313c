#!/usr/bin/env node
// Starts the command `cliquez-signalez` if Node is recent enough. An older Node must also be able to read this file,
// so the command is imported only after the version check: the user then gets a sentence instead of a stack trace.
import process from 'node:process';

/** Minimum version of Node, equal to `engines` in receiver/package.json. */
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

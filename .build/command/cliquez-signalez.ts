#!/usr/bin/env node
// `npx cliquez-signalez` in a clone of the repository: the command of the receiver's package, from its sources, and
// `messages`, for translators. No package has `messages`: it writes the sources of the languages.

import process from 'node:process';

if (process.argv[2] === 'messages') {
  const { messages } = await import('../messages/command.ts');
  await messages(process.argv.slice(3));
} else {
  await import('../../src/cli.ts');
}

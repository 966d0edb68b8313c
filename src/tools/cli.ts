#!/usr/bin/env node
// Starts the command `cliquez-signalez-tools` if Node is recent enough.
import { onRecentNode } from '../command-line/node-version.ts';

await onRecentNode('cliquez-signalez-tools', async () => (await import('./commands/main.ts')).main());

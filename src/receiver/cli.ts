#!/usr/bin/env node
// Starts the command `cliquez-signalez` where Node is recent enough.
import { onRecentNode } from '../command-line/node-version.ts';

await onRecentNode('cliquez-signalez', async () => (await import('./commands/main.ts')).main());

#!/usr/bin/env node
// Starts the command `cliquez-signalez` where Node is recent enough.
import { onRecentNode } from 'cliquez-signalez-tools/node-version';

await onRecentNode('cliquez-signalez', async () => (await import('./commands/main.ts')).main());

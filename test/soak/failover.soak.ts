// A million requests while servers and receivers fail, clocks jump and disks are full.
import { test } from 'node:test';
import { runInOwnNetwork } from '../failover/own-network.ts';

test('1,000,000 requests', (t) => runInOwnNetwork(t, new URL('failover.inside.ts', import.meta.url)));

// A million requests, and 200,000 with SYNCHRONOUS_STANDBY=1, while servers and receivers fail, clocks jump and disks are full.
import { test } from 'node:test';
import { runInOwnNetwork } from '../failover/own-network.ts';

test('1,000,000 requests, and 200,000 with SYNCHRONOUS_STANDBY=1', (t) =>
  runInOwnNetwork(t, new URL('failover.inside.ts', import.meta.url)));

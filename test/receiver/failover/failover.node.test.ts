// Reports arrive at several receivers while two PostgreSQL servers are killed, cut off, demoted, brought back and
// promoted: nothing that was acknowledged is lost. Where no network namespace can be made, proxies cut the links. The long
// run is test/receiver/soak/failover.soak.ts.
import { test } from 'node:test';
import { runInOwnNetwork } from './own-network.ts';

test('two servers fail in every way while reports arrive', (t) =>
  runInOwnNetwork(t, new URL('failover.inside.ts', import.meta.url)));

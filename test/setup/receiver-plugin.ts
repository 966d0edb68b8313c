// Gives browser tests the real receiver behind the fault proxy, as server commands of Web Test Runner.
//
//   receiver          → { endpoint }: where to post reports
//   receiver-reports  → string[]: the bodies that the receiver stored, oldest first
//   receiver-with     settings → { endpoint }: one more receiver, set up so (SEAL_KEYS…); each engine has its own.
//                     RECEIPT_KEY is the text of the file
//   receiver-with-reports  endpoint → string[]: the bodies that this one stored
//   receiver-outcome  { endpoint, reference, state } → what `setOutcome` says: a hotline sets what became of a report
//   receiver-follow-ups  endpoint → the rows of follow-ups, as text
//   fault             { mode, times? }: how to break the next requests; reset it with { mode: 'none' }
//   release           answers what a stalled request waits for
//   strays            → what followed a redirect to another host
//   requests          → what the proxy saw; requests-clear forgets it
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import { DEFAULT_PATH } from '../../src/receiver/protocol/paths.ts';
import { openStore } from '../../src/receiver/store/open-store.ts';
import type { FollowUpState } from '../../src/core/follow-up/answer.ts';
import { startFaultProxy, type FaultMode, type FaultProxy } from './fault-proxy.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';
import { recordsOf } from '../receiver/follow-up-given.ts';

/** Payload of the command `fault`. */
export interface Fault {
  mode: FaultMode;
  times?: number;
}

/** The settings with the receipts' key in a file, which a page cannot write. */
async function withKeyFile(settings: Record<string, string>): Promise<Record<string, string>> {
  const { RECEIPT_KEY: key } = settings;
  if (!key) return settings;
  const file = join(await mkdtemp(join(tmpdir(), 'receipt-key-')), 'receipt-key.json');
  await writeFile(file, key);
  return { ...settings, RECEIPT_KEY: file };
}

export function receiverPlugin(): TestRunnerPlugin {
  let receiver: TestReceiver;
  let proxy: FaultProxy;
  /** Endpoint → receiver with settings of its own. */
  const others = new Map<unknown, TestReceiver>();

  const commands: Record<string, (payload: unknown) => unknown> = {
    receiver: () => ({ endpoint: proxy.url + DEFAULT_PATH }),
    'receiver-reports': () => receiver.reports(),
    'receiver-with': async (settings) => {
      const other = await startReceiver(await withKeyFile(settings as Record<string, string>));
      const endpoint = other.url + DEFAULT_PATH;
      others.set(endpoint, other);
      return { endpoint };
    },
    'receiver-with-reports': (endpoint) => others.get(endpoint)?.reports() ?? [],
    'receiver-outcome': async (payload) => {
      const { endpoint, reference, state } = payload as Record<string, string>;
      const store = await openStore(`sqlite:${(others.get(endpoint) ?? receiver).database}`);
      const result = await store.followUps.setOutcome(reference!, { state: state as FollowUpState });
      await store.close();
      return result;
    },
    'receiver-follow-ups': async (endpoint) => {
      const store = await openStore(`sqlite:${(others.get(endpoint) ?? receiver).database}`);
      const rows = await recordsOf(store);
      await store.close();
      return rows;
    },
    release: () => {
      proxy.release();
      return true;
    },
    strays: () => proxy.strays(),
    requests: () => proxy.requests(),
    'requests-clear': () => {
      proxy.clearRequests();
      return true;
    },
    fault: (payload) => {
      const { mode, times } = payload as Fault;
      proxy.setFault(mode, times);
      return true;
    },
  };

  return {
    name: 'receiver',
    async serverStart() {
      receiver = await startReceiver();
      proxy = await startFaultProxy(receiver.url);
    },
    async serverStop() {
      await proxy.stop();
      await receiver.stop();
      await Promise.all([...others.values()].map((other) => other.stop()));
    },
    // An answer other than undefined tells Web Test Runner that the command was known.
    executeCommand: ({ command, payload }) => commands[command]?.(payload),
  };
}

// A receiver whose memory another process searches: it takes reports until midnight, then continues. It prints a line
// at each stage and waits for one in return. forgetting.node.test.ts starts it.
import { once } from 'node:events';
import { mock } from 'node:test';
import { writeHeapSnapshot } from 'node:v8';
import { createReceiver, openStore } from '../../src/receiver/index.ts';
import { postRequest } from './harness.ts';
import { sampleReport } from './sample-report.ts';

const MINUTE_MS = 60_000;

// The salts are keys that cannot be exported. Here they can, so that the searcher knows what to look for. The output is
// masked, and so is the exported copy: the only plain copy left is the one under test.
const salts: string[] = [];
const { subtle } = crypto;
const { generateKey } = subtle;
const generateReadableKey = async (
  algorithm: HmacKeyGenParams,
  _extractable: boolean,
  usages: KeyUsage[],
) => {
  const key = await generateKey.call(subtle, algorithm, true, usages);
  const bytes = new Uint8Array(await subtle.exportKey('raw', key as CryptoKey));
  for (const index of bytes.keys()) bytes[index]! ^= 0xff;
  salts.push(Buffer.from(bytes).toString('hex'));
  return key;
};
// Not mock.method: it keeps a reference to every key.
Object.defineProperty(subtle, 'generateKey', { value: generateReadableKey });

const snapshot = process.argv[2]!;
mock.timers.enable({ apis: ['Date', 'setTimeout'], now: Date.UTC(2026, 10, 24, 23, 55) });
const receive = createReceiver({ store: await openStore('sqlite::memory:') });

/** Builds each address from parts, so that the search does not match a line of this file. */
const addressOf = (first: number, last: number): string => [first, 0, 113, last].join('.');

async function takeReports(first: number): Promise<void> {
  for (let last = 1; last <= 50; last++) {
    const { status } = await receive(postRequest(sampleReport()), { address: addressOf(first, last) });
    if (status !== 201) throw new Error(`answered ${status}`);
  }
}

async function pause(): Promise<void> {
  for (let pass = 0; pass < 3; pass++) {
    globalThis.gc!();
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.stdout.write(`${salts.splice(0).join(',')}\n`);
  await once(process.stdin, 'data');
}

await takeReports(203);
await pause();

mock.timers.tick(15 * MINUTE_MS - 1);
await pause();

mock.timers.tick(1);
await takeReports(198);
// Kept in memory on purpose, so that the search has one match.
const held = { address: addressOf(192, 7) };
await pause();
writeHeapSnapshot(snapshot);
process.stdout.write(`${held.address.length}\n`);
process.stdin.destroy();

// After midnight and one more window, the receiver knows nothing about its sources.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { openSync, readFileSync, readSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawnTied } from '../setup/tied.ts';
import { temporaryFolder } from './harness.ts';

const SCRIPT = fileURLToPath(new URL('forgetting-process.ts', import.meta.url));

test('after midnight and a window, neither the salts of before nor an address can be found in memory', async (t) => {
  const snapshot = join(await temporaryFolder(t), 'receiver.heapsnapshot');
  const child = spawnTied(process.execPath, ['--expose-gc', SCRIPT, snapshot], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  const goOn = () => child.stdin!.write('\n');

  const before = saltsOf(await nextLine());
  assert.ok(before.length >= 2);
  const inUse = countIn(t, child.pid!, before);
  goOn();

  assert.deepEqual(saltsOf(await nextLine()), []);
  const atLast = countIn(t, child.pid!, before);
  goOn();

  const after = saltsOf(await nextLine());
  const [old, present] = [countIn(t, child.pid!, before), countIn(t, child.pid!, after)];
  goOn();
  await nextLine();
  await once(child, 'close');

  if (inUse && atLast && old && present) {
    assert.ok(
      inUse.every((count) => count > 0),
      `in use: ${inUse.join()}`,
    );
    // The window of ten minutes still counts in the next window; the window of a minute has long expired.
    assert.equal(atLast.filter((count) => count > 0).length, 1, `a moment before: ${atLast.join()}`);
    assert.ok(
      old.every((count) => count === 0),
      `afterwards: ${old.join()}`,
    );
    assert.ok(
      present.every((count) => count > 0),
      `the next ones: ${present.join()}`,
    );
  }

  const heap = readFileSync(snapshot, 'latin1');
  assert.ok(heap.includes('192.0.113.7'), 'the search finds what is there');
  // A boolean, because the snapshot is too long to print. `203.0.113.0/24` stands in the list of special networks.
  assert.ok(!/(203|198)\.0\.113\.[1-9]/.test(heap), 'an address is in memory');
});

function saltsOf(line: string): Buffer[] {
  return line
    .split(',')
    .filter(Boolean)
    .map((hex) => Buffer.from(hex, 'hex').map((byte) => byte ^ 0xff) as Buffer);
}

/** Number of copies of each byte sequence in a process's writable memory; undefined if the memory is unreadable. */
function countIn(t: TestContext, pid: number, needles: readonly Buffer[]): number[] | undefined {
  let memory: number | undefined;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
    const counts = needles.map(() => 0);
    for (const bytes of regionsOf(memory, pid))
      for (const [index, needle] of needles.entries()) counts[index]! += occurrences(bytes, needle);
    return counts;
  } catch (error) {
    t.diagnostic(
      `The memory of another process cannot be read here: ${(error as NodeJS.ErrnoException).code}`,
    );
    return undefined;
  } finally {
    if (memory !== undefined) closeSync(memory);
  }
}

function* regionsOf(memory: number, pid: number): Generator<Buffer> {
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
    if (from === undefined || to === undefined) continue;
    const start = BigInt(`0x${from}`);
    const bytes = Buffer.alloc(Number(BigInt(`0x${to}`) - start));
    // Some device regions refuse reads. They hold no data of ours.
    const size = readable(() => readSync(memory, bytes, 0, bytes.length, start as unknown as number));
    yield bytes.subarray(0, size);
  }
}

function readable(read: () => number): number {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return 0;
    throw error;
  }
}

function occurrences(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) count++;
  return count;
}

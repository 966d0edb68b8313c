// How many connections one network may hold open, and that what ends makes room again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createConnectionLimit } from '../../src/receiver/http/connection-limit.ts';

/** How many connections from these addresses are let in, and the functions that end them. */
function openFrom(take: ReturnType<typeof createConnectionLimit>, addresses: readonly string[]) {
  return addresses.map((address) => take(address)).filter((end) => end !== undefined);
}

const HERE = '203.0.113.7';
const hosts = (count: number) => Array.from({ length: count }, (_, index) => `203.0.113.${index % 256}`);

test('one address holds a hundred connections, and another has its own', () => {
  const take = createConnectionLimit();
  const ends = openFrom(take, Array(150).fill(HERE));
  assert.equal(ends.length, 100);
  assert.ok(take('203.0.113.8'));
  // One that is refused does not count, so that one that ends makes room for one.
  ends[0]!();
  assert.equal(openFrom(take, Array(5).fill(HERE)).length, 1);
});

test('a /24 and a /48 hold four hundred, whatever their addresses', () => {
  const take = createConnectionLimit();
  const ends = openFrom(take, hosts(500));
  assert.equal(ends.length, 400);
  assert.equal(take(HERE), undefined);
  assert.ok(take('203.0.114.7'));
  const wide = Array.from({ length: 500 }, (_, index) => `2001:db8:7:${index.toString(16)}::1`);
  assert.equal(openFrom(take, wide).length, 400);
  for (const end of ends) end();
  assert.equal(openFrom(take, hosts(500)).length, 400);
});

test('an address that tells nothing of the client is never counted', () => {
  const take = createConnectionLimit();
  for (const address of ['127.0.0.1', '10.1.2.3', undefined]) {
    for (let count = 0; count < 500; count++) {
      const end = take(address);
      assert.ok(end);
      if (count % 2 === 0) end();
    }
  }
});

test('a network is forgotten with its last connection', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heldBytes = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const take = createConnectionLimit();
  const before = heldBytes();
  for (let index = 0; index < 20_000; index++) take(`2600:${(index >> 8) + 1}:${index & 255}::1`)!();
  // These networks would be some megabytes.
  assert.ok(heldBytes() - before < 1_000_000);
  assert.ok(take(HERE));
});

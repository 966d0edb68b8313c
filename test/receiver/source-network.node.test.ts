// The network under which each address is counted, and the addresses that identify no source.
import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { networksOf } from '../../src/receiver/admission/source-network.ts';

const known: [address: string, fine: string, coarse: string][] = [
  ['203.0.113.7', '203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113'],
  ['::FFFF:cb00:7107', '203.0.113.7', '203.0.113'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7', '203.0.113'],
  ['64:ff9b::203.0.113.7', '203.0.113.7', '203.0.113'],
  ['64:FF9B:0:0:0:0:cb00:7107', '203.0.113.7', '203.0.113'],
  ['2001:db8:5:6:7:8:9:a', '2001:db8:5:6'.replaceAll(/[0-9a-f]+/g, toDecimal), '8193:3512:5'],
  ['2001:0DB8:5:6::', '8193:3512:5:6', '8193:3512:5'],
  ['2001:db8::1', '8193:3512:0:0', '8193:3512:0'],
  ['2606:4700::6810:85e5%eth0', '9734:18176:0:0', '9734:18176:0'],
  // `ffff` in the sixth place is IPv4 behind five zeros alone: else a whole network would be counted as one line.
  ['2001:db8::ffff:203.0.113.7', '8193:3512:0:0', '8193:3512:0'],
  ['2600::5:ffff:cb00:7107', '9728:0:0:0', '9728:0:0'],
  // The zeros that `::` stands for come where it stands.
  ['2a01:e0a::d:1:2:3', '10753:3594:0:0', '10753:3594:0'],
  ['2a01::c:d:1:2:3:4', '10753:0:12:13', '10753:0:12'],
];

function toDecimal(group: string): string {
  return String(parseInt(group, 16));
}

for (const [address, fine, coarse] of known) {
  test(`${address} is counted as ${fine} and ${coarse}`, () => {
    assert.deepEqual(networksOf(address), { fine, coarse });
  });
}

const silent = [
  undefined,
  '',
  'unknown',
  'localhost',
  '203.0.113',
  '203.0.113.7.8',
  '203.0.113.256',
  '203.0.113.7:80',
  '1.2.3.4, 5.6.7.8',
  '2001:db8::1::2',
  '2001:db8:1',
  ']',
  '::1]@[::2',
  '1]@a2600.example/',
  '127.0.0.1',
  '127.8.9.10',
  '::ffff:127.0.0.1',
  '::1',
  '::',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.0.1',
  '100.64.0.1',
  '100.127.255.255',
  'fd12:3456::1',
  'fe80::1%eth0',
  // A translator must not write these so (RFC 6052 §3.1); and IPv4 stands in neither of the last three.
  '64:ff9b::10.1.2.3',
  '64:ff9b:1::203.0.113.7',
  '64:ff9b:0:0:0:1:cb00:7107',
  '::203.0.113.7',
];

for (const address of silent) {
  test(`${address} tells nothing of who is there`, () => assert.equal(networksOf(address), undefined));
}

for (const address of [
  '100.63.0.1',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.0.1',
  '169.253.0.1',
]) {
  test(`${address}, beside a private network, is counted`, () =>
    assert.equal(networksOf(address)?.fine, address));
}

test('two addresses share a network exactly where Node says so, however they are written', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.ipV6(), fc.constantFrom(48, 64), (one, other, bits) => {
      const [a, b] = [networksOf(one), networksOf(other)];
      if (!a || !b) return;
      const list = new BlockList();
      list.addSubnet(one, bits, 'ipv6');
      const isSame = bits === 64 ? a.fine === b.fine : a.coarse === b.coarse;
      assert.equal(isSame, list.check(other, 'ipv6'));
    }),
  );
  fc.assert(
    fc.property(fc.ipV4(), (address) =>
      assert.deepEqual(networksOf(`::ffff:${address}`), networksOf(address)),
    ),
  );
  fc.assert(
    fc.property(fc.ipV4(), (address) =>
      assert.deepEqual(networksOf(`64:ff9b::${address}`), networksOf(address)),
    ),
  );
  fc.assert(fc.property(fc.string(), (text) => void networksOf(text)));
});

const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');
mapped.addSubnet('64:ff9b::', 96, 'ipv6');

test('10,000 addresses of eight groups are counted as IPv4 where they are behind one of the two prefixes, and nowhere else', () => {
  const group = fc.oneof(
    fc.constantFrom(0, 0, 0, 0xffff, 0x64, 0xff9b, 0x2001, 0x2a01),
    fc.integer({ min: 0, max: 0xffff }),
  );
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const address = groups.map((one) => one.toString(16)).join(':');
      const found = networksOf(address);
      if (!found) return;
      assert.equal(found.fine.includes('.'), mapped.check(address, 'ipv6'), address);
      if (found.fine.includes('.')) return;
      assert.equal(found.fine, groups.slice(0, 4).join(':'), address);
      assert.equal(found.coarse, groups.slice(0, 3).join(':'), address);
    }),
    { numRuns: 10_000, seed: 20_261_129 },
  );
});

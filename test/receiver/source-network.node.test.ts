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

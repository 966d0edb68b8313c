// The follow-up code: vectors for other implementations, every slip of the pen that it tells, and what does not lead back.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { isReportNumber, makeCode, readCode, writtenCode } from '../../src/core/follow-up/code.ts';
import { hashOf, locatorOf } from '../../src/core/follow-up/locator.ts';
import { drawReference } from '../../src/receiver/intake/reference.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

interface Vectors {
  readonly codes: readonly {
    readonly drawn: readonly number[];
    readonly code: string;
    readonly written: string;
    readonly locator: string;
    readonly hash: string;
  }[];
  readonly typed: readonly { readonly text: string; readonly code?: string; readonly fault?: string }[];
}
const vectors = JSON.parse(
  readFileSync(new URL('data/follow-up-codes.json', import.meta.url), 'utf8'),
) as Vectors;

const codeOf = (drawn: readonly number[]): string => makeCode((bytes) => bytes.set(drawn));
const drawn = fc.array(fc.nat(255), { minLength: 15, maxLength: 15 });

test('the vectors hold', async () => {
  assert.ok(vectors.codes.length >= 4);
  for (const { drawn: bytes, code, written, locator, hash } of vectors.codes) {
    assert.equal(codeOf(bytes), code);
    assert.equal(writtenCode(code), written);
    assert.equal(await locatorOf(code), locator);
    assert.equal(await hashOf(locator), hash);
  }
  for (const { text, code, fault } of vectors.typed) {
    const read = readCode(text);
    assert.deepEqual('code' in read ? [read.code, undefined] : [undefined, read.fault], [code, fault], text);
  }
});

test('locator and hash are what the design says, made by another library', async () => {
  const sha = (text: string): string => createHash('sha256').update(text).digest('base64url');
  for (const { code } of vectors.codes) {
    const locator = sha(`cliquez-signalez follow-up 1\0${code}`);
    assert.equal(await locatorOf(code), locator);
    assert.equal(await hashOf(locator), sha(locator));
  }
});

test('a code reads back, however it is typed', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 2 ** 16 - 1 }), (bytes, mask) => {
      const code = codeOf(bytes);
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{16}$/);
      // Small letters and look-alikes at some places, and something between the groups.
      const typed = [...code].map((one, place) => {
        if (!(mask & (1 << place))) return one;
        if (one === '0') return 'o';
        if (one === '1') return place % 2 ? 'l' : 'I';
        return one.toLowerCase();
      });
      for (const between of ['', ' ', '-', ' – ', '\u00a0', '.'])
        assert.deepEqual(readCode(` ${typed.join('').match(/.{4}/g)!.join(between)}\n`), { code });
      assert.deepEqual(readCode(writtenCode(code)), { code });
    }),
  );
});

test('any one wrong symbol is told', () => {
  fc.assert(
    fc.property(drawn, fc.nat(15), fc.integer({ min: 1, max: 31 }), (bytes, place, shift) => {
      const code = codeOf(bytes);
      const wrong = SYMBOLS[(SYMBOLS.indexOf(code[place]!) + shift) % 32]!;
      const mistyped = code.slice(0, place) + wrong + code.slice(place + 1);
      assert.deepEqual(readCode(mistyped), { fault: 'check' }, `${code} ${mistyped}`);
    }),
  );
});

test('any swap of two different symbols is told, neighbours or not', () => {
  fc.assert(
    fc.property(drawn, fc.nat(15), fc.nat(15), (bytes, one, other) => {
      const symbols = [...codeOf(bytes)];
      fc.pre(symbols[one] !== symbols[other]);
      [symbols[one], symbols[other]] = [symbols[other]!, symbols[one]!];
      assert.deepEqual(readCode(symbols.join('')), { fault: 'check' });
    }),
  );
});

test('a missing, doubled or foreign symbol is told before the check', () => {
  const code = codeOf(Array.from({ length: 15 }, (_, n) => n * 17));
  assert.deepEqual(readCode(code.slice(1)), { fault: 'length', length: 15 });
  assert.deepEqual(readCode(code + code[0]), { fault: 'length', length: 17 });
  assert.deepEqual(readCode(''), { fault: 'length', length: 0 });
  for (const foreign of ['U', 'é', '!', '٣', '🙂'])
    for (const typed of [code.slice(1) + foreign, foreign + code.slice(1)])
      assert.deepEqual(readCode(typed), { fault: 'symbol', sign: foreign.toUpperCase() }, typed);
  // What a phone's keyboard may write for the same symbols.
  assert.deepEqual(
    readCode([...code].map((one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0)).join('')),
    {
      code,
    },
  );
});

test('the number of a report is known for one, however it is typed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 8, maxLength: 8 }),
      fc.constantFrom('', '-', ' ', '\u2011', ' - '),
      (bytes, between) => {
        const number = drawReference(() => bytes).replace('-', between);
        for (const typed of [number, number.toLowerCase(), ` ${number} `, number.replaceAll('0', 'O')])
          assert.equal(isReportNumber(typed), true, typed);
      },
    ),
  );
});

test('so are numbers of other endpoints that no code with a slip looks like', () => {
  for (const number of [
    'ESSAI-1234',
    'PDC-00123',
    'UK-2026-91',
    '2026-000123',
    '20261201',
    '2026120113501',
  ]) {
    assert.equal(isReportNumber(number), true, number);
    assert.equal(isReportNumber(number.toLowerCase()), true, number);
  }
  // As many signs as a code has.
  assert.equal(isReportNumber('2026 1201 1350 0001'), true);
});

test('a code is no number: neither as it is, nor with slips, nor as far as it is typed', () => {
  fc.assert(
    fc.property(
      // Of a hundred million codes, one has digits alone.
      drawn.filter((bytes) => bytes.some((byte) => (byte & 31) > 9)),
      fc.constantFrom('', '-', ' '),
      fc.array(fc.record({ place: fc.nat(15), kind: fc.nat(4), sign: fc.constantFrom(...SYMBOLS, 'U') }), {
        maxLength: 3,
      }),
      (bytes, between, slips) => {
        const symbols = [...codeOf(bytes)];
        for (const { place, kind, sign } of slips) {
          if (kind === 0) symbols[place] = sign;
          else if (kind === 1) symbols.splice(place, 1);
          else if (kind === 2) symbols.splice(place, 0, sign);
          else symbols.splice(place, 2, ...symbols.slice(place, place + 2).toReversed());
        }
        const typed = symbols.filter(Boolean).join('');
        // Slips that leave digits alone make a number of it.
        if (/^[\dOIL]*$/.test(typed)) return;
        assert.equal(isReportNumber(typed.match(/.{1,4}/g)!.join(between)), false, typed);
      },
    ),
  );
  const code = '7M4M2QXDB01TY9GQ';
  for (const typed of [4, 5, 7, 9, 12, 15].map((length) => code.slice(0, length))) {
    assert.equal(isReportNumber(typed), false, typed);
    assert.equal(isReportNumber(typed.match(/.{1,4}/g)!.join('-')), false, typed);
  }
  // A group that is left out.
  assert.equal(isReportNumber('7M4M-2QXD-Y9GQ'), false);
});

test('what no endpoint writes is no number', () => {
  for (const text of ['', ' ', '-', '1234', 'N° 7K4M-2QXD', '7K4M_2QXD', 'é1234567', '1'.repeat(33)])
    assert.equal(isReportNumber(text), false, text);
});

test('codes are drawn evenly, and none comes twice', () => {
  const count = new Map<string, number>();
  const codes = Array.from({ length: 20_000 }, () => makeCode());
  for (const code of codes) for (const one of code) count.set(one, (count.get(one) ?? 0) + 1);
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(count.size, 32);
  // 10,000 of each: five standard deviations, of about 98.
  for (const [one, times] of count) assert.ok(Math.abs(times - 10_000) < 492, `${one}: ${times}`);
});

/** Multiplies in GF(32) with x⁵ + x² + 1, by hand. */
function product(one: number, other: number): number {
  let whole = 0;
  for (let bit = 0; bit < 5; bit++) if (other & (1 << bit)) whole ^= one << bit;
  for (let bit = 8; bit >= 5; bit--) if (whole & (1 << bit)) whole ^= 0b100101 << (bit - 5);
  return whole;
}

for (const language of ['en', 'fr'])
  test(`the weights that the contract prints make the sum of every code zero (${language})`, () => {
    const page = new URL(`../../demo/site/pages/${language}/contract.md`, import.meta.url);
    const printed = /\b(?:\d+, ){15}\d+\b/.exec(readFileSync(page, 'utf8'))![0];
    const weights = printed.split(', ').map(Number);
    assert.equal(new Set(weights).size, 16);
    assert.ok(!weights.includes(0));
    fc.assert(
      fc.property(drawn, (bytes) => {
        const values = [...codeOf(bytes)].map((one) => SYMBOLS.indexOf(one));
        assert.equal(
          values.reduce((sum, value, place) => sum ^ product(value, weights[place]!), 0),
          0,
        );
      }),
    );
  });

// Checks whether an onion address of version 3 is whole, by its own checksum (rend-spec-v3, « ONIONADDRESS »).

/** Keccak-f[1600] on 25 lanes of 64 bits, in place (FIPS 202 §3.2); the lane (x, y) has the index x + 5y. */
function permute(lanes: bigint[]): void {
  // Rotating 64 bits equals multiplying modulo 2^64 - 1. A lane equal to the modulus would give 0: it stays unchanged.
  const turned = (lane: bigint, by: bigint): bigint => (lane << by) % (2n ** 64n - 1n) || lane;
  let register = 1;
  for (let round = 0; round < 24; round++) {
    // θ
    const sums = [0n, 0n, 0n, 0n, 0n];
    lanes.forEach((lane, i) => (sums[i % 5]! ^= lane));
    lanes.forEach((_, i) => (lanes[i]! ^= sums[(i + 4) % 5]! ^ turned(sums[(i + 1) % 5]!, 1n)));
    // ρ and π
    let carried = lanes[1]!;
    for (let t = 1n, by = 1n, i = 1; t < 25n; by += ++t) {
      const y = Math.floor(i / 5);
      i = y + ((2 * i + 3 * y) % 5) * 5;
      [carried, lanes[i]] = [lanes[i]!, turned(carried, by)];
    }
    // χ
    const rows = [...lanes];
    const beside = (i: number, by: number): bigint => rows[i - (i % 5) + ((i + by) % 5)]!;
    lanes.forEach((_, i) => (lanes[i]! ^= ~beside(i, 1) & beside(i, 2)));
    // ι
    for (let bit = 1n; bit < 65n; bit *= 2n) {
      if (register & 1) lanes[0]! ^= 1n << (bit - 1n);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
}

/**
 * Whether a label is that of an onion service of version 3: 56 characters of base32, in lower case, which hold a key
 * of 32 bytes, the first two bytes of SHA3-256(".onion checksum" + key + version), and the version, 3.
 */
export function isOnionKey(label: string): boolean {
  if (!/^[a-z2-7]{56}$/.test(label)) return false;
  let bits = 0n;
  // In base 36, the letters are 10 to 35. In base32, the letters are 0 to 25, and the digits 2 to 7 are 26 to 31.
  for (const sign of label) bits = bits * 32n + BigInt((parseInt(sign, 36) + 24) % 34);
  // « .onion checksum », key, version, and the 6 that begins the padding; the padding ends in the block's last bit.
  const message = (0x2e6f6e696f6e20636865636b73756dn << 272n) | ((bits >> 24n) << 16n) | 0x306n;
  const lanes: bigint[] = [];
  let reversed = 0n;
  for (let rest = message; rest; rest >>= 8n) reversed = (reversed << 8n) | (rest & 255n);
  for (let i = 0n; i < 25n; i++) lanes.push(((reversed | (1n << 1087n)) >> (64n * i)) % 2n ** 64n);
  permute(lanes);
  const sum = lanes[0]!;
  return bits % 2n ** 24n === ((sum & 255n) << 16n) + (sum & 0xff00n) + 3n;
}

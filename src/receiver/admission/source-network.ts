// The two networks counted for a request: addresses are neither listed nor kept.

/** The networks that an address lies in, as texts that are equal for equal networks. */
export interface SourceNetworks {
  /** The network of one household or one school: the IPv4 address itself (/32), or the /64 of an IPv6 address. */
  readonly fine: string;
  /** The largest network of one provider's customer: /24, or /48. */
  readonly coarse: string;
}

/**
 * Finds the networks of an address.
 * @param address IPv4 or IPv6, as a socket or a proxy writes it; IPv4 within IPv6 counts as IPv4
 * @returns undefined if the address does not identify a client: it is missing, or belongs to this machine or a
 * private network, which means an undeclared proxy. Counting a proxy would make all reporters one source.
 */
export function networksOf(address: string | undefined): SourceNetworks | undefined {
  if (address === undefined) return undefined;
  const groups = groupsOf(address);
  const bytes = IPV4.test(address) ? address.split('.').map(Number) : groups && embeddedBytes(groups);
  if (bytes) return isPublicIpv4(bytes) ? textsOf(bytes, '.', 4, 3) : undefined;
  return groups && isPublicIpv6(groups) ? textsOf(groups, ':', 4, 3) : undefined;
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

const textsOf = (parts: number[], separator: string, fine: number, coarse: number): SourceNetworks => ({
  fine: parts.slice(0, fine).join(separator),
  coarse: parts.slice(0, coarse).join(separator),
});

// The URL parser reads every notation of an IPv6 address, and writes a single one. A zone is dropped, because it has a
// meaning on its own machine alone.
function groupsOf(address: string): number[] | undefined {
  const host = URL.parse(`http://[${address.replace(/%.*/s, '')}]`)?.hostname;
  if (!host?.startsWith('[')) return undefined;
  const [head = [], tail = []] = host
    .slice(1, -1)
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')).map((group) => parseInt(group, 16)));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}

// The prefixes of 96 bits before an IPv4 address: ::ffff:203.0.113.7, as a server that listens on both families sees
// IPv4; 64:ff9b::203.0.113.7, as a translator in front of a server with IPv6 alone writes it (RFC 6052 §2.1). Translators
// may also use 64:ff9b:1::/48 (RFC 8215), where each operator chooses how many bits come before: such an address stays
// one that tells nothing.
const BEFORE_IPV4 = [
  [0, 0, 0, 0, 0, 0xffff],
  [0x64, 0xff9b, 0, 0, 0, 0],
];

function embeddedBytes(groups: number[]): number[] | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  const isEmbedded = BEFORE_IPV4.some((prefix) => prefix.every((group, index) => group === groups[index]));
  return isEmbedded ? [high >> 8, high & 255, low >> 8, low & 255] : undefined;
}

// RFC 6890: this machine, private networks, link-local addresses, and those that providers use inside.
function isPublicIpv4([first = 0, second = 0]: number[]): boolean {
  if (first === 0 || first === 10 || first === 127) return false;
  if (first === 100) return second < 64 || second > 127;
  if (first === 172) return second < 16 || second > 31;
  return !(first === 169 && second === 254) && !(first === 192 && second === 168);
}

// Global unicast is 2000::/3; outside it lie ::1, fc00::/7 (private) and fe80::/10 (link-local).
function isPublicIpv6([first = 0]: number[]): boolean {
  return first >> 13 === 1;
}

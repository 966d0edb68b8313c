// Addresses and networks as an operator writes them: `127.0.0.1`, `::1`, `10.0.0.0/8`.
import { isIP, type BlockList } from 'node:net';

// The pattern restricts the length of a network, because Number() also accepts 033 and 4e1.
const ENTRY = /^(?<address>[^/]+?)(?:\/(?<length>0|[1-9]\d{0,2}))?$/;

/** Adds an address or a network to a list. @returns false if the text is neither */
export function addNetwork(list: BlockList, entry: string): boolean {
  const { address = '', length } = ENTRY.exec(entry)?.groups ?? {};
  const family = familyOf(address);
  const bits = isIP(address) === 4 ? 32 : 128;
  if (!isIP(address) || address.includes('%') || Number(length) > bits) return false;
  if (length === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(length), family);
  return true;
}

export function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

// Finds the address of a client: reads X-Forwarded-For past the trusted proxies.
import { BlockList, isIP } from 'node:net';
import { addNetwork, familyOf } from '../protocol/networks.ts';

/** An entry of the trusted proxies is neither an address nor a network. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
}

/**
 * Finds the address of a client.
 * @param socketAddress the other end of the connection
 * @param forwardedFor the header `X-Forwarded-For`, its lines joined by commas
 * @returns the address, in lower case, IPv4 as such; undefined if a trusted proxy does not give one
 */
export type AddressReader = (
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
) => string | undefined;

/**
 * Makes the reader for a list of trusted proxies. Each proxy adds the address that it saw at the right of the header.
 * So the header is read from the right, as long as the proxy that wrote an entry is trusted. Entries of the client
 * itself are further left, and are never believed.
 * @param trusted addresses and networks, such as `127.0.0.1`, `::1` or `10.0.0.0/8`
 * @throws {ProxyError} naming the first entry that is neither
 */
export function createAddressReader(trusted: readonly string[]): AddressReader {
  const isTrusted = createProxyCheck(trusted);

  return (socketAddress, forwardedFor = '') => {
    const hops = forwardedFor === '' ? [] : forwardedFor.split(',');
    let address = readAddress(socketAddress ?? '');
    while (address !== undefined && hops.length > 0 && isTrusted(address)) {
      address = readAddress(hops.pop() ?? '');
    }
    return address;
  };
}

/**
 * Makes the check whether an address belongs to a trusted proxy.
 * @param trusted as for `createAddressReader`
 * @throws {ProxyError} naming the first entry that is neither an address nor a network
 */
export function createProxyCheck(trusted: readonly string[]): (address: string | undefined) => boolean {
  const proxies = new BlockList();
  for (const entry of trusted)
    if (!addNetwork(proxies, entry))
      throw new ProxyError(
        `« ${entry} » is neither an address nor a network. Write them such as 127.0.0.1, ::1 or 10.0.0.0/8`,
      );
  return (text) => {
    const address = readAddress(text ?? '');
    return address !== undefined && proxies.check(address, familyOf(address));
  };
}

// An address as proxies write it: with a port (`192.0.2.1:443`, `[2001:db8::1]:443`), a zone, or IPv4 as seen by an
// IPv6 socket.
const HOP = /^(?:\[(?<bracketed>[^\]]+)\](?::\d+)?|(?<dotted>[\d.]+):\d+|(?<plain>.+))$/;

function readAddress(text: string): string | undefined {
  const { bracketed, dotted, plain } = HOP.exec(text.trim())?.groups ?? {};
  const address = (bracketed ?? dotted ?? plain ?? '').toLowerCase().replace(/%.*/, '');
  const mapped = /^::ffff:([\d.]+)$/.exec(address)?.[1];
  if (mapped !== undefined && isIP(mapped) === 4) return mapped;
  return isIP(address) ? address : undefined;
}

// The address of a webhook: which URLs, secrets and networks are accepted.
import { BlockList, isIP } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { addNetwork, familyOf } from '../protocol/networks.ts';
import { AlertError, type WebhookOptions } from './alert-options.ts';

/** Signs messages by one secret. */
interface Signer {
  sign(id: string, at: Date, body: string): string;
}

/** A webhook that can be called. */
export interface WebhookTarget {
  readonly url: URL;
  readonly signers: readonly Signer[];
  readonly on: 'urgent' | 'all';
  readonly body: 'reference' | 'report';
  /** Longest time of a request. */
  readonly patienceMs: number;
  /** Whether a connection to this IP address is allowed. */
  readonly isAllowed: (address: string) => boolean;
}

/** Standard Webhooks recommends 15 to 30 seconds. */
const PATIENCE_MS = 15_000;

/** @throws {AlertError} naming the option, and what to write */
export function readTarget({
  url: text,
  secrets,
  on = 'urgent',
  body = 'reference',
  networks = [],
}: WebhookOptions): WebhookTarget {
  const url = readUrl(text);
  const isAllowed = url.protocol === 'http:' ? isLoopback : allowing(networks);
  const host = hostOf(url);
  if (isIP(host) && !isAllowed(host)) throw new AlertError(PRIVATE);
  return { url, signers: readSecrets(secrets), on, body, patienceMs: PATIENCE_MS, isAllowed };
}

/** The host of a URL as a name or an IP address, without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

const PRIVATE =
  'WEBHOOK_URL leads to a private network. If that is meant, name it: WEBHOOK_NETWORKS=10.0.0.0/8 (the network of your ' +
  'address)';

const SCHEME =
  'WEBHOOK_URL must begin with https://, or with http://127.0.0.1 or http://localhost for a program on this machine.';

const LOCAL_NAMES = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

// The address may hold a secret in its path: no message quotes it.
function readUrl(text: string): URL {
  const url = URL.parse(text);
  const isLocal = url?.protocol === 'http:' && LOCAL_NAMES.test(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isLocal)) throw new AlertError(SCHEME);
  if (url.username !== '' || url.password !== '')
    throw new AlertError('WEBHOOK_URL must hold no user and no password: messages are signed.');
  return url;
}

const SECRET =
  'WEBHOOK_SECRET must be whsec_ and 24 to 64 random bytes as Base64, the same as the program that is told has. To make ' +
  'one: echo "whsec_$(openssl rand -base64 32)"';

function readSecrets(secrets: readonly string[]): Signer[] {
  if (secrets.length === 0) throw new AlertError(SECRET);
  return secrets.map((secret) => {
    const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
    const size = encoded === undefined ? 0 : Buffer.from(encoded, 'base64').length;
    if (size < 24 || size > 64) throw new AlertError(SECRET);
    return new Webhook(secret);
  });
}

// https://www.iana.org/assignments/iana-ipv4-special-registry and …ipv6-special-registry: what is not reachable globally. With the
// translation of IPv4 (64:ff9b::/96): where that leads is not seen here.
const SPECIAL_NETWORKS = `
  0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16
  198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
  ::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7
  fe80::/10 ff00::/8
`
  .trim()
  .split(/\s+/);

const special = new BlockList();
for (const network of SPECIAL_NETWORKS) addNetwork(special, network);

const loopback = new BlockList();
for (const network of ['127.0.0.0/8', '::1/128']) addNetwork(loopback, network);

const isIn = (list: BlockList, address: string): boolean => list.check(address, familyOf(address));

const isLoopback = (address: string): boolean => isIn(loopback, address);

function allowing(networks: readonly string[]): (address: string) => boolean {
  const named = new BlockList();
  for (const network of networks)
    if (!addNetwork(named, network))
      throw new AlertError(
        `WEBHOOK_NETWORKS: « ${network} » is neither an address nor a network. Write them such as 10.0.0.0/8`,
      );
  return (address) => !isIn(special, address) || isLoopback(address) || isIn(named, address);
}

// Relays: a partner's own server that hands on what its visitors report, and proves by a secret that it is the partner's.
import { sha256 } from './digest.ts';
import type { Partner } from './partners.ts';

/** Who says that it relays: a partner; nobody, where the secret is none of theirs; undefined where none is shown. */
export type Relay = Partner | 'unknown' | undefined;

/**
 * Finds the partner whose secret a request shows (`Authorization: Bearer …`). Browsers never do: no page may send it.
 * Only digests are compared, which nobody can choose, so the time that it takes tells nothing of the secret.
 */
export async function relayOf(partners: readonly Partner[], headers: Headers): Promise<Relay> {
  const authorization = headers.get('authorization');
  if (authorization === null) return undefined;
  const [, secret = ''] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization) ?? [];
  const digest = await sha256(new TextEncoder().encode(secret));
  return partners.find(({ secretSha256 }) => secretSha256 === digest) ?? 'unknown';
}

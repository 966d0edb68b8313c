// Relays: partners' own servers that forward their visitors' reports, and prove by a secret whose they are.
import { sha256 } from '../protocol/digest.ts';
import type { Partner } from './partners.ts';

/**
 * The relay of a request: a partner; `unknown` if the secret is no partner's; undefined if no secret is shown.
 */
export type Relay = Partner | 'unknown' | undefined;

/**
 * Finds the partner whose secret a request shows (`Authorization: Bearer …`). Browsers never show one: no page may send
 * this header. Only digests are compared. A client cannot choose a digest, so the duration tells nothing of the secret.
 */
export async function relayOf(partners: readonly Partner[], headers: Headers): Promise<Relay> {
  const authorization = headers.get('authorization');
  if (authorization === null) return undefined;
  const [, secret] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization) ?? [];
  // A partner may have been given the digest of nothing: `sha256sum` of a variable that was not set.
  if (secret === undefined) return 'unknown';
  const digest = await sha256(new TextEncoder().encode(secret));
  return partners.find(({ secretSha256 }) => secretSha256 === digest) ?? 'unknown';
}

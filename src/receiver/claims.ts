// Claims: which partner a report says that it comes from, and whether that holds.
import type { Partner } from './partners.ts';
import { relayOf } from './relays.ts';

/** What a report says of its partner. */
export interface Claim {
  /** The partner, where the claim holds and there is a list of partners. */
  readonly partner: Partner | undefined;
  /** What is stored as the partner. */
  readonly name: string | null;
  readonly holds: boolean;
  /** Whether the partner's own server has brought it: then its address says nothing about who reports. */
  readonly isRelayed: boolean;
}

/**
 * Judges a claim. Without a list, any id is taken as it comes. With one, only what comes from a partner's own pages is
 * put down to the partner. That binds browsers: a program can name any origin, and finds quotas and proofs in its way.
 * A partner's own server shows a secret instead, and one that is wrong is worse than none.
 */
export async function claimOf(
  partners: readonly Partner[] | undefined,
  partnerId: string | undefined,
  headers: Headers,
): Promise<Claim> {
  if (partnerId === undefined || !partners) {
    return { partner: undefined, name: partnerId ?? null, holds: true, isRelayed: false };
  }
  const partner = partners.find(({ id }) => id === partnerId);
  const relay = await relayOf(partners, headers);
  const isRelayed = relay !== undefined && relay === partner;
  const isOwnPage = relay === undefined && partner?.origins.includes(headers.get('origin') ?? '');
  return partner && (isRelayed || isOwnPage)
    ? { partner, name: partner.id, holds: true, isRelayed }
    : { partner: undefined, name: null, holds: false, isRelayed: false };
}

/** Reports an hour that a relay is expected to bring where its partner has no number: a secret is no reason to trust a flood. */
const RELAYED_PER_HOUR = 100;

/** Reports an hour that are put down to a partner as trusted without a proof of work. */
export function allowanceOf({ perHour }: Partner, isRelayed: boolean): number {
  return perHour ?? (isRelayed ? RELAYED_PER_HOUR : Infinity);
}

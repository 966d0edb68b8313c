// Claims: which partner a report names, and whether the claim is true.
import type { Partner } from './partners.ts';
import { relayOf } from './relays.ts';

/** The verdict on the partner that a report names. */
export interface Claim {
  /** The partner, if the claim holds and there is a list of partners. */
  readonly partner: Partner | undefined;
  /** Value stored as the report's partner. */
  readonly name: string | null;
  readonly holds: boolean;
  /**
   * Whether the partner's own server forwarded the report. The sender's address then says nothing about the reporter.
   */
  readonly isRelayed: boolean;
}

/**
 * Judges a claim. Without a list of partners, any id is accepted. With a list, only a report from a partner's own pages
 * is attributed to the partner. This binds browsers alone: a program can name any origin, but meets quotas and proofs
 * of work. A partner's own server shows a secret instead. With a wrong secret the claim fails, even from the partner's
 * pages.
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

/** Reports an hour that a relay may bring if its partner has no number: a secret is no reason to trust a flood. */
const RELAYED_PER_HOUR = 100;

/** Reports an hour that a partner may send as trusted without a proof of work. */
export function allowanceOf({ perHour }: Partner, isRelayed: boolean): number {
  return perHour ?? (isRelayed ? RELAYED_PER_HOUR : Infinity);
}

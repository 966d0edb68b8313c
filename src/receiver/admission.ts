// Admission: whether a report may be read now, and how far it is trusted. What looks like abuse is marked, not refused:
// behind one address may stand a school, and a person must be able to send.
import type { Challenge } from 'altcha-lib';
import { createChallenger, type Level } from './challenge.ts';
import type { AllowedOrigins } from './headers.ts';
import { checkPartners, type Partner } from './partners.ts';
import { Refusal } from './problems.ts';
import { createRate, type Counted } from './rate.ts';
import { relayOf } from './relays.ts';
import { networksOf, type SourceNetworks } from './source-network.ts';
import type { ReportRow, ReportStore } from './store.ts';

/** What decides on admission; the same words as in `ReceiverOptions`, where they are explained. */
export interface AdmissionOptions {
  readonly store: Pick<ReportStore, 'spend'>;
  readonly now: () => Date;
  readonly origins: AllowedOrigins;
  readonly partners?: readonly Partner[] | undefined;
  readonly processes?: number | undefined;
  readonly freeReports?: number | undefined;
  readonly challengeSecret?: string | undefined;
}

/** A report that was read, and what came with it. */
export interface Arrival {
  readonly submissionId: string;
  readonly partnerId: string | undefined;
  readonly headers: Headers;
  /** Of the sender; only ever counted. */
  readonly address: string | undefined;
}

/** How a report stands with the receiver. */
export interface Standing extends Pick<ReportRow, 'trust' | 'partner'> {
  /** Takes it out of the counts again, where it was stored before or could not be stored. */
  readonly withdraw: () => void;
}

/** How a report stands by its partner alone, and where that was counted. */
interface Weighed extends Pick<ReportRow, 'trust' | 'partner'> {
  readonly counted: readonly Counted[];
  /** Whether the partner's own server has brought it: then its address says nothing about who reports. */
  readonly isRelayed?: boolean;
}

/** Decides on admission. */
export interface Admission {
  /**
   * Lets a post in, before a byte of its body is read.
   * @throws {Refusal} `slow-down` where its source has posted too much within a minute
   */
  enter(address: string | undefined, headers: Headers): Promise<void>;
  /** Weighs a report that may be stored. Refuses none. */
  weigh(arrival: Arrival): Promise<Standing>;
  /**
   * Makes the challenge that a source must solve before its next report counts as trusted.
   * @returns undefined where it need not
   * @throws {Refusal} `slow-down` where the source has asked too often within a minute
   */
  challenge(address: string | undefined): Promise<Challenge | undefined>;
}

const MINUTE_MS = 60_000;

/** Posts that one source may send within a minute, whatever they hold; challenges it may ask for, likewise. */
const MAX_PER_MINUTE = 60;

/** The same for a partner's relay, behind which everybody is who reports there. */
const MAX_RELAYED_PER_MINUTE = 600;

const WINDOW_MS = 10 * MINUTE_MS;

/** Reports of one source within ten minutes that need no proof of work, unless told otherwise. */
const FREE_REPORTS = 5;

/** How many of them beyond the free ones it takes to be asked for more work. */
const LEVELS: readonly [level: Level, below: number][] = [
  [1, 15],
  [2, 45],
  [3, Infinity],
];

/** A wide network counts like one source once it sends as much as so many. */
const SOURCES_PER_NETWORK = 10;

const HOUR_MS = 60 * MINUTE_MS;

/**
 * Makes an admission.
 * @throws {PartnersError | ChallengeSecretError} where an option is wrong
 */
export function createAdmission(options: AdmissionOptions): Admission {
  const { store, now, origins, processes = 1, freeReports = FREE_REPORTS, challengeSecret } = options;
  const partners = options.partners === undefined ? undefined : checkPartners(options.partners, origins);
  const challenger = createChallenger(now, challengeSecret);
  const perMinute = createRate({ windowMs: MINUTE_MS, now, processes });
  const perWindow = createRate({ windowMs: WINDOW_MS, now, processes });
  const perHour = createRate({ windowMs: HOUR_MS, now, processes });

  const limit = async (label: string, most = MAX_PER_MINUTE): Promise<void> => {
    const { before, withdraw } = await perMinute.add(label);
    if (before < most) return;
    // What is refused must not lengthen the wait of those who share the address.
    withdraw();
    throw new Refusal('slow-down', {}, perMinute.secondsLeft() + 1);
  };

  const levelAfter = ([fine, coarse]: readonly Counted[]): Level | 0 => {
    const count = Math.max(fine?.before ?? 0, (coarse?.before ?? 0) / SOURCES_PER_NETWORK);
    if (count < freeReports) return 0;
    return LEVELS.find(([, below]) => count - freeReports < below)![0];
  };

  const countSource = (networks: SourceNetworks | undefined): Promise<Counted[]> =>
    Promise.all(networks ? [perWindow.add(networks.fine), perWindow.add(networks.coarse)] : []);

  const provesWork = async ({ headers, submissionId }: Arrival): Promise<boolean> => {
    const header = headers.get('altcha');
    const proof = header === null ? undefined : await challenger.verify(header);
    if (!proof) return false;
    // Where proofs cannot be marked as used, the report itself decides whether the store works.
    return store.spend({ ...proof, submissionId }).catch(() => false);
  };

  // Without a list, any id is taken as it comes. With one, only what comes from a partner's own pages is put down to
  // the partner. That binds browsers: a program can name any origin, and finds quotas and proofs in its way. A partner's
  // own server shows a secret instead, and one that is wrong is worse than none.
  const weighPartner = async ({ partnerId, headers }: Arrival): Promise<Weighed> => {
    if (partnerId === undefined) return { trust: 'normal', partner: null, counted: [] };
    if (!partners) return { trust: 'normal', partner: partnerId, counted: [] };
    const partner = partners.find(({ id }) => id === partnerId);
    const relay = await relayOf(partners, headers);
    const isRelayed = relay !== undefined && relay === partner;
    const isOwnPage = relay === undefined && partner?.origins.includes(headers.get('origin') ?? '');
    if (!partner || !(isRelayed || isOwnPage)) return { trust: 'low', partner: null, counted: [] };
    const counted = await perHour.add(partner.id);
    const isWithin = counted.before < (partner.perHour ?? Infinity);
    return { trust: isWithin ? 'normal' : 'low', partner: partner.id, counted: [counted], isRelayed };
  };

  return {
    async enter(address, headers) {
      const networks = networksOf(address);
      const relay = networks && (await relayOf(partners ?? [], headers));
      if (typeof relay === 'object') await limit(`relay ${relay.id}`, MAX_RELAYED_PER_MINUTE);
      else if (networks) await limit(`post ${networks.fine}`);
    },
    async weigh(arrival) {
      const { trust, partner, counted, isRelayed } = await weighPartner(arrival);
      const source = await countSource(isRelayed ? undefined : networksOf(arrival.address));
      const isTrusted = trust === 'normal' && (levelAfter(source) === 0 || (await provesWork(arrival)));
      return {
        trust: isTrusted ? 'normal' : 'low',
        partner,
        withdraw: () => withdrawAll([...counted, ...source]),
      };
    },
    async challenge(address) {
      const networks = networksOf(address);
      if (networks) await limit(`challenge ${networks.fine}`);
      const source = await countSource(networks);
      const level = levelAfter(source);
      if (level !== 0) return challenger.issue(level);
      // Asking whether there is anything to prove costs nothing while there is not.
      withdrawAll(source);
      return undefined;
    },
  };
}

function withdrawAll(counted: readonly Counted[]): void {
  for (const { withdraw } of counted) withdraw();
}

// Admission decides whether a report may be read now, and how far it is trusted. A report that looks like abuse is
// marked, and stored only within a budget: one address may serve a whole school. A proof of work always passes.
import { createBudget, type BudgetOptions, type Payer } from './budget.ts';
import { createChallenger, type Level } from './challenge.ts';
import { allowanceOf, claimOf } from './claims.ts';
import type { AllowedOrigins } from '../protocol/headers.ts';
import { checkPartners, type Partner } from './partners.ts';
import { sha256 } from '../protocol/digest.ts';
import { Refusal } from '../protocol/problems.ts';
import { createRate, withdrawAll, type Counted, type Share } from './rate.ts';
import { relayOf, type Relay } from './relays.ts';
import { createQuestionLimits } from './questions.ts';
import { networksOf, type SourceNetworks } from './source-network.ts';
import type { ReportRow } from '../database/records.ts';
import type { ReportStore } from '../store/store.ts';

/** Options of admission. They have the same names as in `ReceiverOptions`, which explains them. */
export interface AdmissionOptions extends Omit<BudgetOptions, 'processes' | 'store'> {
  readonly store: Pick<ReportStore, 'spend' | 'room'>;
  readonly origins: AllowedOrigins;
  readonly partners?: readonly Partner[] | undefined;
  readonly processes?: number | undefined;
  readonly freeReports?: number | undefined;
  readonly challengeSecret?: string | undefined;
}

/** A report that was read, and its claims. */
export interface Arrival {
  readonly submissionId: string;
  readonly partnerId: string | undefined;
  /** Whether it is urgent by a word that this version does not know. */
  readonly isUnclear: boolean;
  readonly headers: Headers;
  /** Address of the sender. It is only counted. */
  readonly address: string | undefined;
}

/** The result of weighing a report. */
export interface Standing extends Pick<ReportRow, 'trust' | 'partner'> {
  /** Why a new report is not stored. It does not apply to a report that was stored before. */
  readonly refusal: Refusal | undefined;
  /** Undoes the report's counts, if it was stored before or could not be stored. */
  readonly withdraw: () => void;
}

/** Decides on admission. */
export interface Admission {
  /**
   * Admits a post before a byte of its body is read.
   * @throws {Refusal} `slow-down` if its source has posted too much within a minute, and it carries no proof of work
   */
  enter(address: string | undefined, headers: Headers): Promise<void>;
  /** Weighs a report that may be stored. */
  weigh(arrival: Arrival): Promise<Standing>;
  /**
   * Makes the challenge that a source must solve before its next report counts as trusted.
   * @returns undefined if no challenge is needed
   * @throws {Refusal} `slow-down` if the source has asked too often within a minute
   */
  challenge(
    address: string | undefined,
    headers: Headers,
    purpose?: ChallengePurpose,
  ): Promise<object | undefined>;
  /**
   * Admits a question about what became of a report, before a byte of its body is read.
   * @returns a function to call with the question once it is read: beyond the limits, it looks for a proof of work
   * @throws {Refusal} `slow-down`, from either, beyond the limits and without a proof of work
   */
  ask(address: string | undefined, headers: Headers): Promise<(question: string) => Promise<void>>;
}

/** What a proof of work is for: a report, or a question about what became of one. Each is asked for by its own limits. */
export type ChallengePurpose = 'report' | 'follow-up';

const MINUTE_MS = 60_000;

/** Posts, valid or not, that one source may send within a minute, and challenges that it may request. */
const MAX_PER_MINUTE = 60;

/**
 * Limits per minute for a partner's relay, which forwards for all its visitors. Visitors need challenges to get their
 * reports in.
 */
const MAX_RELAYED_PER_MINUTE = { post: 600, challenge: 3_000 };

const WINDOW_MS = 10 * MINUTE_MS;

/** Default of `freeReports`: reports of one source within ten minutes that need no proof of work. */
export const FREE_REPORTS = 5;

/** Level of work by the number of reports beyond the free ones. */
const LEVELS: readonly [level: Level, below: number][] = [
  [1, 15],
  [2, 45],
  [3, Infinity],
];

/** Level of work by the number of a partner's trusted reports, as a multiple of its allowance. */
const PARTNER_LEVELS: readonly [level: Level, below: number][] = [
  [1, 2],
  [2, 4],
  [3, Infinity],
];

/** A wide network counts as one source once it sends as much as this many sources. */
const SOURCES_PER_NETWORK = 10;

const HOUR_MS = 60 * MINUTE_MS;

/** Format of a report's key. Any other key is refused later, and must not be stored with a proof before. */
const KEY = /^[0-9a-f-]{36}$/i;

/**
 * Makes an admission.
 * @throws {PartnersError | ChallengeSecretError} if an option is wrong
 */
export function createAdmission(options: AdmissionOptions): Admission {
  const { store, now, origins, processes = 1, freeReports = FREE_REPORTS, challengeSecret } = options;
  const partners = options.partners === undefined ? undefined : checkPartners(options.partners, origins);
  const challenger = createChallenger(now, challengeSecret);
  const budget = createBudget({ ...options, processes });
  const questions = createQuestionLimits({ now, processes });
  const perMinute = createRate({ windowMs: MINUTE_MS, now, processes });
  const perWindow = createRate({ windowMs: WINDOW_MS, now, processes });
  const perHour = createRate({ windowMs: HOUR_MS, now, processes });

  // A refused request does not count: it must not lengthen the wait of others at the same address.
  const limit = async (shares: readonly Share[], isExcused = async () => false): Promise<void> => {
    if ((await perMinute.take(shares)) || (await isExcused())) return;
    throw new Refusal('slow-down', {}, perMinute.secondsLeft() + 1);
  };

  const levelAfter = ([fine, coarse]: readonly Counted[]): Level | 0 => {
    const count = Math.max(fine?.before ?? 0, (coarse?.before ?? 0) / SOURCES_PER_NETWORK);
    if (count < freeReports) return 0;
    return LEVELS.find(([, below]) => count - freeReports < below)![0];
  };

  const countSource = (networks: SourceNetworks | undefined): Promise<Counted[]> =>
    Promise.all(networks ? [perWindow.add(networks.fine), perWindow.add(networks.coarse)] : []);

  const provesWork = async (headers: Headers, submissionId: string): Promise<boolean> => {
    const header = headers.get('altcha');
    const proof = header === null ? undefined : await challenger.verify(header);
    if (!proof) return false;
    // If the store cannot mark a proof as used, the proof does not count. Storing the report then shows whether the
    // store works.
    return store.spend({ ...proof, submissionId }).catch(() => false);
  };

  // Only reports that are trusted otherwise count for a partner: the others must not use up its number.
  const countPartner = async (partner: Partner, isRelayed: boolean, proves: () => Promise<boolean>) => {
    const counted = await perHour.add(partner.id);
    if (counted.before < allowanceOf(partner, isRelayed) || (await proves())) return counted;
    counted.withdraw();
    return undefined;
  };

  const partnerLevel = async (partner: Partner, isRelayed: boolean): Promise<Level | 0> => {
    const { before, withdraw } = await perHour.add(partner.id);
    withdraw();
    const times = before / allowanceOf(partner, isRelayed);
    return times < 1 ? 0 : PARTNER_LEVELS.find(([, below]) => times < below)![0];
  };

  return {
    async enter(address, headers) {
      const relay = await relayOf(partners ?? [], headers);
      const key = headers.get('idempotency-key') ?? '';
      await limit(
        sharesOf('post', relay, networksOf(address)),
        async () => KEY.test(key) && provesWork(headers, key),
      );
    },

    async weigh({ submissionId, partnerId, isUnclear, headers, address }) {
      const { partner, name, holds, isRelayed } = await claimOf(partners, partnerId, headers);
      const networks = isRelayed ? undefined : networksOf(address);
      const proves = once(() => provesWork(headers, submissionId));
      const counted = await countSource(networks);
      let isTrusted = holds && !isUnclear && (levelAfter(counted) === 0 || (await proves()));
      if (isTrusted && partner) {
        const ofPartner = await countPartner(partner, isRelayed, proves);
        if (ofPartner) counted.push(ofPartner);
        else isTrusted = false;
      }
      const payer: Payer = isRelayed ? { relay: partner!.id } : networks;
      const taken = isTrusted || (await proves()) ? { counted: [] as Counted[] } : await budget.take(payer);
      if (taken.counted) counted.push(...taken.counted);
      return {
        trust: isTrusted ? 'normal' : 'low',
        partner: name,
        refusal: taken.counted ? undefined : new Refusal('slow-down', {}, taken.retryAfterS, taken.reason),
        withdraw: () => withdrawAll(counted),
      };
    },

    async ask(address, headers) {
      const relay = await relayOf(partners ?? [], headers);
      if (await questions.take(relay, address)) return async () => {};
      const tooMany = new Refusal('slow-down', {}, questions.retryAfterS(), 'follow-up');
      const proof = headers.get('altcha');
      if (proof === null) throw tooMany;
      return async (question) => {
        // The proof itself is not stored: without it, nobody can tell from the database who has asked about what.
        const use = await sha256(new TextEncoder().encode(`${proof} ${question}`));
        if (!(await provesWork(headers, use))) throw tooMany;
      };
    },

    async challenge(address, headers, purpose = 'report') {
      const relay = await relayOf(partners ?? [], headers);
      const isRelayed = typeof relay === 'object';
      const networks = isRelayed ? undefined : networksOf(address);
      // Challenges for questions have labels of their own.
      const shares = sharesOf('challenge', relay, networks);
      await limit(shares.map(({ label, most }) => ({ label: `${purpose} ${label}`, most })));
      if (purpose === 'follow-up')
        return (await questions.isSpent(relay, address)) ? challenger.issue(1) : undefined;
      // The page's origin tells which partner the report will be attributed to.
      const origin = headers.get('origin') ?? '';
      const partner = isRelayed ? relay : partners?.find(({ origins: own }) => own.includes(origin));
      const source = await countSource(networks);
      const level = levelAfter(source);
      // A request for a challenge does not count while there is nothing to prove.
      if (level === 0) withdrawAll(source);
      // Only reports beyond the partner's number spend a relay's own share, and those are asked for a proof anyway.
      const isSpent = await budget.isSpent(networks);
      const most = Math.max(level, partner ? await partnerLevel(partner, isRelayed) : 0, isSpent ? 1 : 0);
      return most === 0 ? undefined : challenger.issue(most as Level);
    },
  };
}

/** The limits per minute that a post, or a request for a challenge, counts towards. */
function sharesOf(
  what: keyof typeof MAX_RELAYED_PER_MINUTE,
  relay: Relay,
  networks: SourceNetworks | undefined,
): Share[] {
  if (typeof relay === 'object') {
    return [{ label: `${what} relay ${relay.id}`, most: MAX_RELAYED_PER_MINUTE[what] }];
  }
  if (!networks) return [];
  return [
    { label: `${what} ${networks.fine}`, most: MAX_PER_MINUTE },
    { label: `${what} wide ${networks.coarse}`, most: MAX_PER_MINUTE * SOURCES_PER_NETWORK },
  ];
}

/** Calls `ask` at most once, and returns its answer each time. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= ask());
}

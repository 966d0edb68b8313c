// Limits of questions about what became of reports. They have counters of their own: questions use up nothing that reports
// may, nor the other way round.
import type { Partner } from './partners.ts';
import { createRate, withdrawAll, type Share } from './rate.ts';
import type { Relay } from './relays.ts';
import { networksOf } from './source-network.ts';

const MINUTE_MS = 60_000;

/**
 * Questions a minute: of one source, of a wide network, of a partner's relay, and in all. One source may be a school. A code
 * has 75 random bits, so that no number of questions guesses one: the limits keep the load low.
 */
const MOST = { source: 30, network: 300, relay: 300, all: 3_000 };

/** Options of the limits. */
export interface QuestionOptions {
  readonly now: () => Date;
  readonly processes: number;
}

/** The limits. */
export interface QuestionLimits {
  /** Counts a question. @returns whether it is within the limits; one that is beyond them is not counted */
  take(relay: Relay, address: string | undefined): Promise<boolean>;
  /** Whether the next question would be beyond them. */
  isSpent(relay: Relay, address: string | undefined): Promise<boolean>;
  /** Seconds until another try makes sense. */
  retryAfterS(): number;
}

/** Makes the limits. */
export function createQuestionLimits({ now, processes }: QuestionOptions): QuestionLimits {
  const perMinute = createRate({ windowMs: MINUTE_MS, now, processes });
  return {
    take: async (relay, address) => (await perMinute.take(sharesOf(relay, address))) !== undefined,
    async isSpent(relay, address) {
      const counted = await perMinute.take(sharesOf(relay, address));
      if (counted) withdrawAll(counted);
      return !counted;
    },
    retryAfterS: () => perMinute.secondsLeft() + 1,
  };
}

function sharesOf(relay: Relay, address: string | undefined): Share[] {
  const all = { label: 'all', most: MOST.all };
  if (isKnown(relay)) return [all, { label: `relay ${relay.id}`, most: MOST.relay }];
  const networks = networksOf(address);
  if (!networks) return [all];
  return [
    all,
    { label: `fine ${networks.fine}`, most: MOST.source },
    { label: `coarse ${networks.coarse}`, most: MOST.network },
  ];
}

const isKnown = (relay: Relay): relay is Partner => typeof relay === 'object';

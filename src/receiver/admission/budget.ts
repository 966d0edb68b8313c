// The budget of low trust: how many low-trust reports are stored within ten minutes, and how much disk they leave free.
import { createRate, withdrawAll, type Counted, type Share } from './rate.ts';
import type { SourceNetworks } from './source-network.ts';
import type { ReportStore } from '../store/store.ts';

/** Options of the budget. They have the same names as in `ReceiverOptions`, which explains them. */
export interface BudgetOptions {
  readonly store: Pick<ReportStore, 'room'>;
  readonly now: () => Date;
  readonly processes: number;
  readonly lowTrustReports?: number | undefined;
  readonly diskReserve?: number | undefined;
}

/** The share that a report uses: of its sender's networks, of the relay that forwarded it, or none. */
export type Payer = SourceNetworks | { readonly relay: string } | undefined;

/** The result of taking from the budget. */
export type Taken = { readonly counted: readonly Counted[] } | Spent;

/** The budget is spent. */
interface Spent {
  readonly counted?: undefined;
  /** The exhausted budget: the number of reports, or the disk up to its reserve. */
  readonly reason: 'budget' | 'reserve';
  /** Seconds until another try makes sense. */
  readonly retryAfterS: number;
}

/** The budget. */
export interface Budget {
  take(payer: Payer): Promise<Taken>;
  /** Whether nothing is left, without taking anything. */
  isSpent(payer: Payer): Promise<boolean>;
}

const WINDOW_MS = 600_000;

/** Default of `lowTrustReports`: 125 MiB within ten minutes if every report has the largest size. */
export const LOW_TRUST_REPORTS = 2_000;

// Shares of the budget: a wide network or a relay may take a quarter, one source a twentieth. By default, a school
// behind one address can send a hundred reports.
const COARSE_SHARE = 1 / 4;
const FINE_SHARE = 1 / 20;

/** Default of `diskReserve`: this part of the disk, at most `MAX_RESERVE` bytes. */
const RESERVED_PART = 1 / 10;
const MAX_RESERVE = 1024 ** 3;

/** A full disk waits for a person to make room. The wait is never longer than a form accepts. */
const RESERVE_RETRY_S = 600;

/** Makes the budget. */
export function createBudget(options: BudgetOptions): Budget {
  const { store, now, processes, lowTrustReports = LOW_TRUST_REPORTS, diskReserve } = options;
  const perWindow = createRate({ windowMs: WINDOW_MS, now, processes });

  const sharesOf = (payer: Payer): Share[] => [
    { label: 'all', most: lowTrustReports },
    ...placesOf(payer).map(({ label, part }) => ({ label, most: Math.ceil(lowTrustReports * part) })),
  ];

  const isReserveReached = async (): Promise<boolean> => {
    const room = await store.room?.().catch(() => undefined);
    if (!room) return false;
    const reserve = diskReserve ?? Math.min(room.totalBytes * RESERVED_PART, MAX_RESERVE);
    return room.freeBytes < reserve;
  };

  const take = async (payer: Payer): Promise<Taken> => {
    const counted = await perWindow.take(sharesOf(payer));
    if (!counted) return { reason: 'budget', retryAfterS: perWindow.secondsLeft() + 1 };
    if (!(await isReserveReached())) return { counted };
    withdrawAll(counted);
    return { reason: 'reserve', retryAfterS: RESERVE_RETRY_S };
  };

  return {
    take,
    async isSpent(payer) {
      const { counted } = await take(payer);
      if (counted) withdrawAll(counted);
      return !counted;
    },
  };
}

function placesOf(payer: Payer): { label: string; part: number }[] {
  if (!payer) return [];
  if ('relay' in payer) return [{ label: `relay ${payer.relay}`, part: COARSE_SHARE }];
  return [
    { label: `fine ${payer.fine}`, part: FINE_SHARE },
    { label: `coarse ${payer.coarse}`, part: COARSE_SHARE },
  ];
}

// The figures of one partner's month, with small numbers hidden.
import { CATEGORIES } from '../../core/report/categories.ts';
import { categoryOf } from '../../core/report/report-known-members.ts';
import { entryOf } from '../../core/report/later-words.ts';
import type { EMBEDS } from '../../core/report/vocabulary.ts';
import type { ReadReport } from '../export/reader.ts';
import { hideSmall, type Figure } from './small-numbers.ts';
import { unreadReason, type UnreadCounts } from './unread.ts';

/** The page on which a report was written. */
export const ORIGINS = ['button', 'form', 'application', 'elsewhere'] as const;

type Origin = (typeof ORIGINS)[number];

/** The page to which each way of embedding leads a reporter. */
export const EMBED_ORIGINS: Readonly<Record<(typeof EMBEDS)[number], Origin>> = {
  script: 'button',
  npm: 'button',
  wordpress: 'button',
  drupal: 'button',
  other_cms: 'button',
  iframe: 'form',
  hotline_site: 'form',
  mobile_app: 'application',
  browser_extension: 'elsewhere',
  other: 'elsewhere',
};

/**
 * Whether the receiver could confirm that a report comes from the partner: from its pages or its server, within its
 * number an hour.
 */
export const CONFIRMATIONS = ['confirmed', 'unconfirmed'] as const;

/** A count that may be hidden, under its name. */
export interface NamedFigure {
  readonly key: string;
  readonly figure: Figure;
}

/** One partner's month. The parts of each list add up to `received`, as far as they are shown. */
export interface PartnerFigures {
  readonly partner: string;
  /** Such as `2026-11`, in UTC. */
  readonly month: string;
  readonly received: Figure;
  readonly byCategory: readonly NamedFigure[];
  readonly byConfirmation: readonly NamedFigure[];
  readonly byOrigin: readonly NamedFigure[];
}

/**
 * Counts reports of one partner's month. Reports that cannot be read are left out, so that every list has the same sum:
 * a report of unknown category and origin would tie two lists together, and a reader could subtract across them.
 * @param reads reports of this partner and month alone
 * @param unread counts those that cannot be read, by reason
 */
export async function countPartner(
  reads: AsyncIterable<ReadReport>,
  { partner, month }: Pick<PartnerFigures, 'partner' | 'month'>,
  unread: UnreadCounts,
): Promise<PartnerFigures> {
  const categories = countersOf(CATEGORIES.map(({ id }) => id));
  const confirmations = countersOf(CONFIRMATIONS);
  const origins = countersOf(ORIGINS);
  for await (const read of reads) {
    const { report, row, isAltered } = read;
    if (!report || isAltered) {
      unread[unreadReason(read)]++;
      continue;
    }
    categories.count(categoryOf(report));
    confirmations.count(row.trust === 'normal' ? 'confirmed' : 'unconfirmed');
    origins.count(entryOf(EMBED_ORIGINS, report.source.embed, 'elsewhere'));
  }
  const [byCategory, byConfirmation, byOrigin] = [categories, confirmations, origins].map((each) =>
    each.hidden(),
  );
  return {
    partner,
    month,
    received: byCategory!.whole,
    byCategory: byCategory!.figures,
    byConfirmation: byConfirmation!.figures,
    byOrigin: byOrigin!.figures,
  };
}

function countersOf<Key extends string>(keys: readonly Key[]) {
  const counts = new Map<Key, number>(keys.map((key) => [key, 0]));
  return {
    count: (key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1),
    hidden(): { whole: Figure; figures: readonly NamedFigure[] } {
      const { whole, parts } = hideSmall([...counts.values()]);
      return { whole, figures: keys.map((key, index) => ({ key, figure: parts[index]! })) };
    },
  };
}

// Reports as a hotline gets them, for the page of analysts: of every category, some urgent, many of the same address.
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { KINDS, ROLES } from '../../src/core/report/vocabulary.ts';
import type { ReportRow } from '../../src/receiver/index.ts';
import { rowOf } from './export-given.ts';
import { sampleReport } from './sample-report.ts';

const TOLD =
  'La vidéo est dans le troisième message du fil. Le compte en a publié d’autres, et plusieurs personnes y répondent.';

const AGES = ['child', 'teen', 'unknown'];

/** The number of an address: every twentieth report is of one address, others share theirs by threes. */
const addressOf = (index: number): string =>
  index % 20 === 0
    ? 'https://forum.example/fil/42'
    : `https://site-${index % 60}.example/sujet/${Math.floor(index / 3)}?page=${index % 7}`;

/** An ordinary report of a list: always the same for a number. */
export function ordinaryReport(index: number): Record<string, unknown> & { submissionId: string } {
  const { id, asksRole } = CATEGORIES[index % CATEGORIES.length]!;
  const isUrgent = index % 97 === 5;
  return sampleReport({
    category: id,
    danger: { immediate: isUrgent ? 'yes' : 'unknown', helpShown: isUrgent },
    locations: [
      {
        id: 'L1',
        place: index % 5 === 0 ? 'social_network' : 'website',
        url: { value: addressOf(index), kind: 'http', changes: ['tracking_removed'] },
        ...(index % 4 === 0 && { pinpoint: 'Troisième message, vers 2 min 15' }),
        stillOnline: 'yes',
      },
    ],
    content: { description: `${TOLD} (${index})` },
    ...(index % 3 === 0 && { personsConcerned: { apparentAge: AGES[index % AGES.length] } }),
    details: { kinds: KINDS[id].slice(0, 2 - (id === 'unsure' ? 1 : 0)) },
    reporter: {
      role: asksRole ? ROLES[index % 4] : 'prefer_not_to_say',
      anonymous: true,
      followUp: 'none',
    },
  });
}

/** The rows of a list of ordinary reports, a minute apart. */
export function ordinaryRows(count: number, from = Date.UTC(2026, 10, 24, 6)): ReportRow[] {
  return Array.from({ length: count }, (_, index) => {
    const report = ordinaryReport(index);
    return rowOf(report, {
      reference: `${String(1000 + Math.floor(index / 1000))}-${String(index % 1000).padStart(4, '0')}`,
      receivedAt: new Date(from + index * 60_000).toISOString().replace('.000', ''),
      priority: (report['danger'] as { immediate: string }).immediate === 'yes' ? 'urgent' : 'normal',
      trust: index % 23 === 7 ? 'low' : 'normal',
    });
  });
}

// Figures as tables: what every format prints.
import { commissionCategory } from './commission-names.ts';
import { NOTICE_ACTIONS, OTHER_OUTCOMES } from './decisions.ts';
import type { FigureWords } from './figure-words.ts';
import type { NamedFigure, PartnerFigures } from './partner-figures.ts';
import type { Figure } from './small-numbers.ts';
import { KNOWN_CATEGORIES, type Delay, type NoticeGroup, type YearlyFigures } from './yearly-figures.ts';

/** A name for programs, which never changes, and one for people. */
interface Named {
  readonly key: string;
  readonly label: string;
}

/** A row: as many figures as the table has columns. */
export interface FigureRow extends Named {
  /** The Commission's category, if the row is one of the form's. */
  readonly commission?: { readonly code: string; readonly name: string };
  readonly figures: readonly Figure[];
}

/** A table of figures. */
export interface FigureTable {
  readonly id: string;
  readonly title: string;
  /** One or two sentences about the counted things. */
  readonly note: string;
  /** The heading of the rows. */
  readonly heading: string;
  readonly columns: readonly Named[];
  readonly rows: readonly FigureRow[];
  /** The rows added up, if they add up. */
  readonly total?: readonly Figure[];
  /** Whether the one figure of the table stands alone, in large type. */
  readonly isHeadline?: boolean;
  /** Key of the column that a chart shows; undefined for a table without one. */
  readonly charted?: string;
}

/** The tables of a year. */
export function yearlyTables(figures: YearlyFigures, words: FigureWords): FigureTable[] {
  const { reports, notices, outcomes } = figures;
  const { tables, columns, categories, actions, outcomes: outcomeWords, delays } = words;
  const named = (key: keyof FigureWords['columns']): Named => ({ key, label: columns[key] });
  const noticeColumns: readonly Named[] = [
    named('notices'),
    ...NOTICE_ACTIONS.map((key) => ({ key, label: actions[key] })),
    named('daysToAnswer'),
  ];
  return [
    {
      ...tables.reports,
      id: 'reports-by-category',
      heading: words.headings.category,
      columns: [named('received'), named('decided'), named('undecided')],
      rows: KNOWN_CATEGORIES.map((key) =>
        categoryRow(key, categories[key], decidedFigures(reports.byCategory[key], reports.undecided[key])),
      ),
      total: decidedFigures(reports.total, sumOf(reports.undecided)),
      charted: 'received',
    },
    {
      ...tables.byProvider,
      id: 'notices-by-provider',
      heading: words.headings.provider,
      columns: noticeColumns,
      rows: notices.byProvider.map(({ provider, ...group }) => ({
        key: provider ?? 'unknown',
        label: provider ?? words.unknown,
        figures: noticeFigures(group),
      })),
      total: noticeFigures(notices),
      charted: 'notices',
    },
    {
      ...tables.byType,
      id: 'notices-by-type',
      heading: words.headings.category,
      columns: noticeColumns,
      rows: KNOWN_CATEGORIES.map((key) =>
        categoryRow(key, categories[key], noticeFigures(notices.byCategory[key])),
      ),
      total: noticeFigures(notices),
      charted: 'notices',
    },
    {
      ...tables.byAction,
      id: 'notices-by-action',
      heading: words.headings.action,
      columns: [named('notices')],
      rows: NOTICE_ACTIONS.map((key) => ({ key, label: actions[key], figures: [notices.byAction[key]] })),
      total: [notices.total],
      charted: 'notices',
    },
    {
      ...tables.outcomes,
      id: 'other-outcomes',
      heading: words.headings.outcome,
      columns: [named('cases')],
      rows: OTHER_OUTCOMES.map((key) => ({ key, label: outcomeWords[key], figures: [outcomes[key].total] })),
      charted: 'cases',
    },
    {
      ...tables.delays,
      id: 'median-days',
      heading: words.headings.delay,
      columns: [named('medianDays'), named('known'), named('unknown')],
      rows: [
        delayRow('report-to-notice', delays.reportToNotice, notices.fromReport),
        delayRow('notice-to-answer', delays.noticeToAnswer, notices.toAnswer),
        delayRow('report-to-police', delays.reportToPolice, outcomes.police.fromReport),
      ],
    },
  ];
}

/** The tables of a partner's month. */
export function partnerTables(figures: PartnerFigures, words: FigureWords): FigureTable[] {
  const columns = [{ key: 'received', label: words.columns.received }];
  const tableOf = (
    id: string,
    text: { readonly title: string; readonly note: string },
    heading: string,
    named: readonly NamedFigure[],
    labels: Readonly<Record<string, string>>,
  ): FigureTable => ({
    ...text,
    id,
    heading,
    columns,
    rows: named.map(({ key, figure }) => ({ key, label: labels[key] ?? key, figures: [figure] })),
  });
  const { partner, headings, categories, confirmations, origins } = words;
  return [
    {
      ...partner.received,
      id: 'received',
      heading: headings.month,
      columns,
      rows: [{ key: 'all', label: words.month(figures.month), figures: [figures.received] }],
      isHeadline: true,
    },
    tableOf('by-category', partner.byCategory, headings.category, figures.byCategory, categories),
    tableOf('by-origin', partner.byOrigin, headings.origin, figures.byOrigin, origins),
    tableOf(
      'by-confirmation',
      partner.byConfirmation,
      headings.confirmation,
      figures.byConfirmation,
      confirmations,
    ),
  ];
}

const decidedFigures = (received: number, undecided: number): Figure[] => [
  received,
  received - undecided,
  undecided,
];

const noticeFigures = ({ total, byAction, toAnswer }: NoticeGroup): Figure[] => [
  total,
  ...NOTICE_ACTIONS.map((action) => byAction[action]),
  toAnswer.median,
];

function categoryRow(
  key: (typeof KNOWN_CATEGORIES)[number],
  label: string,
  figures: readonly Figure[],
): FigureRow {
  const commission = commissionCategory(key);
  return { key, label, ...(commission && { commission }), figures };
}

const delayRow = (key: string, label: string, { median, known, unknown }: Delay): FigureRow => ({
  key,
  label,
  figures: [median, known, unknown],
});

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

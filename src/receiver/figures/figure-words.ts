// The words of printed figures, as each language has them.
import type { NoticeAction, OtherOutcome } from './decisions.ts';
import type { KnownCategory, Remarks } from './yearly-figures.ts';

/** Languages of printed figures. */
export type FigureLocale = 'fr' | 'en';

interface TableText {
  readonly title: string;
  readonly note: string;
}

/** The words of one language. Sentences end with a full stop, everything else is a label. */
export interface FigureWords {
  readonly locale: FigureLocale;
  /** The categories as the form calls them. */
  readonly categories: Readonly<Record<KnownCategory, string>>;
  readonly actions: Readonly<Record<NoticeAction, string>>;
  readonly outcomes: Readonly<Record<OtherOutcome, string>>;
  readonly delays: Readonly<Record<'reportToNotice' | 'noticeToAnswer' | 'reportToPolice', string>>;
  readonly confirmations: Readonly<Record<'confirmed' | 'unconfirmed', string>>;
  readonly origins: Readonly<Record<'button' | 'form' | 'application' | 'elsewhere', string>>;
  readonly headings: Readonly<
    Record<
      'category' | 'provider' | 'action' | 'outcome' | 'delay' | 'month' | 'origin' | 'confirmation',
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | 'received'
      | 'decided'
      | 'undecided'
      | 'notices'
      | 'daysToAnswer'
      | 'cases'
      | 'medianDays'
      | 'known'
      | 'unknown',
      string
    >
  >;
  readonly tables: Readonly<
    Record<'reports' | 'byProvider' | 'byType' | 'byAction' | 'outcomes' | 'delays', TableText>
  >;
  readonly partner: Readonly<Record<'received' | 'byCategory' | 'byConfirmation' | 'byOrigin', TableText>>;
  readonly total: string;
  readonly unknown: string;
  readonly hidden: string;
  /** A number as people write it. */
  readonly number: (value: number) => string;
  /** A day, such as `24 novembre 2026`. @param day `2026-11-24` */
  readonly day: (day: string) => string;
  /** A month, such as `novembre 2026`. @param month `2026-11` */
  readonly month: (month: string) => string;
  readonly chartOf: (title: string, shown: number, all: number) => string;
  readonly yearly: {
    readonly title: (year: number) => string;
    readonly lead: string;
    readonly countedOn: (day: string, isOver: boolean) => string;
    readonly unknownTitle: string;
    readonly unknownLead: string;
    readonly oldest: (day: string) => string;
    readonly noReport: string;
    readonly unread: Readonly<Record<keyof Remarks['unread'], (count: number) => string>>;
    readonly rows: Readonly<
      Record<'withoutReport' | 'withoutDate' | 'beforeReport', (count: number) => string>
    >;
    readonly nothingUnknown: string;
    readonly mappingTitle: string;
    readonly mappingNote: string;
    readonly ours: string;
    readonly commissionName: string;
    readonly commissionCode: string;
    readonly noName: string;
    readonly independenceTitle: string;
    readonly independenceNote: string;
    readonly independencePlaceholder: string;
  };
  readonly partnerPage: {
    readonly title: (partner: string, month: string) => string;
    readonly lead: string;
    readonly hiddenNote: string;
  };
}

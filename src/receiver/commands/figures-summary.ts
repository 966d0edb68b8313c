// The summary of `figures` for the operator: reports that it could not read, and lines of the decisions worth a look.
import type { Remarks, YearlyFigures } from '../figures/yearly-figures.ts';
import { countReports, describeNumbers } from './numbers.ts';

/** Lines for the operator, and whether the result is to be looked at. */
export interface Attention {
  readonly text: string;
  readonly isNeeded: boolean;
}

/** About a year. @param missing numbers of reports that are gone from the database */
export function describeYear(
  { reports, notices, remarks }: YearlyFigures,
  missing: readonly number[],
): Attention {
  const { text, isNeeded } = describeUnread(remarks.unread);
  const lines = (Object.keys(LINES) as (keyof typeof LINES)[])
    .filter((remark) => remarks[remark].length > 0)
    .map((remark) => `${describeLines(remarks[remark])} ${LINES[remark]}\n`);
  const gone =
    missing.length > 0 ? `${countReports(missing.length)} missing from the database, and not counted.\n` : '';
  return {
    text: `${countReports(reports.total, ['counted', 'counted'])}, ${notices.total} ${notices.total === 1 ? 'notice' : 'notices'}\n${text}${gone}${lines.join('')}`,
    isNeeded: isNeeded || missing.length > 0,
  };
}

const LINES = {
  withoutReport: 'of the decisions: no such report in the database. Erased, or a wrong reference?',
  withoutDate: 'of the decisions: no date; counted in the year of the report.',
  leftOut: 'of the decisions: neither a date nor a report; not counted.',
  otherYear: 'of the decisions: of another year; not counted in this one.',
  beforeReport: 'of the decisions: dated before the report.',
  providerWithoutNotice: 'of the decisions: a provider, but no notice; it does not count for the provider.',
  repeated: 'of the decisions: the same as an earlier line; it counts all the same.',
} as const satisfies Partial<Record<keyof Remarks, string>>;

/** `Line 6`, or `Lines 6, 8–9`. */
export const describeLines = (lines: readonly number[]): string =>
  describeNumbers(lines).replace(/^numbers? /, lines.length === 1 ? 'Line ' : 'Lines ');

/** About reports that could not be read. */
export function describeUnread(unread: Remarks['unread']): Attention {
  const texts = (Object.keys(REASONS) as (keyof typeof REASONS)[])
    .filter((reason) => unread[reason] > 0)
    .map((reason) => `${countReports(unread[reason])} ${REASONS[reason]}\n`);
  return { text: texts.join(''), isNeeded: texts.length > 0 };
}

const REASONS: Readonly<Record<keyof Remarks['unread'], string>> = {
  sealed: 'sealed, and no private key was given: --key FILE.',
  unreadable: 'sealed for another key, or not a report that this version knows.',
  altered: 'changed in the database since it was received.',
};

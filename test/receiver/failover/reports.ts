// Reports that are known by a number: every process can make the same bytes, and tell whether a row has them.
import { sampleReport } from '../sample-report.ts';

/** A report of a run. */
export interface NumberedReport {
  readonly key: string;
  readonly body: string;
}

/** The report of a number. With `isForged`, another body under the same key. */
export function numberedReport(index: number, isForged = false): NumberedReport {
  const key = keyOf(index);
  const locale = isForged ? 'en' : 'fr';
  const content = { description: `Signalement n° ${index}, « é » et 🦊` };
  return { key, body: JSON.stringify(sampleReport({ submissionId: key, locale, content })) };
}

/** The number of a key; undefined if it is no key of a run. */
export function indexOf(key: string): number | undefined {
  const index = Number.parseInt(key.slice(-12), 16);
  return keyOf(index) === key ? index : undefined;
}

const keyOf = (index: number): string => `5eed0000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

// The export format `html`: a page for an analyst that needs no server, its reports as lines of JSON.
import type { Format } from '../export/format.ts';
import { analystPage, jsonData, type AnalystPage } from './analyst-page.ts';
import type { PageLocale } from './page-words.ts';
import { showReport } from './shown-report.ts';

/** A format whose files have an end, and are split where they become too long. */
export interface PageFormat extends Format {
  readonly page: AnalystPage;
}

/**
 * Pages for analysts.
 * @param hotline its name in the sentences that reporters read, if it is known
 */
export const htmlFormat = (locale: PageLocale, hotline?: string): PageFormat => ({
  page: analystPage(locale, { hotline }),
  write: (read) => ({ text: jsonData(showReport(read, locale)) }),
});

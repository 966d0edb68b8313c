// Public entry `cliquez-signalez-tools/page-check`: whether a page that a plugin has made keeps the points of the guide for
// plugins that are visible from outside.

export {
  PageError,
  checkPage,
  type PageCheckOptions,
  type PageReport,
  type PointResult,
} from './check-page.ts';
export { formatPageReport } from './format-report.ts';
export type { BrowserPage, PageBrowser } from './in-browser.ts';
export type { Expected } from './rules.ts';

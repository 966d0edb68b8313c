// The library's public surface, for npm. Importing it registers nothing and touches no document: it loads in Node.

export { CATEGORIES, type Category, type CategoryId } from './core/categories.ts';
export { PLACES, type PlaceId } from './core/places.ts';
export { normaliseAddress, type AddressResult } from './core/address.ts';
export { createDraft } from './core/draft/draft.ts';
export type { Answers, Draft, DraftSettings, Prefill } from './core/draft/types.ts';
export { SubmitError, type SubmitErrorCode, type SubmitOutcome } from './client/errors.ts';
export { submitReport, type SubmitOptions } from './client/submit.ts';
export { registerLocale, type Locale } from './i18n/locales.ts';
export type { FirstMessages, LaterMessages, LauncherMessages, Messages } from './i18n/messages.ts';
export type { HelpResource, OpeningHours } from './core/help-resources.ts';
export type { Receipt } from './core/protocol.ts';
export type { Report } from './core/report.ts';
export { ReportButton, type OpenOptions, type Transport, type Variant } from './elements/report-button.ts';
export type { Diagnosis, Finding, FindingCode } from './elements/diagnosis/finding.ts';
export { ReportForm } from './elements/report-form.ts';
export {
  CsCloseEvent,
  CsErrorEvent,
  CsExitEvent,
  CsOpenEvent,
  CsSentEvent,
  CsStepEvent,
} from './elements/events.ts';

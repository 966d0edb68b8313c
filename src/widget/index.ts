// The library's public surface, for npm. Importing it registers nothing and touches no document: it loads in Node.

export { CATEGORIES, type Category, type CategoryId } from '../core/report/categories.ts';
export { PLACES, type PlaceId } from '../core/report/places.ts';
export { normaliseAddress, type AddressResult } from '../core/address/address.ts';
export { createDraft } from '../core/draft/draft.ts';
export type { Answers, Draft, DraftSettings, Prefill } from '../core/draft/types.ts';
export { SubmitError, type SubmitErrorCode, type SubmitOutcome } from './client/errors.ts';
export { submitReport, type SubmitOptions } from './client/submit.ts';
export type { Locale } from '../words/locale.ts';
export { registerLocale } from '../words/register-locale.ts';
export type {
  ExtraMessages,
  FirstMessages,
  LaterMessages,
  LauncherMessages,
  Messages,
} from '../words/messages.ts';
export type { HelpResource, OpeningHours } from '../core/help/lines.ts';
export type { Receipt } from '../core/report/protocol.ts';
export type { Report } from '../core/report/report.ts';
export { ReportButton, type OpenOptions, type Transport, type Variant } from './button/report-button.ts';
export type { Diagnosis, Finding, FindingCode } from './diagnosis/finding.ts';
export { ReportForm } from './button/report-form.ts';
export { CsErrorEvent } from './shared/events.ts';
export { CsCloseEvent, CsExitEvent, CsOpenEvent, CsStepEvent } from './shared/events.ts';
export { CsSentEvent } from './shared/events.ts';

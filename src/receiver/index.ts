// Public entry `cliquez-signalez-receiver`: an endpoint for hotlines that have none, and for partners who relay.
// Not exported: the steps of the schema, the SQLite store and the steps of the handler, which may change between versions.

export { AlertError } from './alerts/alert-options.ts';
export type { AlertOptions, MailOptions, WebhookOptions } from './alerts/alert-options.ts';
export type { AlertEvent } from './events/alert-event.ts';
export { ChallengeSecretError } from './admission/challenge.ts';
export { fromSpreadsheetText, toSpreadsheetText } from './export/spreadsheet-text.ts';
export { createReceiver } from './http/handler.ts';
export type { LogEvent } from './events/request-event.ts';
export type { Peer, Receiver, ReceiverOptions } from './http/handler.ts';
export { FollowUpDaysError } from './http/follow-up-days.ts';
export { OriginError } from './protocol/headers.ts';
export type { AllowedOrigins } from './protocol/headers.ts';
export { toCyberTipline } from './mappings/cybertipline.ts';
export type { CyberTiplineOptions } from './mappings/cybertipline.ts';
export type { CyberTiplineReport } from './mappings/cybertipline-report.ts';
export { cyberTiplineXml } from './mappings/cybertipline-xml.ts';
export { toDsaNotice } from './mappings/dsa-notice.ts';
export type { DsaNotice, DsaNoticeOptions } from './mappings/dsa-notice.ts';
export type { FiledReport, Hotline, Mapped, NotTaken } from './mappings/filed-report.ts';
export type { ReporterFaith } from './mappings/reporter-faith.ts';
export { toIccam } from './mappings/iccam.ts';
export type { IccamReport } from './mappings/iccam.ts';
export { createMinuteLog } from './events/minute-lines.ts';
export type { MinuteLine, MinuteLog } from './events/minute-lines.ts';
export { PartnersError } from './admission/partners.ts';
export type { Partner } from './admission/partners.ts';
export { DEFAULT_PATH } from './protocol/paths.ts';
export { ProxyError } from './http/proxies.ts';
export { readReceiptKey, ReceiptKeyError } from './intake/receipt-key.ts';
export type { ReceiptKey } from './intake/receipt-key.ts';
export { RetentionError } from './operations/retention.ts';
export type { RetentionEvent } from './operations/retention.ts';
export type { SweepDoubt } from './operations/retention-doubt.ts';
export { SealKeysError } from './intake/seal-keys.ts';
export type { SealingOptions } from './intake/seal-keys.ts';
export { openSealed, PrivateKeyError, readPrivateKey, SealedError } from './intake/sealed.ts';
export type { SealedFault } from './intake/sealed.ts';
export { serveReceiver } from './operations/serve.ts';
export type { RunningReceiver, ServeOptions } from './operations/serve.ts';
export {
  CopiesLeftError,
  DatabaseSetupError,
  DatabaseUrlError,
  StandbyBehindError,
  StoreFullError,
  UnsafeCommitError,
} from './database/store-errors.ts';
export { openStore } from './store/open-store.ts';
export type { LogFindings, LogHead, ReportLog, VerifyOptions, VerifyStep } from './log/report-log.ts';
export type {
  EndedFollowUps,
  FollowUpAddition,
  FollowUpMark,
  FollowUpPlace,
  FollowUpRecord,
  FollowUps,
  KnownFollowUp,
  NewOutcome,
  Outcome,
  OutcomeOptions,
  OutcomeResult,
} from './store/follow-ups.ts';
export type {
  AlertChannel,
  CopiedMessage,
  Delay,
  NewMessage,
  Outbox,
  TakenMessage,
  TakeOptions,
  WaitingCount,
  WaitingMessage,
} from './database/outbox.ts';
export type { Ledger, Origin, Transfer, TransferResult, TransferSource } from './database/lineage.ts';
export type {
  DatabaseStore,
  DiskRoom,
  EraseOptions,
  ExistingReport,
  ListOptions,
  OpenStoreOptions,
  Period,
  PutResult,
  ReportSearch,
  ReportStore,
  StoreAge,
} from './store/store.ts';
export type { ReportRow, SpentProof, StoredReport } from './database/records.ts';

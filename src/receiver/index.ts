// Public entry `cliquez-signalez-receiver`: an endpoint for hotlines that have none, and for partners who relay.
// Not exported: migrations, the SQLite store and the steps of the handler, which may change between versions.

export { ChallengeSecretError } from './challenge.ts';
export { fromSpreadsheetText, toSpreadsheetText } from './export/spreadsheet-text.ts';
export { createReceiver } from './handler.ts';
export type { LogEvent, Peer, Receiver, ReceiverOptions } from './handler.ts';
export { OriginError } from './headers.ts';
export type { AllowedOrigins } from './headers.ts';
export { toCyberTipline } from './mappings/cybertipline.ts';
export type { CyberTiplineOptions } from './mappings/cybertipline.ts';
export type { CyberTiplineReport } from './mappings/cybertipline-report.ts';
export { cyberTiplineXml } from './mappings/cybertipline-xml.ts';
export { toDsaNotice } from './mappings/dsa-notice.ts';
export type { DsaNotice, DsaNoticeOptions } from './mappings/dsa-notice.ts';
export type { FiledReport, Hotline, Mapped, NotTaken } from './mappings/filed-report.ts';
export { toIccam } from './mappings/iccam.ts';
export type { IccamReport } from './mappings/iccam.ts';
export { createMinuteLog } from './minute-log.ts';
export type { MinuteLine, MinuteLog } from './minute-log.ts';
export { PartnersError } from './partners.ts';
export type { Partner } from './partners.ts';
export { DEFAULT_PATH } from './paths.ts';
export { ProxyError } from './proxies.ts';
export { readReceiptKey, ReceiptKeyError } from './receipt-key.ts';
export type { ReceiptKey } from './receipt-key.ts';
export { RetentionError } from './retention.ts';
export type { RetentionEvent } from './retention.ts';
export type { SweepDoubt } from './retention-doubt.ts';
export { SealKeysError } from './seal-keys.ts';
export type { SealingOptions } from './seal-keys.ts';
export { openSealed, PrivateKeyError, readPrivateKey, SealedError } from './sealed.ts';
export type { SealedFault } from './sealed.ts';
export { serveReceiver } from './serve.ts';
export type { RunningReceiver, ServeOptions } from './serve.ts';
export {
  DatabaseSetupError,
  DatabaseUrlError,
  StandbyBehindError,
  StoreFullError,
  UnsafeCommitError,
} from './store-errors.ts';
export { openStore } from './open-store.ts';
export type { LogFindings, LogHead, ReportLog, VerifyOptions, VerifyStep } from './report-log.ts';
export type { Ledger, Origin, Transfer, TransferResult, TransferSource } from './lineage.ts';
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
} from './store.ts';
export type { ReportRow, SpentProof, StoredReport } from './records.ts';

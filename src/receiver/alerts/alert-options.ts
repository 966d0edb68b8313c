// The options of alerts: which reports a hotline is told of, where, and what is refused at the start.
import type { AlertChannel } from '../store/outbox.ts';
import type { ReportRow } from '../store/records.ts';
import { readMailServer, type MailOptions, type MailServer } from './mail-server.ts';
import { readTarget, type WebhookOptions, type WebhookTarget } from './webhook-target.ts';

/** How a hotline is told of reports. */
export interface AlertOptions {
  /** A program that is told over HTTP, as Standard Webhooks says. */
  readonly webhook?: WebhookOptions;
  /** People who are told of urgent reports by mail. */
  readonly mail?: MailOptions;
}

/** Alerts that can be delivered. */
export interface Alerts {
  readonly webhook: WebhookTarget | undefined;
  readonly mail: MailServer | undefined;
}

/**
 * Checks the options of alerts.
 * @throws {AlertError} naming the option, and what to write
 */
export const readAlerts = ({ webhook, mail }: AlertOptions): Alerts => ({
  webhook: webhook && readTarget(webhook),
  mail: mail && readMailServer(mail),
});

/** The ways in which a hotline is told of a report. A sealed report is never known to be urgent. */
export const channelsOf =
  ({ webhook, mail }: Alerts) =>
  ({ priority }: Pick<ReportRow, 'priority'>): readonly AlertChannel[] => [
    ...(webhook && (webhook.on === 'all' || priority === 'urgent') ? (['webhook'] as const) : []),
    ...(mail && priority === 'urgent' ? (['mail'] as const) : []),
  ];

// The alerts of a receiver: its options, checked, and which reports are told in which way.
import type { AlertOptions } from './alert-options.ts';
import type { AlertChannel } from '../database/outbox.ts';
import type { ReportRow } from '../database/records.ts';
import { readMailServer, type MailServer } from './mail-server.ts';
import { readTarget, type WebhookTarget } from './webhook-target.ts';

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

// The event of an alert: types alone.
import type { AlertChannel } from '../database/outbox.ts';

/** What became of an attempt to tell the hotline, in our own words. */
export interface AlertEvent {
  /**
   * `alert-sent`; `alert-delayed`: it will be tried again; `alert-stopped`: it was tried for three days, and is tried again
   * once another one arrives, or by `cliquez-signalez outbox --retry`; `alert-unconfirmed`: the report is not on every
   * server yet, so nobody was told; `alerts-unread`: the outbox could not be read, or a look at it took longer than a
   * minute and was given up (`TimeoutError`).
   */
  readonly event: 'alert-sent' | 'alert-delayed' | 'alert-stopped' | 'alert-unconfirmed' | 'alerts-unread';
  readonly channel: AlertChannel;
  readonly cause?: string | undefined;
}

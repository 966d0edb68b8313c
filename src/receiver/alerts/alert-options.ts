// The options of alerts: which reports a hotline is told of, and where.

/** How a hotline is told of reports. */
export interface AlertOptions {
  /** A program that is told over HTTP, as Standard Webhooks says. */
  readonly webhook?: WebhookOptions;
  /** People who are told of urgent reports by mail. */
  readonly mail?: MailOptions;
}

/** Options of a webhook. */
export interface WebhookOptions {
  /** `https://…`; or `http://` on this machine: `127.0.0.1`, `[::1]` or `localhost`. */
  readonly url: string;
  /**
   * Secrets that sign messages, as Standard Webhooks writes them: `whsec_` and 24 to 64 bytes as Base64. While a secret is
   * replaced there are two: a message has a signature by each.
   */
  readonly secrets: readonly string[];
  /** Which reports are told: urgent ones by default. Nobody knows whether a sealed one is urgent. */
  readonly on?: 'urgent' | 'all';
  /** What is told: reference, priority and minute by default; or the whole report besides. */
  readonly body?: 'reference' | 'report';
  /**
   * Private networks that the URL may lead to, such as `10.0.0.0/8`: none by default. Who can change the name of the host
   * could otherwise have this machine ask others behind the firewall.
   */
  readonly networks?: readonly string[];
}

/** Options of alerts by mail. */
export interface MailOptions {
  /** Addresses of the people who are told. */
  readonly to: readonly string[];
  /** Address that the mail comes from; the first of `to` by default. */
  readonly from?: string;
  /** Mail server: `smtps://user:password@host` or `smtp://user:password@host:587`. */
  readonly server: string;
  /** Language of the mail: French by default. */
  readonly locale?: 'fr' | 'en';
}

/** An option of alerts is wrong. The message names the setting, and says what to write. */
export class AlertError extends Error {
  override readonly name = 'AlertError';
}

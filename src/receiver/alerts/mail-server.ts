// The mail server of alerts: how its URL is read, and what is refused.
import { AlertError, type MailOptions } from './alert-options.ts';

/** A mail server that can be asked, and the addresses of a mail. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Whether TLS comes first (port 465); else it is asked for before anything is said, unless on this machine. */
  readonly isSecure: boolean;
  readonly isLocal: boolean;
  readonly login: { readonly user: string; readonly pass: string } | undefined;
  readonly to: readonly string[];
  readonly from: string;
  readonly locale: 'fr' | 'en';
  /** Longest time of a mail. */
  readonly patienceMs: number;
}

/** Less than the time for which messages are taken. */
const PATIENCE_MS = 45_000;

const SERVER =
  'SMTP_URL must be the mail server, as smtps://user:password@mail.example.org (port 465) or ' +
  'smtp://user:password@mail.example.org:587. Characters such as @ or / in the password are written as %40 or %2F.';

/** @throws {AlertError} naming the option, and what to write */
export function readMailServer({ to, from = to[0], server, locale = 'fr' }: MailOptions): MailServer {
  if (to.length === 0) throw new AlertError('ALERT_MAIL names nobody. Write addresses, separated by commas.');
  for (const address of to) checkAddress('ALERT_MAIL', address);
  checkAddress('ALERT_FROM', from ?? '');
  const url = URL.parse(server);
  const isSecure = url?.protocol === 'smtps:';
  // The password is in the URL: no message quotes it.
  if (!url || (!isSecure && url.protocol !== 'smtp:') || url.hostname === '') throw new AlertError(SERVER);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: Number(url.port || (isSecure ? 465 : 587)),
    isSecure,
    isLocal: host === 'localhost' || host === '::1' || host.startsWith('127.'),
    login: url.username === '' ? undefined : { user: decoded(url.username), pass: decoded(url.password) },
    to,
    from: from ?? '',
    locale,
    patienceMs: PATIENCE_MS,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AlertError(SERVER);
  }
}

// As strict as an operator's own address needs it: no name, no quotes, no line break.
function checkAddress(setting: string, address: string): void {
  if (/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address)) return;
  throw new AlertError(`${setting}: « ${address} » is no address such as astreinte@example.org.`);
}

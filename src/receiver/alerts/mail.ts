// Tells people of urgent reports by mail: references and priority, and nothing else.
import { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Delivered } from './delivered.ts';
import type { MailServer } from './mail-server.ts';
import { within } from './time-limit.ts';
import { faultOf } from './webhook.ts';

/** Longest silence of a mail server. */
const SILENCE_MS = 10_000;

/** A mail: its lines name reports, and nothing of them. */
interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Sends one mail about some urgent reports. @returns why it was not sent, in our own words */
export async function sendMail(
  server: MailServer,
  messages: readonly { readonly id: string; readonly reference: string }[],
  signal: AbortSignal,
): Promise<Delivered> {
  const { host, port, isSecure, isLocal, login, from, to, locale, patienceMs } = server;
  // Our own: nodemailer keeps one open for as long as a server goes on talking.
  const socket = new Socket();
  const transport = createTransport({
    socket,
    host,
    port,
    secure: isSecure,
    // Without TLS, a network in between could read the password, or leave the mail out.
    requireTLS: !isSecure && !isLocal,
    ...(login && { auth: login }),
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sending = transport.sendMail({
      from,
      to: [...to],
      // The same for a mail that is sent again, so that a program shows it once.
      messageId: `<${messages[0]?.id}.${messages.length}@${from.split('@').at(-1)}>`,
      // RFC 3834: no program is to answer it.
      headers: { 'Auto-Submitted': 'auto-generated' },
      priority: 'high',
      ...mailAbout(
        messages.map(({ reference }) => reference),
        locale,
      ),
    });
    // A mail server that is slow must hold up neither the end of a process nor other mail.
    const { rejected } = await within(sending, patienceMs, signal);
    return rejected.length < to.length
      ? { isDelivered: true }
      : { isDelivered: false, fault: 'every address refused' };
  } catch (error) {
    socket.destroy();
    return { isDelivered: false, fault: faultOfMail(error) };
  } finally {
    transport.close();
  }
}

/** The words of a mail. */
export function mailAbout(references: readonly string[], locale: MailServer['locale']): Mail {
  const count = references.length;
  const [first = ''] = references;
  const lines = references.join('\n');
  if (locale === 'en')
    return {
      subject: count === 1 ? `Urgent report ${first}` : `${count} urgent reports`,
      text:
        (count === 1 ? 'An urgent report has arrived:' : `${count} urgent reports have arrived:`) +
        `\n\n${lines}\n\nRead it in your tools. This message says nothing of what it holds.\n`,
    };
  return {
    subject: count === 1 ? `Signalement urgent ${first}` : `${count} signalements urgents`,
    text:
      (count === 1 ? 'Un signalement urgent est arrivé :' : `${count} signalements urgents sont arrivés :`) +
      `\n\n${lines}\n\nLisez-le dans vos outils. Ce message ne dit rien de son contenu.\n`,
  };
}

/** An SMTP status, or the code of an error: messages of mail servers quote addresses. */
function faultOfMail(error: unknown): string {
  const status = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  return typeof status === 'number' ? `mail server answered ${status}` : faultOf(error);
}

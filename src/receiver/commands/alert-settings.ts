// The settings of alerts, read from the environment.
import { UsageError } from '../../command-line/command.ts';
import type { AlertOptions } from '../alerts/alert-options.ts';
import { isSet, settingOf } from './environment.ts';
import type { Settings } from './settings.ts';

/**
 * Reads the settings of alerts. What they say is checked by `serveReceiver`.
 * @throws {UsageError} if one is missing that another needs, or has another value than it may have
 */
export function readAlertSettings(environment: Settings): AlertOptions {
  const {
    WEBHOOK_URL: url,
    WEBHOOK_SECRET: secret,
    WEBHOOK_NETWORKS: networks,
    ALERT_MAIL: to,
    ALERT_FROM: from,
    SMTP_URL: server,
  } = environment;
  if (secret && !url)
    throw new UsageError('WEBHOOK_SECRET signs messages, and WEBHOOK_URL says to whom: set both.');
  if (to && !server)
    throw new UsageError('ALERT_MAIL says who is told, and SMTP_URL by which mail server: set both.');
  if (server && !to)
    throw new UsageError('SMTP_URL is the mail server, and ALERT_MAIL says who is told: set both.');
  return {
    ...(url && {
      webhook: {
        url,
        secrets: listOf(secret),
        on: choiceOf(environment, 'WEBHOOK_ON', ['urgent', 'all']),
        body: choiceOf(environment, 'WEBHOOK_BODY', ['reference', 'report']),
        networks: listOf(networks),
      },
    }),
    ...(to &&
      server && {
        mail: {
          to: listOf(to),
          ...(from && { from }),
          server,
          locale: choiceOf(environment, 'ALERT_LOCALE', ['fr', 'en']),
        },
      }),
  };
}

/** What an operator may not have thought of; undefined if there is nothing. */
export function alertWarning(environment: Settings, { webhook, mail }: AlertOptions): string | undefined {
  if (!isSet(environment, 'SEALED_ONLY') || (!webhook && !mail) || webhook?.on === 'all') return undefined;
  return (
    'SEALED_ONLY: nobody knows whether a sealed report is urgent, so nobody is told of any. To be told of each: ' +
    'WEBHOOK_ON=all.'
  );
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,]+/).filter((entry) => entry !== '');

function choiceOf<Choice extends string>(
  environment: Settings,
  name: 'WEBHOOK_ON' | 'WEBHOOK_BODY' | 'ALERT_LOCALE',
  choices: readonly Choice[],
): Choice {
  const text = settingOf(environment, name);
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new UsageError(`${name} must be ${choices.join(' or ')}, not « ${text} ».`);
}

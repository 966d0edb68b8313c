// `cliquez-signalez serve`: the receiver as a process of its own, configured by its environment.
import { readFile } from 'node:fs/promises';
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { readCount, readDay, readOptions } from '../../command-line/arguments.ts';
import { MAX_FOLLOW_UP_DAYS } from '../http/follow-up-days.ts';
import { MAX_RETENTION_DAYS } from '../operations/retention.ts';
import { endOnUnexpectedErrors } from '../operations/crash.ts';
import { createMinuteLog, type MinuteLog } from '../events/minute-lines.ts';
import { readReceiptKey } from '../intake/receipt-key.ts';
import { serveReceiver, type RunningReceiver, type ServeOptions } from '../operations/serve.ts';
import { alertWarning, readAlertSettings } from './alert-settings.ts';
import { isSet, settingOf } from './environment.ts';
import { readPartnersFile } from './partners-file.ts';
import { settingsHelp, type Settings } from './settings.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez serve

Receives reports over HTTP and keeps them in a database. Settings come from the environment; defaults stand in brackets:
${settingsHelp()}`,
  async run(args, environment) {
    readOptions(args, {}, this.usage);
    const print = (line: object): void => console.log(JSON.stringify(line));
    const lines = createMinuteLog(print);
    const alerts = readAlertSettings(environment);
    const running = await serveReceiver({
      port: readPort(settingOf(environment, 'PORT')),
      hostname: settingOf(environment, 'HOST'),
      databaseUrl: settingOf(environment, 'DATABASE_URL'),
      needsStandby: isSet(environment, 'SYNCHRONOUS_STANDBY'),
      origins: readOrigins(settingOf(environment, 'ORIGINS')),
      ...(await readAdmission(environment)),
      ...readSealing(environment),
      ...(await readSigning(environment)),
      ...readOperation(environment),
      alerts,
      // An erasure event does not reveal when a report arrived, so it is printed at once.
      log: (event) => ('status' in event || 'channel' in event ? lines.add(event) : print(event)),
    });
    endOnUnexpectedErrors(lines.end);
    // The handlers come before the announcement of the start, because a signal may follow it at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(running, lines));
    if (isSet(environment, 'SEALED_ONLY') && !environment['SEAL_KEYS']) console.error(ANY_KEY);
    const warning = alertWarning(environment, alerts);
    if (warning !== undefined) console.error(`Warning: ${warning}`);
    for (const each of running.warnings) console.error(`Warning: ${each}`);
    console.error(`Reports are received at ${running.endpoint}`);
    if (running.metricsUrl) console.error(`Counts are given at ${running.metricsUrl}`);
  },
};

/** Longest time that a process may take to end. A database that does not answer must not hold it up. */
const END_MS = 8_000;

async function end(running: RunningReceiver, lines: MinuteLog): Promise<void> {
  setTimeout(() => {
    lines.end();
    process.exit(1);
  }, END_MS).unref();
  await running.close();
  lines.end();
}

/** Settings around the receiver: proxies, metrics, retention, and how long states outlive their reports. */
function readOperation(environment: Settings): Partial<ServeOptions> {
  const {
    TRUSTED_PROXIES: proxies,
    METRICS_PORT: metricsPort,
    RETENTION_DAYS: days,
    RETENTION_CONFIRMED: confirmed,
  } = environment;
  return {
    ...(proxies && { trustedProxies: proxies.split(',').map((entry) => entry.trim()) }),
    ...(metricsPort && { metricsPort: readPort(metricsPort, 'METRICS_PORT') }),
    metricsHostname: settingOf(environment, 'METRICS_HOST'),
    ...(days && { retentionDays: readCount('RETENTION_DAYS', days, 1, MAX_RETENTION_DAYS) }),
    followUpDays: readCount(
      'FOLLOW_UP_DAYS',
      settingOf(environment, 'FOLLOW_UP_DAYS'),
      0,
      MAX_FOLLOW_UP_DAYS,
    ),
    ...(confirmed && { retentionConfirmed: readDay('RETENTION_CONFIRMED', confirmed) }),
  };
}

/** Settings that decide how far reports are trusted. */
async function readAdmission(environment: Settings): Promise<Partial<ServeOptions>> {
  const { PARTNERS: partners, CHALLENGE_SECRET: challengeSecret, DISK_RESERVE_MB: reserve } = environment;
  return {
    ...(partners && { partners: await readPartnersFile(partners) }),
    ...(challengeSecret && { challengeSecret }),
    freeReports: readCount('FREE_REPORTS', settingOf(environment, 'FREE_REPORTS'), 0),
    lowTrustReports: readCount('LOW_TRUST_REPORTS', settingOf(environment, 'LOW_TRUST_REPORTS'), 0),
    ...(reserve && { diskReserve: readCount('DISK_RESERVE_MB', reserve, 0) * 1024 ** 2 }),
    processes: readCount('PROCESSES', settingOf(environment, 'PROCESSES'), 1),
  };
}

const ANY_KEY =
  'SEALED_ONLY without SEAL_KEYS: reports sealed for any key are taken, also those that nobody can open. ' +
  'Set SEAL_KEYS to what « cliquez-signalez keys --of private-key.json » prints.';

/** Settings for sealed reports: which keys open them, and whether other reports are taken. */
function readSealing(environment: Settings): Partial<ServeOptions> {
  const { SEAL_KEYS: keys } = environment;
  return {
    // A blank value is not an absent one: it remains where the operator forgot a key.
    ...(keys && { sealKeys: keys.split(/[\s,]+/).filter((key) => key !== '') }),
    sealedOnly: isSet(environment, 'SEALED_ONLY'),
  };
}

/** The key that signs receipts. */
async function readSigning({ RECEIPT_KEY: file }: Settings): Promise<Partial<ServeOptions>> {
  if (!file) return {};
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`RECEIPT_KEY: ${file} cannot be read. Check its name and who may read it.`);
  });
  return { receiptKey: await readReceiptKey(text) };
}

function readPort(text: string, name = 'PORT'): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${name} must be a number from 0 to 65535, not « ${text} ».`);
}

function readOrigins(text: string): '*' | string[] {
  return text === '*' ? '*' : text.split(',').map((origin) => origin.trim());
}

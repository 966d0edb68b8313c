// `cliquez-signalez serve`: the receiver as a process of its own, configured by its environment.
import { readFile } from 'node:fs/promises';
import {
  CommandError,
  readCount,
  readDay,
  readOptions,
  UsageError,
  type Command,
} from 'cliquez-signalez-tools/commands';
import { MAX_FOLLOW_UP_DAYS } from '../http/follow-up-days.ts';
import { MAX_RETENTION_DAYS } from '../operations/retention.ts';
import { endOnUnexpectedErrors } from '../operations/crash.ts';
import { createMinuteLog, type MinuteLog } from '../events/minute-lines.ts';
import { readReceiptKey } from '../intake/receipt-key.ts';
import { serveReceiver, type RunningReceiver, type ServeOptions } from '../operations/serve.ts';
import { alertWarning, readAlertSettings } from './alert-settings.ts';
import { isSet } from './environment.ts';
import { readPartnersFile } from './partners-file.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez serve

Receives reports over HTTP and keeps them in a database. Settings come from the environment:
  PORT          port to listen on                                  8787
  HOST          address to listen on                               127.0.0.1
  DATABASE_URL  where reports are kept, as sqlite:path or          sqlite:cliquez-signalez.sqlite
                postgres://user:password@host/database; where a standby may be promoted, with both:
                postgres://user:password@host1,host2/database?target_session_attrs=read-write
  SYNCHRONOUS_STANDBY  1 acknowledges no report that a synchronous standby of PostgreSQL does not have
                                                                   0: as its settings say
  ORIGINS       sites that may send reports, separated by commas   * (any site)
  PARTNERS      JSON file of the sites known by name: a list of
                {"id", "origins": [], "perHour", "secretSha256"}; the last where the partner's server relays
                reports: the SHA-256 of its secret, in hexadecimal none
  CHALLENGE_SECRET  what proofs of work are signed with, 32 characters or more, the same in all processes
                                                                   drawn at each start
  FREE_REPORTS  reports of one source within ten minutes that need no proof of work
                                                                   5
  SEAL_KEYS     thumbprints of the keys that open sealed reports (cliquez-signalez keys), separated by commas or
                spaces: what is sealed for another key is refused  any key, also one that nobody has
  SEALED_ONLY   1 refuses reports that are not sealed              0
  RECEIPT_KEY   file of the private key that signs receipts and refusals (keys --receipts), for forms with
                receipt-key                                        none: receipts are not signed
  LOW_TRUST_REPORTS  reports of low trust within ten minutes that are stored without proof of work; one network
                may take a quarter of them, one address a twentieth
                                                                   2000
  DISK_RESERVE_MB  room on the disk that low trust leaves free, in MiB (SQLite alone)
                                                                   a tenth of the disk, at most 1024
  PROCESSES     how many processes share the traffic               1
  TRUSTED_PROXIES  proxies whose X-Forwarded-For is believed, as addresses or networks separated by commas
                                                                   none
  METRICS_PORT  port of the counts for Prometheus, at /metrics     none
  METRICS_HOST  address that they are given on                     127.0.0.1
  RETENTION_DAYS  days after which reports are erased              never
  RETENTION_CONFIRMED  day, as 2026-10-27: older reports past their time are erased even where there are so many,
                or so long no new one, that the clock may be wrong none
  FOLLOW_UP_DAYS  days for which what became of a report is told after the report was erased; 0: ends with it
                                                                   90
  WEBHOOK_URL   address of a program that is told of reports, signed as Standard Webhooks says: https://…, or
                http://127.0.0.1 on this machine                   none: nobody is told
  WEBHOOK_SECRET  what messages are signed with: whsec_ and 24 to 64 bytes as Base64, the same as the program has; two,
                separated by a comma, while it is replaced         needed with WEBHOOK_URL
  WEBHOOK_ON    urgent: of urgent reports alone, never of sealed ones; all: of each report
                                                                   urgent
  WEBHOOK_BODY  reference: reference, priority and minute; report: the whole report
                                                                   reference
  WEBHOOK_NETWORKS  private networks that WEBHOOK_URL may lead to, separated by commas
                                                                   none
  ALERT_MAIL    addresses that get a mail of urgent reports, separated by commas: references, at most one mail a minute
                                                                   none
  SMTP_URL      mail server, as smtps://user:password@host or smtp://user:password@host:587
                                                                   needed with ALERT_MAIL
  ALERT_FROM    address that the mail comes from                   the first of ALERT_MAIL
  ALERT_LOCALE  language of the mail: fr or en                     fr
`,
  async run(args, environment) {
    readOptions(args, {}, this.usage);
    const print = (line: object): void => console.log(JSON.stringify(line));
    const lines = createMinuteLog(print);
    const alerts = readAlertSettings(environment);
    const running = await serveReceiver({
      port: readPort(environment['PORT'] || '8787'),
      hostname: environment['HOST'] || '127.0.0.1',
      databaseUrl: environment['DATABASE_URL'] || 'sqlite:cliquez-signalez.sqlite',
      needsStandby: isSet(environment, 'SYNCHRONOUS_STANDBY'),
      origins: readOrigins(environment['ORIGINS'] || '*'),
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
function readOperation(environment: NodeJS.ProcessEnv): Partial<ServeOptions> {
  const {
    TRUSTED_PROXIES: proxies,
    METRICS_PORT: metricsPort,
    METRICS_HOST: metricsHostname,
    RETENTION_DAYS: days,
    RETENTION_CONFIRMED: confirmed,
    FOLLOW_UP_DAYS: followUpDays,
  } = environment;
  return {
    ...(proxies && { trustedProxies: proxies.split(',').map((entry) => entry.trim()) }),
    ...(metricsPort && { metricsPort: readPort(metricsPort, 'METRICS_PORT') }),
    ...(metricsHostname && { metricsHostname }),
    ...(days && { retentionDays: readCount('RETENTION_DAYS', days, 1, MAX_RETENTION_DAYS) }),
    ...(followUpDays && { followUpDays: readCount('FOLLOW_UP_DAYS', followUpDays, 0, MAX_FOLLOW_UP_DAYS) }),
    ...(confirmed && { retentionConfirmed: readDay('RETENTION_CONFIRMED', confirmed) }),
  };
}

/** Settings that decide how far reports are trusted. */
async function readAdmission(environment: NodeJS.ProcessEnv): Promise<Partial<ServeOptions>> {
  const { PARTNERS: partners, CHALLENGE_SECRET: challengeSecret, DISK_RESERVE_MB: reserve } = environment;
  return {
    ...(partners && { partners: await readPartnersFile(partners) }),
    ...(challengeSecret && { challengeSecret }),
    freeReports: readCount('FREE_REPORTS', environment['FREE_REPORTS'] || '5', 0),
    lowTrustReports: readCount('LOW_TRUST_REPORTS', environment['LOW_TRUST_REPORTS'] || '2000', 0),
    ...(reserve && { diskReserve: readCount('DISK_RESERVE_MB', reserve, 0) * 1024 ** 2 }),
    processes: readCount('PROCESSES', environment['PROCESSES'] || '1', 1),
  };
}

const ANY_KEY =
  'SEALED_ONLY without SEAL_KEYS: reports sealed for any key are taken, also those that nobody can open. ' +
  'Set SEAL_KEYS to what « cliquez-signalez keys --of private-key.json » prints.';

/** Settings for sealed reports: which keys open them, and whether other reports are taken. */
function readSealing(environment: NodeJS.ProcessEnv): Partial<ServeOptions> {
  const { SEAL_KEYS: keys } = environment;
  return {
    // A blank value is not an absent one: it remains where the operator forgot a key.
    ...(keys && { sealKeys: keys.split(/[\s,]+/).filter((key) => key !== '') }),
    sealedOnly: isSet(environment, 'SEALED_ONLY'),
  };
}

/** The key that signs receipts. */
async function readSigning({ RECEIPT_KEY: file }: NodeJS.ProcessEnv): Promise<Partial<ServeOptions>> {
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

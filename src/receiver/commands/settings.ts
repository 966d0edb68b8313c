// The settings of the environment: the one table from which code, `serve --help`, the example file and the guides take them.
import { FREE_REPORTS } from '../admission/admission.ts';
import { LOW_TRUST_REPORTS } from '../admission/budget.ts';
import { FOLLOW_UP_DAYS } from '../http/follow-up-days.ts';

/** A setting has a value by default, or words for what happens without one. */
export type Setting = {
  /** What it does, with its unit. */
  readonly does: string;
  /** Values in the example file. Each is a line. */
  readonly example: readonly string[];
  /** Whether the first of them is in force there. The others are comments. */
  readonly isOn?: boolean;
  /** What only the example file adds. */
  readonly hint?: string;
  /** Whether other commands alone read it: `serve --help` leaves it out. */
  readonly isForOthers?: true;
} & ({ readonly value: string } | { readonly unset: string });

export const SETTINGS = {
  PORT: { does: 'port to listen on', value: '8787', example: ['8787'], isOn: true },
  HOST: {
    does: 'address to listen on',
    value: '127.0.0.1',
    example: ['127.0.0.1'],
    isOn: true,
    hint: 'For the proxy on this machine alone.',
  },
  DATABASE_URL: {
    does:
      'database that keeps the reports: `sqlite:path`, or `postgres://user:password@host/database` (PostgreSQL 13 or later; the ' +
      'password may come in `PGPASSWORD`); with a standby that may be promoted, both hosts: ' +
      '`postgres://user:password@host1,host2/database?target_session_attrs=read-write`',
    value: 'sqlite:cliquez-signalez.sqlite',
    example: [
      'sqlite:/var/lib/cliquez-signalez/reports.sqlite',
      'postgres://receiver:password@127.0.0.1:5432/reports',
      'postgres://receiver:password@db1.example,db2.example/reports?target_session_attrs=read-write&sslmode=verify-full',
    ],
    isOn: true,
    hint: 'SQLite needs nothing else; PostgreSQL takes several processes.',
  },
  SYNCHRONOUS_STANDBY: {
    does: '`1` acknowledges no report that a synchronous standby of PostgreSQL does not have; commands read none either',
    value: '0',
    example: ['1'],
  },
  ORIGINS: {
    does: 'sites whose pages may send reports: exact origins, separated by commas, or `*` for any site; others get 403',
    value: '*',
    example: ['*'],
    isOn: true,
  },
  TRUSTED_PROXIES: {
    does: 'proxies whose `X-Forwarded-For` is believed, as addresses or networks separated by commas',
    unset: 'none',
    example: ['127.0.0.1,::1'],
    isOn: true,
    hint: 'Without them, reports of one address are neither counted nor slowed down.',
  },
  PARTNERS: {
    does:
      'JSON file of the sites known by name: a list of `{"id", "origins": [], "perHour", "secretSha256"}`; the last ' +
      'one if the partner’s server relays reports: the SHA-256 of its secret, in hexadecimal',
    unset: 'none',
    example: ['/etc/cliquez-signalez/partners.json'],
  },
  CHALLENGE_SECRET: {
    does: 'secret that signs proofs of work, 32 characters or more, the same in all processes',
    unset: 'drawn at each start',
    example: ['32-characters-or-more-drawn-by-chance'],
    hint: 'Made by: openssl rand -hex 32',
  },
  FREE_REPORTS: {
    does: 'reports of one source within ten minutes that need no proof of work',
    value: `${FREE_REPORTS}`,
    example: [`${FREE_REPORTS}`],
  },
  SEAL_KEYS: {
    does:
      'thumbprints of the keys that open sealed reports, as `cliquez-signalez keys` prints them, separated by commas or ' +
      'spaces; what is sealed for another key is refused',
    unset: 'any envelope is stored',
    example: ['thumbprint-of-43-characters'],
  },
  SEALED_ONLY: { does: '`1` refuses reports that are not sealed', value: '0', example: ['0'] },
  RECEIPT_KEY: {
    does:
      'file of the private key that signs receipts and refusals, made by `cliquez-signalez keys --receipts`: forms with ' +
      'its public half (`receipt-key`) believe no others',
    unset: 'receipts are not signed',
    example: ['/etc/cliquez-signalez/receipt-key.json'],
    hint:
      'It has mode 0600, and is the receiver’s user’s. The systemd unit has lines of its own for it, because its user ' +
      'cannot own a file: leave it out here then.',
  },
  LOW_TRUST_REPORTS: {
    does:
      'reports of low trust within ten minutes that are stored without a proof of work; one network may take a quarter ' +
      'of them, one address a twentieth',
    value: `${LOW_TRUST_REPORTS}`,
    example: [`${LOW_TRUST_REPORTS}`],
  },
  DISK_RESERVE_MB: {
    does: 'room on the disk that low trust leaves free, in MiB (SQLite alone)',
    unset: 'a tenth of the disk, at most 1024',
    example: ['1024'],
  },
  PROCESSES: {
    does: 'how many processes share the traffic; what each allows is divided by it',
    value: '1',
    example: ['1'],
  },
  METRICS_PORT: {
    does: 'port of the counts for Prometheus, at `/metrics`, without a word about reporters; never the public port',
    unset: 'none',
    example: ['9787'],
  },
  METRICS_HOST: {
    does: 'address that the counts are given on',
    value: '127.0.0.1',
    example: ['127.0.0.1'],
  },
  RETENTION_DAYS: {
    does: 'days after which reports are erased, from the disk too',
    unset: 'never',
    example: ['180'],
    hint: 'Backups keep what is erased here: let them go as early.',
  },
  RETENTION_CONFIRMED: {
    does:
      'a day, as `2026-10-27`, that confirms a sweep which was held (`erase-held` in the log): older reports past their ' +
      'time are erased even if there are so many, or so long no new one, that the clock may be wrong',
    unset: 'none',
    example: ['2026-10-27'],
  },
  FOLLOW_UP_DAYS: {
    does: 'days for which what became of a report is told after the report was erased; `0`: ends with it',
    value: `${FOLLOW_UP_DAYS}`,
    example: [`${FOLLOW_UP_DAYS}`],
  },
  WEBHOOK_URL: {
    does:
      'address of a program that is told of reports, signed as Standard Webhooks says: `https://…`, or ' +
      '`http://127.0.0.1` on this machine',
    unset: 'nobody is told',
    example: ['https://crm.example.org/hooks/reports'],
  },
  WEBHOOK_SECRET: {
    does:
      'secret that signs the messages, the same as the program has: `whsec_` and 24 to 64 bytes as Base64; two, separated ' +
      'by a comma, while it is replaced',
    unset: 'needed with `WEBHOOK_URL`',
    example: ['whsec_and-24-to-64-bytes-as-Base64'],
    hint: 'Made by: echo "whsec_$(openssl rand -base64 32)"',
  },
  WEBHOOK_ON: {
    does: '`urgent`: it is told of urgent reports alone, never of sealed ones; `all`: of each report',
    value: 'urgent',
    example: ['urgent'],
  },
  WEBHOOK_BODY: {
    does: '`reference`: it is told reference, priority and minute; `report`: the whole report',
    value: 'reference',
    example: ['reference'],
  },
  WEBHOOK_NETWORKS: {
    does: 'private networks that `WEBHOOK_URL` may lead to, separated by commas',
    unset: 'none',
    example: ['10.0.0.0/8'],
  },
  ALERT_MAIL: {
    does: 'addresses that get a mail of urgent reports, separated by commas: references, at most one mail a minute',
    unset: 'nobody is told',
    example: ['on-call@example.org'],
  },
  ALERT_FROM: {
    does: 'address that the mail comes from',
    unset: 'the first of `ALERT_MAIL`',
    example: ['reports@example.org'],
  },
  ALERT_LOCALE: { does: 'language of the mail: `fr` or `en`', value: 'fr', example: ['fr'] },
  SMTP_URL: {
    does: 'mail server, as `smtps://user:password@host` or `smtp://user:password@host:587`',
    unset: 'needed with `ALERT_MAIL`',
    example: ['smtps://user:password@mail.example.org'],
  },
  HOTLINE_NAME: {
    does: 'name of the hotline in drafts, pages and figures, unless `--hotline-name` says it',
    unset: 'none',
    example: ['Example'],
    isForOthers: true,
  },
  HOTLINE_EMAIL: {
    does: 'address of the hotline in drafts, unless `--hotline-email` says it',
    unset: 'none',
    example: ['reports@example.org'],
    isForOthers: true,
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

/** Settings as the environment gives them. An empty one counts as none. */
export type Settings = Readonly<Partial<Record<SettingName, string>>>;

/** Breaks a text into lines. */
export function linesOf(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (`${lines.at(-1)} ${word}`.trim().length > width) lines.push('');
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}

const INDENT = 23;

/** The settings of `serve`, as its help lists them. Each ends with its default, in brackets. */
export const settingsHelp = (): string =>
  Object.entries<Setting>(SETTINGS)
    .filter(([, { isForOthers }]) => !isForOthers)
    .map(([name, setting]) => {
      const unset = 'value' in setting ? setting.value : setting.unset;
      const lines = linesOf(`${setting.does} [${unset}]`.replaceAll('`', ''), 118 - INDENT);
      return `${`  ${name}`.padEnd(INDENT)}${lines.join(`\n${' '.repeat(INDENT)}`)}\n`;
    })
    .join('');

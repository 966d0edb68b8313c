// Fills a database with as many reports as a large hotline has in years: through the real tables, triggers and log, by
// bulk writes.
import { spawn, type ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { EMBEDS } from '../../src/core/report/vocabulary.ts';
import { openStore, type StoredReport } from '../../src/receiver/index.ts';
import { dayOf, factsOf, leafOf } from '../../src/receiver/log/log-entries.ts';
import { randomFrom } from '../setup/random.ts';
import { sampleReport } from './sample-report.ts';
import { makePair, seal } from './sealed-given.ts';

/** How many reports, and how they are spread. */
export interface ManyReports {
  readonly count: number;
  /** The same number each day, so that a day is as much work in a large database as in a small one. */
  readonly perDay: number;
  /** Whether only reports of the last day are urgent, sealed, of low trust or of a partner. */
  readonly isPlainBefore?: boolean;
}

/** The last day of the reports. */
export const LAST_DAY = '2026-11-20';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Day of the reports that are `back` days before the last. */
export const dayBack = (back: number): string =>
  new Date(Date.parse(LAST_DAY) - back * DAY_MS).toISOString().slice(0, 10);

/** Shares of reports, one in so many. */
const URGENT = 100;
const SEALED = 20;
const LOW = 30;
const OF_PARTNERS = 3;
const PARTNERS = 40;

/** The partner of one report in so many; `partner-0` has as many as every other. */
const partnerOf = (number: number): string | null =>
  number % OF_PARTNERS === 0 ? `partner-${Math.floor(number / OF_PARTNERS) % PARTNERS}` : null;

/** Different bodies; only the id differs between two reports with the same. */
const BODIES = 500;
const ENVELOPES = 40;

const ID = '00000000-0000-4000-8000-000000000000';

/** A body, cut at its id. */
type Body = readonly [head: string, tail: string];

const SENTENCES = [
  'Dans ce fil, plusieurs messages appellent à s’en prendre à une personne nommée, avec son adresse.',
  'Le premier message date de ce matin. Les réponses ajoutent d’autres noms et d’autres adresses.',
  'La page demande un compte pour être lue en entier, mais les messages visés sont publics.',
  'La vidéo a été partagée plus de mille fois ; le compte qui l’a publiée en a d’autres du même genre.',
  'J’ai déjà écrit au site il y a trois jours et je n’ai pas eu de réponse.',
];

/** Bodies of 700 bytes to 2 kB; every so many say that somebody is in danger. */
function plainBodies(isUrgent: boolean): Body[] {
  const random = randomFrom(20_261_120);
  return Array.from({ length: BODIES }, (_, index) => {
    const sentences = Array.from({ length: Math.floor(random() * 12) }, () => pick(SENTENCES, random));
    const report = sampleReport({
      submissionId: ID,
      category: pick(CATEGORIES, random).id,
      danger: { immediate: isUrgent ? 'yes' : 'no', helpShown: isUrgent },
      locations: [
        {
          id: 'L1',
          place: 'website',
          url: { value: `https://example.org/forum/t/${index}#post-${index % 7}`, kind: 'http' },
        },
      ],
      ...(sentences.length > 0 && { content: { description: sentences.join(' ') } }),
      source: { partnerId: 'partner', embed: pick(EMBEDS, random), widgetVersion: '1.0.0', prefilled: false },
    });
    return cut(JSON.stringify(report));
  });
}

/** Envelopes for a key that nobody keeps. */
async function sealedBodies(): Promise<Body[]> {
  const pair = await makePair();
  const report = sampleReport({ submissionId: ID });
  return Array.from({ length: ENVELOPES }, () => cut(JSON.stringify(seal(pair, report))));
}

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)]!;

function cut(text: string): Body {
  const [head = '', tail = ''] = text.split(ID);
  return [head, tail];
}

/** The reports, in the order of arrival. */
async function* reportsOf({
  count,
  perDay,
  isPlainBefore = false,
}: ManyReports): AsyncGenerator<StoredReport> {
  const bodies = { plain: plainBodies(false), urgent: plainBodies(true), sealed: await sealedBodies() };
  const random = randomFrom(count);
  const days = Math.ceil(count / perDay);
  for (let sequence = 1; sequence <= count; sequence++) {
    const place = sequence - 1;
    const day = Date.parse(dayBack(days - 1 - Math.floor(place / perDay)));
    const minute = Math.floor(((place % perDay) * (DAY_MS / MINUTE_MS)) / perDay);
    const receivedAt = `${new Date(day + minute * MINUTE_MS).toISOString().slice(0, 16)}:00Z`;
    const isPlain = isPlainBefore && sequence <= count - perDay;
    const sealed = !isPlain && sequence % SEALED === 0;
    const isUrgent = !isPlain && !sealed && sequence % URGENT === 1;
    const kind = sealed ? bodies.sealed : isUrgent ? bodies.urgent : bodies.plain;
    const [head, tail] = kind[sequence % kind.length]!;
    const id = randomId(random);
    const body = head + id + tail;
    const reference = referenceOf(sequence);
    yield {
      sequence,
      id,
      digest: hash('sha256', body),
      reference,
      receivedAt,
      sealed,
      partner: isPlain ? null : partnerOf(sequence),
      trust: !isPlain && sequence % LOW === 0 ? 'low' : 'normal',
      priority: isUrgent ? 'urgent' : 'normal',
      answer: JSON.stringify({ submissionId: id, reference, receivedAt }),
      body,
    };
  }
}

const hex = (random: () => number): string =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

function randomId(random: () => number): string {
  const [a, b, c, d] = [hex(random), hex(random), hex(random), hex(random)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** References as the receiver draws them: in no order, none twice (an odd factor permutes the numbers of 40 bits). */
function referenceOf(sequence: number): string {
  let rest = (BigInt(sequence) * 668_265_263_017n) % 2n ** 40n;
  let text = '';
  for (let digit = 0; digit < 8; digit++) {
    text += DIGITS.charAt(Number(rest % 32n));
    rest /= 32n;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

const COLUMNS = [
  ...(['sequence', 'id', 'digest', 'reference', 'receivedAt'] as const),
  ...(['sealed', 'partner', 'trust', 'priority', 'answer', 'body'] as const),
];

/**
 * Makes the tables of a fresh database and fills them: reports, their numbers in the ledger, their entries in the log,
 * which is summed up as a receiver does it.
 */
export async function fillWithMany(url: string, many: ManyReports): Promise<void> {
  await (await openStore(url)).close();
  await (url.startsWith('sqlite:') ? fillSqlite(url.slice('sqlite:'.length), many) : fillPostgres(url, many));
  const store = await openStore(url);
  await store.log.tend(new AbortController().signal);
  await store.close();
}

/** Rows in one transaction. */
const AT_ONCE = 50_000;

async function fillSqlite(file: string, many: ManyReports): Promise<void> {
  const database = new DatabaseSync(file);
  // A database that is being made may be lost in a power cut.
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -1500000; PRAGMA locking_mode = EXCLUSIVE');
  const names = COLUMNS.map((column) => `"${column}"`).join();
  const report = database.prepare(`insert into report (${names}) values (${COLUMNS.map(() => '?').join()})`);
  const entry = database.prepare('insert into "logEntry" (sequence, leaf, day) values (?, ?, ?)');
  database.exec('begin');
  for await (const row of reportsOf(many)) {
    report.run(...COLUMNS.map((column) => (column === 'sealed' ? Number(row.sealed) : row[column])));
    entry.run(row.sequence, leafOf(row.sequence, factsOf(row)), dayOf(row));
    if (row.sequence % AT_ONCE === 0) database.exec('commit; begin');
  }
  database.exec('commit; pragma wal_checkpoint(truncate); analyze');
  database.close();
}

async function fillPostgres(url: string, many: ManyReports): Promise<void> {
  const names = COLUMNS.map((column) => `"${column}"`).join();
  const reports = startCopy(url, `report (${names})`);
  const entries = startCopy(url, '"logEntry" (sequence, leaf, day)');
  for await (const row of reportsOf(many)) {
    await reports.write(COLUMNS.map((column) => (column === 'sealed' ? Number(row.sealed) : row[column])));
    await entries.write([row.sequence, leafOf(row.sequence, factsOf(row)), dayOf(row)]);
  }
  await Promise.all([reports.end(), entries.end()]);
  const client = new Client(url);
  await client.connect();
  await client.query(`select setval(pg_get_serial_sequence('report', 'sequence'), ${many.count})`);
  // Autovacuum's work, some time after many rows came.
  await client.query('vacuum analyze');
  // Or what was just filled in is still being written while the first reports are measured.
  await client.query('checkpoint');
  await client.end();
}

type Cell = string | number | null;

/** PostgreSQL's own client copies lines into a table: faster than any insert. */
function startCopy(url: string, table: string) {
  const child: ChildProcess = spawn(
    'psql',
    ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', url, '--command', `copy ${table} from stdin`],
    {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, PGOPTIONS: '-c synchronous_commit=off' },
    },
  );
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const input = child.stdin!;
  let lines: string[] = [];
  const flush = async (): Promise<void> => {
    const text = lines.join('');
    lines = [];
    if (!input.write(text)) await once(input, 'drain');
  };
  return {
    async write(cells: readonly Cell[]): Promise<void> {
      lines.push(`${cells.map(cellOf).join('\t')}\n`);
      if (lines.length === 1_000) await flush();
    },
    async end(): Promise<void> {
      await flush();
      input.end();
      const [code] = await ended;
      if (code !== 0) throw new Error(`psql ended with ${String(code)}.`);
    },
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const cellOf = (cell: Cell): string =>
  cell === null ? '\\N' : String(cell).replace(/[\\\n\r\t]/g, (character) => ESCAPES[character]!);

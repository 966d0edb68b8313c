// Many reports and decisions, drawn at random from a seed, with the facts that an independent count starts from.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { command } from '../../src/receiver/commands/figures.ts';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { EMBEDS } from '../../src/core/report/vocabulary.ts';
import type { ReportRow, ReportStore } from '../../src/receiver/index.ts';
import { temporaryFolder } from './harness.ts';
import { sampleReport } from './sample-report.ts';
import { seal, type Pair } from './sealed-given.ts';

/** The facts of a report, whether anybody can read it or not. */
export interface Fact {
  readonly reference: string;
  readonly receivedAt: string;
  readonly category: string;
  readonly partner: string;
  readonly trust: 'normal' | 'low';
  readonly embed: string;
}

/** A row of the file of decisions, as facts; an empty text is an empty cell. */
export interface DecisionFact {
  readonly reference: string;
  readonly provider: string;
  readonly date: string;
  readonly action: string;
  readonly answered: string;
}

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)]!;

/** Stands in every text and address of the generated reports. Nothing that is printed may hold it. */
export const CANARY = 'canari-7319';

const PARTNERS = ['ville-exemple', 'journal-exemple', 'ecole-exemple'];

/** Providers, in the spellings of a file that several people keep. */
export const PROVIDERS = [
  'Exemple Vidéo',
  'exemple vidéo',
  'Hébergeur & Fils',
  '=Réseau',
  'Booking.example',
  '',
];

const DAY_MS = 86_400_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * Stores reports that arrived from October 2025 to February 2027, half of them in 2026.
 * @param sealEvery one report in so many is sealed for the pair
 */
export async function storeReports(
  store: ReportStore,
  count: number,
  random: () => number,
  pair: Pair,
  sealEvery: number,
): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (let start = 0; start < count; start += 500) {
    const rows = Array.from({ length: Math.min(500, count - start) }, (_, index) => {
      const fact = factOf(start + index, random);
      facts.push(fact);
      return rowOf(fact, (start + index) % sealEvery === 0 ? pair : undefined);
    });
    await Promise.all(rows.map((row) => store.put(row)));
  }
  return facts;
}

function factOf(index: number, random: () => number): Fact {
  const minute = Math.floor((Date.UTC(2025, 9, 1) + random() * 516 * DAY_MS) / 60_000) * 60_000;
  return {
    // As the receiver draws them, some of digits alone.
    reference: `${1000 + Math.floor(index / 10)}-${String(index % 10).repeat(4)}`,
    receivedAt: `${new Date(minute).toISOString().slice(0, 16)}:00Z`,
    category: pick(CATEGORIES, random).id,
    partner: pick(PARTNERS, random),
    trust: random() < 0.1 ? 'low' : 'normal',
    embed: pick(EMBEDS, random),
  };
}

function rowOf(fact: Fact, pair: Pair | undefined): ReportRow {
  const { reference, receivedAt, category, partner, trust, embed } = fact;
  const report = sampleReport({
    category,
    locations: [
      {
        id: 'L1',
        place: 'website',
        service: CANARY,
        url: { value: `https://${CANARY}.example/p`, kind: 'http' },
      },
    ],
    content: { description: CANARY },
    reporter: {
      role: 'witness',
      anonymous: false,
      followUp: 'email',
      contact: { email: `${CANARY}@example.org`, name: CANARY },
    },
    source: { partnerId: partner, embed, widgetVersion: '1.0.0', prefilled: false },
  });
  const body = JSON.stringify(pair ? seal(pair, report) : report);
  const digest = createHash('sha256').update(body).digest('hex');
  const sealed = pair !== undefined;
  const columns = { reference, receivedAt, partner, trust, priority: 'normal', answer: '{}' } as const;
  return { id: report.submissionId, digest, sealed, body, ...columns };
}

const ACTIONS = ['removed', 'restricted', 'refused', 'no answer', 'not illegal', 'police', 'duplicate', ''];
const ANSWERED = ['removed', 'restricted', 'refused'];

/** Decisions on two reports in three; some twice, some on reports that the database never had, some without a date. */
export function decideOn(facts: readonly Fact[], random: () => number): DecisionFact[] {
  const decided = facts.filter(() => random() < 2 / 3);
  const again = decided.filter(() => random() < 0.1);
  const references = [...decided, ...again].map(({ reference, receivedAt }) => ({ reference, receivedAt }));
  const gone = Array.from({ length: 40 }, (_, index) => ({
    reference: `GONE-${index}`,
    receivedAt: `2026-0${1 + (index % 9)}-11T10:00:00Z`,
  }));
  return [...references, ...gone].map(({ reference, receivedAt }) => {
    const action = pick(ACTIONS, random);
    const isNotice = !['not illegal', 'police', 'duplicate'].includes(action);
    const provider = isNotice ? pick(action === '' ? PROVIDERS.slice(0, 5) : PROVIDERS, random) : '';
    const noticed = Date.parse(receivedAt.slice(0, 10)) + Math.floor(random() * 20) * DAY_MS;
    const date = random() < 0.05 ? '' : dayOf(noticed);
    const isAnswered = ANSWERED.includes(action) && random() < 0.8;
    const answered = isAnswered ? dayOf(noticed + Math.floor(random() * 9) * DAY_MS) : '';
    return { reference, provider, date, action, answered };
  });
}

/** The file of decisions, as a spreadsheet in French saves it. */
export function decisionsFile(decisions: readonly DecisionFact[]): string {
  const cell = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = decisions.map(({ reference, provider, date, action, answered }) =>
    [reference, provider, date, action, answered].map(cell).join(';'),
  );
  return `\uFEFFRéférence;Hébergeur;Date;Suite;Réponse\r\n${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** Runs `cliquez-signalez figures` in this process: what it wrote, what it told the operator, and its exit code. */
export async function figures(t: TestContext, database: string, ...options: string[]) {
  const stderr: string[] = [];
  const mock = t.mock.method(process.stderr, 'write', (text: string) => stderr.push(text) > 0);
  const output = join(await temporaryFolder(t), 'figures');
  try {
    await command.run([...options, '--output', output], { DATABASE_URL: database });
  } finally {
    mock.mock.restore();
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return { text: await readFile(output, 'utf8'), stderr: stderr.join(''), code };
}

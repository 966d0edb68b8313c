// `cliquez-signalez figures`: the yearly figures of a hotline, and those of one partner's month.
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { oneOf, readOptions } from '../../command-line/arguments.ts';
import { readDecisions, type Decision } from '../figures/decisions.ts';
import { figuresCsv, figuresJson } from '../figures/figures-data.ts';
import { pageText, yearlyPage, type FiguresPage } from '../figures/figures-page.ts';
import { partnerTables, yearlyTables } from '../figures/figure-tables.ts';
import { placesOf, readNumbers, readYear } from '../figures/figure-reads.ts';
import { FIGURE_WORDS } from '../figures/figure-locales.ts';
import { countPartner } from '../figures/partner-figures.ts';
import { countYear, startCounts, type YearlyFigures } from '../figures/yearly-figures.ts';
import type { DatabaseStore, Period } from '../store/store.ts';
import { rowsIn, textIn } from './decisions-file.ts';
import { openNote, type CountNote } from './figures-note.ts';
import { checkPartner } from './known-partner.ts';
import { describeUnread, describeYear } from './figures-summary.ts';
import { writeNewFile } from './new-file.ts';
import { countReports } from './numbers.ts';
import { withProgress } from './progress.ts';
import { ATTENTION, openToRead, print, readKeys } from './reading.ts';
import type { Settings } from './settings.ts';

const OPTIONS = {
  year: { type: 'string' },
  decisions: { type: 'string' },
  partner: { type: 'string' },
  month: { type: 'string' },
  database: { type: 'string' },
  format: { type: 'string', default: 'html' },
  locale: { type: 'string', default: 'fr' },
  key: { type: 'string', multiple: true },
  note: { type: 'string' },
  'hotline-name': { type: 'string' },
  independence: { type: 'string' },
  output: { type: 'string' },
} as const;

type Values = ReturnType<typeof readOptions<typeof OPTIONS>>;

export const command: Command = {
  usage: `Usage: cliquez-signalez figures --year YEAR --decisions FILE [options]
       cliquez-signalez figures --partner ID --month MONTH [options]

Counts reports, and prints tables in which nobody is named. With --year: what Article 22(3) of the Digital Services Act
asks of a trusted flagger, from the reports and from a file of what became of them. With --partner: what one partner's
pages brought in a month, with every number below 5 hidden, and every number that would give one away. The database is
only read. Ends with 0 where all is well; with 3 where reports could not be read; with 1 or 2 where nothing was printed.
  --year YEAR            such as 2026; reports count by the day on which they arrived (UTC)
  --decisions FILE       CSV with the columns reference,provider,date,action and, if you like, answered,category. A line
                         for each notice or other outcome. action: removed, restricted, refused, no answer (notices to
                         a provider); not illegal, passed to the police, duplicate. Days as 2026-11-24. What « outcomes » reads
                         besides (reading, gone, not ours, link?) is not counted. Lines of other years may
                         stay in the file; they are named, and not counted
  --partner ID           the partner whose figures these are
  --month MONTH          such as 2026-11; it must be over
  --database URL         sqlite:path or postgres://…; else DATABASE_URL       sqlite:cliquez-signalez.sqlite
  --format NAME          html: a page to read and to print; csv; json         html
  --locale fr|en         language of the labels                               fr
  --key FILE             private key of sealed reports; may be given several times
  --output FILE          a new file, complete once it has its name            standard output
For a year:
  --note FILE            notes how far the count is, and goes on from there where it was cut off; removed at the end
  --hotline-name NAME    who publishes it; else HOTLINE_NAME
  --independence FILE    how you stay independent of providers, as plain text; the page has a placeholder without it
`,
  async run(args, environment) {
    const values = readOptions(args, OPTIONS, this.usage);
    const { year, partner } = values;
    if ((year === undefined) === (partner === undefined)) {
      throw new UsageError(
        `Say either --year YEAR --decisions FILE, or --partner ID --month MONTH.\n\n${this.usage}`,
      );
    }
    const count = year === undefined ? partnerMonth(values) : await wholeYear(year, values, environment);
    oneOf('format', values.format, ['html', 'csv', 'json']);
    const store = await openToRead(values.database, environment);
    try {
      const { text, attention, end } = await count(store);
      await (values.output === undefined ? print([text], AGAIN) : writeNewFile(values.output, [text]));
      await end?.();
      process.stderr.write(attention.text);
      if (attention.isNeeded) process.exitCode = ATTENTION;
    } finally {
      await store.close();
    }
  },
};

const AGAIN = 'Run the command again.';

/** A count's output, and the operator's summary of it. */
interface Counted {
  readonly text: string;
  readonly attention: { readonly text: string; readonly isNeeded: boolean };
  /** Called once the text is written. */
  readonly end?: () => Promise<void>;
}

type Count = (store: DatabaseStore) => Promise<Counted>;

async function wholeYear(text: string, values: Values, environment: Settings): Promise<Count> {
  if (!/^20\d\d$/.test(text)) throw new UsageError(`--year must be a year such as 2026, not « ${text} ».`);
  refuse(values, ['month'], '--year');
  if (values.decisions === undefined) throw new UsageError('--decisions FILE is missing.');
  const year = Number(text);
  const words = wordsOf(values);
  const decisions = await rowsIn(values.decisions, readDecisions);
  const keys = await readKeys(values.key ?? []);
  const hotline = values['hotline-name'] || environment['HOTLINE_NAME'];
  const independence =
    values.independence === undefined ? undefined : await paragraphsIn(values.independence);
  return async (store) => {
    const note =
      values.note === undefined
        ? undefined
        : await openNote(values.note, store.ledger, [text, values.decisions!, ...(values.key ?? [])]);
    const places = await placesOf(store, year);
    const figures = await countShowing(store, { year, decisions, keys, places }, note);
    const tables = yearlyTables(figures, words);
    const countedOn = new Date().toISOString().slice(0, 10);
    const page = yearlyPage(figures, tables, words, {
      countedOn,
      ...(hotline && { hotline }),
      ...(independence && { independence }),
    });
    return {
      text: textOf(values, { year, countedOn }, page),
      attention: describeYear(figures, await store.ledger.missing(places.first)),
      ...(note && { end: note.end }),
    };
  };
}

/** The counted year, and the place of its reports. */
interface YearCount {
  readonly year: number;
  readonly decisions: readonly Decision[];
  readonly keys: readonly CryptoKey[];
  readonly places: { readonly first: number; readonly last: number };
}

/** Counts a year, from where a note says, and shows and notes how far the count is. */
async function countShowing(
  store: DatabaseStore,
  { year, decisions, keys, places }: YearCount,
  note: CountNote | undefined,
): Promise<YearlyFigures> {
  const oldest = (await store.search.oldest())?.slice(0, 10);
  const { after = 0, counts = startCounts() } = note?.found ?? {};
  return withProgress({ what: 'Counting', ...places }, (progress) => {
    const onPlace = (place: number): void => {
      progress.at(place);
      note?.at(place, counts);
    };
    const from = { after: Math.max(after, places.first), known: counts.known.keys() };
    return countYear(
      readYear(store, year, decisions, { keys, onPlace }, from),
      decisions,
      year,
      oldest,
      counts,
    );
  });
}

function partnerMonth(values: Values): Count {
  const { partner = '', month, key = [] } = values;
  refuse(values, ['decisions', 'independence', 'hotline-name', 'note'], '--partner');
  if (month === undefined) throw new UsageError('--month MONTH is missing.');
  if (!/^20\d\d-(?:0[1-9]|1[0-2])$/.test(month))
    throw new UsageError(`--month must be a month such as 2026-11, not « ${month} ».`);
  // The difference between two prints of one month would be a small number.
  if (month >= new Date().toISOString().slice(0, 7))
    throw new CommandError(`The month ${month} is not over (UTC). Count it once it is.`);
  const words = wordsOf(values);
  return async (store) => {
    const keys = await readKeys(key);
    await checkPartner(partner, store.search);
    const numbers = await store.search.numbersOf(partner, periodOf(month));
    const unread = { sealed: 0, unreadable: 0, altered: 0 };
    const figures = await withProgress({ what: 'Counting', first: 0, last: numbers.length }, (progress) =>
      countPartner(readNumbers(store, numbers, { keys, onPlace: progress.at }), { partner, month }, unread),
    );
    // Printed with and without the key, the difference would be a small number.
    if (unread.sealed > 0)
      throw new CommandError(
        `${countReports(unread.sealed)} sealed. Give the private key, so that every report counts: --key FILE`,
      );
    const tables = partnerTables(figures, words);
    const { title, lead, hiddenNote } = words.partnerPage;
    const page = { title: title(partner, words.month(month)), lead: [lead, hiddenNote], tables };
    return { text: textOf(values, { partner, month }, page), attention: describeUnread(unread) };
  };
}

/** The period of a month such as `2026-11`. */
function periodOf(month: string): Period {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
  return { since: `${month}-01T00:00:00Z`, before: `${next}-01T00:00:00Z` };
}

/** Refuses options that the other kind of figures takes. */
function refuse(values: Values, names: readonly (keyof Values)[], kind: string): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given) throw new UsageError(`--${given} does not go with ${kind}.`);
}

const wordsOf = ({ locale }: Values) => FIGURE_WORDS[oneOf('locale', locale, ['fr', 'en'])];

function textOf(values: Values, about: Readonly<Record<string, unknown>>, page: FiguresPage): string {
  switch (values.format) {
    case 'csv':
      return figuresCsv(page.tables);
    case 'json':
      return figuresJson(about, page.tables);
    default:
      return pageText(page, wordsOf(values));
  }
}

const paragraphsIn = async (file: string): Promise<string[]> =>
  (await textIn(file))
    .split(/(?:\r?\n){2,}/)
    .map((text) => text.trim())
    .filter(Boolean);

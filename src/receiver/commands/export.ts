// `cliquez-signalez export`: writes reports from the database to a file or a pipe.
import { oneOf, readOptions } from '../../command-line/arguments.ts';
import { UsageError, type Command } from '../../command-line/command.ts';
import { htmlFormat, type PageFormat } from '../analyst-page/html-format.ts';
import { startSummary, writeReports, type Format } from '../export/format.ts';
import { CSV, cyberTiplineFormat, dsaFormat, ICCAM, JSON_LINES } from '../export/formats.ts';
import type { ReadOptions } from '../export/reader.ts';
import type { DatabaseStore } from '../store/store.ts';
import { readCursorFile, writeCursorFile } from './cursor-file.ts';
import { checkCursor, cursorAt, readCursor, type Cursor } from './export-cursor.ts';
import { CHOICE_OPTIONS, CHOICE_USAGE, isFew, readChoice, unknownReferences } from './export-choice.ts';
import { checkPartner } from './known-partner.ts';
import { describeExport, needsAttention } from './export-summary.ts';
import { writeNewFile } from './new-file.ts';
import { writePages } from './page-files.ts';
import { withProgress, type ProgressOptions } from './progress.ts';
import { ATTENTION, openToRead, print, readKeys } from './reading.ts';
import type { Settings } from './settings.ts';
import { listenToStop } from './stopping.ts';

const OPTIONS = {
  database: { type: 'string' },
  format: { type: 'string', default: 'jsonl' },
  after: { type: 'string' },
  cursor: { type: 'string' },
  ...CHOICE_OPTIONS,
  key: { type: 'string', multiple: true },
  'leave-sealed': { type: 'boolean', default: false },
  output: { type: 'string' },
  'hotline-name': { type: 'string' },
  'hotline-email': { type: 'string' },
  locale: { type: 'string', default: 'fr' },
  'trusted-flagger': { type: 'boolean', default: false },
  xml: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readOptions<typeof OPTIONS>>;

export const command: Command = {
  usage: `Usage: cliquez-signalez export [options]

Writes reports down in the order in which they arrived, and says on standard error how many there were and where the
next export goes on. The database is only read. Reports hold what people wrote in confidence: mind where they go.
Ends with 0 where all is well; with 3 where everything was written, but reports stay unread, were changed in the
database, or are missing from it, or no report has a given number; with 1 or 2 where it could not be done. Stopped by
Ctrl-C or SIGTERM it ends with 1, keeps what it has written, and says where the next export goes on.
  --database URL         sqlite:path or postgres://…; else DATABASE_URL       sqlite:cliquez-signalez.sqlite
  --format NAME          jsonl: everything, exactly, one JSON object a line   jsonl
                         csv: for a spreadsheet, one row a report
                         html: a page to read in a browser, which loads nothing; needs --output, and goes on in
                         reports-2.html where reports.html would exceed 50 MB
                         dsa, iccam, cybertipline: drafts to be read by an analyst, one JSON object a line
  --after CURSOR         only what came after the end of another export, as that one said; or after a number
  --cursor FILE          file that keeps this place: begins where it says, and is written once the output is complete.
                         Where it is missing, everything is exported. One file for each kind of export
${CHOICE_USAGE}  --key FILE             private key of sealed reports; may be given several times
  --leave-sealed         sealed reports are to stay sealed: no key is expected
  --output FILE          a new file, complete once it has its name            standard output
For dsa, cybertipline and html:
  --hotline-name NAME    who sends it on; else HOTLINE_NAME
  --hotline-email EMAIL  its address; else HOTLINE_EMAIL
  --locale fr|en         language of the notice (dsa), or of the page (html)  fr
  --trusted-flagger      the hotline has that status, Art. 22 DSA (dsa)
  --xml                  the document is the text of an XML file (cybertipline)
`,
  async run(args, environment) {
    const values = readOptions(args, OPTIONS, this.usage);
    const format = formatOf(values, environment);
    const cursor = await cursorOf(values);
    const chosen = await readOptionsOf(values);
    const store = await openToRead(values.database, environment);
    const stopping = listenToStop();
    try {
      await checkCursor(cursor, store.ledger);
      if (chosen.partner !== undefined) await checkPartner(chosen.partner, store.search);
      const after = await beginningOf(store, cursor.number, chosen);
      const options = { ...chosen, after, signal: stopping.signal };
      const summary = startSummary(options);
      await withProgress(await progressOf(store, after, values), ({ at: onRow }) => {
        const texts = writeReports(store, format, { ...options, onRow }, summary);
        if (values.output === undefined) return print(texts, againOf(values));
        return 'page' in format
          ? writePages(values.output, format.page, texts)
          : writeNewFile(values.output, texts);
      });
      const next = await cursorAt(store.ledger, summary.lastSequence);
      // After the output, never before: a crash between them exports some reports twice, and skips none.
      if (values.cursor !== undefined) await writeCursorFile(values.cursor, next);
      const isStopped = stopping.signal.aborted;
      const unknown = isStopped ? [] : await unknownReferences(chosen, store);
      const isFound = chosen.references !== undefined && unknown.length === 0;
      const outcome = {
        summary,
        isStopped,
        missing: isStopped || isFound ? [] : await missingIn(store, after, chosen),
        unknown,
        leaveSealed: values['leave-sealed'],
        began: cursor.text,
        keptIn: values.cursor,
        // An export that goes on behind a report that was looked up would skip all others.
        next: chosen.references ? undefined : next,
      };
      process.stderr.write(describeExport(outcome));
      if (needsAttention(outcome)) process.exitCode = ATTENTION;
      if (isStopped) process.exitCode = STOPPED;
    } finally {
      stopping.end();
      await store.close();
    }
  },
};

async function cursorOf({ after, cursor, reference }: Values): Promise<Cursor> {
  if (after !== undefined && cursor !== undefined)
    throw new UsageError('--after and --cursor both say where the export begins: choose one.');
  if (cursor !== undefined && reference !== undefined)
    throw new UsageError('--reference looks reports up, and --cursor goes on behind them: choose one.');
  return cursor === undefined ? readCursor(after ?? '0') : readCursorFile(cursor);
}

const againOf = ({ cursor }: Values): string =>
  `Run the export again, with the same ${cursor === undefined ? '--after' : '--cursor'}.`;

const NO_TERMINAL = { isTTY: false, write: () => true };

const progressOf = async (
  { ledger }: DatabaseStore,
  first: number,
  { output }: Values,
): Promise<ProgressOptions> => ({
  what: 'Exporting',
  first,
  last: await ledger.highest(),
  // The reports themselves come to the terminal.
  ...(output === undefined && process.stdout.isTTY && { terminal: NO_TERMINAL }),
});

/** Exit code of an export that was stopped before its end. */
const STOPPED = 1;

/** The number after which the first report of the export may come. */
const beginningOf = async (
  { search }: DatabaseStore,
  after: number,
  { since, before }: ReadOptions,
): Promise<number> =>
  since === undefined ? after : search.skipTo(after, { since, ...(before !== undefined && { before }) });

/** Reports that are gone. An export of some alone looks for what the database knows, not at every number. */
const missingIn = ({ ledger }: DatabaseStore, after: number, chosen: ReadOptions): Promise<number[]> =>
  isFew(chosen) ? ledger.marked(after) : ledger.missing(after);

function formatOf(values: Values, environment: Settings): Format | PageFormat {
  switch (values.format) {
    case 'jsonl':
      return JSON_LINES;
    case 'csv':
      return CSV;
    case 'html':
      if (values.output === undefined)
        throw new UsageError('html makes pages, which need a name: --output reports.html');
      return htmlFormat(
        oneOf('locale', values.locale, ['fr', 'en']),
        values['hotline-name'] || environment['HOTLINE_NAME'],
      );
    case 'iccam':
      return ICCAM;
    case 'dsa':
      return dsaFormat({
        hotline: hotlineOf(values, environment),
        locale: oneOf('locale', values.locale, ['fr', 'en']),
        trustedFlagger: values['trusted-flagger'],
      });
    case 'cybertipline':
      return cyberTiplineFormat({ hotline: hotlineOf(values, environment) }, values.xml);
    default:
      throw new UsageError(
        `--format must be jsonl, csv, html, dsa, iccam or cybertipline, not « ${values.format} ».`,
      );
  }
}

function hotlineOf(values: Values, environment: Settings): { name: string; email: string } {
  const name = values['hotline-name'] || environment['HOTLINE_NAME'];
  const email = values['hotline-email'] || environment['HOTLINE_EMAIL'];
  if (name && email) return { name, email };
  throw new UsageError(
    `${values.format} needs to know who sends the report on: --hotline-name NAME --hotline-email EMAIL`,
  );
}

async function readOptionsOf(values: Values): Promise<ReadOptions> {
  const { key = [] } = values;
  if (key.length > 0 && values['leave-sealed']) {
    throw new UsageError(
      '--key opens sealed reports, and --leave-sealed leaves them as they are: choose one.',
    );
  }
  return { ...readChoice(values), keys: await readKeys(key) };
}

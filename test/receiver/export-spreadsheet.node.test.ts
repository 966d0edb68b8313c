// R10 with a real spreadsheet: LibreOffice, if installed, shows every cell as written and calculates none.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { startSummary, writeReports } from '../../src/receiver/export/format.ts';
import { CSV } from '../../src/receiver/export/formats.ts';
import { fromSpreadsheetText } from '../../src/receiver/index.ts';
import { rowOf, saying, storeOf } from './export-given.ts';
import { temporaryFolder } from './harness.ts';
import { NAUGHTY } from './naughty-strings.ts';

const [soffice] = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => globSync(join(folder, 'soffice')));

/** Options of LibreOffice for CSV: separator, quotation mark, UTF-8, from the first line. */
const csvFilter = (separator: string): string =>
  `Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1`;

// English, quotes not forced, numbers and dates detected: the defaults when a user double-clicks the file.
const AS_OPENED = ',,1033,false,true';

/** Converts a CSV file to another format with LibreOffice. */
async function converted(folder: string, csv: string, separator: string, format: string): Promise<string> {
  const file = join(folder, 'export.csv');
  await writeFile(file, csv);
  execFileSync(
    soffice!,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      `--infilter=${csvFilter(separator)}${AS_OPENED}`,
      '--convert-to',
      format,
      '--outdir',
      join(folder, 'converted'),
      file,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return readFile(join(folder, 'converted', `export.${format.slice(0, 4).replace(':', '')}`), 'utf8');
}

const STRINGS = NAUGHTY.filter(Boolean);

async function exportedStrings(t: TestContext): Promise<string> {
  const store = await storeOf(
    t,
    STRINGS.map((text) => rowOf(saying(text))),
  );
  let csv = '';
  for await (const text of writeReports(store, CSV, {}, startSummary({}))) csv += text;
  return csv;
}

const formulasIn = (spreadsheet: string): number =>
  spreadsheet.match(/table:formula=|<text:a /g)?.length ?? 0;

test('LibreOffice shows what is written, and calculates and links nothing, whatever the separator', async (t) => {
  if (!soffice) {
    t.diagnostic('LibreOffice is not installed here: only Papa Parse has read the export');
    return;
  }
  const folder = await temporaryFolder(t);
  const csv = await exportedStrings(t);
  const shown = await converted(folder, csv, ',', `csv:${csvFilter(',')},,1033,true,true`);
  const { data } = Papa.parse<Record<string, string>>(shown.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(
    data.map((row) => fromSpreadsheetText(row['content.description'] ?? '')),
    STRINGS,
  );
  for (const separator of [',', ';', '\t', ' ']) {
    assert.equal(formulasIn(await converted(folder, csv, separator, 'fods')), 0, JSON.stringify(separator));
  }
  // Without the escape, LibreOffice finds some formulas. It accepts fewer formula starts than other programs.
  const raw = STRINGS.map((text) => `"${text.replaceAll('"', '""')}"\r\n`).join('');
  const formulas = formulasIn(await converted(folder, raw, ',', 'fods'));
  t.diagnostic(`${STRINGS.length} strings shown as written; as they came, ${formulas} would be formulas`);
  assert.ok(formulas > 0);
});

// Figures as one HTML page, to be read or printed: no script, nothing loaded, each chart beside its table.
import { createHash } from 'node:crypto';
import { CATEGORIES } from '../../core/report/categories.ts';
import { barChart } from './bar-chart.ts';
import { commissionCategory } from './commission-names.ts';
import type { FigureTable } from './figure-tables.ts';
import type { FigureWords } from './figure-words.ts';
import { toHtml } from './html-text.ts';
import type { Figure } from './small-numbers.ts';
import type { Remarks, YearlyFigures } from './yearly-figures.ts';

/** The page of a year, and of a partner's month. */
export interface FiguresPage {
  readonly title: string;
  /** Sentences under the title. */
  readonly lead: readonly string[];
  readonly tables: readonly FigureTable[];
  /** Sections after the tables, as HTML. */
  readonly sections?: readonly string[];
}

/** The facts that the page of a year has besides its tables. */
export interface YearlyPageOptions {
  /** The publisher. */
  readonly hotline?: string;
  /** Paragraphs that explain how the hotline stays independent; a placeholder if they are left out. */
  readonly independence?: readonly string[];
  /** Day on which it is counted, such as `2027-01-11`. */
  readonly countedOn: string;
}

/** The page of a year. */
export function yearlyPage(
  figures: YearlyFigures,
  tables: readonly FigureTable[],
  words: FigureWords,
  { hotline, independence, countedOn }: YearlyPageOptions,
): FiguresPage {
  const { yearly } = words;
  const title = yearly.title(figures.year);
  return {
    title: hotline === undefined ? title : `${hotline} – ${title}`,
    lead: [yearly.lead, yearly.countedOn(words.day(countedOn), Number(countedOn.slice(0, 4)) > figures.year)],
    tables,
    sections: [
      section('unknown', yearly.unknownTitle, [
        paragraph(yearly.unknownLead),
        list(unknowns(figures, words)),
      ]),
      section('mapping', yearly.mappingTitle, [paragraph(yearly.mappingNote), mappingTable(words)]),
      section('independence', yearly.independenceTitle, [
        paragraph(yearly.independenceNote),
        ...(independence ?? [yearly.independencePlaceholder]).map(paragraph),
      ]),
    ],
  };
}

/** The text of a page: a whole HTML document. */
export function pageText({ title, lead, tables, sections = [] }: FiguresPage, words: FigureWords): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${toHtml(title)}</h1>
${lead.map(paragraph).join('\n')}
${tables.map((table) => tableSection(table, words)).join('\n')}
${sections.join('\n')}
</main>
</body>
</html>
`;
}

/** A chart of more bars than this is no longer read. The table has all rows. */
const MOST_BARS = 15;

function tableSection(table: FigureTable, words: FigureWords): string {
  const { id, title, note, rows, isHeadline = false } = table;
  if (isHeadline) {
    const text = figureText(rows[0]?.figures[0] ?? 'unknown', words);
    return section(id, title, [`<p class="headline">${toHtml(text)}</p>`, paragraph(note)]);
  }
  return section(id, title, [
    paragraph(note),
    chartOf(table, words),
    scrollable(id, figureTable(table, words)),
  ]);
}

function chartOf({ title, columns, rows, charted }: FigureTable, words: FigureWords): string {
  const column = columns.findIndex(({ key }) => key === charted);
  if (column < 0 || rows.length === 0) return '';
  const shown = rows.slice(0, MOST_BARS);
  const bars = shown.map(({ label, figures }) => {
    const figure = figures[column]!;
    return { label, figure, text: figureText(figure, words) };
  });
  return `<figure>${barChart(bars, words.chartOf(title, shown.length, rows.length))}</figure>`;
}

function figureTable({ heading, columns, rows, total }: FigureTable, words: FigureWords): string {
  const cell = (figure: Figure): string =>
    `<td${typeof figure === 'number' ? '' : ' class="none"'}>${toHtml(figureText(figure, words))}</td>`;
  const row = (label: string, figures: readonly Figure[], className = ''): string =>
    `<tr${className}><th scope="row">${toHtml(label)}</th>${figures.map(cell).join('')}</tr>`;
  return tableOf(
    [heading, ...columns.map(({ label }) => label)],
    [
      ...rows.map(({ label, figures }) => row(label, figures)),
      ...(total ? [row(words.total, total, ' class="total"')] : []),
    ],
    'figures',
  );
}

function mappingTable({ categories, yearly }: FigureWords): string {
  const rows = CATEGORIES.map(({ id }) => {
    const commission = commissionCategory(id);
    const name = commission ? `<span lang="en">${toHtml(commission.name)}</span>` : toHtml(yearly.noName);
    const code = commission ? `<code>${commission.code.replaceAll('_', '_<wbr>')}</code>` : '';
    return `<tr><th scope="row">${toHtml(categories[id])}</th><td>${name}</td><td>${code}</td></tr>`;
  });
  return scrollable('mapping', tableOf([yearly.ours, yearly.commissionName, yearly.commissionCode], rows));
}

/** A table of more rows than this may be cut by the end of a sheet. */
const LONG = 20;

const tableOf = (headings: readonly string[], rows: readonly string[], className = ''): string =>
  `<table class="${rows.length > LONG ? '' : 'short '}${className}"><thead><tr>${headings
    .map((text) => `<th scope="col">${toHtml(text)}</th>`)
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

function figureText(figure: Figure, words: FigureWords): string {
  if (figure === 'hidden') return words.hidden;
  return figure === 'unknown' ? words.unknown : words.number(figure);
}

function unknowns({ oldest, remarks }: YearlyFigures, words: FigureWords): string[] {
  const { yearly } = words;
  const unread = (Object.keys(yearly.unread) as (keyof Remarks['unread'])[])
    .filter((reason) => remarks.unread[reason] > 0)
    .map((reason) => yearly.unread[reason](remarks.unread[reason]));
  const rows = (Object.keys(yearly.rows) as (keyof typeof yearly.rows)[])
    .filter((remark) => remarks[remark].length > 0)
    .map((remark) => yearly.rows[remark](remarks[remark].length));
  const found = [...unread, ...rows];
  return [
    oldest === undefined ? yearly.noReport : yearly.oldest(words.day(oldest)),
    ...(found.length > 0 ? found : [yearly.nothingUnknown]),
  ];
}

const section = (id: string, title: string, parts: readonly string[]): string =>
  `<section><h2 id="${id}">${toHtml(title)}</h2>\n${parts.filter(Boolean).join('\n')}</section>`;

const paragraph = (text: string): string => `<p>${toHtml(text)}</p>`;

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${toHtml(item)}</li>`).join('')}</ul>`;

/** On a narrow screen the table scrolls, also by keyboard, and not the page. */
const scrollable = (labelledBy: string, content: string): string =>
  `<div class="scroll" role="region" tabindex="0" aria-labelledby="${labelledBy}">${content}</div>`;

const STYLE = `
:root { color-scheme: light; --ink: #1b1b1f; --bar: #2f5f9e; --line: #b9bcc6; }
body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; max-width: 42rem; }
section { margin-top: 2.25rem; }
figure { margin: 0 0 1rem; }
svg { display: block; max-width: 100%; height: auto; font: 14px system-ui, sans-serif; fill: var(--ink); }
rect { fill: var(--bar); }
.number { font-weight: 600; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
th, td { padding: .35rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 400; }
thead th { vertical-align: bottom; font-weight: 600; border-bottom: 2px solid var(--ink); }
.figures th:first-child { min-width: 11rem; }
.figures th:not(:first-child), .figures td { text-align: right; font-variant-numeric: tabular-nums; }
.total > * { font-weight: 600; border-top: 2px solid var(--ink); }
.none { font-style: italic; }
code { font: .75rem/1.4 ui-monospace, monospace; }
.headline { font-size: 2.5rem; font-weight: 600; line-height: 1.1; }
/* A drawing this narrow has letters that nobody can read; its table has all numbers. */
@media screen and (max-width: 30rem) { figure { display: none; } }
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  rect { print-color-adjust: exact; }
  h1 { font-size: 17pt; }
  h2 { font-size: 12pt; }
  section { margin-top: 6mm; }
  th, td { padding-block: .22rem; }
  svg { width: 150mm; }
  table { font-size: 9pt; }
  h2, p { break-after: avoid; }
  p, figure, tr, li, .short { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
}
`;

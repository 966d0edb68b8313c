// The page for analysts around its reports: head, controls and menus, as HTML that loads nothing.
import { createHash } from 'node:crypto';
import { VERSION } from '../../core/version.ts';
import { toLine } from '../export/json-lines.ts';
import { toHtml } from '../figures/html-text.ts';
import { STYLE } from './analyst-style.ts';
import { LOCALES, scriptWords } from './page-locales.ts';
import { ACTION_ORDER, type AnalystWords, type PageLocale } from './page-words.ts';
import { DESK_SCRIPT } from './script-text.ts';

/** What a page with a feed has besides: HTML of our own, style, the call that starts it, and sources of its policy. */
export interface PageExtras {
  /** Name of the hotline in the sentences that reporters read. */
  readonly hotline?: string | undefined;
  readonly title?: string;
  readonly head?: string;
  readonly ribbon?: string;
  readonly top?: string;
  readonly main?: string;
  readonly style?: string;
  /** Code after that of the desk; by default it shows the reports that stand in the page. */
  readonly script?: string;
  /** Directives, such as `connect-src 'self'`. */
  readonly policy?: readonly string[];
}

/** The text of a page. Between both parts stand reports, one line of JSON each (`jsonData`). */
export interface AnalystPage {
  readonly head: string;
  /** @param part the number of this file, and the name of the one in which the export goes on */
  readonly tail: (part: { readonly number: number; readonly next?: string }) => string;
  /** The policy that stands in the page, for a header. */
  readonly policy: string;
}

/** A value as a line of JSON that can stand in a page: it ends no element, and begins none. */
export const jsonData = (value: unknown): string => toLine(value).replaceAll('<', String.raw`\u003c`);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Makes the page of a language. */
export function analystPage(locale: PageLocale, extras: PageExtras = {}): AnalystPage {
  const { page } = LOCALES[locale];
  const style = STYLE + (extras.style ?? '');
  const script = `${DESK_SCRIPT}\n${extras.script ?? 'startPage();'}\n`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(extras.policy ?? []),
  ].join('; ');
  const title = toHtml(extras.title ?? page.title);
  const head = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="cliquez-signalez ${VERSION}">
<title>${title}</title>
${extras.head ?? ''}<style>${style}</style>
<script type="module">${script}</script>
</head>
<body>
${extras.ribbon ?? ''}${controls(page, title, extras.top ?? '')}
<main class="wrap">
<noscript><p class="empty">${toHtml(page.noScript)}</p></noscript>
<p id="none" hidden>${toHtml(page.script.noneFound)}</p>
${extras.main ?? ''}<div id="reports"></div>
<div id="end" hidden></div>
</main>
${markMenu(page)}
${helpDialog(page)}
<script type="application/json" id="words">${jsonData(scriptWords(locale, extras.hotline)).trimEnd()}</script>
<script type="application/jsonl" id="data">
`;
  return {
    head,
    policy,
    tail: (part) => `</script>
<script type="application/json" id="part">${jsonData(part).trimEnd()}</script>
</body>
</html>
`,
  };
}

const key = (name: string): string => `<kbd aria-hidden="true">${name}</kbd>`;

function controls(page: AnalystWords, title: string, top: string): string {
  const { script } = page;
  const button = (id: string, words: string, letter: string): string =>
    `<button type="button" id="${id}">${toHtml(words)} ${key(letter)}</button>`;
  const priorities = [
    ['', script.all.replace(/\s*\(.*/, '')],
    ['urgent', script.urgent],
    ['unread', page.unreadFilter],
    ['normal', page.normal],
  ] as const;
  const options = priorities.map(([value, words]) => `<option value="${value}">${toHtml(words)}</option>`);
  return `<header class="wrap top"><h1>${title}</h1><p id="count"></p>${top}<p id="part-note" hidden></p></header>
<div class="tools" role="region" aria-label="${toHtml(page.toolbar)}"><div class="wrap">
<label>${toHtml(page.search)} <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<label>${toHtml(page.categoryFilter)} <select id="category"></select></label>
<label>${toHtml(page.priorityFilter)} <select id="priority">${options.join('')}</select></label>
<label class="check"><input type="checkbox" id="unmarked"> ${toHtml(page.unmarkedOnly)}</label>
<div class="buttons">${button('previous', page.previous, 'K')}
${button('next', page.next, 'J')}
${button('save', page.save.replace('{file}', script.fileName), 'S')}
${button('open-help', page.help, '?')}</div>
</div><div class="wrap notes"><p id="status" role="status"></p><p id="unsaved"></p></div></div>`;
}

/** Actions that a digit chooses. */
const WITH_DIGIT = 9;

function markMenu(page: AnalystWords): string {
  const action = (value: string, digit: string, words: string): string =>
    `<button type="button" data-action="${value}" data-key="${digit}"><kbd aria-hidden="true">${digit}</kbd> ${toHtml(words)}</button>`;
  const actions = ACTION_ORDER.map((id, index) =>
    action(id, index < WITH_DIGIT ? String(index + 1) : '', page.decisions[id].label),
  );
  return `<dialog id="mark-menu" aria-labelledby="mark-title">
<h2 id="mark-title">${toHtml(page.markTitle)}</h2>
<p class="subject" id="mark-what"></p>
<ol>${actions.map((button) => `<li>${button}</li>`).join('')}</ol>
<div class="pair"><label>${toHtml(page.provider)} <input id="mark-provider" maxlength="80" autocomplete="off" list="mark-providers" aria-describedby="mark-hint mark-fault"></label>
<label>${toHtml(page.day)} <input type="date" id="mark-day"></label></div>
<datalist id="mark-providers"></datalist>
<p class="note" id="mark-hint">${toHtml(page.providerHint)}</p>
<p id="mark-fault" role="alert"></p>
<div class="ends">${action('', '0', page.unmark)}<button type="button" id="mark-close">${toHtml(page.close)}</button></div>
</dialog>`;
}

function helpDialog(page: AnalystWords): string {
  const keys = page.keys.map(
    ([name, meaning]) => `<div><dt><kbd>${toHtml(name)}</kbd></dt><dd>${toHtml(meaning)}</dd></div>`,
  );
  return `<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">${toHtml(page.helpTitle)}</h2>
<dl>${keys.join('')}</dl>
<label class="switch"><input type="checkbox" id="keys-on" checked> ${toHtml(page.keysOn)}</label>
${page.helpNotes.map((note) => `<p class="note">${toHtml(note)}</p>`).join('\n')}
<div class="ends"><button type="button" id="close-help">${toHtml(page.close)}</button></div>
</dialog>`;
}

// The look of the analyst's page: calm and dense, light and dark, on paper too.

/** The style sheet. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1e24; --quiet: #454b56; --paper: #f4f5f7; --card: #fff; --rule: #d9dce2; --edge: #868d99;
  --urgent: #a3122a; --urgent-card: #fdf5f5; --accent: #1f4f8f; --done: #25603b; --veil: #0000000d;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8eaee; --quiet: #b9bfca; --paper: #121418; --card: #1a1d22; --rule: #33383f; --edge: #7b8390;
    --urgent: #ffb0b8; --urgent-card: #271a1d; --accent: #9cc2f5; --done: #8fd3a8; --veil: #ffffff12;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 0.9375rem/1.45 system-ui, sans-serif; }
h1, h2, h3, h4, p, dl, dd, ol, ul { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; border-radius: 5px; }
.wrap { max-inline-size: 112rem; margin-inline: auto; padding-inline: clamp(0.75rem, 2vw, 1.75rem); }

.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 1.25rem; padding-block: 0.9rem 0.4rem; }
h1 { font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; }
.top p { color: var(--quiet); font-variant-numeric: tabular-nums; }
.tools {
  position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); border-block-end: 1px solid var(--rule);
}
.tools > .wrap { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem 0.75rem; padding-block: 0.5rem; }
.tools label { display: grid; gap: 0.1rem; color: var(--quiet); font-size: 0.8125rem; min-inline-size: 0; }
.tools label.check, .switch { display: flex; align-items: center; gap: 0.45rem; min-block-size: 2.25rem; }
.tools :is(input[type='search'], select), dialog input:not([type='checkbox']) {
  min-block-size: 2.25rem; max-inline-size: 100%; padding-inline: 0.6rem; border: 1px solid var(--edge);
  border-radius: 6px; background: var(--card); color: var(--ink); font-size: 0.9375rem;
}
.tools input[type='search'] { inline-size: 12.5rem; }
.tools select { inline-size: 11.5rem; }
.tools #priority { inline-size: 8.5rem; }
.meta > :empty { display: none; }
input[type='checkbox'] { inline-size: 1.15rem; block-size: 1.15rem; margin: 0; accent-color: var(--accent); }
.buttons { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-inline-start: auto; }
.buttons button, dialog button, .mark, .reveal {
  min-block-size: 2.25rem; padding: 0.2rem 0.75rem; border: 1px solid var(--edge); border-radius: 6px;
  background: var(--card); cursor: pointer;
}
button:hover { background: color-mix(in srgb, var(--ink) 6%, var(--card)); }
kbd {
  padding: 0 0.35em; border: 1px solid var(--rule); border-radius: 4px; background: var(--veil);
  color: var(--quiet); font: 0.75rem/1.5 var(--mono);
}
#status, #unsaved { color: var(--quiet); font-size: 0.8125rem; }
.notes { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; min-block-size: 1.4rem; }

main { padding-block: 0.75rem 3rem; }
#none, .empty { padding: 3rem 1rem; color: var(--quiet); text-align: center; }
.row { margin-block-end: 3px; border: 1px solid var(--rule); border-radius: 7px; background: var(--card); }
article.row { content-visibility: auto; contain-intrinsic-block-size: auto 2.6rem; }
.row.urgent { border-inline-start: 5px solid var(--urgent); background: var(--urgent-card); }
.row.unread { border-inline-start: 5px double var(--edge); }
.row:focus-within { border-color: var(--accent); }
.row.marked > .head .open { color: var(--quiet); }
.head { display: flex; align-items: stretch; gap: 0.4rem; padding-inline-end: 0.4rem; }
.head > :is(h2, h3) { flex: 1; min-inline-size: 0; display: flex; }
.open {
  flex: 1; min-inline-size: 0; display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center;
  gap: 0.1rem 0.9rem; min-block-size: 2.5rem; padding: 0.2rem 0.75rem; border: 0; border-radius: 6px; background: none;
  text-align: start; cursor: pointer; scroll-margin-block: 10.5rem 2rem;
}
.open:hover { background: var(--veil); }
.open::before {
  content: ''; flex: none; inline-size: 0.45rem; block-size: 0.45rem; margin-inline: 0.1rem 0.2rem;
  border: solid var(--quiet); border-width: 0 2px 2px 0; rotate: -45deg;
}
.open[aria-expanded='true']::before { rotate: 45deg; }
.lead, .where, .meta { grid-column: 2; }
.meta { display: flex; flex-wrap: wrap; gap: 0 0.9rem; }
.lead { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 0.4rem; }
.category { font-size: 0.9rem; line-height: 1.35; font-weight: 600; }
.badge {
  padding: 0 0.5rem; border: 1px solid currentColor; border-radius: 99px; font-size: 0.8125rem; line-height: 1.45rem;
}
.badge.urgency { border-color: var(--urgent); background: var(--urgent); color: var(--card); font-weight: 600; }
.badge.times { border-radius: 4px; font-weight: 650; font-variant-numeric: tabular-nums; }
.badge:is(.altered, .trust, .unread) { border-style: dashed; }
.where {
  min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  font: 0.8125rem/1.5 var(--mono);
}
.who, time { color: var(--quiet); font-size: 0.8125rem; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.open code { font: 0.8125rem/1.5 var(--mono); letter-spacing: 0.02em; }
.head > .mark { border-color: var(--rule); }
.mark { align-self: center; flex: none; font-size: 0.8125rem; min-block-size: 1.9rem; max-inline-size: 12rem; }
.row.marked > .head .mark { border-color: transparent; background: none; color: var(--done); font-weight: 600; }
@media (min-width: 72rem) {
  .open { grid-template-columns: auto 24rem minmax(0, 1fr) 9.5rem 7.5rem 6rem; }
  .lead, .where { grid-column: auto; }
  .meta { display: contents; }
  .meta > :empty { display: inline; }
  .mark { inline-size: 9rem; }
}
.inside { padding: 0.25rem clamp(0.75rem, 2vw, 1.6rem) 0.9rem; border-block-start: 1px solid var(--rule); }
.inside > .row { margin-block: 6px 0; }
.within.addition { margin-inline-start: clamp(0.75rem, 3vw, 2rem); }
.inside section:not(.row) + section, .inside section + dl, .inside > dl + dl { border-block-start: 1px solid var(--rule); }
.inside :is(section:not(.row), dl) { padding-block: 0.4rem; }
.inside section > dl { padding-block: 0; }
.inside section:not(.row) > :is(h3, h4) { padding-block: 0.15rem; font-weight: 650; }
.notice { margin-block: 0.5rem; padding: 0.45rem 0.75rem; border-inline-start: 4px solid var(--edge); background: var(--veil); max-inline-size: 60rem; }
dl > div { display: grid; gap: 0 1.25rem; padding-block: 0.15rem; }
dt { color: var(--quiet); font-size: 0.875rem; line-height: 1.6; }
dt.key { font-family: var(--mono); font-size: 0.8125rem; }
dd { min-inline-size: 0; max-inline-size: 70rem; max-block-size: 24rem; overflow: auto; overflow-wrap: anywhere; white-space: pre-wrap; }
bdi.address { font: 0.875rem/1.6 var(--mono); }
@media (min-width: 44rem) { dl > div { grid-template-columns: 15rem minmax(0, 1fr); } }
.reveal { min-block-size: 1.9rem; font-size: 0.8125rem; }
.told { padding-block: 0.35rem 0.15rem; }
.shape {
  display: block; inline-size: min(100%, 38rem); block-size: calc(var(--lines, 1) * 1.35rem);
  background: repeating-linear-gradient(var(--quiet) 0 0.55rem, transparent 0 1.35rem); opacity: 0.35; filter: blur(5px);
  -webkit-mask-image: repeating-linear-gradient(90deg, #000 0 3.2rem, #0000 3.2rem 3.7rem, #000 3.7rem 5.5rem, #0000 5.5rem 6rem);
  mask-image: repeating-linear-gradient(90deg, #000 0 3.2rem, #0000 3.2rem 3.7rem, #000 3.7rem 5.5rem, #0000 5.5rem 6rem);
}
#end { block-size: 1px; }

dialog {
  inline-size: min(34rem, calc(100vw - 2rem)); max-block-size: calc(100vh - 2rem); padding: 1.1rem 1.25rem 1.25rem;
  border: 1px solid var(--edge); border-radius: 10px; background: var(--card); color: var(--ink); overflow: auto;
}
dialog::backdrop { background: #0007; }
dialog h2 { font-size: 1.125rem; font-weight: 650; }
dialog .subject { color: var(--quiet); margin-block-end: 0.6rem; }
dialog label { display: grid; gap: 0.15rem; margin-block: 0.5rem; }
dialog .note { color: var(--quiet); font-size: 0.875rem; }
dialog ol { list-style: none; display: grid; gap: 0.3rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); margin-block: 0.5rem 0.75rem; }
dialog ol button { inline-size: 100%; display: flex; align-items: center; gap: 0.6rem; color: var(--ink); text-align: start; }
dialog ol kbd { min-inline-size: 1.5em; text-align: center; }
dialog ol kbd:empty { visibility: hidden; }
#mark-fault:not(:empty) { margin-block: 0.5rem; color: var(--urgent); font-weight: 600; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); gap: 0 0.75rem; }
.pair input { min-inline-size: 0; }
.ends { margin-block-start: 0.75rem; display: flex; flex-wrap: wrap; gap: 0.5rem; justify-content: space-between; }
#help dl { margin-block: 0.6rem; }
#help dl > div { grid-template-columns: 8rem minmax(0, 1fr); }
#help .switch { grid-auto-flow: column; justify-content: start; }
#help .note { margin-block: 0.5rem; }

@media (max-width: 44rem), (max-height: 30rem) {
  .tools { position: static; }
  .open { scroll-margin-block: 1rem; }
  .tools label:not(.check), .tools :is(input[type='search'], select, #priority) { inline-size: 100%; }
  .buttons { margin-inline-start: 0; }
  .head { flex-direction: column; align-items: stretch; padding-block-end: 0.4rem; }
  .mark { align-self: start; margin-inline-start: 2.4rem; max-inline-size: none; }
  .where { white-space: normal; overflow-wrap: anywhere; }
}
@media (min-width: 100rem) {
  .open { grid-template-columns: auto 30rem minmax(0, 1fr) 14rem 7.5rem 6rem; }
}
@media (forced-colors: active) {
  .badge.urgency { forced-color-adjust: none; background: CanvasText; color: Canvas; border-color: CanvasText; }
  .open::before { border-color: CanvasText; }
}
@media print {
  @page { size: A4; margin: 14mm 12mm; }
  :root {
    color-scheme: light; --ink: #000; --quiet: #333; --paper: #fff; --card: #fff; --rule: #999; --edge: #555;
    --urgent: #000; --urgent-card: #fff; --done: #000; --veil: transparent;
  }
  html { font-size: 9.5pt; }
  body { font-size: 1rem; }
  :focus-visible { outline: 0; }
  .open::before { display: none; }
  .tools, .reveal, dialog, .row:not(.marked) > .head .mark, #end { display: none !important; }
  .wrap { max-inline-size: none; padding: 0; }
  article.row { content-visibility: visible; }
  .row { border-radius: 0; border-width: 0 0 0.5pt; margin: 0; }
  .row.urgent { border-inline-start: 3pt solid #000; }
  .badge.urgency { background: none; color: #000; border-color: #000; }
  .open { grid-template-columns: 7.5cm minmax(0, 1fr); gap: 0 0.5rem; padding: 0.15rem 0.35rem; min-block-size: 0; }
  .lead, .where { grid-column: auto; }
  .meta { display: flex; grid-column: 1 / -1; }
  .where { white-space: normal; overflow: visible; overflow-wrap: anywhere; }
  .head, dl > div, h3, h4, .row:has(> .head:only-child) { break-inside: avoid; }
  .head { break-after: auto; }
  dd { max-block-size: none; overflow: visible; }
  .shape { all: unset; }
  .shape::after { content: attr(data-hidden); font-style: italic; }
}
`;

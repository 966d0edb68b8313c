// Several reports from one form, where there are more links or accounts than one report has: what is told before they are
// sent, and the list of what became of each. Loads once there are more.

import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { readAddresses } from '../../core/draft/addresses.ts';
import type { Draft } from '../../core/draft/types.ts';
import { withPart } from '../../core/draft/with-part.ts';
import { copyButton } from './clipboard.ts';
import { privateText } from './fields/private-text.ts';
import { adoptLast } from './form.styles.ts';
import type { Answering, Flows, FormState, FormView, ManyViews, Texts } from './form-view.ts';
import type { Arrived, Confirmed, Missing } from './screen.ts';
import type { Failure, Prepared, PreparedReport, Sending } from './sending.ts';
import { hotlineOnline, inFours, spelled } from './steps/sent.ts';

/** Gives a form what several reports need. */
export function begin(form: FormState, later: Flows): void {
  adoptLast(form.host, manyStyles);
  later.many = many;
  form.settingsChanged();
}

/** « 31 liens : 2 signalements… ». If the links are in each of them, the accounts are too many for one. */
function told(form: Texts, { reports }: Prepared): TemplateResult | undefined {
  const [first, ...others] = reports;
  const last = others.at(-1)?.part;
  if (!last) return undefined;
  const kind = last.links.start > first.part.links.start ? 'links' : 'accounts';
  const n = last[kind].end - first.part[kind].start;
  const text = form.text(`many.${kind}`, { n, total: reports.length });
  // The reporter may change to a language that lacks the words of several reports.
  return text ? html`<p class="intro" id=${form.id('reports')}>${text}</p>` : undefined;
}

/** A number or a code: on screen in groups, and letter by letter for those who hear it. */
const output = (form: Texts, kind: 'ref' | 'code', text: string): TemplateResult =>
  html`<p class=${kind}>
    <span class="hint">${form.text(`ok.${kind}`)}</span>
    <span class="unseen" dir="ltr" translate="no">${spelled(text)}</span>
    <output part="reference" dir="ltr" translate="no" aria-hidden="true">${inFours(text)}</output>
  </p>`;

/** What became of one report. Its links are not known once it is wiped. */
interface Line extends Partial<Arrived> {
  readonly state: 'sent' | 'unconfirmed' | 'unsent';
}

const sentLines = (reports: readonly Arrived[]): Line[] =>
  reports.map((report) => ({ ...report, state: 'sent' }));

/** @param total how many reports the form has, if the list has all of them */
function list(form: Texts, lines: readonly Line[], total?: number): TemplateResult {
  const hasStates = total === undefined || lines.some(({ state }) => state !== 'sent');
  return html`<ol class="reports" id=${form.id('code')}>
    ${lines.map(
      ({ state, receipt, code, links }, index) =>
        html`<li>
          <p>
            <b>${total === undefined ? nothing : form.text('many.report', { n: index + 1, total })}</b>
            ${hasStates ? form.text(`many.${state}`) : nothing}
            ${links === undefined ? nothing : html`<span class="hint">${form.text('many.size', { n: links })}</span>`}
          </p>
          ${receipt ? output(form, 'ref', receipt.reference) : nothing}
          ${code === undefined ? nothing : output(form, 'code', code)}
        </li>`,
    )}
  </ol>`;
}

/** The reports that have arrived, while others have not: on every view, until the last one is sent or given up. */
function arrived(form: FormView): TemplateResult | undefined {
  const { screen, draft, delivery } = form;
  // The failure has the list of all.
  const isTold = screen.kind === 'step' && draft.step === 'check' && delivery?.shownFailure;
  const isShown = (screen.kind === 'step' && !isTold) || screen.kind === 'discard';
  return isShown && delivery?.arrived.length ? list(form, sentLines(delivery.arrived)) : undefined;
}

/** Which reports have arrived, which may have, which have not left. */
function each(form: Texts, delivery: Sending, { isUnconfirmed }: Failure): TemplateResult | undefined {
  const left = delivery.prepare().reports.map(({ report: { locations } }, index): Line => ({
    state: isUnconfirmed && index === 0 ? 'unconfirmed' : 'unsent',
    links: locations.length,
  }));
  const lines = [...sentLines(delivery.arrived), ...left];
  return lines.length > 1 ? list(form, lines, lines.length) : undefined;
}

const missingLines = ({ unconfirmed, unsent }: Missing): Line[] => [
  ...Array.from({ length: unconfirmed }, (): Line => ({ state: 'unconfirmed' })),
  ...Array.from({ length: unsent }, (): Line => ({ state: 'unsent' })),
];

/** The list on the sent view, in place of the one number. */
function card(form: FormView, { reports, missing }: Confirmed): TemplateResult | undefined {
  const lines = [...sentLines(reports), ...(missing ? missingLines(missing) : [])];
  const numbers = reports.map(({ receipt }) => receipt.reference);
  return lines.length > 1
    ? html`<div class="reference several">
          <div id=${form.id('ref')}>${list(form, lines, lines.length)}</div>
          ${copyButton(form, form.text('many.copy') || form.text('ok.ref.copy'), numbers.join('\n'))}
        </div>
        <p class="small">${form.text('many.hint', { hotline: hotlineOnline(form) })}</p>`
    : undefined;
}

/** Empty for one report, and in a language that lacks the words. */
const title = (form: Texts, { reports, missing }: Confirmed): string =>
  missing
    ? form.text('many.partly')
    : reports.length > 1
      ? form.text('many.title', { n: reports.length })
      : '';

function over(form: Texts & Answering): TemplateResult | typeof nothing {
  const most = form.errors.find(({ code }) => code === 'url.many')?.n;
  const [first, ...others] = readAddresses(form.draft).slice(Number(most ?? Infinity));
  return first
    ? html`<p class="small">
        ${form.text('many.over', { n: 1 + others.length })} ${privateText(first.text, 'ltr')}
      </p>`
    : nothing;
}

/** A draft cut down to the links and accounts of some neighbouring reports. */
function draftOf(
  { whole }: Prepared,
  [first, ...others]: readonly [PreparedReport, ...PreparedReport[]],
): Draft {
  const { links, accounts } = first.part;
  const last = (others.at(-1) ?? first).part;
  return withPart(whole, {
    links: { start: links.start, end: last.links.end },
    accounts: { start: accounts.start, end: last.accounts.end },
  });
}

const many: ManyViews = { told, arrived, each, card, title, over, draftOf };

const manyStyles: CSSResult = css`
  .panel .reports {
    margin-block: calc(var(--_u) * 2);
    padding: 0;
    list-style: none;
  }
  .panel .reports output {
    display: block;
  }
  .panel .reports > li + li {
    padding-block-start: calc(var(--_u) * 2);
    border-block-start: var(--_line) solid var(--_hairline);
  }
  .panel .several {
    display: block;
  }
  /* On paper, the numbers alone: a code says what became of a report. */
  @media print {
    .panel .reports .code {
      display: none;
    }
  }
`;

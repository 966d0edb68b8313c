// « Voir le signalement exact »: the text that is sent, and in words what nobody asked for.

import { html, nothing, type TemplateResult } from 'lit';
import { own } from '../../../../core/own.ts';
import type { Report } from '../../../../core/report/report.ts';
import { localeOf } from '../../../../words/locales.ts';
import { longDate, ownName } from '../../../../words/names.ts';
import type { Prepared } from '../../sending.ts';
import type { Texts } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';

/** What the form adds to the answers, and no other view says. */
function addedFacts(form: Texts, report: Report): TemplateResult {
  const { locale, source, schemaVersion, submittedAt, submissionId, supersedes, followUp, danger } =
    own(report);
  const { partnerId, embed, widgetVersion, prefilled } = own(source);
  const yesNo = (is: boolean): string => form.text(is ? 'o.yes' : 'o.no');
  const facts = [
    ['payload.locale', ownName(localeOf(locale)!)],
    ['payload.partnerId', partnerId],
    ['payload.embed', embed],
    ['payload.widgetVersion', widgetVersion],
    ['payload.schemaVersion', schemaVersion],
    ['payload.submittedAt', longDate(form.localize.locale, new Date(submittedAt), 'short')],
    ['payload.submissionId', submissionId],
    ['payload.supersedes', supersedes],
    ['payload.hash', followUp?.hash],
    ['payload.prefilled', yesNo(prefilled)],
    ['payload.helpShown', yesNo(danger.helpShown)],
  ] as const;
  return html`<dl>
    ${facts.map(([key, text]) =>
      text
        ? html`<div>
            <dt>${form.text(key)}</dt>
            <dd><bdi>${text}</bdi></dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

/** A string of JSON; its content is the group. */
const STRING = /"([^"\\]*(?:\\.[^"\\]*)*)"/;

/**
 * JSON text, a member a line. It is the text itself: only line breaks and spaces stand between its tokens. Strings are
 * isolated, so that marks of direction in one turn nothing outside.
 */
function onLines(json: string): unknown[] {
  let depth = 0;
  const spaced = (mark: string): string => {
    if (mark === ':') return ': ';
    const step = '{['.includes(mark) ? 1 : mark === ',' ? 0 : -1;
    depth += step;
    const line = `\n${'  '.repeat(depth)}`;
    return step < 0 ? line + mark : mark + line;
  };
  return json
    .split(STRING)
    .map((part, index) => (index % 2 ? html`"${privateText(part)}"` : part.replace(/[{}[\],:]/g, spaced)));
}

/** The exact reports, in their order: before they are sealed, if they are. */
export function exactReport(form: Texts, { reports, settings }: Prepared): TemplateResult {
  const { hotline, publicKey } = settings;
  const total = reports.length;
  return html`<p class="small">${form.text('payload.never')}</p>
    <p class="small">${form.text('payload.ip')}</p>
    ${publicKey === null ? nothing : html`<p class="small">${form.text('payload.sealed', { hotline })}</p>`}
    ${reports.map(({ body }, index) => {
      const name = form.id(`exact-${index}`);
      return html`${total > 1 ? html`<p><b>${form.text('many.report', { n: index + 1, total })}</b></p>` : nothing}
        ${addedFacts(form, JSON.parse(body) as Report)}
        <p class="small" id=${name}>${form.text('payload.json')}</p>
        <pre tabindex="0" role="region" aria-labelledby=${name} dir="ltr" translate="no"><code>${onLines(
          body,
        )}</code></pre>`;
    })}`;
}

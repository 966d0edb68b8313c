// The ways to an aim: two sentences and one link each, and a sheet to print, which names no report. Those who report for their
// work have ways and duties of their own.

import { html, nothing, type TemplateResult } from 'lit';
import { type Way, waysToComplain, waysToRemove } from '../../../core/help/aims.ts';
import { emergencyNumbers } from '../../../core/help/numbers.ts';
import { canComplainIn } from '../../../core/help/lines.ts';
import { dutiesOf, type Duty, waysOfProfessionals } from '../../../core/help/professionals.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { quietButton } from '../fields/buttons.ts';
import type { FormView } from '../form-view.ts';
import { helpNeed, isForWork, keyFor } from '../help-need.ts';
import { printText } from '../print-text.ts';
import { countryLines, helpRow, lineName, shownAddress, talkLines } from './help-panel.ts';

type Aim = 'remove' | 'complain';

/**
 * Content that the hotline has not found may be abuse in any category that the reporter gives. It gets the ways for content of
 * any kind, without the platform's own form, for which one would go back to it.
 */
function waysOf(form: FormView, aim: Aim): readonly Way[] {
  const need = helpNeed(form);
  const waysTo = { remove: waysToRemove, complain: isForWork(form) ? waysOfProfessionals : waysToComplain }[
    aim
  ];
  const waysFor = (about: typeof need): readonly Way[] =>
    waysTo(about, form.settings.country, countryLines(form));
  const ways = form.later?.followUp?.isUnfound
    ? waysFor({ ...need, category: 'unsure' }).filter(({ id }) => id !== 'platform')
    : waysFor(need);
  // A language may lack the words (pending.json).
  return ways.filter((way) => [wayName(form, way), ...stepsOf(form, way)].every(Boolean));
}

/** The duties by trade, for those who report for their work. */
const duties = (form: FormView, aim: Aim): readonly Duty[] =>
  aim === 'complain' && isForWork(form)
    ? dutiesOf(helpNeed(form), form.settings.country).filter(({ id }) => form.text(`aim.duty.${id}`))
    : [];

/** What the way is, or the name of its service with what that is for. */
const wayName = (form: FormView, { id, line }: Way): string =>
  form.text(keyFor(form, (line ? `help.${line.id}` : `aim.${id}`) as MessageKey));

/** The sentences of a way. */
const stepsOf = (form: FormView, { steps, number = '' }: Way): readonly string[] =>
  steps.map((step) => form.text(keyFor(form, `aim.${step}`), { number }));

/** An article of the law. Its name is French in every language. */
const article = (law: string | undefined): TemplateResult | typeof nothing =>
  law ? html` <small lang="fr">${law}</small>` : nothing;

function wayItem(form: FormView, way: Way): TemplateResult {
  const { line, url, law } = way;
  const list = html`<ol>
    ${stepsOf(form, way).map((step, index) => html`<li>${step}${index === 0 ? article(law) : nothing}</li>`)}
  </ol>`;
  const site = line ?? (url ? { id: way.id, url } : undefined);
  if (!site)
    return html`<li>
      <p class="emergency">${wayName(form, way)}</p>
      ${list}
    </li>`;
  // A foreign hotline has a name of its own.
  const { name } = site;
  return name
    ? helpRow(form, site, name, wayName(form, way), list)
    : helpRow(form, site, wayName(form, way), '', list);
}

/** What the law asks of whom, as the last row of the ways. */
const dutiesItem = (form: FormView, listed: readonly Duty[]): TemplateResult =>
  html`<li>
    <p class="emergency">${form.text('aim.duty')}</p>
    <ol>
      ${listed.map(({ id, law }) => html`<li>${form.text(`aim.duty.${id}`)}${article(law)}</li>`)}
    </ol>
  </li>`;

/** The ways to an aim, and a button that prints them all. Those who report for their work have one sheet (receipt.ts). */
export function waysList(form: FormView, aim: Aim): TemplateResult {
  const listed = duties(form, aim);
  return html`${listed.length > 0 ? html`<p>${form.text('aim.besides')}</p>` : nothing}
    <ul class="help" part="help">
      ${waysOf(form, aim).map((way) => wayItem(form, way))}
      ${listed.length > 0 ? dutiesItem(form, listed) : nothing}
    </ul>
    ${
      isForWork(form)
        ? nothing
        : quietButton('print', form.text('aim.print'), () => printText(form, waysSheet(form)))
    }`;
}

/** All three aims as text, for somebody who may find it: nothing of the report, and no number of it. */
export function waysSheet(form: FormView): string {
  const aims: readonly Aim[] = canComplainIn(form.settings.country) ? ['remove', 'complain'] : ['remove'];
  return [
    ...aims.flatMap((aim) => {
      const listed = duties(form, aim);
      return [
        form.text(keyFor(form, `aim.${aim}`)),
        listed.length > 0 && form.text('aim.besides'),
        ...waysOf(form, aim).map((way) => wayText(form, way)),
        listed.length > 0 && dutiesText(form, listed),
      ];
    }),
    [
      form.text('aim.talk'),
      ...talkLines(form).map((line) =>
        [line.number, lineName(form, line), ...[line.url, line.chat].map(shownAddress)]
          .filter(Boolean)
          .join(' · '),
      ),
      [
        form.text('s1.emergency'),
        ...emergencyNumbers(form.settings.country).map(({ number, service, url }) =>
          [`${number} (${form.text(`call.${service}`)})`, shownAddress(url)].filter(Boolean).join(' · '),
        ),
      ].join(' '),
    ].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function wayText(form: FormView, way: Way): string {
  const { line, url = line?.url, law } = way;
  return [
    [line?.name, wayName(form, way)].filter(Boolean).join(' · '),
    ...stepsOf(form, way).map((step, index) => `${index + 1}. ${step}`),
    law,
    shownAddress(url),
  ]
    .filter(Boolean)
    .join('\n');
}

const dutiesText = (form: FormView, listed: readonly Duty[]): string =>
  [form.text('aim.duty'), ...listed.map(({ id, law }) => `${form.text(`aim.duty.${id}`)} (${law})`)].join(
    '\n',
  );

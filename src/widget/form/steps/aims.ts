// The ways to an aim: two sentences and one link each, and a sheet to print, which names no report.

import { html, type TemplateResult } from 'lit';
import { type Way, waysToComplain, waysToRemove } from '../../../core/help/aims.ts';
import { emergencyNumbers } from '../../../core/help/numbers.ts';
import { canComplainIn } from '../../../core/help/lines.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { quietButton } from '../fields/buttons.ts';
import type { FormView } from '../form-view.ts';
import { helpNeed } from '../help-need.ts';
import { printText } from '../print-text.ts';
import { countryLines, helpRow, lineName, shownAddress, talkLines } from './help-panel.ts';

const WAYS = { remove: waysToRemove, complain: waysToComplain };

type Aim = keyof typeof WAYS;

/**
 * Content that the hotline has not found may be abuse in any category that the reporter gives. It gets the ways for content of
 * any kind, without the platform's own form, for which one would go back to it.
 */
function waysOf(form: FormView, aim: Aim): readonly Way[] {
  const need = helpNeed(form);
  const waysFor = (about: typeof need): readonly Way[] =>
    WAYS[aim](about, form.settings.country, countryLines(form));
  return form.later?.followUp?.isUnfound
    ? waysFor({ ...need, category: 'unsure' }).filter(({ id }) => id !== 'platform')
    : waysFor(need);
}

/** What the way is, or the name of its service with what that is for. */
const wayName = (form: FormView, { id, line }: Way): string =>
  form.text((line ? `help.${line.id}` : `aim.${id}`) as MessageKey);

function wayItem(form: FormView, way: Way): TemplateResult {
  const { line, url, steps } = way;
  const list = html`<ol>
    ${steps.map((step) => html`<li>${form.text(`aim.${step}`)}</li>`)}
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

/** The ways to an aim, and a button that prints them all. */
export const waysList = (form: FormView, aim: Aim): TemplateResult =>
  html`<ul class="help" part="help">
      ${waysOf(form, aim).map((way) => wayItem(form, way))}
    </ul>
    ${quietButton('print', form.text('aim.print'), () => printText(form, sheetText(form)))}`;

/** All three aims as text, for somebody who may find it: nothing of the report, and no number of it. */
function sheetText(form: FormView): string {
  const aims: readonly Aim[] = canComplainIn(form.settings.country) ? ['remove', 'complain'] : ['remove'];
  return [
    ...aims.flatMap((aim) => [
      form.text(`aim.${aim}`),
      ...waysOf(form, aim).map((way) => wayText(form, way)),
    ]),
    [
      form.text('aim.talk'),
      ...talkLines(form).map((line) =>
        [line.number, lineName(form, line), ...[line.url, line.chat].map(shownAddress)]
          .filter(Boolean)
          .join(' · '),
      ),
      [
        form.text('s1.emergency'),
        ...emergencyNumbers(form.settings.country).map(
          ({ number, service }) => `${number} (${form.text(`call.${service}`)})`,
        ),
      ].join(' '),
    ].join('\n'),
  ].join('\n\n');
}

function wayText(form: FormView, way: Way): string {
  const { line, url = line?.url, steps } = way;
  return [
    [line?.name, wayName(form, way)].filter(Boolean).join(' · '),
    ...steps.map((step, index) => `${index + 1}. ${form.text(`aim.${step}`)}`),
    shownAddress(url),
  ]
    .filter(Boolean)
    .join('\n');
}

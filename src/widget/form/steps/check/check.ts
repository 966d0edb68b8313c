// The last step: a last look at the answers, and the sending.

import { html, nothing, type TemplateResult } from 'lit';
import type { Prepared, Sending } from '../../sending.ts';
import { blackmailReminder, dangerNotice } from '../details/alarm-notices.ts';
import { button } from '../../fields/buttons.ts';
import { hotlineLink } from '../../fields/error-summary.ts';
import type { FormView, Texts } from '../../form-view.ts';
import { outcomeOf } from '../../outcome.ts';
import { privateText } from '../../fields/private-text.ts';
import { rowsOf, type Row } from './report-text.ts';
import type { Line } from '../../shown.ts';
import { helpPanel } from '../help-panel.ts';
import { opened } from '../opened.ts';
import { hasDetails } from '../../../../core/draft/draft.ts';
import type { Draft } from '../../../../core/draft/types.ts';
import { alarmsOf } from '../../../../core/draft/given-answers.ts';
import { own } from '../../../../core/own.ts';
import { failureCard, failureTitle } from './failure.ts';
import { heading, mainButton } from '../view.ts';
import type { View } from '../../form-view.ts';

const aside = (text: string | undefined): TemplateResult | typeof nothing =>
  text ? html`<span class="about">${text}</span>` : nothing;

function lineTemplate(line: Line): TemplateResult {
  const { about, text, note, isAddress, isOurs } = own(line);
  return html`<p class=${isAddress ? 'address' : nothing}>
    ${aside(about)}${isOurs ? html`<bdi>${text}</bdi>` : privateText(text, isAddress ? 'ltr' : 'auto')}${aside(note)}
  </p>`;
}

function rowTemplate(form: FormView, row: Row): TemplateResult {
  const { id, name, lines, step, field } = own(row);
  const change = (): void => {
    if (!form.delivery?.isBusy) form.navigation?.revise(step, [], field);
  };
  const answer = form.id(`row-${id}`);
  return html`<div class="row row-${id}" part="summary-row">
    <dt tabindex="-1" aria-describedby=${answer}>${name}</dt>
    <dd id=${answer}>${lines.map(lineTemplate)}</dd>
    <dd class="act">
      <button type="button" class="quiet" part="change" @click=${change}>
        <span>${form.text('action.change')}<span class="unseen"> ${name}</span></span>
      </button>
    </dd>
  </div>`;
}

/** « Ajouter des précisions (facultatif) »: the one door to all other questions, from which the review comes back. */
function detailsDoor(form: FormView): TemplateResult | typeof nothing {
  const open = (): void => {
    if (!form.delivery?.isBusy) form.navigation?.revise('details');
  };
  return hasDetails(form.draft)
    ? html`<p class="more">${button('secondary', form.text('s4.more'), open)}</p>`
    : nothing;
}

/** « Voir le signalement exact »: these very bytes are sent. It is rendered when it is opened. */
function exactFold(form: FormView, delivery: Sending, prepared: Prepared): TemplateResult {
  const toggle = ({ target }: Event): void => {
    delivery.isExactShown = (target as HTMLDetailsElement).open;
    form.host.requestUpdate();
  };
  return html`<details class="exact" @toggle=${toggle}>
    <summary>${form.text('s4.exact')}</summary>
    ${delivery.isExactShown ? opened(form, ({ exactReport }) => exactReport(form, prepared)) : nothing}
  </details>`;
}

/**
 * Good faith and the report's destination, beside the button that sends, in sight and part of its description. If the page
 * changes the destination, screen readers announce that.
 */
const terms = (form: Texts, { settings: { destinationText, hotline, site } }: Prepared): TemplateResult =>
  html`<div class="terms" id=${form.id('terms')}>
    <p>${form.text('s4.faith')}</p>
    <p aria-live="polite">${form.text(destinationText, { hotline, site })}</p>
  </div>`;

/** The line under the heading, by the outcome of the report; a failure has its own. */
const INTROS = {
  unsent: 's4.intro',
  partly: 'many.rest',
  sending: 'send.busy',
  edited: 's4.intro.edited',
  unconfirmed: 'fail.lost',
  sent: 'ok.title',
} as const;

/** What is reviewed: not « Quoi » where the report answers the hotline’s question, which is about the place alone. */
const shownRows = (form: FormView, draft: Draft): Row[] =>
  rowsOf(form, draft).filter(({ id }) => id !== 'what' || !form.later?.followUp?.isUnfound);

export function checkView(form: FormView): View {
  // The delivery loads together with this view.
  const delivery = form.delivery as Sending;
  const { isBusy, phase, shownFailure: failure } = delivery;
  const outcome = outcomeOf(form);
  const isToSend = outcome === 'unsent' || outcome === 'partly' || outcome === 'edited';
  const title = form.text(isToSend ? 's4.title' : 's4.title.sent');
  const prepared = delivery.prepare();
  const { reports } = prepared;
  // Told before they are sent, and part of what is heard with the heading.
  const told = failure ? undefined : form.later?.many?.told(form, prepared);
  const canSend = failure?.canRetry ?? true;
  const hasButton = canSend || !form.settings.hotlineAddress;
  // After two failures, or if this report cannot be sent, the hotline's own form is the way on.
  const isHotlineFirst = failure && (delivery.failures > 1 || !canSend);
  const link = (className?: string): unknown => hotlineLink(form, className);
  const isDanger = alarmsOf(prepared.draft).danger;
  const cancel = (): void => delivery.cancel();
  return {
    title: failure ? failureTitle(form) : title,
    ...(!failure && { about: 'intro' }),
    body: html`${
        failure
          ? failureCard(form, delivery, failure, isHotlineFirst ? nothing : html`<p>${link()}</p>`)
          : nothing
      }
      ${heading(
        form,
        title,
        ...(failure ? [] : ['intro']),
        ...(told ? ['reports'] : []),
        ...(isDanger ? ['danger'] : []),
      )}
      ${
        failure
          ? nothing
          : html`<p class="intro" part="intro" id=${form.id('intro')}>${form.text(INTROS[outcome])}</p>
              ${told}
              ${navigator.onLine ? nothing : html`<div class="notice" part="notice"><p>${form.text('err.offline')}</p></div>`}`
      }
      ${isDanger ? dangerNotice(form) : nothing}
      <dl class="rows">${shownRows(form, prepared.draft).map((row) => rowTemplate(form, row))}</dl>
      ${detailsDoor(form)} ${exactFold(form, delivery, prepared)}
      ${failure ? html`${blackmailReminder(form)} ${helpPanel(form)}` : nothing}`,
    footer: html`${isBusy ? html`<div class="line"></div>` : nothing}
    ${
      hasButton
        ? mainButton(
            form,
            (told && !isBusy && form.text('many.submit', { n: reports.length })) ||
              form.text(isBusy ? 'send.busy' : failure ? 'err.retry' : 's4.submit'),
            isBusy || delivery.secondsLeft > 0,
            // A retry sends the same report under the same key.
            { isFinal: !failure, describedBy: form.id('terms') },
          )
        : nothing
    }
    ${phase === 'stoppable' ? button('secondary', form.text('send.cancel'), cancel) : nothing}
    ${isHotlineFirst ? link(canSend ? 'secondary' : 'primary') : nothing}
    ${isBusy && phase !== 'busy' ? html`<p class="small">${form.text('send.slow')}</p>` : nothing}
    ${hasButton ? terms(form, prepared) : nothing}`,
  };
}

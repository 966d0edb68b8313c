// Step 4: a last look at the answers, and the sending.

import { html, nothing, type TemplateResult } from 'lit';
import type { Form } from '../form-controller.ts';
import { rowsOf, type Line, type Row } from '../report-text.ts';
import { helpPanel } from '../help-panel.ts';
import { failureCard, hotlineLink, isHotlineFirst } from './failure.ts';
import { heading, type View } from './view.ts';

const lineTemplate = ({ about, text, note, isAddress }: Line): TemplateResult =>
  html`<p>
    ${about ? html`<span class="about">${about}</span>` : nothing}
    ${isAddress ? html`<bdi dir="ltr" translate="no">${text}</bdi>` : html`<span class="said">${text}</span>`}
    ${note ? html`<span class="about">${note}</span>` : nothing}
  </p>`;

function rowTemplate(form: Form, { name, lines, step, field }: Row): TemplateResult {
  const change = (): void => {
    if (!form.delivery?.isBusy) form.revise(step, [], field);
  };
  return html`<div class="row" part="summary-row">
    <dt>${name}</dt>
    <dd>${lines.length > 0 ? lines.map(lineTemplate) : form.text('s4.value.none')}</dd>
    <dd class="act">
      <button type="button" class="quiet" part="change" @click=${change}>
        ${form.text('action.change')}<span class="unseen"> ${name}</span>
      </button>
    </dd>
  </div>`;
}

/** « Voir exactement ce qui sera envoyé »: settled when it is opened, so that these very bytes are then sent. */
function exactReport(form: Form): TemplateResult {
  const { delivery, more } = form;
  const toggle = ({ target }: Event): void => {
    if (!(target as HTMLDetailsElement).open) return;
    delivery?.prepare();
    form.fetchMore();
    form.host.requestUpdate();
  };
  const missing = (): TemplateResult =>
    more === null
      ? html`<p>${form.text('s4.exact.failed')}</p>
          <button type="button" class="secondary" part="secondary" @click=${form.fetchMore}>
            ${form.text('err.retry')}
          </button>`
      : html`<p>${form.text('exit.loading')}</p>`;
  return html`<details class="exact" @toggle=${toggle}>
    <summary>${form.text('s4.exact')}</summary>
    ${delivery?.prepared ? (more ? more.exactReport(form, delivery.prepared) : missing()) : nothing}
  </details>`;
}

function footer(form: Form): TemplateResult {
  const { delivery } = form;
  const isBusy = delivery?.isBusy ?? false;
  const failure = delivery?.shownFailure;
  // Where the same report cannot arrive, the hotline's own form is the way on.
  if (failure && !failure.canRetry && form.settings.hotlineUrl) return html`${hotlineLink(form, 'primary')}`;
  const cancel = (): void => delivery?.cancel();
  const isLong = delivery?.phase === 'slow' || delivery?.phase === 'stoppable';
  return html`${isBusy ? html`<div class="line"></div>` : nothing}
    <button
      type="submit"
      class="primary"
      part="primary"
      aria-disabled=${isBusy || delivery?.secondsLeft ? 'true' : nothing}
    >
      ${form.text(isBusy ? 'send.busy' : failure ? 'err.retry' : 's4.submit')}
    </button>
    ${
      delivery?.phase === 'stoppable'
        ? html`<button type="button" class="secondary" part="secondary" @click=${cancel}>
            ${form.text('send.cancel')}
          </button>`
        : nothing
    }
    ${failure && delivery && isHotlineFirst(delivery) ? hotlineLink(form, 'secondary') : nothing}
    ${isLong ? html`<p class="small">${form.text('send.slow')}</p>` : nothing}`;
}

export function checkView(form: Form): View {
  const title = form.text('s4.title');
  const { delivery } = form;
  const failure = delivery?.shownFailure;
  return {
    title,
    body: html`${failure && delivery ? failureCard(form, delivery, failure) : nothing} ${heading(form, title)}
      ${failure ? nothing : html`<p class="intro" part="intro">${form.text('s4.intro')}</p>`}
      ${failure || navigator.onLine ? nothing : html`<div class="notice" part="notice"><p>${form.text('err.offline')}</p></div>`}
      ${form.more?.alarmsOf(form.draft).danger ? form.more.dangerNotice(form) : nothing}
      <dl class="rows">${rowsOf(form).map((row) => rowTemplate(form, row))}</dl>
      ${exactReport(form)}
      <p class="faith">${form.text('s4.faith')}</p>
      ${failure ? helpPanel(form) : nothing}`,
    footer: footer(form),
  };
}

// Step 4: a last look at the answers, the sending, and what is said where it did not work.

import { html, nothing, type TemplateResult } from 'lit';
import type { StepId } from '../../../core/draft.ts';
import { asksRole, reportedPage, typedAddresses } from '../../../core/draft-rules.ts';
import { normaliseAddress } from '../../../core/address.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import type { Failure } from '../delivery-controller.ts';
import type { Form } from '../form-controller.ts';
import { outsideLink } from '../links.ts';
import { heading, type View } from './view.ts';

interface Row {
  readonly name: string;
  readonly value: string | TemplateResult;
  readonly step: StepId;
}

/** The place of the content as it will be sent: addresses cleaned, and never links. */
function whereValue(form: Form): string | TemplateResult {
  const { answers, settings } = form.draft;
  if (answers.where === 'none') return answers.place;
  const addresses =
    answers.where === 'here' ? [reportedPage(settings)] : typedAddresses(answers).map(({ text }) => text);
  return html`${addresses.map((text) => {
    const result = normaliseAddress(text);
    const shown = result.kind === 'address' ? result.url.value : text;
    return html`<bdi class="address" dir="ltr" translate="no">${shown}</bdi>`;
  })}`;
}

function rowsOf(form: Form): Row[] {
  const { answers, settings } = form.draft;
  const rows: Row[] = [
    { name: form.text('s4.row.what'), value: form.text(`cat.${answers.category ?? 'unsure'}`), step: 'what' },
    { name: form.text('s4.row.where'), value: whereValue(form), step: 'where' },
  ];
  if (answers.login && answers.where === 'elsewhere') {
    rows.push({ name: form.text('s4.row.login'), value: form.text('s4.value.yes'), step: 'where' });
  }
  if (asksRole(form.draft)) {
    const value = answers.role ? form.text(`s3.role.${answers.role}`) : form.text('s4.value.none');
    rows.push({ name: form.text('s4.row.role'), value, step: 'details' });
  }
  if (settings.fields.includes('details')) {
    const value = answers.details.trim() || form.text('s4.value.none');
    rows.push({ name: form.text('s4.row.details'), value, step: 'details' });
  }
  if (settings.fields.includes('reply')) {
    const value = answers.reply === 'yes' ? answers.email.trim() : form.text('s4.value.anonymous');
    rows.push({ name: form.text('s4.row.reply'), value, step: 'details' });
  }
  return rows;
}

function summaryRow(form: Form, { name, value, step }: Row): TemplateResult {
  const change = (): void => {
    if (!form.delivery?.isBusy) form.revise(step);
  };
  return html`<div class="row" part="summary-row">
    <dt>${name}</dt>
    <dd>${value}</dd>
    <dd class="act">
      <button type="button" class="quiet" part="change" @click=${change}>
        ${form.text('action.change')}<span class="unseen"> ${name}</span>
      </button>
    </dd>
  </div>`;
}

const FAILURE_TEXTS: Readonly<Record<Failure['code'], MessageKey>> = {
  offline: 'err.offline',
  timeout: 'err.timeout',
  network: 'err.timeout',
  server: 'err.server',
  rate: 'err.rate',
  invalid: 'err.refused',
  'too-large': 'err.tooLong',
  version: 'err.refused',
  refused: 'err.refused',
  unconfirmed: 'err.timeout',
  aborted: 'err.cancelled',
  cancelled: 'err.cancelled',
  blocked: 'err.blocked',
};

/** What happened, and the two ways on: to try again, and the hotline's own form. */
function failureCard(form: Form, failure: Failure): TemplateResult {
  const { hotline, hotlineUrl } = form.settings;
  const seconds = Math.max(1, Math.ceil((failure.notBefore - Date.now()) / 1000));
  return html`<div class="summary failure" part="error-summary" role="alert" tabindex="-1">
    <p class="summary-title">${form.text(failure.isUnconfirmed ? 'fail.unconfirmed' : 'fail.notSent')}</p>
    <p>${form.text(FAILURE_TEXTS[failure.code], { hotline, n: seconds })}</p>
    ${failure.code === 'server' || failure.code === 'offline' ? nothing : html`<p>${form.text('err.retry.kept')}</p>`}
    ${hotlineUrl && failure.canRetry ? html`<p>${outsideLink(form, hotlineUrl, form.text('err.fallback', { hotline }))}</p>` : nothing}
  </div>`;
}

function footer(form: Form): TemplateResult {
  const { delivery } = form;
  const isBusy = delivery?.isBusy ?? false;
  const failure = delivery?.shownFailure;
  const label = isBusy ? 'send.busy' : failure ? 'err.retry' : 's4.submit';
  const { hotline, hotlineUrl } = form.settings;
  // Where the same report cannot arrive, the hotline's own form is the way on.
  if (failure && !failure.canRetry && hotlineUrl) {
    return outsideLink(form, hotlineUrl, form.text('err.fallback', { hotline }), 'primary');
  }
  const cancel = (): void => delivery?.cancel();
  return html`${isBusy ? html`<div class="line"></div>` : nothing}
    <button type="submit" class="primary" part="primary" aria-disabled=${isBusy ? 'true' : nothing}>
      ${form.text(label)}
    </button>
    ${
      delivery?.phase === 'stoppable'
        ? html`<button type="button" class="secondary" part="secondary" @click=${cancel}>
            ${form.text('send.cancel')}
          </button>`
        : nothing
    }
    ${delivery?.phase === 'slow' || delivery?.phase === 'stoppable' ? html`<p class="small">${form.text('send.slow')}</p>` : nothing}`;
}

export function checkView(form: Form): View {
  const title = form.text('s4.title');
  const failure = form.delivery?.shownFailure;
  return {
    title,
    body: html`${failure ? failureCard(form, failure) : nothing} ${heading(form, title)}
      <p class="intro" part="intro">${form.text('s4.intro')}</p>
      <dl class="rows">${rowsOf(form).map((row) => summaryRow(form, row))}</dl>
      <p class="faith">${form.text('s4.faith')}</p>`,
    footer: footer(form),
  };
}

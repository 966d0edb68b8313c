// What is said where sending did not work, and the ways on: again, the hotline's own form, the report as text.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../i18n/messages.ts';
import { copyText } from '../clipboard.ts';
import type { DeliveryController, Failure } from '../delivery-controller.ts';
import { summaryCard } from '../error-summary.ts';
import type { Form } from '../form-controller.ts';
import { helpPanel } from '../help-panel.ts';
import { outsideLink } from '../links.ts';
import { reportText } from '../report-text.ts';
import { heading, said, type View } from './view.ts';

const TEXTS: Readonly<Record<Failure['code'], MessageKey | undefined>> = {
  offline: 'err.offline',
  timeout: 'err.timeout',
  network: 'err.timeout',
  server: 'err.server',
  // The seconds say it.
  rate: undefined,
  invalid: 'err.refused',
  'too-large': 'err.tooLong',
  version: 'err.refused',
  refused: 'err.refused',
  unconfirmed: 'err.timeout',
  aborted: 'err.cancelled',
  cancelled: 'err.cancelled',
  blocked: 'err.blocked',
};
// These say it themselves.
const SAY_KEPT: readonly Failure['code'][] = ['offline', 'server'];

function sentences(form: Form, { secondsLeft }: DeliveryController, failure: Failure): string[] {
  const { hotline } = form.settings;
  const isBackOnline = failure.code === 'offline' && navigator.onLine;
  const key = isBackOnline ? 'err.online' : TEXTS[failure.code];
  return [
    key && form.text(key, { hotline }),
    failure.notBefore &&
      (secondsLeft ? form.text('err.rate', { n: secondsLeft }) : form.text('err.rate.over')),
    (isBackOnline || !SAY_KEPT.includes(failure.code)) && form.text('err.retry.kept'),
  ].filter((text) => typeof text === 'string');
}

/** The link to the hotline's own form. */
export const hotlineLink = (form: Form, className?: string): TemplateResult | typeof nothing => {
  const { hotline, hotlineUrl } = form.settings;
  return hotlineUrl
    ? outsideLink(form, hotlineUrl, form.text('err.fallback', { hotline }), className)
    : nothing;
};

/** « Copier mon signalement »: into the clipboard, or where that is refused, from a field. */
function copyReport(form: Form, delivery: DeliveryController): TemplateResult {
  const copy = async (): Promise<void> => {
    delivery.isCopiedByHand = !(await copyText(reportText(form)));
    form.show(delivery.isCopiedByHand ? { focus: '[name="report"]' } : { status: 'fail.copied' });
  };
  const select = ({ target }: Event): void => (target as HTMLTextAreaElement).select();
  const { hotline, hotlineUrl } = form.settings;
  return html`<button type="button" class="secondary" part="secondary" @click=${copy}>
      ${form.text('fail.copy')}
    </button>
    ${hotlineUrl ? html`<p class="small">${form.text('fail.copy.hint', { hotline })}</p>` : nothing}
    ${said(form)}
    ${
      delivery.isCopiedByHand
        ? html`<div class="field">
            <label part="label" for=${form.id('report')}>${form.text('fail.copy.hand')}</label>
            <textarea
              part="input"
              id=${form.id('report')}
              name="report"
              rows="4"
              readonly
              autocomplete="off"
              .value=${reportText(form)}
              @focus=${select}
            ></textarea>
          </div>`
        : nothing
    }`;
}

/** What happened, and the ways on. */
export function failureCard(form: Form, delivery: DeliveryController, failure: Failure): TemplateResult {
  return summaryCard(form, {
    title: form.text(failure.isUnconfirmed ? 'fail.unconfirmed' : 'fail.notSent'),
    says: sentences(form, delivery, failure).map((text) => html`<p>${text}</p>`),
    ways: html`${isHotlineFirst(delivery) ? nothing : html`<p>${hotlineLink(form)}</p>`}
    ${copyReport(form, delivery)}`,
    isFailure: true,
  });
}

/** Whether the hotline's own form stands beside « Réessayer »: after two failures, or where nothing else is left. */
export const isHotlineFirst = ({ failures, shownFailure }: DeliveryController): boolean =>
  failures > 1 || shownFailure?.canRetry === false;

/** A report that was wiped on its way, and of which nobody can tell whether it has arrived. No text of it is left. */
export function lostView(form: Form): View {
  const title = form.text('fail.unconfirmed');
  const again = (): void => form.startAgain();
  return {
    title,
    body: html`${heading(form, title)}
      <p>${form.text('fail.lost')}</p>
      <p>${form.text('ok.cleared')}</p>
      ${helpPanel(form)}`,
    footer: html`${hotlineLink(form, 'primary')}
      <button type="button" class="quiet" @click=${again}>${form.text('ok.again')}</button>`,
  };
}

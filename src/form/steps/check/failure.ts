// The message after a failed sending, and the ways on: a retry, the hotline's own form, the report as text.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../i18n/messages.ts';
import { copyButton } from '../../clipboard.ts';
import type { Failure, Sending } from '../../sending.ts';
import { summaryCard } from '../../fields/error-summary.ts';
import type { FormView } from '../../form-view.ts';
import { reportText } from './report-text.ts';
import { textField } from '../../fields/text-field.ts';

function sentences(form: FormView, { secondsLeft }: Sending, failure: Failure): string[] {
  const { code, canRetry, isUnconfirmed } = failure;
  const { hotline } = form.settings;
  const isBackOnline = code === 'offline' && navigator.onLine;
  // Most codes have no words of their own.
  const why =
    form.text(
      isBackOnline
        ? 'err.online'
        : code === 'cancelled' && !isUnconfirmed
          ? 'idle.unsent'
          : (`err.${code}` as MessageKey),
      { hotline },
    ) || form.text(canRetry ? 'err.timeout' : 'err.refused', { hotline });
  const wait = form.text(secondsLeft ? 'err.wait' : 'err.wait.over', { n: secondsLeft });
  return [code === 'rate' ? '' : why, failure.notBefore ? wait : '', form.text('draft.kept')].filter(Boolean);
}

/** « Copier mon signalement »: copies to the clipboard or, if that is refused, shows a field to copy from. */
function copyReport(form: FormView, delivery: Sending): TemplateResult {
  const text = reportText(form, delivery.prepare().draft);
  const select = ({ target }: Event): void => (target as HTMLTextAreaElement).select();
  const byHand = (): void => {
    delivery.isCopiedByHand = true;
    form.show({ focus: '[name="report"]' });
  };
  const { hotline } = form.settings;
  return html`${copyButton(form, form.text('fail.copy'), text, byHand)}
    <p class="small">${form.text('fail.copy.hint', { hotline })}</p>
    ${
      delivery.isCopiedByHand
        ? html`<div @focusin=${select}>
            ${textField(form, { name: 'report', label: form.text('ok.failed'), value: text, isLong: true })}
          </div>`
        : nothing
    }`;
}

/** The failure, and the ways on. */
export const failureCard = (
  form: FormView,
  delivery: Sending,
  failure: Failure,
  link: unknown,
): TemplateResult =>
  summaryCard(
    form,
    form.text(failure.isUnconfirmed ? 'fail.unconfirmed' : 'fail.notSent'),
    sentences(form, delivery, failure).map((text) => html`<p>${text}</p>`),
    html`${link} ${copyReport(form, delivery)}`,
    'summary failure',
  );

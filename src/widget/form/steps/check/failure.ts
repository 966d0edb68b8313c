// The message after a failed sending, and the ways on: a retry, the hotline's own form, the report as text.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../../words/messages.ts';
import { copyButton } from '../../clipboard.ts';
import type { Failure, Sending } from '../../sending.ts';
import { summaryCard } from '../../fields/error-summary.ts';
import type { FormView } from '../../form-view.ts';
import { outcomeOf } from '../../outcome.ts';
import { reportText } from './report-text.ts';
import { textField } from '../../fields/text-field.ts';

/** « Pas encore envoyé », if that is certain. */
export function failureTitle(form: FormView): string {
  const outcome = outcomeOf(form);
  // The reporter may change to a language that lacks the words of several reports.
  const partly = outcome === 'partly' && form.text('many.partly');
  return partly || form.text(outcome === 'unsent' ? 'fail.notSent' : 'fail.unconfirmed');
}

/** Codes of a page that cannot seal reports as the hotline wants them. The reason is for developers. */
const OF_SEALING: readonly Failure['code'][] = ['sealing', 'seal-key', 'not-sealed'];

/** Codes whose sentence gives the reason of the last failure, but not whether the report has left. */
const SAYS_WHY: readonly Failure['code'][] = ['blocked', ...OF_SEALING];

function keyOf(code: Failure['code']): MessageKey {
  if (code === 'offline') return navigator.onLine ? 'err.online' : 'err.offline';
  return OF_SEALING.includes(code) ? 'err.sealing' : (`err.${code}` as MessageKey);
}

/** Why the last try ended, and what became of the report. */
function reasons(form: FormView, { code, canRetry }: Failure): MessageKey[] {
  const own = keyOf(code);
  const isNeutral = code === 'offline' || SAYS_WHY.includes(code);
  const outcome = outcomeOf(form);
  switch (outcome) {
    case 'unsent':
    case 'partly':
      if (code === 'cancelled') return [outcome === 'partly' ? 'many.rest' : 'idle.unsent'];
      // Most codes have no words of their own.
      return [form.text(own) ? own : canRetry ? 'err.timeout' : 'err.refused'];
    case 'edited':
      return isNeutral ? [own, 's4.intro.edited'] : ['s4.intro.edited'];
    default:
      if (code === 'cancelled') return [own];
      return isNeutral ? [own, 'fail.lost'] : ['err.timeout'];
  }
}

function sentences(form: FormView, { secondsLeft }: Sending, failure: Failure): string[] {
  const { code, notBefore } = failure;
  const { hotline } = form.settings;
  const isWaitEnough = code === 'rate' && ['unsent', 'partly'].includes(outcomeOf(form));
  const why = isWaitEnough ? [] : reasons(form, failure).map((key) => form.text(key, { hotline }));
  const wait = form.text(secondsLeft ? 'err.wait' : 'err.wait.over', { n: secondsLeft });
  return [...why, ...(notBefore ? [wait] : []), form.text('draft.kept')];
}

/** « Copier mon signalement »: copies to the clipboard or, if that is refused, shows a field to copy from. */
function copyReport(form: FormView, delivery: Sending): TemplateResult {
  const text = reportText(form, delivery.prepare().draft);
  const select = ({ target }: Event): void => (target as HTMLTextAreaElement).select();
  const byHand = (): void => {
    delivery.isCopiedByHand = true;
    form.show({ focus: form.at('report') });
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
    failureTitle(form),
    html`${sentences(form, delivery, failure).map((text) => html`<p>${text}</p>`)}
    ${form.later?.many?.each(form, delivery, failure)}`,
    html`${link} ${copyReport(form, delivery)}`,
    'summary failure',
  );

// The view « Suivre un signalement »: a field for the code; then the state of the report, what happens next, and the aims
// of the country. It shows nothing of the report: a person who finds the paper learns
// that something was reported.

import { html, nothing, type TemplateResult } from 'lit';
import { hasAnswers } from '../../../../core/draft/draft.ts';
import type { FollowUpAnswer, FollowUpState } from '../../../../core/follow-up/answer.ts';
import { longDate } from '../../../../words/names.ts';
import type { MessageKey } from '../../../../words/messages.ts';
import { button, quietButton } from '../../fields/buttons.ts';
import { textField } from '../../fields/text-field.ts';
import type { FormView, View } from '../../form-view.ts';
import type { Asking } from '../../asking.ts';
import { aimDoors } from '../aim-doors.ts';
import { noCopiesNotice, STEP_NOTICE } from '../notices.ts';
import { countryFold } from '../country.ts';
import { opened } from '../opened.ts';
import { heading } from '../view.ts';

/** What happens next, by state. */
const NEXT: Readonly<Record<Exclude<FollowUpState, 'question'>, MessageKey>> = {
  received: 'follow.later',
  reading: 'follow.later',
  passed_on: 'follow.passed_on.next',
  removed: 'follow.back',
  gone: 'follow.back',
  not_illegal: 'follow.not_illegal.next',
  not_ours: 'follow.not_ours.next',
};

export function followUpView(form: FormView, followUp: Asking): View {
  const { answer } = followUp;
  return answer && answer.state !== 'unknown'
    ? answerView(form, followUp, answer, answer.state)
    : questionView(form, followUp);
}

function questionView(form: FormView, followUp: Asking): View {
  const title = form.text('follow.door');
  const ask = (): void => void followUp.ask();
  const type = (value: string): void => {
    followUp.typed = value;
    // From the first letter on, there is something to forget after ten minutes.
    form.host.requestUpdate();
  };
  return {
    title,
    about: 'follow-about',
    body: html`${heading(form, title, 'follow-about')}
      <p id=${form.id('follow-about')}>${form.text('follow.intro')}</p>
      ${textField(form, {
        name: 'code',
        label: form.text('ok.code'),
        hint: form.text('follow.hint'),
        value: followUp.typed,
        type,
        isRequired: true,
        isAddress: true,
        maxLength: 80,
      })}
      ${report(form, followUp)}`,
    footer: html`<button
      type="submit"
      class="primary"
      part="primary"
      aria-disabled=${followUp.isAsking ? 'true' : nothing}
      @click=${ask}
    >
      ${form.text(followUp.isAsking ? 'exit.loading' : 'follow.ask')}
    </button>`,
  };
}

function answerView(
  form: FormView,
  followUp: Asking,
  { since = '', left = 0 }: FollowUpAnswer,
  state: FollowUpState,
): View {
  const { hotline } = form.settings;
  const title = form.text(`follow.${state}`, { hotline });
  const date = longDate(form.localize.locale, new Date(`${since}T12:00:00Z`));
  const isAsked = state === 'question' && left > 0;
  const next = state === 'question' ? (isAsked ? 'follow.question.next' : 'follow.later') : NEXT[state];
  const close = (): void => form.close();
  return {
    title,
    body: html`${heading(form, title, 'follow-since', 'follow-next', ...(isAsked ? [STEP_NOTICE] : []))}
      <p class="small since" id=${form.id('follow-since')}>${form.text('follow.since', { date })}</p>
      <p id=${form.id('follow-next')}>${form.text(next)}</p>
      ${
        isAsked
          ? html`${noCopiesNotice(form)}
              <p class="reply">${button('primary', form.text('follow.answer'), () => followUp.reply())}</p>`
          : nothing
      }
      ${aimDoors(form, state === 'removed' || state === 'gone')}
      ${state === 'not_ours' ? opened(form, (views) => views.otherDoors(form, false)) : nothing}
      ${countryFold(form)}
      <p class="leave">${quietButton('again back', form.text('header.back'), () => followUp.open())}</p>
      ${report(form, followUp)}`,
    footer: form.host.isInline ? nothing : button('secondary', form.text('header.close'), close),
  };
}

/** The way to the steps of a report. */
const report = (form: FormView, followUp: Asking): TemplateResult =>
  html`<p class="leave">
    ${quietButton('again', form.text(hasAnswers(form.draft) ? 'drop.stay' : 'ok.again'), () => followUp.leave())}
  </p>`;

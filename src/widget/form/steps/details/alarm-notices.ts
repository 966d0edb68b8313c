// The notices that an answer to a question calls for: danger, blackmail, or that it happens to the reporter.

import { nothing, type TemplateResult } from 'lit';
import type { FormView, Texts } from '../../form-view.ts';
import { helpNeed, isForWork, keyFor } from '../../help-need.ts';
import { isThreatened } from '../../../../core/draft/threatened.ts';
import { callNotice, contactOf, imageAdvice, keptFirst, searchedAdvice, talkContacts } from '../notices.ts';
import { emergencyContacts } from '../numbers.ts';

const dangerText = (form: Texts): string => form.text('notice.danger');

/** Numbers if an answer says that somebody is in danger now: text messages too, for those who must not be heard. */
export function dangerNotice(form: FormView): TemplateResult {
  const isLifeAtRisk = form.draft.answers.category === 'suicide_incitement';
  const lines = isLifeAtRisk ? contactOf(form, '3114') : [];
  return callNotice(form, dangerText(form), [...lines, ...emergencyContacts(form, isLifeAtRisk)], 'danger');
}

const blackmailText = (form: FormView): string => {
  // « Une équipe peut vous aider » is for the person concerned.
  if (isForWork(form)) return form.text(keyFor(form, 'notice.blackmail'));
  const help = talkContacts(form).length > 0 ? ` ${form.text('notice.blackmail.help')}` : '';
  return `${form.text('notice.blackmail')}${help}`;
};

/** First steps against blackmail, and who helps. */
const blackmailNotice = (form: FormView): TemplateResult =>
  callNotice(form, blackmailText(form), talkContacts(form), 'blackmail');

/** The same after a report, or after one that could not be sent, if it told of blackmail. */
export const blackmailReminder = (form: FormView): TemplateResult | typeof nothing =>
  helpNeed(form).questions?.['blackmail'] === 'yes' ? blackmailNotice(form) : nothing;

const isImageTheirs = ({ draft }: FormView): boolean => draft.answers.category === 'child_sexual_abuse';

/** What the person concerned must read first. The notice of the victim's door, at the top, has all of it. */
function selfText(form: FormView): string {
  const { answers } = form.draft;
  if (isThreatened(answers)) return '';
  const comfort = isImageTheirs(form)
    ? imageAdvice(form)
    : answers.category === 'sexual_harassment'
      ? form.text('notice.threatened')
      : '';
  return `${comfort} ${searchedAdvice(form)}`.trim();
}

/** The same on screen, with numbers for the person in the image. Other notices have theirs at the top of the step. */
function selfNotice(form: FormView): TemplateResult | typeof nothing {
  const text = selfText(form);
  return text ? callNotice(form, text, isImageTheirs(form) ? talkContacts(form) : [], 'self') : nothing;
}

/** Notices by the question's alarm: the notice on screen, and its text without the numbers for screen readers. */
export const ALARMS = {
  self: { notice: selfNotice, text: selfText },
  danger: { notice: dangerNotice, text: dangerText },
  blackmail: { notice: blackmailNotice, text: blackmailText },
  // The notice at the top of the step changes.
  proof: { notice: (): typeof nothing => nothing, text: keptFirst },
};

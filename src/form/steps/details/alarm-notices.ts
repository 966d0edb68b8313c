// The notices that an answer of step 3 calls for: danger, blackmail.

import { nothing, type TemplateResult } from 'lit';
import type { FormView, Texts } from '../../form-view.ts';
import { helpNeed } from '../../help-need.ts';
import { callNotice, contactOf, talkContacts } from '../notices.ts';
import { emergencyContacts } from '../numbers.ts';

const dangerText = (form: Texts): string => form.text('notice.danger');

/** Numbers to call if an answer says that somebody is in danger now. */
export function dangerNotice(form: FormView): TemplateResult {
  const isLifeAtRisk = form.draft.answers.category === 'suicide_incitement';
  const emergency = emergencyContacts(form, isLifeAtRisk).filter(({ isText }) => !isText);
  const lines = isLifeAtRisk ? contactOf(form, '3114') : [];
  return callNotice(form, dangerText(form), [...lines, ...emergency], 'danger');
}

const blackmailText = (form: FormView): string => {
  const help = talkContacts(form).length > 0 ? ` ${form.text('notice.blackmail.help')}` : '';
  return `${form.text('notice.blackmail')}${help}`;
};

/** First steps against blackmail, and who helps. */
const blackmailNotice = (form: FormView): TemplateResult =>
  callNotice(form, blackmailText(form), talkContacts(form), 'blackmail');

/** The same after a report, or after one that could not be sent, if it told of blackmail. */
export const blackmailReminder = (form: FormView): TemplateResult | typeof nothing =>
  helpNeed(form).questions?.['blackmail'] === 'yes' ? blackmailNotice(form) : nothing;

/** Notices by the question's alarm: the notice on screen, and its text without the numbers for screen readers. */
export const ALARMS = {
  danger: { notice: dangerNotice, text: dangerText },
  blackmail: { notice: blackmailNotice, text: blackmailText },
};

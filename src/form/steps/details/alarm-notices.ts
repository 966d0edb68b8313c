// The notices that an answer of step 3 calls for: danger, blackmail.

import type { TemplateResult } from 'lit';
import type { FormView } from '../../form-view.ts';
import { callNotice, contactOf } from '../notices.ts';
import { emergencyContacts, type Contact } from '../numbers.ts';

const dangerText = (form: FormView): string => form.text('notice.danger');

/** Numbers to call if an answer says that somebody is in danger now. */
export function dangerNotice(form: FormView): TemplateResult {
  const isLifeAtRisk = form.draft.answers.category === 'suicide_incitement';
  const emergency = emergencyContacts(form, isLifeAtRisk).filter(({ isText }) => !isText);
  const lines = isLifeAtRisk ? contactOf(form, '3114') : [];
  return callNotice(form, dangerText(form), [...lines, ...emergency], 'danger');
}

const blackmailLines = (form: FormView): Contact[] => contactOf(form, '3018');

const blackmailText = (form: FormView): string => {
  const help = blackmailLines(form).length > 0 ? ` ${form.text('notice.blackmail.help')}` : '';
  return `${form.text('notice.blackmail')}${help}`;
};

/** What to do first against blackmail, and who helps. */
const blackmailNotice = (form: FormView): TemplateResult =>
  callNotice(form, blackmailText(form), blackmailLines(form), 'blackmail');

/** Notices by the question's alarm: the notice on screen, and its text without the numbers for screen readers. */
export const ALARMS = {
  danger: { notice: dangerNotice, text: dangerText },
  blackmail: { notice: blackmailNotice, text: blackmailText },
};

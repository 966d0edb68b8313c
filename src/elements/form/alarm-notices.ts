// The notices that an answer of step 3 calls for: danger, blackmail.

import type { TemplateResult } from 'lit';
import type { Form } from './form-controller.ts';
import { callNotice, contactOf } from './notices.ts';
import { emergencyContacts } from './numbers.ts';

/** Whom to call, where an answer says that somebody is in danger now. */
export function dangerNotice(form: Form): TemplateResult {
  const isLifeAtRisk = form.draft.answers.category === 'suicide_incitement';
  const emergency = emergencyContacts(form, isLifeAtRisk).filter(({ isText }) => !isText);
  const lines = isLifeAtRisk ? contactOf(form, '3114') : [];
  return callNotice(form, form.text('notice.danger'), [...lines, ...emergency]);
}

/** What to do first against blackmail, and who helps. */
export function blackmailNotice(form: Form): TemplateResult {
  const lines = contactOf(form, '3018');
  const help = lines.length > 0 ? ` ${form.text('notice.blackmail.help')}` : '';
  return callNotice(form, `${form.text('notice.blackmail')}${help}`, lines);
}

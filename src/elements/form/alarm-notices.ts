// The notices that an answer of step 3 calls for: danger, blackmail.

import type { TemplateResult } from 'lit';
import { emergencyNumbers } from '../../core/emergency-numbers.ts';
import { helpLine } from '../../core/help-resources.ts';
import type { Form } from './form-controller.ts';
import { phoneIcon, phoneLink } from './links.ts';
import { emergency, plain, withLine } from './notices.ts';

/** Whom to call, where an answer says that somebody is in danger now. */
export function dangerNotice(form: Form): TemplateResult {
  const { country } = form.settings;
  const { second, medical } = emergencyNumbers(country);
  const line = helpLine('3114', country)?.number;
  return plain(
    form.draft.answers.category === 'suicide_incitement' && medical && second && line
      ? form.localize.parts('notice.danger.suicide', {
          number: phoneLink(form, line),
          first: phoneLink(form, medical),
          second: phoneLink(form, second),
        })
      : emergency(form, 'danger'),
    phoneIcon,
  );
}

/** What to do first against blackmail, and who helps. */
export const blackmailNotice = (form: Form): TemplateResult =>
  plain([form.text('notice.blackmail'), ' ', withLine(form, '3018', 'notice.blackmail.help')], phoneIcon);

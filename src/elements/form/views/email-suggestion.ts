// The address that was probably meant, where an e-mail address looks mistyped. Never an error.

import { html, type TemplateResult } from 'lit';
import { suggestEmail } from '../../../core/email-suggestion.ts';
import type { Form } from '../form-controller.ts';
import { privateText } from '../private-text.ts';

/** A suggestion, to be shown (but not while the field is being typed in) and said. */
export interface EmailSuggestion {
  readonly card: TemplateResult;
  readonly say: () => void;
}

/** What was probably meant by the address as it stands; nothing where it looks right. */
export function emailSuggestion(form: Form): EmailSuggestion | undefined {
  const email = suggestEmail(form.draft.answers.email);
  if (!email) return undefined;
  const sentence = form.localize.parts('s3.email.suggest', { email: privateText(email, 'ltr') });
  const use = (): void => {
    form.answer({ email });
    form.focusField('email');
  };
  return {
    card: html`<p class="suggestion">
      ${sentence}
      <button type="button" class="secondary" @click=${use}>${form.text('s3.email.use')}</button>
    </p>`,
    say: () => {
      form.status = sentence;
      form.host.requestUpdate();
    },
  };
}

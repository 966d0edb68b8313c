// The address that was probably meant, where an e-mail address looks mistyped: shown once the field is left, and held once
// before the step is. Never an error.

import { html, type TemplateResult } from 'lit';
import { suggestEmail } from '../../../core/draft/email-suggestion.ts';
import type { FormView } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';
import { keepButton, remarkCard } from '../../fields/remarks.ts';

/** What stands under the field of an address that looks mistyped. */
export interface EmailSuggestion {
  /** The question before « Continuer »; it is not seen while the field is being typed in. */
  readonly card: TemplateResult;
  /** The same question where it keeps the step for once; none where it does not. */
  readonly held: readonly TemplateResult[];
  /** Says it to those who do not see it. */
  readonly say: () => void;
}

/** What was probably meant by the address as it stands; nothing where it looks right. */
export function emailSuggestion(form: FormView): EmailSuggestion | undefined {
  const email = suggestEmail(form.draft.answers.email);
  if (!email) return undefined;
  const sentence = form.localize.parts('remark.email', { email: privateText(email, 'ltr') });
  const use = (): void => {
    form.answer({ email });
    form.show({});
    form.focusField('email');
  };
  const useButton = html`<button type="button" class="secondary" @click=${use}>
    ${form.text('s3.email.use')}
  </button>`;
  const held = form.remarks.filter(({ field }) => field === 'email');
  return {
    card: html`<div class="suggestion">
      <p>${sentence}</p>
      ${useButton}
    </div>`,
    held: held.map((remark, index) =>
      remarkCard(form, remark, index, {
        sentence,
        answer: html`${useButton} ${keepButton(form, remark)}`,
      }),
    ),
    say: () => {
      form.status.say(sentence);
      form.host.requestUpdate();
    },
  };
}

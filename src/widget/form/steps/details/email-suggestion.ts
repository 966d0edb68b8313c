// Suggests a correction if an e-mail address looks mistyped. It shows when the field is left, and holds the step once
// on « Continuer ». It is never an error.

import { html, type TemplateResult } from 'lit';
import { suggestEmail } from '../../../../core/draft/email-suggestion.ts';
import type { FormView } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';
import { fillParts } from '../../../../words/messages.ts';
import { keepButton, remarkCard } from '../../fields/remarks.ts';

/** The suggestion under the field of an address that looks mistyped. */
export interface EmailSuggestion {
  /** The question before « Continuer ». It is hidden while the reporter types in the field. */
  readonly card: TemplateResult;
  /** The question as a remark that holds the step once; empty if it does not hold it. */
  readonly held: readonly TemplateResult[];
  /** Announces the question to screen readers. */
  readonly say: () => void;
}

/** The suggestion for the current address; undefined if the address looks right. */
export function emailSuggestion(form: FormView): EmailSuggestion | undefined {
  const email = suggestEmail(form.draft.answers.email);
  if (!email) return undefined;
  const sentence = fillParts(form.text('remark.email'), { email: privateText(email, 'ltr') });
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

// Step 3: what one may add. Everything here can be left empty.

import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../../core/draft.ts';
import { asksRole, codePoints, MAX_DETAILS } from '../../../core/draft-rules.ts';
import { radioGroup, textField } from '../fields.ts';
import type { Form } from '../form-controller.ts';
import { continueButton, heading, type View } from './view.ts';

const ROLES: readonly Role[] = ['witness', 'target', 'other', 'none'];

/** The rest that may be typed is shown once three quarters are used. */
const COUNTED_FROM = MAX_DETAILS * 0.75;

function roleField(form: Form): TemplateResult {
  return radioGroup(form, {
    name: 'role',
    legend: form.text('s3.role'),
    options: ROLES.map((role) => ({ value: role, label: form.text(`s3.role.${role}`) })),
    value: form.draft.answers.role,
    choose: (value) => form.answer({ role: value as Role }),
  });
}

function counter(form: Form): TemplateResult | typeof nothing {
  const used = codePoints(form.draft.answers.details);
  if (used < COUNTED_FROM) return nothing;
  const text =
    used > MAX_DETAILS
      ? form.text('s3.details.over', { n: used - MAX_DETAILS })
      : form.text('s3.details.left', { n: MAX_DETAILS - used });
  return html`<p class=${used > MAX_DETAILS ? 'hint over' : 'hint'}>${text}</p>`;
}

function detailsField(form: Form): TemplateResult {
  return textField(form, {
    name: 'details',
    label: form.text('s3.details'),
    hint: form.text('s3.details.hint'),
    value: form.draft.answers.details,
    isLong: true,
    type: (details) => form.answer({ details }),
    after: counter(form),
  });
}

function replyFields(form: Form): TemplateResult {
  const { reply, email } = form.draft.answers;
  return html`${radioGroup(form, {
    name: 'reply',
    legend: form.text('s3.contact'),
    options: [
      { value: 'no', label: form.text('s3.contact.no') },
      { value: 'yes', label: form.text('s3.contact.yes') },
    ],
    value: reply,
    choose: (value) => form.answer({ reply: value === 'yes' ? 'yes' : 'no' }),
  })}
  ${
    reply === 'yes'
      ? textField(form, {
          name: 'email',
          label: form.text('s3.email'),
          hint: form.text('s3.email.hint'),
          value: email,
          inputMode: 'email',
          autocomplete: 'email',
          isRequired: true,
          isAddress: true,
          type: (typed) => form.answer({ email: typed }),
        })
      : nothing
  }`;
}

export function detailsView(form: Form): View {
  const title = form.text('s3.title');
  const { fields } = form.draft.settings;
  return {
    title,
    body: html`${heading(form, title)}
      <p class="intro" part="intro">${form.text('s3.intro')}</p>
      ${asksRole(form.draft) ? roleField(form) : nothing}
      ${fields.includes('details') ? detailsField(form) : nothing}
      ${fields.includes('reply') ? replyFields(form) : nothing}`,
    footer: continueButton(form),
  };
}

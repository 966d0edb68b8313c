// The optional details, which open from the review. Everything here can be left empty.

import { AGE_IN_FRANCE, HIGHEST_AGE } from '../../../../core/help/consent-age.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../../../core/draft/types.ts';
import { asksRole, isRoleImplied } from '../../../../core/draft/role.ts';
import { TEXT_LIMITS } from '../../../../core/report/limits.ts';
import type { MessageKey } from '../../../../words/messages.ts';
import { countedField } from '../../fields/counted-field.ts';
import { choiceGroup } from '../../fields/choice-group.ts';
import { textField } from '../../fields/text-field.ts';
import type { Answering, FormView, Texts } from '../../form-view.ts';
import { keyFor } from '../../help-need.ts';
import { questionFields } from './questions.ts';
import { emailSuggestion } from './email-suggestion.ts';
import { fold, openWhere } from '../fold.ts';
import { continueButton, heading } from '../view.ts';
import type { View } from '../../form-view.ts';

/** Without « je suis la personne visée »: the step « where » asks that. */
const ROLES: readonly Role[] = ['witness', 'other', 'none'];

/** The role of the reporter. */
const roleField = (form: Texts & Answering): TemplateResult =>
  choiceGroup(form, {
    name: 'role',
    legend: form.text('s3.role'),
    options: ROLES.map((role) => ({ value: role, label: form.text(`s3.role.${role}`) })),
    value: form.draft.answers.role,
    choose: (value) => form.answer({ role: value as Role }),
  });

export function detailsField(form: FormView): TemplateResult {
  const { category, details } = form.draft.answers;
  const isFolded = category === 'child_sexual_abuse';
  const own = form.text(`s3.details.hint.${category}` as MessageKey);
  const field = countedField(form, {
    name: 'details',
    label: form.text(isFolded ? 's3.details.folded' : 's3.details'),
    hint: own || form.text('s3.details.hint'),
    value: details,
    limit: TEXT_LIMITS.description,
    isLong: true,
    isProse: true,
    type: (typed) => form.keep({ details: typed }),
  });
  return isFolded
    ? html`<details ?open=${openWhere(form, /^details/, details !== '')}>
        <summary>${form.text('s3.details')}</summary>
        ${field}
      </details>`
    : field;
}

/** The questions, in a fold. It is open if one was answered. */
function questionsFold(form: FormView): TemplateResult {
  const isAnswered = Object.keys(form.draft.answers.questions).length > 0;
  const open = openWhere(form, /^questions/, isAnswered);
  return fold(form, 'questions', 'more.title', () => questionFields(form), open);
}

/** From which age children give an address on their own in the reporter's country. */
function ageToConsent(form: FormView): number {
  const country = (form.country ?? form.settings.country)?.toUpperCase();
  if (country === 'FR') return AGE_IN_FRANCE;
  return form.help?.abroad?.consentAge(country) ?? HIGHEST_AGE;
}

function emailField(form: FormView): TemplateResult {
  const suggestion = emailSuggestion(form);
  const leave = (): void => suggestion?.say();
  return html`<div @change=${leave}>
    ${textField(form, {
      name: 'email',
      label: form.text('s3.email'),
      hint: form.text(keyFor(form, 's3.email.hint'), { age: ageToConsent(form) }),
      value: form.draft.answers.email,
      inputMode: 'email',
      autocomplete: 'email',
      isRequired: true,
      isAddress: true,
      type: (email) => form.answer({ email }),
      ...(suggestion && {
        remarks: suggestion.held,
        after: suggestion.held.length > 0 ? nothing : suggestion.card,
      }),
    })}
  </div>`;
}

export function replyFields(form: FormView): TemplateResult {
  const { reply } = form.draft.answers;
  return html`${choiceGroup(form, {
    name: 'reply',
    legend: form.text('s3.contact'),
    options: [
      { value: 'no', label: form.text('s3.contact.no') },
      { value: 'yes', label: form.text('s3.contact.yes') },
    ],
    value: reply,
    choose: (value) =>
      value === 'yes' ? form.answer({ reply: 'yes' }, 'email') : form.answer({ reply: 'no' }),
  })}
  ${reply === 'yes' ? emailField(form) : nothing}`;
}

export function detailsView(form: FormView): View {
  const title = form.text('s3.title');
  const { fields } = form.draft.settings;
  const asksQuestions = fields.includes('questions');
  return {
    title,
    about: 'optional',
    body: html`${heading(form, title, 'optional')}
      <p class="intro" part="intro" id=${form.id('optional')}>${form.text('s3.intro')}</p>
      ${asksQuestions ? questionsFold(form) : nothing}
      ${asksRole(form.draft) && !isRoleImplied(form.draft) ? roleField(form) : nothing}
      ${fields.includes('details') ? detailsField(form) : nothing}
      ${fields.includes('reply') ? replyFields(form) : nothing}`,
    footer: continueButton(form),
  };
}

// Everything before the review on one page, for frequent reporters: the role, the category and the links in sight, all
// else in one fold. It explains nothing that they know.

import { html, nothing, type TemplateResult } from 'lit';
import { earlyQuestionsOf } from '../../../../core/draft/given-answers.ts';
import { OWN_REFERENCE } from '../../../../core/draft/question-table.ts';
import { isProfessional } from '../../../../core/draft/professional.ts';
import { asksRole } from '../../../../core/draft/role.ts';
import type { Role } from '../../../../core/draft/types.ts';
import { CATEGORIES } from '../../../../core/report/categories.ts';
import { choiceGroup } from '../../fields/choice-group.ts';
import { selectField } from '../../fields/select-field.ts';
import type { Answering, FormView, Texts, View } from '../../form-view.ts';
import { detailsField, replyFields } from '../details/details.ts';
import { ownReference, questionFields } from '../details/questions.ts';
import { fold, openWhere } from '../fold.ts';
import { noCopiesNotice, notice } from '../notices.ts';
import { threatenedDoor } from '../threatened.ts';
import { continueButton, heading, mainHeading } from '../view.ts';
import { emergencyNotice, privacyLine } from '../what.ts';
import { loginBox } from '../where/addresses.ts';
import { whereFields } from '../where/where.ts';

/** Those of professionals first. */
const ROLES: readonly Role[] = ['child_protection', 'professional', 'witness', 'target', 'other', 'none'];

/** An answer in full. Styles show it by its length and the width of the list, where the closed list may cut it. */
function inFull(answer: string): TemplateResult {
  const length =
    answer.length > 40 ? 'long' : answer.length > 30 ? 'middle' : answer.length > 20 ? 'short' : nothing;
  return html`<span class=${length}>${answer}</span>`;
}

function roleField(form: Texts & Answering): TemplateResult {
  const { role: chosen } = form.draft.answers;
  return selectField(form, {
    name: 'role',
    label: form.text('s3.role'),
    options: ROLES.map((role) => ({ value: role, label: form.text(`s3.role.${role}`) })),
    value: chosen,
    echo: inFull(form.text(chosen ? `s3.role.${chosen}` : 's2.kind.none')),
    choose: (value) => form.answer({ role: value as Role }),
  });
}

const categoryField = (form: FormView): TemplateResult =>
  choiceGroup(form, {
    name: 'category',
    legend: heading(form, form.text('s1.title')),
    // Nobody reports for their work and is threatened by it.
    intro: isProfessional(form.draft.answers.role) ? undefined : html`${threatenedDoor(form)}`,
    value: form.draft.answers.category,
    isRequired: true,
    options: form.settings.categories.map(({ id }) => ({
      value: id,
      label: form.languages?.pictured(`cat.${id}` as 'cat.unsure') ?? form.text(`cat.${id}` as 'cat.unsure'),
    })),
    choose: (value) => form.answer({ category: CATEGORIES.find(({ id }) => id === value)?.id ?? 'unsure' }),
  });

/**
 * The notice above the place. The person concerned gets that of the step « where ». A professional gets one about images
 * of children alone, which nobody may keep or pass on, and one about content that the hotline has not found.
 */
function noticeFor(form: FormView): TemplateResult | undefined {
  const { category, role } = form.draft.answers;
  if (role === 'target') return notice(form);
  return category === 'child_sexual_abuse' || form.later?.followUp?.isUnfound
    ? noCopiesNotice(form)
    : undefined;
}

/** The fields in the fold. */
const OPTIONAL = /^(?:questions\.(?!ownReference)|details|reply|email)/;

/** « Ajouter des précisions (facultatif) »: all that is optional but the role and the reference. */
function optionalFold(form: FormView): TemplateResult | typeof nothing {
  const { answers, settings } = form.draft;
  const asked = settings.fields.filter((field) => field !== 'role');
  const hasLink = answers.where === 'elsewhere';
  if (asked.length === 0 && !hasLink) return nothing;
  const inSight = [...earlyQuestionsOf(form.draft), OWN_REFERENCE].map(({ id }) => id);
  const isFilled =
    answers.login ||
    answers.details !== '' ||
    answers.reply !== undefined ||
    Object.keys(answers.questions).some((id) => !inSight.includes(id));
  return fold(
    form,
    'questions',
    's4.more',
    () =>
      html`${hasLink ? loginBox(form) : nothing}
      ${asked.includes('questions') ? questionFields(form) : nothing}
      ${asked.includes('details') ? detailsField(form) : nothing}
      ${asked.includes('reply') ? replyFields(form) : nothing}`,
    openWhere(form, OPTIONAL, isFilled),
  );
}

export function pageView(form: FormView): View {
  const title = form.text('page.title');
  return {
    title,
    about: 'page-intro',
    body: html`<div class="whole">
      ${mainHeading(form, title)}
      <slot name="brand"></slot>
      ${emergencyNotice(form)}
      <p class="intro" part="intro" id=${form.id('page-intro')}>${form.text('page.intro')}</p>
      ${asksRole(form.draft) ? roleField(form) : nothing} ${categoryField(form)}
      ${whereFields(form, form.text('s2.title'), noticeFor(form))} ${ownReference(form)} ${optionalFold(form)}
      ${privacyLine(form)}
      <slot name="footer-note"></slot>
    </div>`,
    footer: continueButton(form),
  };
}

// Step 2: where the content is. At one or more addresses, somewhere that has none, or on this page.

import { html, nothing, type TemplateResult } from 'lit';
import { pageAddress } from '../../../../core/address/page-address.ts';
import { pageOf } from '../../../../core/draft/draft.ts';
import type { Answers } from '../../../../core/draft/types.ts';
import { isThreatened } from '../../../../core/draft/threatened.ts';
import { choiceGroup, type Option } from '../../fields/choice-group.ts';
import type { Answering, FormView, Texts } from '../../form-view.ts';
import { privateText } from '../../fields/private-text.ts';
import { notice, noticeNames, STEP_NOTICE } from '../notices.ts';
import { addressFields } from './addresses.ts';
import { earlyQuestions } from '../details/questions.ts';
import { doorsFold } from '../folds.ts';
import { placeFields } from './place.ts';
import { continueButton, heading } from '../view.ts';
import type { View } from '../../form-view.ts';

/** Value for the page where « Sur cette page » was answered, if that page is not the current one. */
const EARLIER = 'earlier';

/** The current page and, if the answer refers to an earlier page, that page too, each with its address. */
function pages(form: Texts & Answering): (Option | undefined)[] {
  const { draft } = form;
  const earlier = pageAddress(draft.earlierPage ?? '');
  const page = pageAddress(pageOf(draft.settings));
  const option = (value: string, label: string, address: string): Option | undefined =>
    address ? { value, label, hint: privateText(address, 'ltr') } : undefined;
  return [
    option(EARLIER, form.text('s2.here.earlier'), earlier === page ? '' : earlier),
    option('here', form.text('s2.here'), page),
  ];
}

/** The place of the content, then the questions that cannot wait. @param intro what stands above the choices */
export function whereFields(
  form: FormView,
  title: string,
  intro: TemplateResult | undefined,
): TemplateResult {
  // Blackmail comes by message, and an answer to the hotline comes from any page: no hurried hand is to send this one.
  const isElsewhere = isThreatened(form.draft.answers) || form.later?.followUp?.isUnfound;
  const { earlierPage } = form.draft;
  const { where, page } = form.draft.answers;
  const isEarlier =
    where === 'here' &&
    page === earlierPage &&
    pageAddress(page ?? '') !== pageAddress(pageOf(form.draft.settings));
  const without = { value: 'none', label: form.text('s2.none') };
  const linked = { value: 'elsewhere', label: form.text('s2.else') };
  const others = isElsewhere ? [without, linked] : [linked, without];
  // Only a page that has content of its visitors is likelier than any other place: people took it for a way on.
  const isPageFirst = form.draft.settings.pageContext === 'here' && !isElsewhere;
  const options = isPageFirst ? [...pages(form), ...others] : [...others, ...pages(form)];
  return html`${choiceGroup(form, {
    name: 'where',
    legend: heading(form, title, ...noticeNames(form)),
    intro,
    options,
    value: isEarlier ? EARLIER : where,
    isRequired: true,
    choose: (value) => {
      if (value === EARLIER) form.answer({ where: 'here', page: earlierPage ?? '' });
      else
        form.answer(
          { where: value as NonNullable<Answers['where']> },
          { elsewhere: 'addresses.0', none: 'service' }[value],
        );
    },
  })}
  ${where === 'elsewhere' ? addressFields(form) : nothing} ${where === 'none' ? placeFields(form) : nothing}
  ${earlyQuestions(form)}`;
}

export function whereView(form: FormView): View {
  const { answers } = form.draft;
  const title = form.text(isThreatened(answers) ? 's2.title.threatened' : 's2.title');
  return {
    title,
    about: STEP_NOTICE,
    body: html`${whereFields(form, title, notice(form))}
    ${answers.category === 'unsure' ? doorsFold(form) : nothing}`,
    footer: continueButton(form),
  };
}

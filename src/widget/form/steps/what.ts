// Step 1: the kind of content. The emergency line, the nine categories, and the folds of the later part.

import { html, nothing, type TemplateResult } from 'lit';
import { CATEGORIES } from '../../../core/report/categories.ts';
import { choiceGroup } from '../fields/choice-group.ts';
import type { FormView, Texts } from '../form-view.ts';
import { outsideLink } from '../links.ts';
import { emergencyLine } from './numbers.ts';
import { threatenedDoor } from './threatened.ts';
import { continueButton, heading } from './view.ts';
import type { View } from '../form-view.ts';

/** « Danger immédiat ? », directly under the title of the first step, or of the one-page form. */
export const emergencyNotice = (form: Texts): TemplateResult =>
  html`<div class="emergency first" part="notice">${emergencyLine(form)}</div>`;

/** Where the report goes, unless the header says it well enough, and a link to the hotline's privacy notice. */
export function privacyLine(form: Texts): TemplateResult | typeof nothing {
  const { hotline, site, privacyText, privacyUrl } = form.settings;
  if (!privacyText && !privacyUrl) return nothing;
  return html`<p class="small">
    ${privacyText ? form.text(privacyText, { hotline, site }) : nothing}
    ${privacyUrl ? outsideLink(form, privacyUrl, form.text('s1.privacy.link')) : nothing}
  </p>`;
}

export function whatView(form: FormView): View {
  const title = form.text('s1.title');
  const choose = (value: string): void =>
    form.answer({ category: CATEGORIES.find(({ id }) => id === value)?.id ?? 'unsure' });
  return {
    title,
    about: 'intro',
    body: html`<slot name="brand"></slot>
      ${choiceGroup(form, {
        name: 'category',
        describedBy: 'intro',
        legend: heading(form, title),
        intro: html`${emergencyNotice(form)}
          <p class="intro" part="intro" id=${form.id('intro')}>
            ${form.text('s1.intro', { hotline: form.settings.hotline })}
          </p>
          ${threatenedDoor(form)}`,
        value: form.draft.answers.category,
        isRequired: true,
        options: form.settings.categories.map(({ id }) => {
          const key = `cat.${id}` as 'cat.unsure';
          return {
            value: id,
            label: form.languages?.pictured(key) ?? form.text(key),
            hint: form.text(`cat.${id}.hint` as 'cat.procuring.hint', { hotline: form.settings.hotline }),
            ...(id === 'unsure' && { before: form.text('cat.or') }),
          };
        }),
        choose,
      })}
      ${privacyLine(form)} ${form.later?.folds(form)}
      <slot name="footer-note"></slot>`,
    footer: continueButton(form),
  };
}

// Steps 1 to 3 on one page, for frequent reporters: the role first, then the steps in their usual order.

import { html } from 'lit';
import type { FormView } from '../form-view.ts';
import { detailsView, roleField } from './details/details.ts';
import { continueButton, mainHeading } from './view.ts';
import type { View } from '../form-view.ts';
import { emergencyNotice, whatView } from './what.ts';
import { whereView } from './where/where.ts';

export function pageView(form: FormView): View {
  const title = form.text('page.title');
  return {
    title,
    about: 'page-intro',
    body: html`${mainHeading(form, title)} ${emergencyNotice(form)}
      <p class="intro" part="intro" id=${form.id('page-intro')}>${form.text('page.intro')}</p>
      ${roleField(form)} ${whatView(form, true).body} ${whereView(form).body} ${detailsView(form).body}`,
    footer: continueButton(form),
  };
}

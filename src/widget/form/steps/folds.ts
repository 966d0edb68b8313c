// The folds below the first step: help abroad, what « Quitter vite » does, why to report, other services.

import { html, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.ts';
import { countryFold } from './country.ts';
import { fold } from './fold.ts';
import { aimDoors } from './aim-doors.ts';
import { helpList } from './help-panel.ts';
import { opened } from './opened.ts';

/** « Quelqu’un peut voir votre écran ? » */
const exitFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'about-exit',
    'exit.about.summary',
    () => html`<p>${form.text('exit.about.body', { site: form.text(form.settings.exitText) })}</p>`,
  );

/** « Pourquoi signaler, et ensuite ? » */
const whyFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'why',
    'why.summary',
    () =>
      html`<p>${form.text('why.why')}</p>
        <p>${form.text('why.how')}</p>`,
  );

/** « Autre pays, outre-mer ? » on the first step: the list of countries, and the help in the chosen one. */
const abroadFold = (form: FormView): TemplateResult => countryFold(form, () => helpList(form));

/** Other ways than a report: other services in countries that have them, and the aims. */
export const doorsFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'doors',
    'door.summary',
    () => html`${opened(form, ({ otherDoors }) => otherDoors(form))} ${aimDoors(form)}`,
  );

/** All of them, in order. */
export const folds = (form: FormView): TemplateResult =>
  html`${abroadFold(form)} ${exitFold(form)} ${whyFold(form)} ${doorsFold(form)}
  ${form.later?.followUp?.door(form)}`;

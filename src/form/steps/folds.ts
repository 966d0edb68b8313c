// The folds below the first step: help abroad, what « Quitter vite » does, why to report, other services.

import { html, nothing, type TemplateResult } from 'lit';
import { doorsOf } from '../../core/help/other-doors.ts';
import type { FormView } from '../form-view.ts';
import { countryFold } from './country.ts';
import { otherDoors } from './doors.ts';
import { fold } from './fold.ts';
import { aimDoors } from './aim-doors.ts';
import { helpList } from './help-panel.ts';

/** « Quelqu’un peut voir votre écran ? » */
export const exitFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'about-exit',
    'exit.about.summary',
    () => html`<p>${form.text('exit.about.body', { site: form.text(form.settings.exitText) })}</p>`,
  );

/** « Pourquoi signaler, et ensuite ? » */
export const whyFold = (form: FormView): TemplateResult =>
  fold(
    form,
    'why',
    'why.summary',
    () =>
      html`<p>${form.text('why.why')}</p>
        <p>${form.text('why.how')}</p>`,
  );

/** « Autre pays, outre-mer ? » on the first step: the list of countries, and the help in the chosen one. */
export const abroadFold = (form: FormView): TemplateResult => countryFold(form, () => helpList(form));

/** Other ways than a report: the aims, and other services in countries that have them. */
export const doorsFold = (form: FormView): TemplateResult =>
  fold(form, 'doors', 'door.summary', () => {
    const doors = doorsOf(form.settings.country);
    return html`${aimDoors(form)} ${doors.length > 0 ? otherDoors(form, doors) : nothing}`;
  });

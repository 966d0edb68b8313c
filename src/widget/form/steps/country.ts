// « Autre pays, outre-mer ? »: a fold with the choice of a country, which help lines and numbers follow.

import { html, nothing, type TemplateResult } from 'lit';
import { quietButton } from '../fields/buttons.ts';
import type { FormView } from '../form-view.ts';
import { fold } from './fold.ts';

/** @param list renders the help of the country under the choice, if the view does not show it elsewhere */
export function countryFold(form: FormView, list?: () => TemplateResult): TemplateResult {
  const { help } = form;
  // The countries load for those who open the fold.
  if (form.unfolded.has('country') && help?.abroad === undefined) void help?.load();
  return fold(form, 'country', 'country.summary', () => {
    if (help?.abroad) return html`${help.abroad.countryField(form)} ${form.country ? list?.() : nothing}`;
    const again = form.text(help?.abroad === null ? 'err.retry' : 'exit.loading');
    return html`${quietButton('retry', again, () => void help?.load())}`;
  });
}

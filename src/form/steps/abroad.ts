// Help in another country than the page's: the list of countries, and their lines.

import { html, type TemplateResult } from 'lit';
import { COUNTRY_CODES } from '../../core/help/abroad.ts';
import { countryName } from '../../i18n/country-name.ts';
import type { FormView } from '../form-view.ts';

export { linesOf } from '../../core/help/abroad.ts';

/** Stands for all countries that are not listed. No country has this code. */
const OTHER = 'ZZ';

/** The countries by name, as the language sorts them. The last entry stands for all others. */
export function countryField(form: FormView): TemplateResult {
  const { locale } = form.localize;
  const countries = COUNTRY_CODES.map((code) => ({ code, name: countryName(locale, code) })).toSorted(
    (one, other) => one.name.localeCompare(other.name, locale.tag),
  );
  // A country that is not listed is another one: the browser would show the first of the list for it.
  const set = form.settings.country?.toUpperCase() ?? '';
  const current = COUNTRY_CODES.includes(set) ? set : OTHER;
  const choose = ({ target }: Event): void => form.chooseCountry((target as HTMLSelectElement).value);
  return html`<div class="field">
    <label part="label" for=${form.id('country')}>${form.text('country.label')}</label>
    <p class="hint" part="hint" id=${form.id('country-hint')}>${form.text('country.hint')}</p>
    <select
      part="input"
      id=${form.id('country')}
      aria-describedby=${form.id('country-hint')}
      autocomplete="off"
      @change=${choose}
    >
      ${[...countries, { code: OTHER, name: form.text('country.other') }].map(
        ({ code, name }) => html`<option value=${code} .selected=${code === current}>${name}</option>`,
      )}
    </select>
  </div>`;
}

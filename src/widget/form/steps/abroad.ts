// Help in another country than France: the list of countries, their lines, and the hours on the clocks of its territories.

import { html, type TemplateResult } from 'lit';
import { COUNTRY_CODES } from '../../../core/help/abroad.ts';
import { PARIS } from '../../../core/help/lines.ts';
import type { Hours } from '../../../core/help/opening-hours.ts';
import { hoursIn } from '../../../core/help/other-clock.ts';
import { zoneOverseas } from '../../../core/help/overseas.ts';
import { countryName } from '../../../words/country-name.ts';
import { answerIn } from '../fields/control.ts';
import type { FormView, HoursForm } from '../form-view.ts';

export { linesOf } from '../../../core/help/abroad.ts';
export { consentAge } from '../../../core/help/consent-age-abroad.ts';

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
  const choose = (event: Event): void => form.chooseCountry(answerIn(event));
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
        ({ code, name }) =>
          html`<option value=${form.id(`country-${code}`)} .answer=${code} .selected=${code === current}>
            ${name}
          </option>`,
      )}
    </select>
  </div>`;
}

/**
 * The hours of a line on the clock of a French territory, with its name: « (heure locale : La Réunion) ». If the device
 * does not know the zone of the territory, they stay on the clock of Paris, and say so.
 */
export function inPlace(
  form: Pick<HoursForm, 'text' | 'localize' | 'settings'>,
  hours: Hours,
  zone: string | undefined,
): readonly [hours: Hours, clock: string] | undefined {
  const country = form.settings.country?.toUpperCase() ?? '';
  const place = zoneOverseas(country);
  if (!place || !zone || place === zone) return undefined;
  const local = hoursIn(place, hours, Date.now(), zone);
  if (local)
    return [local, ` ${form.text('help.local', { place: countryName(form.localize.locale, country) })}`];
  return zone === PARIS ? [hours, ` ${form.text('help.paris')}`] : undefined;
}

// The choice of a language, if the page offers several (`languages`).

import { html, nothing, type TemplateResult } from 'lit';
import { inTime } from '../widget/arrival.ts';
import { icon } from '../widget/icons.ts';
import type { Locale } from '../i18n/locale.ts';
import { localeAt, localeOf } from '../i18n/locales.ts';
import { ownName } from '../i18n/names.ts';
import { adoptFormStyles } from './form.styles.ts';
import type { FormView } from './form-view.ts';
import { languageStyles } from './languages.styles.ts';
import { said } from './steps/view.ts';

/** As many languages stand side by side on the first step. More would push the question out of sight on a phone. */
const IN_SIGHT = 6;

/** Id of the message that a language did not load. */
const PLACE = 'languages';

const globeIcon = icon(
  'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0h18 M12 3c3 2.5 3.6 5.6 3.6 9s-.6 6.5-3.6 9c-3-2.5-3.6-5.6-3.6-9s.6-6.5 3.6-9',
);

/** The choice of a language in one form. */
export class Languages {
  #form: FormView;
  /** The language that was chosen and has not loaded yet. */
  #waitsFor: Locale | undefined;

  constructor(form: FormView) {
    this.#form = form;
    adoptFormStyles(form.host, [languageStyles]);
  }

  /**
   * The languages in their own names: all on the first step, if they are few; behind a fold on the later steps. Nothing
   * if there is only one.
   */
  render(): TemplateResult | typeof nothing {
    const form = this.#form;
    const offered = this.#offered();
    if (offered.length < 2) return nothing;
    const isOpen =
      form.draft.step === form.steps[0] && form.screen.kind === 'step' && offered.length <= IN_SIGHT;
    const list = html`<ul role="list" class="languages" aria-label=${form.text('language.label')}>
        ${offered.map((locale) => html`<li>${this.#choice(locale)}</li>`)}
      </ul>
      ${said(form, PLACE)}`;
    return isOpen
      ? list
      : html`<details class="languages-fold">
          <summary>
            <span class="unseen">${form.text('language.label')} </span>${globeIcon}<span
              >${ownName(form.localize.locale)}</span
            >
          </summary>
          ${list}
        </details>`;
  }

  /** The languages of the attribute that are on the page, in its order, and the page's own, to which one can return. */
  #offered(): readonly Locale[] {
    const { host } = this.#form;
    const named = host.getAttribute('languages')?.split(/[\s,]+/) ?? [];
    const known = new Set(named.flatMap((tag) => localeOf(tag) ?? []));
    return known.size > 0 ? [...known.add(localeAt(host))] : [];
  }

  #choice(locale: Locale): TemplateResult {
    const { tag, dir } = locale;
    const isShown = locale === this.#form.localize.locale;
    const choose = (): void => void this.#choose(locale);
    return html`<button
      type="button"
      class="quiet language"
      lang=${tag}
      dir=${dir ?? 'ltr'}
      aria-current=${isShown ? 'true' : nothing}
      aria-busy=${locale === this.#waitsFor ? 'true' : nothing}
      @click=${choose}
    >
      ${ownName(locale)}
    </button>`;
  }

  async #choose(locale: Locale): Promise<void> {
    const form = this.#form;
    const fold = form.host.renderRoot.querySelector<HTMLDetailsElement>('.languages-fold');
    this.#waitsFor = form.localize.chosen = locale;
    form.host.requestUpdate();
    const hasFailed = await inTime(form.localize.load()).then(
      () => false,
      () => true,
    );
    // A later choice has taken over.
    if (this.#waitsFor !== locale) return;
    this.#waitsFor = undefined;
    const { locale: shown, chosen } = form.localize;
    // The form was closed or wiped meanwhile, and focus is elsewhere.
    if (chosen !== locale) return form.host.requestUpdate();
    // Back to the language that is shown, not to an earlier choice that has not loaded either.
    if (hasFailed) form.localize.chosen = shown === localeAt(form.host) ? undefined : shown;
    // Errors and remarks stay, in the new language; messages were said in the old one.
    const { errors, remarks } = form;
    form.status.say('');
    if (hasFailed) return form.show({ errors, remarks, alert: 'language.failed', saidAt: PLACE });
    if (fold) fold.open = false;
    form.show({ errors, remarks, focus: 'h2' });
  }
}

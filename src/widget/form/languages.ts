// The choice of a language, if the page offers several (`languages`) or the easy version of one (`easy`).

import { html, nothing, type TemplateResult } from 'lit';
import { isOn } from '../attributes/values.ts';
import { inTime } from '../shared/arrival.ts';
import { icon } from '../shared/icons.ts';
import { includeEasy } from '../../words/include-easy.ts';
import { EASY } from '../../words/easy.ts';
import type { Locale } from '../../words/locale.ts';
import { localeAt, localeOf } from '../../words/locales.ts';
import type { MessageKey } from '../../words/messages.ts';
import type { Pictures } from '../../words/pictures.ts';
import { ownName } from '../../words/names.ts';
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

/** Whether a language is an easy one. */
const isEasy = ({ tag }: Pick<Locale, 'tag'>): boolean => tag.endsWith('-simple');

/** Whether a language is on the page. `localeOf` gives French for an easy French that is not. */
const isThere = (tag: string): boolean => localeOf(tag)?.tag === tag;

/** The easy version of a language, whose file loads once it is chosen. Undefined if it has none, or it cannot come. */
function easyVersion({ tag: base, launcher }: Locale): Locale | undefined {
  const easy = Object.hasOwn(EASY, base) ? EASY[base as keyof typeof EASY] : undefined;
  if (!easy || isThere(easy.tag)) return easy && localeOf(easy.tag);
  return (
    includeEasy && {
      ...easy,
      launcher,
      form: async () => {
        await includeEasy?.(easy.tag);
        const there = localeOf(easy.tag)!;
        const { first, ...others } = await there.form();
        return { ...others, first: { ...there.launcher, ...first } };
      },
    }
  );
}

/** The choice of a language in one form, and the pictograms of an easy one. */
export class Languages {
  #form: FormView;
  #pictures: Pictures | undefined;
  /** Settles once they have arrived, or have failed to. */
  #arrival: Promise<void> | undefined;
  /** The language that was chosen and has not loaded yet. */
  #waitsFor: Locale | undefined;

  constructor(form: FormView) {
    this.#form = form;
    adoptFormStyles(form.host, [languageStyles]);
    if (form.host.practice) void this.#loadForPractice();
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

  /** A string with its pictogram, if the language is an easy one and has one for it. */
  pictured(key: MessageKey): TemplateResult | undefined {
    if (!isEasy(this.#form.localize)) return undefined;
    // The page speaks it: nobody has chosen it.
    if (!this.#pictures) void this.#loadPictures();
    const path = this.#pictures?.[key];
    return path === undefined ? undefined : html`${icon(path, 'pictogram')}${this.#form.text(key)}`;
  }

  /**
   * The languages of the attribute that are on the page, in its order, and the page's own, to which one can return.
   * After French and English, their easy versions, if the page offers them.
   */
  #offered(): readonly Locale[] {
    const { host } = this.#form;
    const named = host.getAttribute('languages')?.split(/[\s,]+/) ?? [];
    const known = new Set(named.flatMap((tag) => localeOf(tag) ?? []));
    const hasEasy = isOn(host.getAttribute('easy'));
    if (known.size > 0 || hasEasy) known.add(localeAt(host));
    const offered = new Map<string, Locale>();
    for (const locale of known) {
      offered.set(locale.tag, locale);
      const easy = hasEasy && easyVersion(locale);
      if (easy) offered.set(easy.tag, easy);
    }
    return [...offered.values()];
  }

  #choice(locale: Locale): TemplateResult {
    const { tag, dir } = locale;
    const isShown = tag === this.#form.localize.tag;
    const choose = (): void => void this.#choose(locale);
    return html`<button
      type="button"
      class="quiet language"
      lang=${tag}
      dir=${dir ?? 'ltr'}
      aria-current=${isShown ? 'true' : nothing}
      aria-busy=${tag === this.#waitsFor?.tag ? 'true' : nothing}
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
    const hasFailed = await inTime(this.#load(locale)).then(
      () => false,
      () => true,
    );
    // A later choice has taken over.
    if (this.#waitsFor !== locale) return;
    this.#waitsFor = undefined;
    const { locale: shown, chosen } = form.localize;
    // The form was closed or wiped meanwhile, and focus is elsewhere.
    if (chosen?.tag !== locale.tag) return form.host.requestUpdate();
    // Back to the language that is shown, not to an earlier choice that has not loaded either.
    if (hasFailed) form.localize.chosen = shown === localeAt(form.host) ? undefined : shown;
    // Errors and remarks stay, in the new language; messages were said in the old one.
    const { errors, remarks } = form;
    form.status.say('');
    if (hasFailed) return form.show({ errors, remarks, alert: 'language.failed', saidAt: PLACE });
    if (fold) fold.open = false;
    form.show({ errors, remarks, focus: 'h2' });
  }

  /** A group that trains may have no network later. What does not come now is asked for again when it is chosen. */
  async #loadForPractice(): Promise<void> {
    const easy = this.#offered().filter(isEasy);
    if (easy.length === 0) return;
    const whole = easy.map(async ({ form }) => {
      const { later, extra } = await form();
      await Promise.all([later(), extra?.()]);
    });
    await Promise.allSettled([this.#loadPictures(), ...whole]);
  }

  /** Loads the pictograms. Without them, easy words stand alone. */
  #loadPictures(): Promise<void> {
    this.#arrival ??= import('../../words/pictures.ts').then(
      ({ PICTURES }) => {
        this.#pictures = PICTURES;
        this.#form.host.requestUpdate();
      },
      () => {},
    );
    return this.#arrival;
  }

  /** Shows the chosen language; from the registry, once an easy one has added itself. */
  async #load(locale: Locale): Promise<void> {
    const { localize } = this.#form;
    // Words do not wait for pictograms.
    if (isEasy(locale)) void this.#loadPictures();
    await localize.load();
    const there = localeOf(locale.tag);
    if (localize.chosen !== locale || !there || there === locale) return;
    localize.chosen = there;
    await localize.load();
  }
}

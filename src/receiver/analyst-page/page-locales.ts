// The analyst's page by language: the words of its script, of a report, and of the form.
import en from '../../words/locales/en.json' with { type: 'json' };
import fr from '../../words/locales/fr.json' with { type: 'json' };
import type { TextSource } from '../../core/draft/answer-words.ts';
import { FOLLOW_UP_STATES } from '../../core/follow-up/answer.ts';
import { NO_PROVIDER, NOTICE_ACTIONS } from '../figures/decisions.ts';
import { enPageWords } from './page-words-en.ts';
import { frPageWords } from './page-words-fr.ts';
import { ACTION_ORDER, type AnalystWords, type PageLocale } from './page-words.ts';
import { enReportWords } from './report-words-en.ts';
import { frReportWords } from './report-words-fr.ts';
import type { ReportWords } from './report-words.ts';
import type { ActionWords, PageWords } from './script/types.ts';

/** All words of one language. */
export interface LocaleWords {
  readonly page: AnalystWords;
  readonly report: ReportWords;
  /** The words of the form, as the reporter read them. */
  readonly form: TextSource;
  /** Names of languages and countries by their codes; a code that has none stays. */
  readonly names: Readonly<Record<'language' | 'country', (code: string) => string>>;
}

const sourceOf = (strings: Readonly<Record<string, string>>): TextSource => ({
  text: (key) => strings[key] ?? '',
});

function namesIn(locale: PageLocale): LocaleWords['names'] {
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const nameIn =
    (names: Intl.DisplayNames) =>
    (code: string): string => {
      try {
        return names.of(code) ?? code;
      } catch (error) {
        // The code has the form that the schema asks for, and is none all the same: `fr-FR-FR`.
        if (error instanceof RangeError) return code;
        throw error;
      }
    };
  return { language: nameIn(languages), country: nameIn(countries) };
}

/** The words of each language. */
export const LOCALES: Readonly<Record<PageLocale, LocaleWords>> = {
  fr: { page: frPageWords, report: frReportWords, form: sourceOf(fr), names: namesIn('fr') },
  en: { page: enPageWords, report: enReportWords, form: sourceOf(en), names: namesIn('en') },
};

/**
 * The words of the page's script.
 * @param hotline its name in the sentences that reporters read
 */
export function scriptWords(locale: PageLocale, hotline = LOCALES[locale].page.us): PageWords {
  const { page, form } = LOCALES[locale];
  return {
    ...page.script,
    actions: Object.fromEntries(
      ACTION_ORDER.map((action) => [action, actionWords(action, page.decisions[action])]),
    ),
    states: Object.fromEntries(
      FOLLOW_UP_STATES.map((state) => [state, form.text(`follow.${state}`).replace('{hotline}', hotline)]),
    ),
    noProvider: NO_PROVIDER.source,
  };
}

const actionWords = (
  action: (typeof ACTION_ORDER)[number],
  words: Pick<ActionWords, 'word' | 'label'>,
): ActionWords => ({
  ...words,
  ...((NOTICE_ACTIONS as readonly string[]).includes(action) && { isNotice: true }),
  ...(action === 'unknown' && { needsProvider: true }),
});

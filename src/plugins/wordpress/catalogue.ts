// The choices of the plugin's settings, taken from the widget's own sources.
import { CATEGORIES } from '../../core/report/categories.ts';
import en from '../../i18n/locales/en.json' with { type: 'json' };
import fr from '../../i18n/locales/fr.json' with { type: 'json' };
import { PRESETS } from '../../theme/presets.ts';
import { LANGUAGES, type Language } from '../cms/languages.ts';

/** The format that `includes/catalogue.php` reads. */
export interface Catalogue {
  /** Names by identifier, in the order of the form. */
  readonly categories: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
  readonly themes: readonly string[];
  /** By tag. */
  readonly languages: Readonly<Record<string, Omit<Language, 'tag' | 'dir'>>>;
}

export const catalogue = (): Catalogue => ({
  categories: Object.fromEntries(
    CATEGORIES.map(({ id }) => [id, { fr: fr[`cat.${id}`], en: en[`cat.${id}`] }]),
  ),
  themes: ['signal', ...Object.keys(PRESETS)],
  languages: Object.fromEntries(LANGUAGES.map(({ tag, dir: _, ...language }) => [tag, language])),
});

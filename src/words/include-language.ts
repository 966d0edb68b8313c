// Adds a further language by its tag, from its source. In a build, each language is a file of its own, which adds
// itself, and this one only loads them (.build/language-files.ts).

import { FURTHER, type FurtherLanguage } from './languages.ts';
import type { ExtraMessages, FirstMessages, LaterMessages, LauncherMessages } from './messages.ts';
import irish from './names/ga.json' with { type: 'json' };
import maltese from './names/mt.json' with { type: 'json' };
import { ownNames, type Words } from './own-names.ts';
import { partOf } from './parts.ts';
import { registerLocale } from './register-locale.ts';

/** Names of days, months and countries in languages of which browsers may have no data. */
const NAMES: { readonly [Tag in FurtherLanguage]?: Words } = { ga: irish, mt: maltese };

/** Adds a language, as its file does for a page that includes it. */
export async function includeLanguage(tag: FurtherLanguage): Promise<void> {
  const { default: texts } = (await import(`./locales/${tag}.json`, { with: { type: 'json' } })) as {
    readonly default: Readonly<Record<string, string>>;
  };
  const first = partOf(texts, 'first') as FirstMessages;
  const later = partOf(texts, 'later') as LaterMessages;
  const extra = partOf(texts, 'extra') as ExtraMessages;
  const words = NAMES[tag];
  registerLocale({
    tag,
    ...FURTHER[tag],
    ...(words && { names: ownNames(tag, words) }),
    launcher: partOf(texts, 'launcher') as LauncherMessages,
    form: async () => ({ first, later: async () => later, extra: async () => extra }),
  });
}

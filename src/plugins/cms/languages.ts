// The languages of the widget as data, from its own sources: for plugins, the configurator and the site.
import { readFileSync } from 'node:fs';
import { ENGLISH, FRENCH, FURTHER, FURTHER_LANGUAGES, type WithoutStrings } from '../../words/languages.ts';
import type { FallbackMessages, LauncherMessages } from '../../words/messages.ts';
import { ownName } from '../../words/names.ts';

/** One language. */
export interface Language {
  /** Language tag, such as `de`. */
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whether no native speaker has read all of its strings yet. */
  readonly isDraft: boolean;
  /** Whether the widget has it without a file of its own. */
  readonly isBuiltIn: boolean;
  /** The link to the hotline's own form, if the hotline has no name. */
  readonly report: string;
  /** The same with `{hotline}` in it. */
  readonly reportTo: string;
}

function read(language: WithoutStrings): Language {
  const { tag, dir = 'ltr', isDraft = false } = language;
  const file = new URL(`../../words/locales/${tag}.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as LauncherMessages & FallbackMessages;
  return {
    tag,
    name: ownName(language),
    dir,
    isDraft,
    isBuiltIn: !Object.hasOwn(FURTHER, tag),
    report: texts['launcher.context'],
    reportTo: texts['launcher.fallback'],
  };
}

/** All of them: those that the widget has first, then the others by tag. */
export const LANGUAGES: readonly Language[] = [
  FRENCH,
  ENGLISH,
  ...FURTHER_LANGUAGES.map((tag) => ({ tag, ...FURTHER[tag] })),
].map(read);

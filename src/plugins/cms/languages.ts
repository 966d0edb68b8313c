// The languages of the widget as data, from its own sources: what a plugin, the configurator and the site say of each.
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LauncherMessages } from '../../i18n/messages.ts';
import { localeOf } from '../../i18n/locales.ts';
import { ownName } from '../../i18n/names.ts';

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
  /** The link to the hotline's own form, where the hotline has no name. */
  readonly report: string;
  /** The same with `{hotline}` in it. */
  readonly reportTo: string;
}

interface LauncherFile {
  readonly launcher: LauncherMessages;
  readonly fallback: { readonly 'launcher.fallback': string };
}

const LOCALES = new URL('../../i18n/locales/', import.meta.url);
const BUILT_IN = ['fr', 'en'];

const folders = globSync('*/launcher.ts', { cwd: fileURLToPath(LOCALES) }).map((file) =>
  basename(dirname(file)),
);

async function read(tag: string): Promise<Language> {
  const isBuiltIn = BUILT_IN.includes(tag);
  // Registers the language.
  if (!isBuiltIn) await import(new URL(`${tag}/index.ts`, LOCALES).href);
  const { launcher, fallback } = (await import(new URL(`${tag}/launcher.ts`, LOCALES).href)) as LauncherFile;
  const locale = localeOf(tag)!;
  return {
    tag,
    name: ownName(locale),
    dir: locale.dir ?? 'ltr',
    isDraft: locale.isDraft ?? false,
    isBuiltIn,
    report: launcher['launcher.context'],
    reportTo: fallback['launcher.fallback'],
  };
}

/** All of them: those that the widget has first, then the others by tag. */
export const LANGUAGES: readonly Language[] = await Promise.all(
  [...BUILT_IN, ...folders.filter((tag) => !BUILT_IN.includes(tag)).toSorted()].map(read),
);

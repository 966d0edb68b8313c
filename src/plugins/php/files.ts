// What the widget in PHP is made of: `widget.php` as it stands here, and what is taken from the widget's own sources and
// build (languages, words of attributes, versions of files).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOOKS, THEMES } from '../../widget/attributes/looks.ts';
import { WORDS } from '../../widget/attributes/settings.ts';
import { CATEGORIES } from '../../core/report/categories.ts';
import en from '../../words/locales/en.json' with { type: 'json' };
import fr from '../../words/locales/fr.json' with { type: 'json' };
import { VERSION } from '../../core/version.ts';
import { LANGUAGES } from '../cms/languages.ts';
import { readAsset, widgetAssets } from '../cms/package-assets.ts';

/** A value that PHP can write down. */
type Value = string | boolean | readonly Value[] | { readonly [key: string]: Value };

function php(value: Value): string {
  if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&')}'`;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(php).join(', ')}]`;
  return `[${Object.entries(value)
    .map(([key, one]) => `${php(key)} => ${php(one)}`)
    .join(', ')}]`;
}

/** A file that returns a table, one entry a line. */
const phpFile = (firstLine: string, table: Readonly<Record<string, Value>>): string => {
  const lines = Object.entries(table).map(([key, value]) => `    ${php(key)} => ${php(value)},\n`);
  return `<?php\n// ${firstLine}\n\nreturn [\n${lines.join('')}];\n`;
};

const languages = (): string =>
  phpFile(
    'The languages of the widget, by tag. Written when the archive is made.',
    Object.fromEntries(LANGUAGES.map(({ tag, dir: _, ...language }) => [tag, language])),
  );

const ids = CATEGORIES.map(({ id }) => id);
const { fields: _, ...settingWords } = WORDS;

/** The words that authors of pages may choose from, by attribute. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  ...LOOKS,
  ...THEMES,
  ...settingWords,
  category: ids,
  categories: ids,
};

function choices(): string {
  return phpFile(
    'What may be chosen: words of attributes, names of categories. Written when the archive is made.',
    {
      words: CHOICES,
      categories: Object.fromEntries(ids.map((id) => [id, { fr: fr[`cat.${id}`], en: en[`cat.${id}`] }])),
    },
  );
}

/** The files that a plugin brings along, each with a text that changes with its content. */
function files(): string {
  const versions = widgetAssets().map((name) => {
    const hash = createHash('sha256').update(readAsset(name));
    return [name, hash.digest('hex').slice(0, 12)];
  });
  return `${JSON.stringify({ version: VERSION, versions: Object.fromEntries(versions) as unknown }, null, 2)}\n`;
}

/** Its files by name. Needs a built dist. */
export const phpFiles = (): Map<string, string> =>
  new Map([
    ['choices.php', choices()],
    ['files.json', files()],
    ['languages.php', languages()],
    ['widget.php', readFileSync(new URL('widget.php', import.meta.url), 'utf8')],
  ]);

/** Writes them into a folder. */
export function copyPhp(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of phpFiles()) writeFileSync(join(folder, name), text);
}

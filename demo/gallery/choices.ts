// The choices of the gallery, as links. The addresses of its frames hold the same choices.

import { EASY } from '../../src/words/easy.ts';
import { FURTHER, FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import type { GalleryWords } from './gallery-words.ts';
import { escapeHtml } from './page.ts';

/** Languages that are compared: the widget's own two, and a pseudo-language that runs from right to left. */
export const LANGUAGES = ['fr', 'en', 'ar-XB'] as const;

/** The values of each choice, by its name in the address. The first value is the default. */
const CHOICES = {
  theme: [...PRESET_NAMES, 'all'],
  lang: [...LANGUAGES, ...FURTHER_LANGUAGES],
  scheme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  width: ['390', '320', '720'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a value. */
export function valueNamed({ tag, values }: GalleryWords, value: string): string {
  if (/^\d+$/.test(value)) return `${value} px`;
  const known = (values as Readonly<Record<string, string>>)[value];
  if (known !== undefined || !Object.hasOwn(FURTHER, value)) return known ?? value;
  const easy = Object.values(EASY).find((one) => one.tag === value);
  if (easy) return easy.name;
  // Not in itself: browsers lack the names of some.
  return new Intl.DisplayNames(tag, { type: 'language' }).of(value)!;
}

type ChoiceName = keyof typeof CHOICES;

/** One value for each choice. */
export type Chosen = Readonly<Record<ChoiceName, string>>;

/** Reads the choices of an address. A missing or invalid value becomes the default. */
export function readChoices(query: Readonly<Record<string, string>>): Chosen {
  const entries = Object.entries<readonly string[]>(CHOICES).map(([name, [first, ...others]]) => {
    return [name, others.find((value) => value === query[name]) ?? first];
  });
  return Object.fromEntries(entries) as Chosen;
}

/** The address of a page of the gallery with these choices, for an attribute. */
export const addressOf = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${escapeHtml(new URLSearchParams(query).toString())}`;

/** The choices as rows of links, which keep the rest of the address as it is. */
export function choiceLinks(
  said: GalleryWords,
  now: Chosen,
  kept: Readonly<Record<string, string>>,
  left: ChoiceName[] = [],
): string {
  const rows = (Object.entries(CHOICES) as [ChoiceName, readonly string[]][])
    .filter(([name]) => !left.includes(name))
    .map(([name, values]) => {
      const links = values.map((value) => {
        const isCurrent = now[name] === value;
        const href = addressOf('gallery.html', { ...now, ...kept, [name]: value });
        return `<li><a href="${href}"${isCurrent ? ' aria-current="true"' : ''}>${valueNamed(said, value)}</a></li>`;
      });
      return `<dt id="choice-${name}">${said.labels[name]}</dt><dd><ul aria-labelledby="choice-${name}">${links.join('')}</ul></dd>`;
    });
  return `<nav aria-label="${said.choices}"><dl class="choices">${rows.join('')}</dl></nav>`;
}

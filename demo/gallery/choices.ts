// The choices of the gallery, as links. The addresses of its frames hold the same choices.

import { PRESETS } from '../../src/theme/presets.ts';
import { escapeHtml } from './page.ts';

/** The presets of the widget; the first is the default. */
export const THEMES = ['signal', ...Object.keys(PRESETS)] as const;

/** Languages of the widget: its own two, and a pseudo-language that runs from right to left. */
export const LANGUAGES = { fr: 'français', en: 'English', 'ar-XB': 'de droite à gauche' } as const;

/**
 * A choice, by its name in the address: its label, and its values with their labels. The first value is the default.
 */
const CHOICES = {
  theme: { label: 'Préréglage', values: [...THEMES.map((theme) => [theme, theme]), ['all', 'tous']] },
  lang: { label: 'Langue', values: Object.entries(LANGUAGES) },
  scheme: {
    label: 'Couleurs',
    values: [
      ['auto', 'du système'],
      ['light', 'claires'],
      ['dark', 'sombres'],
    ],
  },
  dir: {
    label: 'Page hôte',
    values: [
      ['ltr', 'vers la droite'],
      ['rtl', 'vers la gauche'],
    ],
  },
  width: { label: 'Largeur', values: ['390', '320', '720'].map((width) => [width, `${width} px`]) },
} as const;

type ChoiceName = keyof typeof CHOICES;

/** One value for each choice. */
export type Chosen = Readonly<Record<ChoiceName, string>>;

/** Reads the choices of an address. A missing or invalid value becomes the default. */
export function readChoices(query: Readonly<Record<string, string>>): Chosen {
  const entries = Object.entries(CHOICES).map(([name, { values }]) => {
    const [first, ...others] = values.map(([value]) => value);
    return [name, others.find((value) => value === query[name]) ?? first];
  });
  return Object.fromEntries(entries) as Chosen;
}

/** The address of a page of the gallery with these choices, for an attribute. */
export const addressOf = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${escapeHtml(new URLSearchParams(query).toString())}`;

/** The choices as rows of links, which keep the rest of the address as it is. */
export function choiceLinks(
  now: Chosen,
  kept: Readonly<Record<string, string>>,
  left: ChoiceName[] = [],
): string {
  const rows = Object.entries(CHOICES)
    .filter(([name]) => !left.includes(name as ChoiceName))
    .map(([name, { label, values }]) => {
      const links = values.map(([value, words]) => {
        const isCurrent = now[name as ChoiceName] === value;
        const href = addressOf('gallery.html', { ...now, ...kept, [name]: value });
        return `<li><a href="${href}"${isCurrent ? ' aria-current="true"' : ''}>${words}</a></li>`;
      });
      return `<dt id="choice-${name}">${label}</dt><dd><ul aria-labelledby="choice-${name}">${links.join('')}</ul></dd>`;
    });
  return `<nav aria-label="Réglages"><dl class="choices">${rows.join('')}</dl></nav>`;
}

// The gallery of translations: each string of a language beside its sources, with its state, its doubt and its screen.

import { EASY } from '../../src/words/easy.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { fill } from '../../src/words/messages.ts';
import { addressOf } from '../gallery/choices.ts';
import { escapeHtml, type Content } from '../gallery/page.ts';
import type { TranslatedString, Translation } from './translation.ts';
import type { TranslationsWords } from './translations-words.ts';

type Query = Readonly<Record<string, string>>;

/** The choice. */
export interface Chosen {
  readonly lang: string;
  readonly state: keyof TranslationsWords['states'];
  /** A screen, or `all`. */
  readonly screen: string;
}

const oneOf = <Value extends string>(values: readonly Value[], value: string | undefined): Value =>
  values.find((known) => known === value) ?? values[0]!;

/** The language that an address asks for; the first one if it asks for none that there is. */
export const languageOf = ({ lang }: Query): string => oneOf(FURTHER_LANGUAGES, lang);

/** Whether a string is among those of a state. */
const isIn = (state: Chosen['state'], { review, doubt }: TranslatedString): boolean =>
  state === 'all' || (state === 'doubt' ? doubt !== undefined : review === state);

/** A choice as a row of links. */
function choice(
  name: keyof Chosen,
  chosen: Chosen,
  label: string,
  values: readonly (readonly [string, string])[],
): string {
  const links = values.map(([value, text]) => {
    const href = addressOf('translations.html', { ...chosen, [name]: value });
    return `<li><a href="${href}"${chosen[name] === value ? ' aria-current="true"' : ''}>${escapeHtml(text)}</a></li>`;
  });
  return `<dt id="choice-${name}">${label}</dt><dd><ul aria-labelledby="choice-${name}">${links.join('')}</ul></dd>`;
}

/** Texts one under the other, in their language. */
const lines = (texts: readonly string[], lang: string, dir: string): string =>
  texts
    .map((text) => `<p lang="${lang}" dir="${dir}">${escapeHtml(text).replaceAll('\n', '<br />')}</p>`)
    .join('');

function stateText(said: TranslationsWords, { review, by = '', on = '' }: TranslatedString): string {
  if (review === 'unreviewed') return said.unreviewed;
  return fill(review === 'reviewed' ? said.by : said.stale, { by, on });
}

function row(said: TranslationsWords, { tag, dir }: Translation, string: TranslatedString): string {
  const { key, state, when, french, english, easy, terms, texts, doubt, most } = string;
  const address = addressOf('../gallery/state.html', { name: state, lang: tag });
  const picture = when === undefined ? said.picture : said.nearest;
  return `<tr><th scope="row"><code translate="no">${key}</code></th>
    <td>${lines(french, 'fr', 'ltr')}<div class="quiet">${lines(english, 'en', 'ltr')}</div>
      ${easy === undefined ? '' : `<p class="quiet">${said.easy} <span lang="en-simple">${escapeHtml(easy)}</span></p>`}
      ${terms.length === 0 ? '' : `<p class="quiet">${said.terms} ${escapeHtml(terms.join(' · '))}</p>`}</td>
    <td>${lines(texts, tag, dir)}${most === undefined ? '' : `<p class="quiet">${fill(said.most, { n: most })}</p>`}</td>
    <td><p>${escapeHtml(stateText(said, string))}</p>
      ${doubt === undefined ? '' : `<p>${said.doubt} <span lang="en">${escapeHtml(doubt)}</span></p>`}
      <p><a href="${address}">${picture}<span class="unseen">, ${key}</span></a></p></td></tr>`;
}

/** The content for an address. */
export function translationsPage(said: TranslationsWords, query: Query, translation: Translation): Content {
  const { tag, screens, strings } = translation;
  const chosen: Chosen = {
    lang: tag,
    state: oneOf(Object.keys(said.states) as Chosen['state'][], query['state']),
    screen: oneOf(['all', ...Object.keys(screens)], query['screen']),
  };
  const displayed = new Intl.DisplayNames(said.tag, { type: 'language' });
  // Browsers call an easy language “français (SIMPLE)”.
  const nameOf = (other: string): string =>
    Object.values(EASY).find((easy) => easy.tag === other)?.name ?? displayed.of(other)!;
  const shown = strings.filter(
    (string) => isIn(chosen.state, string) && (chosen.screen === 'all' || string.screen === chosen.screen),
  );
  const left = strings.filter(({ review }) => review !== 'reviewed').length;
  const total = strings.length;
  const choices = [
    choice(
      'lang',
      chosen,
      said.labels.lang,
      FURTHER_LANGUAGES.map((other) => [other, nameOf(other)]),
    ),
    choice('state', chosen, said.labels.state, Object.entries(said.states)),
    choice('screen', chosen, said.labels.screen, [
      ['all', said.screens],
      ...Object.entries(screens).map(([name, screen]) => [name, screen[said.tag]] as const),
    ]),
  ];
  const parts = Object.entries(screens).flatMap(([name, screen]) => {
    const rows = shown.filter((string) => string.screen === name);
    if (rows.length === 0) return [];
    const head = [`<code>messages</code>`, said.head.source, escapeHtml(nameOf(tag)), said.head.state];
    return [
      `<section aria-labelledby="screen-${name}"><h2 id="screen-${name}">${screen[said.tag]}</h2>
        <table class="strings"><thead><tr>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>
        <tbody>${rows.map((string) => row(said, translation, string)).join('')}</tbody></table></section>`,
    ];
  });
  const title = fill(said.titleOf, { language: nameOf(tag) });
  return {
    title,
    body: `<main class="wide"><h1>${escapeHtml(title)}</h1>
      <p class="ways"><a href="index.html">${said.home}</a> <a href="translate.html">${said.guide}</a>
        <a href="${addressOf('gallery.html', { lang: tag })}">${said.gallery}</a>
        <a href="../${said.other.tag}/translations.html" hreflang="${said.other.tag}" lang="${said.other.tag}">${said.other.label}</a></p>
      <p>${left === 0 ? said.finished : fill(said.draft, { left, total })}</p>
      <nav aria-label="${said.choices}"><dl class="choices">${choices.join('')}</dl></nav>
      <p role="status">${fill(said.count, { shown: shown.length, total })}</p>${parts.join('')}</main>`,
  };
}

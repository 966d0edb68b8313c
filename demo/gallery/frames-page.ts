// The two pages of frames: every state in one preset and language, and one state in all of them.

import { addressOf, choiceLinks, LANGUAGES, readChoices, THEMES, type Chosen } from './choices.ts';
import { escapeHtml, type Content } from './page.ts';
import { BUTTONS_NAME, BUTTONS_TITLE, widget } from './state-html.ts';
import { STATES } from './states.ts';

interface Screen {
  readonly name: string;
  readonly title: string;
}

/** Everything that a frame can show. */
export const SCREENS: readonly Screen[] = [{ name: BUTTONS_NAME, title: BUTTONS_TITLE }, ...STATES];

// The first match decides.
const CHAPTERS: readonly (readonly [title: string, names: RegExp])[] = [
  ['Boutons', /^(buttons|closed)/],
  ['Étape 1 : quoi', /^(what|no-country)/],
  ['Étape 2 : où', /^where/],
  ['Étape 3 : précisions', /^details/],
  ['Étape 4 : relire', /^check/],
  ['Envoi', /^(sending|failure|sent)/],
  ['Fermer, attendre, revenir', /^(discard|idle|kept)/],
  ['Autres présentations', /^/],
];

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly screens: readonly Screen[];
}

const chapters: readonly Chapter[] = CHAPTERS.map(([title], index) => ({
  id: `chapter-${index + 1}`,
  title,
  screens: SCREENS.filter(({ name }) => CHAPTERS.findIndex(([, names]) => names.test(name)) === index),
}));

/** A frame with its caption. In the caption, `{address}` stands for the address of the frame. */
function frame(screen: Screen, chosen: Chosen, caption: string, title: string): string {
  const { theme, lang, scheme, dir, width } = chosen;
  const address = addressOf('../gallery/state.html', { name: screen.name, theme, lang, scheme, dir });
  return `<figure class="w${width}"><figcaption>${caption.replace('{address}', address)}</figcaption>
    <div class="frame"><iframe loading="lazy" title="${escapeHtml(title)}" src="${address}"></iframe></div></figure>`;
}

const wayBack = '<p class="ways"><a href="index.html">Accueil</a> <a href="words.html">Tous les mots</a></p>';

/** The button itself, to try out: the frames are small and run by themselves. */
const live = (chosen: Chosen): string =>
  `<div class="live" lang="${chosen.lang}">${widget(chosen)}<p lang="fr">Essayez\u00A0: rien ne part d’ici.</p></div>`;

/** Every state, in one preset and language. */
function statesPage(chosen: Chosen): Content {
  const contents = chapters.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`);
  const parts = chapters.map(({ id, title, screens }) => {
    const frames = screens.map((screen) => {
      const name = escapeHtml(screen.title);
      const sheet = addressOf('gallery.html', { ...chosen, theme: 'all', state: screen.name });
      const caption = `<a href="{address}">${name}</a>
        <a class="all" href="${sheet}">Comparer<span class="unseen"> : ${name}, dans tous les préréglages</span></a>`;
      return frame(screen, chosen, caption, screen.title);
    });
    return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><div class="frames">${frames.join('')}</div></section>`;
  });
  return {
    title: 'Tous les écrans',
    body: `<main class="wide"><h1>Tous les écrans</h1>${wayBack}${live(chosen)}${choiceLinks(chosen, {})}
      <nav aria-label="Sommaire"><ul class="contents">${contents.join('')}</ul></nav>${parts.join('')}</main>`,
  };
}

/** One state, in every preset and language. */
function sheetPage(chosen: Chosen, name: string | undefined): Content {
  const at = Math.max(
    0,
    SCREENS.findIndex((known) => known.name === name),
  );
  const screen = SCREENS[at]!;
  const rows = THEMES.map((theme) => {
    const frames = Object.entries(LANGUAGES).map(([lang, words]) =>
      frame(
        screen,
        { ...chosen, theme, lang },
        `<a href="{address}"><span class="unseen">${theme}, </span>${words}</a>`,
        `${theme}, ${words}`,
      ),
    );
    return `<section aria-labelledby="${theme}"><h2 id="${theme}">${theme}</h2><div class="frames">${frames.join('')}</div></section>`;
  });
  const link = (other: Screen): string =>
    `<a href="${addressOf('gallery.html', { ...chosen, state: other.name })}"${other === screen ? ' aria-current="page"' : ''}>${escapeHtml(other.title)}</a>`;
  const neighbours = [
    ['Écran précédent', SCREENS[at - 1]],
    ['Écran suivant', SCREENS[at + 1]],
  ] as const;
  const others = chapters.map(
    ({ title, screens }) =>
      `<h3>${title}</h3><ul>${screens.map((other) => `<li>${link(other)}</li>`).join('')}</ul>`,
  );
  return {
    title: `${screen.title}, dans tous les préréglages`,
    body: `<main class="wide sheet"><h1>${escapeHtml(screen.title)}</h1>
      <p class="ways"><a href="${addressOf('gallery.html', { ...chosen, theme: THEMES[0] })}">Tous les écrans</a>
      ${neighbours.map(([label, other]) => (other ? `<span>${label} : ${link(other)}</span>` : '')).join(' ')}</p>
      ${choiceLinks(chosen, { state: screen.name }, ['lang'])}
      <details class="others"><summary>Un autre écran</summary>${others.join('')}</details>${rows.join('')}</main>`,
  };
}

/** The content for an address. */
export function framesPage(query: Readonly<Record<string, string>>): Content {
  const chosen = readChoices(query);
  return chosen.theme === 'all' ? sheetPage(chosen, query['state']) : statesPage(chosen);
}

// The two pages of frames: every state in one preset and language, and one state in all of them.

import { addressOf, choiceLinks, LANGUAGES, readChoices, valueNamed, type Chosen } from './choices.ts';
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import { GALLERY_WORDS, type GalleryLanguage, type GalleryWords } from './gallery-words.ts';
import { escapeHtml, type Content } from './page.ts';
import { BUTTONS_NAME, BUTTONS_TITLE, widget } from './state-html.ts';
import { STATES, type Title } from './states.ts';

interface Screen {
  readonly name: string;
  readonly title: Title;
}

/** Everything that a frame can show. */
export const SCREENS: readonly Screen[] = [{ name: BUTTONS_NAME, title: BUTTONS_TITLE }, ...STATES];

// The first match decides.
const CHAPTERS: readonly (readonly [name: keyof GalleryWords['chapters'], names: RegExp])[] = [
  ['buttons', /^(buttons|closed)/],
  ['what', /^(what|no-country)/],
  ['where', /^where/],
  ['details', /^details/],
  ['check', /^check/],
  ['sending', /^(sending|failure|sent)/],
  ['follow', /^follow/],
  ['leaving', /^(discard|idle|kept)/],
  ['others', /^/],
];

interface Chapter {
  readonly id: string;
  readonly name: keyof GalleryWords['chapters'];
  readonly screens: readonly Screen[];
}

const chapters: readonly Chapter[] = CHAPTERS.map(([name], index) => ({
  id: `chapter-${index + 1}`,
  name,
  screens: SCREENS.filter((screen) => CHAPTERS.findIndex(([, names]) => names.test(screen.name)) === index),
}));

/** A frame with its caption. In the caption, `{address}` stands for the address of the frame. */
function frame(screen: Screen, chosen: Chosen, caption: string, title: string): string {
  const { theme, lang, scheme, dir, width } = chosen;
  const address = addressOf('../gallery/state.html', { name: screen.name, theme, lang, scheme, dir });
  return `<figure class="w${width}"><figcaption>${caption.replace('{address}', address)}</figcaption>
    <div class="frame"><iframe loading="lazy" title="${escapeHtml(title)}" src="${address}"></iframe></div></figure>`;
}

/** The page's language, and its words. */
interface Page {
  readonly tag: GalleryLanguage;
  readonly said: GalleryWords;
}

/** The ways out of the gallery. */
const ways = ({ said }: Page, ...further: readonly string[]): string =>
  `<p class="ways"><a href="index.html">${said.home}</a> <a href="words.html">${said.words}</a>
    <a href="../${said.other.tag}/gallery.html" hreflang="${said.other.tag}" lang="${said.other.tag}">${said.other.label}</a> ${further.join(' ')}</p>`;

/** The button itself, to try out: the frames are small and run by themselves. */
const live = ({ tag, said }: Page, chosen: Chosen): string =>
  `<div class="live" lang="${chosen.lang}">${widget(chosen)}<p lang="${tag}">${said.try}</p></div>`;

/** Every state, in one preset and language. */
function statesPage(at: Page, chosen: Chosen): Content {
  const { tag, said } = at;
  const contents = chapters.map(({ id, name }) => `<li><a href="#${id}">${said.chapters[name]}</a></li>`);
  const parts = chapters.map(({ id, name, screens }) => {
    const frames = screens.map((screen) => {
      const title = escapeHtml(screen.title[tag]);
      const sheet = addressOf('gallery.html', { ...chosen, theme: 'all', state: screen.name });
      const caption = `<a href="{address}">${title}</a>
        <a class="all" href="${sheet}">${said.compare}<span class="unseen">${said.inAll.replace('{title}', title)}</span></a>`;
      return frame(screen, chosen, caption, screen.title[tag]);
    });
    return `<section aria-labelledby="${id}"><h2 id="${id}">${said.chapters[name]}</h2><div class="frames">${frames.join('')}</div></section>`;
  });
  return {
    title: said.title,
    body: `<main class="wide"><h1>${said.title}</h1>${ways(at)}${live(at, chosen)}${choiceLinks(said, chosen, {})}
      <nav aria-label="${said.contents}"><ul class="contents">${contents.join('')}</ul></nav>${parts.join('')}</main>`,
  };
}

/** One state, in every preset and language. */
function sheetPage(at: Page, chosen: Chosen, name: string | undefined): Content {
  const { tag, said } = at;
  const index = Math.max(
    0,
    SCREENS.findIndex((known) => known.name === name),
  );
  const screen = SCREENS[index]!;
  const title = screen.title[tag];
  const rows = PRESET_NAMES.map((theme) => {
    const frames = LANGUAGES.map((lang) => {
      const language = valueNamed(said, lang);
      return frame(
        screen,
        { ...chosen, theme, lang },
        `<a href="{address}"><span class="unseen">${theme}, </span>${language}</a>`,
        `${theme}, ${language}`,
      );
    });
    return `<section aria-labelledby="${theme}"><h2 id="${theme}">${theme}</h2><div class="frames">${frames.join('')}</div></section>`;
  });
  const link = (other: Screen): string =>
    `<a href="${addressOf('gallery.html', { ...chosen, state: other.name })}"${other === screen ? ' aria-current="page"' : ''}>${escapeHtml(other.title[tag])}</a>`;
  const neighbours = [
    [said.before, SCREENS[index - 1]],
    [said.after, SCREENS[index + 1]],
  ] as const;
  const others = chapters.map(
    (chapter) =>
      `<h3>${said.chapters[chapter.name]}</h3><ul>${chapter.screens.map((other) => `<li>${link(other)}</li>`).join('')}</ul>`,
  );
  const all = `<a href="${addressOf('gallery.html', { ...chosen, theme: PRESET_NAMES[0] })}">${said.title}</a>`;
  const besides = neighbours.map(([label, other]) => (other ? `<span>${label} ${link(other)}</span>` : ''));
  return {
    title: said.inAllTitle.replace('{title}', title),
    body: `<main class="wide sheet"><h1>${escapeHtml(title)}</h1>
      ${ways(at, all, ...besides)}
      ${choiceLinks(said, chosen, { state: screen.name }, ['lang'])}
      <details class="others"><summary>${said.others}</summary>${others.join('')}</details>${rows.join('')}</main>`,
  };
}

/**
 * The content for an address.
 * @param tag language of the gallery's own words
 */
export function framesPage(tag: GalleryLanguage, query: Readonly<Record<string, string>>): Content {
  const chosen = readChoices(query);
  const at = { tag, said: GALLERY_WORDS[tag] };
  return chosen.theme === 'all' ? sheetPage(at, chosen, query['state']) : statesPage(at, chosen);
}

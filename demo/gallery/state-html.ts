// The page of one state: a widget with its attributes on a plain page.

import type { Chosen } from './choices.ts';
import { GALLERY_WORDS } from './gallery-words.ts';
import { escapeHtml, type Content } from './page.ts';
import type { State, Title } from './states.ts';

/** Attributes of every widget in the gallery. */
const ATTRIBUTES = {
  hotline: 'Point de Contact',
  'hotline-url': 'https://www.pointdecontact.net/',
  'privacy-url': 'https://www.pointdecontact.net/',
  country: 'FR',
  // The gallery's own address differs between machines, so the page has a fixed one.
  'page-url': 'https://gazette.example/article/12',
};

/** The widgets of the page of buttons. */
const BUTTONS: readonly Readonly<Record<string, string>>[] = [
  { size: 's' },
  { size: 'm' },
  { size: 'l' },
  { variant: 'link' },
  { variant: 'icon' },
  { variant: 'bar' },
  { variant: 'floating' },
];

/** Name and title of the page that shows all buttons at once. It is not a state, because a state has one widget. */
export const BUTTONS_NAME = 'buttons';
export const BUTTONS_TITLE: Title = { fr: GALLERY_WORDS.fr.buttons, en: GALLERY_WORDS.en.buttons };

/** A widget of the gallery, with these choices. */
export function widget(chosen: Chosen, own: Readonly<Record<string, string>> = {}): string {
  const { theme, scheme } = chosen;
  const attributes = { ...ATTRIBUTES, theme, scheme, endpoint: '/gallery/endpoint/accept', ...own };
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${escapeHtml(value)}"`);
  return `<cliquez-signalez ${written.join(' ')}></cliquez-signalez>`;
}

/** The content of the page of a state, or of all buttons where no state is given. */
export function stateContent(state: State | undefined, chosen: Chosen): Content {
  const widgets = state
    ? widget(chosen, {
        ...(state.fault && { endpoint: `/gallery/endpoint/${state.fault}` }),
        ...state.attributes,
      })
    : `<p>${GALLERY_WORDS.fr.host}</p>
       <div class="buttons">${BUTTONS.map((own) => widget(chosen, own)).join('\n')}</div>`;
  const { lang, scheme } = chosen;
  return {
    title: (state?.title ?? BUTTONS_TITLE).fr,
    body: `<main class="host ${scheme}" lang="${lang}">${widgets}</main>`,
  };
}

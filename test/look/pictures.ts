// Which pictures there are: every preset, and the default one in further conditions, in six views and two widths.
import { THEMES } from '../../demo/gallery/choices.ts';

/** One picture. */
export interface Picture {
  /** Its file, without `.png`. */
  readonly name: string;
  /** The look it shows: a preset, or what is different about the default one. */
  readonly look: string;
  /** What follows `/gallery/state?`. */
  readonly query: string;
  readonly width: number;
  readonly height: number;
  readonly isPhone: boolean;
  /** Whether the view is scrolled to its end. */
  readonly isAtEnd: boolean;
  /** Media features that are not as usual. */
  readonly media: Readonly<Record<string, string>>;
}

/** The launchers, a selection, errors, the one notice that is red, the review, and what is shown at the end. */
const VIEWS = ['buttons', 'what-chosen', 'where-error', 'where-child_sexual_abuse', 'check', 'sent'];

/** Of these, what comes further down is worth a look too: once is enough, for it is made of the same parts. */
const LONG_VIEWS = ['what-chosen', 'where-error', 'sent'];

const SCREENS = [
  { width: 1280, height: 900, isPhone: false },
  { width: 390, height: 844, isPhone: true },
];

interface Look {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
  readonly media?: Readonly<Record<string, string>>;
}

const DARK = { 'prefers-color-scheme': 'dark' };

const LOOKS: readonly Look[] = [
  // One preset is made for pages that are dark.
  ...THEMES.map((theme) => ({ name: theme, query: { theme }, media: theme === 'nuit' ? DARK : {} })),
  { name: 'dark', query: {}, media: DARK },
  { name: 'more-contrast', query: {}, media: { 'prefers-contrast': 'more' } },
  { name: 'forced-colors', query: {}, media: { 'forced-colors': 'active' } },
  // Language and page from right to left; then the page alone, in which a French widget stays as it is.
  { name: 'rtl', query: { lang: 'ar-XB', dir: 'rtl' } },
  { name: 'rtl-host', query: { dir: 'rtl' } },
];

/** All pictures, look by look, phones last. */
export const PICTURES: readonly Picture[] = LOOKS.flatMap(({ name: look, query, media = {} }) =>
  SCREENS.flatMap((screen) =>
    [
      ...VIEWS.map((view) => ({ view, isAtEnd: false })),
      ...(look === THEMES[0] ? LONG_VIEWS : []).map((view) => ({ view, isAtEnd: true })),
    ].map(({ view, isAtEnd }) => ({
      name: `${look}-${view}${isAtEnd ? '-end' : ''}-${screen.width}`,
      look,
      query: new URLSearchParams({ name: view, ...query }).toString(),
      ...screen,
      isAtEnd,
      media,
    })),
  ),
);

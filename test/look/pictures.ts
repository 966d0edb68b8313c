// Lists the pictures: every preset, and the default preset in further conditions, in six views and two widths; then
// some views in further languages.
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import { isEvery } from '../setup/every.ts';

/** One picture. */
export interface Picture {
  /** Its file, without `.png`. */
  readonly name: string;
  /** The look that it shows: a preset, or the condition that differs from the default. */
  readonly look: string;
  /** The query of `/gallery/state.html`. */
  readonly query: string;
  readonly width: number;
  readonly height: number;
  readonly isPhone: boolean;
  /** Whether the view is scrolled to its end. */
  readonly isAtEnd: boolean;
  /** Media features with unusual values. */
  readonly media: Readonly<Record<string, string>>;
}

/** The launchers, a selection, errors, the only red notice, the review, and the final view. */
const VIEWS = ['buttons', 'what-chosen', 'where-error', 'where-child_sexual_abuse', 'check', 'sent'];

/** Views that differ from those above by content alone. Once is enough. */
const FURTHER_VIEWS = [
  'practice',
  'practice-sent',
  'page',
  'page-answered',
  'page-sent',
  'sent-code',
  'follow',
  'follow-mistyped',
  'follow-removed',
  'follow-question',
];

/** Views whose lower part is also pictured. Once is enough, because it uses the same components. */
const LONG_VIEWS = ['what-chosen', 'where-error', 'sent', 'page', 'page-answered'];

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
  // One preset is made for dark pages.
  ...PRESET_NAMES.map((theme) => ({ name: theme, query: { theme }, media: theme === 'nuit' ? DARK : {} })),
  { name: 'dark', query: {}, media: DARK },
  { name: 'more-contrast', query: {}, media: { 'prefers-contrast': 'more' } },
  { name: 'forced-colors', query: {}, media: { 'forced-colors': 'active' } },
  // First, language and page run from right to left; then only the page does, and a French widget keeps its direction.
  { name: 'rtl', query: { lang: 'ar-XB', dir: 'rtl' } },
  { name: 'rtl-host', query: { dir: 'rtl' } },
];

/** Languages with long words, another alphabet, from right to left, and with pictograms: they need more room than French. */
const LANGUAGES = ['de', 'el', 'ar', 'fr-simple'];

/** In each of them: the launchers, the first step, the review and the final view, each where it has least room. */
const LANGUAGE_VIEWS = [
  { view: 'sent', screen: SCREENS[0]! },
  { view: 'buttons', screen: SCREENS[1]! },
  { view: 'what', screen: SCREENS[1]! },
  { view: 'check', screen: SCREENS[1]! },
];

const ofLanguages: readonly Picture[] = LANGUAGES.flatMap((lang) =>
  LANGUAGE_VIEWS.map(({ view, screen }) => ({
    name: `${lang}-${view}-${screen.width}`,
    look: lang,
    query: new URLSearchParams({ name: view, lang }).toString(),
    ...screen,
    isAtEnd: false,
    media: {},
  })),
);

const ofLooks: readonly Picture[] = LOOKS.flatMap(({ name: look, query, media = {} }) =>
  SCREENS.flatMap((screen) =>
    [
      ...[...VIEWS, ...(look === PRESET_NAMES[0] ? FURTHER_VIEWS : [])].map((view) => ({
        view,
        isAtEnd: false,
      })),
      ...(look === PRESET_NAMES[0] ? LONG_VIEWS : []).map((view) => ({ view, isAtEnd: true })),
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

/** All pictures, look by look, phones last. */
export const PICTURES: readonly Picture[] = [...ofLooks, ...ofLanguages];

const sharedLooks = LOOKS.map(({ name }) => name).slice(1);

/** Whether a view of a look is compared on this screen; the next view, and the next look, are on the other. */
const isOfPair = ({ name, look, isPhone }: Picture): boolean =>
  (VIEWS.findIndex((view) => name.startsWith(`${look}-${view}-`)) + sharedLooks.indexOf(look)) % 2 ===
  Number(isPhone);

/** The pictures that a run compares: of the first look and in languages all, of other looks half; all with `EVERY=1`. */
export const COMPARED: readonly Picture[] = PICTURES.filter(
  (picture) => isEvery || !sharedLooks.includes(picture.look) || isOfPair(picture),
);

// The partner's answers about the page of the button, and the answers that each way to install needs.

import { EXAMPLE, FOLDER } from '../../.build/snippets.ts';
import { LOOKS } from '../../src/widget/attributes/looks.ts';
import { CONTEXTS, FLOWS } from '../../src/widget/attributes/values.ts';
import { DEFAULT_THEME, type Theme } from '../theme/theme.ts';

/** The ways to install. The first one is recommended. */
export const WAYS = ['bundle', 'module', 'embed', 'npm', 'wordpress', 'isolated'] as const;
export type Way = (typeof WAYS)[number];

export { CONTEXTS, FLOWS };
export const MODES = LOOKS.mode;
/** Whether the page is for training. */
export const PRACTICE = ['no', 'yes'] as const;
/** Whether reporters may choose easy words. */
export const EASY = ['no', 'yes'] as const;
/** Whether the partner's site requires Trusted Types already. */
export const TRUSTED = ['no', 'yes'] as const;

/** The typed answers. Each has the name of its attribute, except the folder of the files. */
export const TEXTS = [
  'base',
  'src',
  'endpoint',
  'follow-up',
  'hotline',
  'hotline-url',
  'privacy-url',
  'country',
  'lang',
  'partner',
  'exit-url',
] as const;
export type TextName = (typeof TEXTS)[number];

/** All answers of a partner. */
export interface Answers {
  readonly way: Way;
  readonly texts: Readonly<Record<TextName, string>>;
  readonly mode: (typeof MODES)[number];
  readonly context: (typeof CONTEXTS)[number];
  readonly flow: (typeof FLOWS)[number];
  readonly practice: (typeof PRACTICE)[number];
  readonly easy: (typeof EASY)[number];
  readonly trusted: (typeof TRUSTED)[number];
  readonly theme: Theme;
  /** Tags of the languages that reporters may choose from. */
  readonly languages: readonly string[];
}

const NO_TEXTS = Object.fromEntries(TEXTS.map((name) => [name, ''])) as Record<TextName, string>;

export const NO_ANSWERS: Answers = {
  way: 'bundle',
  texts: { ...NO_TEXTS, base: `/${FOLDER}/`, country: 'FR' },
  mode: 'dialog',
  context: 'ask',
  flow: 'steps',
  practice: 'no',
  easy: 'no',
  trusted: 'no',
  theme: DEFAULT_THEME,
  languages: [],
};

/** Placeholders for missing answers, so that the code is always complete. */
export const EXAMPLES: Readonly<Record<TextName, string>> = {
  ...NO_TEXTS,
  base: `/${FOLDER}/`,
  src: 'https://hotline.example/cs/frame.html',
  endpoint: EXAMPLE.endpoint,
  'follow-up': 'https://hotline.example/v1/follow-up',
  hotline: EXAMPLE.hotline,
  'hotline-url': EXAMPLE['hotline-url'],
  'privacy-url': 'https://hotline.example/donnees',
  country: 'FR',
  lang: 'fr',
  partner: 'ville-exemple',
  'exit-url': 'https://meteofrance.com/',
};

/** Answers that the code needs before visitors see it. */
export const REQUIRED: readonly TextName[] = ['src', 'endpoint', 'hotline', 'hotline-url'];

/**
 * Answers that a way does not ask for: npm has no folder, the single file no follow-up, and in an isolated form the
 * hotline's page says where reports and questions go.
 */
const NOT_ASKED: Readonly<Record<Way, readonly TextName[]>> = {
  bundle: ['src', 'follow-up'],
  module: ['src'],
  embed: ['src'],
  npm: ['src', 'base'],
  wordpress: ['src', 'base', 'lang', 'exit-url'],
  isolated: ['endpoint', 'follow-up', 'privacy-url', 'partner', 'exit-url'],
};

/** A page for training sends nothing, and asks nothing. */
const OF_REPORTS: readonly TextName[] = ['endpoint', 'follow-up'];

/**
 * Whether an answer is asked for. A page for training needs no endpoint; that of the plugin is a setting, and serves the
 * site's other buttons.
 */
export const isAsked = ({ way, practice }: Pick<Answers, 'way' | 'practice'>, name: TextName): boolean =>
  !NOT_ASKED[way].includes(name) && !(OF_REPORTS.includes(name) && practice === 'yes' && way !== 'wordpress');

/** The texts that are asked for, as the code contains them. */
export function written(answers: Answers): Readonly<Partial<Record<TextName, string>>> {
  const asked = TEXTS.filter((name) => isAsked(answers, name)).map((name) => {
    const text = answers.texts[name].trim();
    const isNeeded = REQUIRED.includes(name) || name === 'base';
    return [name, text || (isNeeded ? EXAMPLES[name] : '')] as const;
  });
  return Object.fromEntries(asked.filter(([, text]) => text !== ''));
}

/** Address of the folder of the files, with a final slash. */
export const folder = (base: string): string => (base.endsWith('/') ? base : `${base}/`);

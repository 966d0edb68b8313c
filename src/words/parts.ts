// The strings that load together. A language's file (locales/<tag>.json) has all strings; `locales/<tag>.json?<part>`
// is one part of it, which builds and the test server cut out (.build/language-files.ts). No page loads these lists.

import type { FrenchKey } from './french-keys.ts';

/** Before any click: the button. */
export const LAUNCHER = [
  'launcher.label',
  'launcher.context',
  'launcher.bar.title',
  'launcher.bar.text',
  'err.load',
  'err.retry',
  'exit.loading',
] as const satisfies readonly FrenchKey[];

/** For embed.js alone: the link that it leaves on the page, if the widget cannot be loaded. */
export const FALLBACK = ['launcher.fallback'] as const satisfies readonly FrenchKey[];

/** The first step of the form, and its frame. */
export const FIRST = [
  'header.service',
  'header.exit',
  'header.close',
  'language.label',
  'language.failed',
  'step.count',
  'action.continue',
  's1.title',
  's1.intro',
  's1.threatened',
  'notice.blackmail',
  's1.privacy',
  's1.privacy.through',
  's1.privacy.alone',
  's1.privacy.link',
  'cat.child_sexual_abuse',
  'cat.child_sexual_abuse.hint',
  'cat.terrorism_bomb_making',
  'cat.terrorism_bomb_making.hint',
  'cat.hate_violence_discrimination',
  'cat.hate_violence_discrimination.hint',
  'cat.crimes_against_humanity',
  'cat.crimes_against_humanity.hint',
  'cat.shocking_content_minors',
  'cat.shocking_content_minors.hint',
  'cat.procuring',
  'cat.procuring.hint',
  'cat.suicide_incitement',
  'cat.sexual_harassment',
  'cat.sexual_harassment.hint',
  'cat.unsure',
  'cat.or',
  's1.emergency',
  'call.police',
  'call.any',
  'call.text',
  'call.signed',
  'err.fallback',
  'draft.kept',
  'sr.newtab',
  'sr.call',
  'sr.message',
  'err.later',
] as const satisfies readonly FrenchKey[];

/**
 * What few people open: the ways to an aim, other services, the exact report, receipts, how a link is copied, practice, the
 * one-page form, what became of a report, several reports at once. All keys with one of these beginnings.
 */
export const EXTRA = [
  'aim.',
  'door.',
  'err.code.',
  'follow.',
  'many.',
  'ok.code',
  'ok.print',
  'ok.receipt',
  'page.',
  'payload.',
  'practice.',
  's2.url.how.',
] as const;

/** Keys with such a beginning that stand in sight before anything is opened. */
export const IN_SIGHT = [
  'aim.remove',
  'aim.complain',
  'aim.complain.person',
  'aim.talk',
  'door.summary',
] as const satisfies readonly FrenchKey[];

const LISTED = { launcher: LAUNCHER, fallback: FALLBACK, first: FIRST } as const;

/** `later` has the strings of no other part: those of everything after the first step. */
export const PARTS = ['launcher', 'fallback', 'first', 'later', 'extra'] as const;
export type Part = (typeof PARTS)[number];

/** One part of the strings of a language. */
export function partOf(
  texts: Readonly<Record<string, string>>,
  part: Part,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => partWith(key) === part));
}

function partWith(key: string): Part {
  for (const part of ['launcher', 'fallback', 'first'] as const) if (isIn(LISTED[part], key)) return part;
  return EXTRA.some((beginning) => key.startsWith(beginning)) && !isIn(IN_SIGHT, key) ? 'extra' : 'later';
}

const isIn = (list: readonly string[], key: string): boolean => list.includes(key);

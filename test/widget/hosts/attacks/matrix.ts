// The table: the attacks, the ways of embedding, and the catch of each.
import type { Loot } from './attacker.ts';
import type { Observed } from './observer.ts';
import { CATEGORY, TYPED } from './reporter.ts';

/** An attack, in the words of the site's table. */
export interface Attack {
  /** The name under which the page's script keeps the catch. */
  readonly id: string;
  readonly name: string;
  /** Whether the attack is made to capture typed text; the others are collectors without harmful intent. */
  readonly isActive: boolean;
}

export const ATTACKS: readonly Attack[] = [
  { id: 'markup', name: 'Copies of the page, as analytics make them', isActive: false },
  { id: 'fields', name: 'Savers of forms', isActive: false },
  { id: 'events', name: 'Events and changes, as the page gets them', isActive: false },
  { id: 'traces', name: 'Address, title, history, storage, list of loaded files', isActive: false },
  { id: 'keys', name: 'Logging every key', isActive: true },
  { id: 'shadow', name: 'Reading the fields in the widget', isActive: true },
  { id: 'functions', name: 'Changing the page’s `fetch`, `JSON`, fields and cryptography', isActive: true },
  { id: 'worker', name: 'Reading requests in a service worker', isActive: true },
  { id: 'frames', name: 'Reading frames and their messages', isActive: true },
  { id: 'sizes', name: 'Measuring sizes, scrolling, focus, messages and requests', isActive: true },
  { id: 'style', name: 'A style sheet alone', isActive: true },
  { id: 'keyboard', name: 'Taking the keyboard while somebody types', isActive: true },
  { id: 'pointer', name: 'Following the pointer under something transparent', isActive: true },
  { id: 'fake', name: 'Putting something else in its place', isActive: true },
  { id: 'opened', name: 'Learning that somebody opened the form', isActive: true },
];

/** Ways of embedding, in the words of the site's table. */
export const MODES = {
  script: 'Script',
  sealed: 'Script, sealed',
  isolated: 'Isolated',
  link: 'Link',
} as const;
export type Mode = keyof typeof MODES;

const CANARIES: Readonly<Record<string, string>> = { category: CATEGORY, ...TYPED };

/** The part of the report that the catch contains: none, or the names of its answers. */
export function caught(texts: readonly string[]): string {
  const all = texts.join('\n');
  return Object.keys(CANARIES)
    .filter((name) => all.includes(CANARIES[name]!))
    .join(' ');
}

/** The measured values by channel, without their frequency and order: a busy machine skips frames. */
function measuredIn(loot: Loot): Map<string, string> {
  const channels = Object.entries(JSON.parse(loot['sizes']?.[0] ?? '{}') as Observed);
  return new Map(channels.map(([channel, values]) => [channel, [...new Set(values)].toSorted().join('\n')]));
}

/**
 * Whether two reports look alike. Other windows decide whether a window gets focus, so one without focus proves
 * nothing.
 */
function isAlike(one: Map<string, string>, other: Map<string, string>): boolean {
  const channels = [...new Set([...one.keys(), ...other.keys()])];
  return channels.every((channel) => {
    const isUnseen = channel === 'focus' && !(one.has(channel) && other.has(channel));
    return isUnseen || one.get(channel) === other.get(channel);
  });
}

/** The gains of attacks that need a page of their own: nothing, letters, the details, the category. */
export interface OwnPageCatch {
  readonly style: string;
  readonly keyboard: '' | 'letters' | 'details';
  readonly pointer: '' | 'category';
}

/**
 * The catch of each attack, by its id. For the opening of the form, the value is `yes` or empty.
 * @param other the catch from a report that differs in its category alone
 * @param own the catch of the attacks with a page of their own
 */
export function columnOf(
  loot: Loot,
  fake: readonly string[],
  other: Loot = loot,
  own: OwnPageCatch = { style: '', keyboard: '', pointer: '' },
): Record<string, string> {
  const found = (id: string): string => {
    if (id === 'style' || id === 'keyboard' || id === 'pointer') return own[id];
    if (id === 'sizes') return isAlike(measuredIn(loot), measuredIn(other)) ? '' : 'category';
    if (id === 'opened') return (loot['opened'] ?? []).length > 0 ? 'yes' : '';
    return caught(id === 'fake' ? fake : (loot[id] ?? []));
  };
  return Object.fromEntries(ATTACKS.map(({ id }) => [id, found(id)]));
}

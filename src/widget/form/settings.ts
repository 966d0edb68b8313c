// The page's settings, read from the element's attributes. A bad value warns in the console and falls back.

import type { AttributeName, BadValue } from '../attributes/names.ts';
import { PATTERNS, WORDS } from '../attributes/settings.ts';
import { CATEGORIES, type Category, type CategoryId } from '../../core/report/categories.ts';
import type { DraftSettings, Prefill } from '../../core/draft/types.ts';
import { addressText, usableEndpoint } from '../../core/report/endpoint.ts';
import { own } from '../../core/own.ts';
import type { FirstMessages, MessageKey } from '../../words/messages.ts';
import { isFramed } from '../page/framed.ts';
import { warnOf } from './bad-values.ts';
import type { OpenOptions, Widget, Transport } from '../shared/widget.ts';

// An ordinary site that reveals nothing about the reporter and leaves no search on screen.
const DEFAULT_EXIT = 'https://meteofrance.com/';

const CATEGORY_IDS = CATEGORIES.map(({ id }) => id);

type Words = typeof WORDS;

/** The settings of one form. */
export interface FormSettings {
  /** Address to which reports are sent; absent if the page's `transport` takes them. */
  readonly endpoint: string | undefined;
  /** Whether reports go nowhere, because people train (`practice`). */
  readonly isPractice: boolean;
  /** Function that takes the unsealed reports in place of the endpoint. */
  readonly transport: Transport | undefined;
  /** Public key that seals the reports; null if they are sent in clear. */
  readonly publicKey: string | null;
  /** Address of the proof-of-work challenge, as written in the attribute; null if there is none. */
  readonly challenge: string | null;
  /** Name of the hotline or, without one, of the server. */
  readonly hotline: string;
  /** Address of the hotline's own form. */
  readonly hotlineAddress: string | undefined;
  readonly privacyUrl: string | undefined;
  readonly country: string | undefined;
  /** Name of the site that carries the form. */
  readonly site: string;
  /** The sentence on the first step that says where the report really goes; undefined if only its header says it. */
  readonly privacyText: keyof FirstMessages | undefined;
  /** The same beside « Envoyer ». */
  readonly destinationText: MessageKey;
  readonly exitUrl: string;
  readonly exitText: MessageKey;
  readonly categories: readonly Category[];
  readonly draft: DraftSettings;
  readonly prefill: Prefill;
  readonly partnerId: string | undefined;
  readonly headingLevel: string;
}

const nameOf = (address: string): string => new URL(address, location.href).hostname.replace(/^www\./, '');

/** Reads the attributes one by one, and collects those with unusable values. */
class AttributeReader {
  readonly bad: BadValue[] = [];
  #host: Element;

  constructor(host: Element) {
    this.#host = host;
  }

  text(attribute: AttributeName): string | undefined {
    return this.#host.getAttribute(attribute)?.trim() || undefined;
  }

  choice<Name extends keyof Words>(attribute: Name, otherwise: Words[Name][number]): Words[Name][number] {
    return this.list(attribute, WORDS[attribute])?.[0] ?? otherwise;
  }

  list<Choice extends string>(attribute: AttributeName, choices: readonly Choice[]): Choice[] | undefined {
    const words = this.#host
      .getAttribute(attribute)
      ?.split(/[\s,]+/)
      .filter(Boolean);
    return words?.flatMap((word) => {
      const choice = choices.find((candidate) => candidate === word);
      if (choice === undefined) this.bad.push({ attribute, value: word, expected: choices });
      return choice ?? [];
    });
  }

  matching(attribute: keyof typeof PATTERNS): string | undefined {
    return this.accepted(attribute, this.text(attribute));
  }

  /** The value of an attribute, or of its property, if it can be used. */
  accepted(attribute: keyof typeof PATTERNS, value: string | undefined): string | undefined {
    if (value === undefined || PATTERNS[attribute].test(value)) return value;
    this.bad.push({ attribute, value });
    return undefined;
  }
}

/** The sentences about the report's destination. « pas à {site} » stands in the hotline's frame alone. */
function destination(
  host: Widget,
  endpoint: string | undefined,
): Pick<FormSettings, 'privacyText' | 'destinationText'> {
  const isThroughSite =
    host.transport !== undefined || !endpoint || new URL(endpoint).origin === location.origin;
  // Scripts of a page can read what is typed into it.
  if (!isThroughSite && !isFramed(host)) return { privacyText: undefined, destinationText: 's4.privacy' };
  const text = !isThroughSite
    ? 's1.privacy'
    : host.hasAttribute('hotline')
      ? 's1.privacy.through'
      : 's1.privacy.alone';
  return { privacyText: text, destinationText: text };
}

/** Answers given in advance, by the element, by an opener or by `open()`. */
function readPrefill(
  read: AttributeReader,
  options: OpenOptions,
  categories: FormSettings['categories'],
): Prefill {
  const wanted = options.category ?? read.text('category');
  const category = CATEGORY_IDS.find((id): id is CategoryId => id === wanted);
  if (wanted && !category) read.bad.push({ attribute: 'category', value: wanted, expected: CATEGORY_IDS });
  const url = options.url ?? read.text('url');
  const isThreatened = options.threatened === true && categories.some(({ id }) => id === 'sexual_harassment');
  return { ...(category && { category }), ...(url && { url }), ...(isThreatened && { isThreatened }) };
}

/**
 * Reads the settings of an element.
 * @param options values that an opener or a call of `open()` gives in advance
 */
export function readSettings(host: Widget, given: OpenOptions = {}): FormSettings {
  const options = own(given);
  const read = new AttributeReader(host);
  const isPractice = Boolean(host.practice);
  const transport = isPractice ? undefined : host.transport;
  const endpoint = transport || isPractice ? undefined : usableEndpoint(host.endpoint, location.href);
  const offered = read.list('categories', CATEGORY_IDS) ?? [];
  const exitUrl = read.matching('exit-url');
  const categories =
    offered.length > 0 ? CATEGORIES.filter(({ id }) => id === 'unsure' || offered.includes(id)) : CATEGORIES;
  const settings: FormSettings = {
    isPractice,
    endpoint,
    transport,
    publicKey: transport || isPractice ? null : (host.publicKey ?? null),
    challenge: isPractice ? null : host.getAttribute('challenge'),
    hotline: read.text('hotline') ?? nameOf(endpoint ?? location.href),
    hotlineAddress: read.accepted('hotline-url', addressText(host.hotlineUrl) || undefined),
    privacyUrl: read.matching('privacy-url'),
    country: read.matching('country'),
    site: nameOf(location.href),
    ...destination(host, endpoint),
    exitUrl: exitUrl ?? DEFAULT_EXIT,
    exitText: exitUrl ? 'exit.other' : 'exit.weather',
    categories,
    draft: {
      location: location.href,
      canonical: document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href,
      pageUrl: read.matching('page-url'),
      pageContext: read.choice('page-context', 'ask'),
      fields: read.list('fields', WORDS.fields) ?? WORDS.fields,
      flow: read.choice('flow', 'steps'),
    },
    prefill: readPrefill(read, options, categories),
    partnerId: read.matching('partner'),
    headingLevel: read.choice('heading-level', '2'),
  };
  warnOf(host, read.bad);
  return settings;
}

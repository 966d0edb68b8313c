// The strings of one form: in the language of its element, loaded part by part. The page's own strings take precedence.

import type { ReactiveController, ReactiveElement } from 'lit';
import { localeAt, type Locale } from './locales.ts';
import { fill, fillParts, type MessageKey, type Messages } from './messages.ts';

/** What the controller needs of its element. */
export interface LocalizeHost extends ReactiveElement {
  /** Strings that the page puts in place of ours. */
  messages?: Partial<Messages> | undefined;
}

/** The parts of a form's strings. */
type Part = 'first' | 'later';

/** Strings and direction of one form. */
export class LocalizeController implements ReactiveController {
  #host: LocalizeHost;
  #locale: Locale;
  #texts: Partial<Messages>;
  /** The requested parts, each with the language of its current strings. */
  #loaded = new Map<Part, string>();

  constructor(host: LocalizeHost) {
    this.#host = host;
    this.#locale = localeAt(host);
    this.#texts = this.#locale.launcher;
    host.addController(this);
  }

  /** Language tag of the strings, for the form's own `lang`. */
  get tag(): string {
    return this.#locale.tag;
  }

  /** Language of the strings that a part shows. Until new strings load, or if they fail to, it is the old one. */
  shownTag(part: Part): string {
    return this.#loaded.get(part) || this.tag;
  }

  /** Direction of the form's language: it is never inherited from the page (RGAA 8.10). */
  get dir(): 'ltr' | 'rtl' {
    return this.#locale.dir ?? 'ltr';
  }

  hostUpdate(): void {
    const locale = localeAt(this.#host);
    if (locale === this.#locale) return;
    this.#locale = locale;
    // The old strings stay until the new ones load: a form in another language is better than an empty one.
    this.#texts = { ...this.#texts, ...locale.launcher };
    for (const part of this.#loaded.keys()) void this.load(part).catch(() => {});
  }

  /** Language tag for dates and hours: that of the strings, with a country where the locale sets one. */
  get dateTag(): string {
    return this.#locale.dateTag ?? this.tag;
  }

  /**
   * The string of this name, with its values filled in. Where a value `n` is a number and the name has plural variants
   * (`<name>.one` at least), the variant for its plural rule takes precedence. An unknown name gives an empty string.
   */
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    if (!values) return this.#find(key) ?? '';
    const { n } = values;
    // Plural rules take a millisecond to create, and few strings have variants.
    const counted =
      typeof n === 'number' &&
      this.#find(`${key}.one` as MessageKey) &&
      this.#find(`${key}.${new Intl.PluralRules(this.tag).select(n)}` as MessageKey);
    return fill(counted || (this.#find(key) ?? ''), values);
  }

  #find(key: MessageKey): string | undefined {
    return this.#host.messages?.[key] ?? this.#texts[key];
  }

  /** The string of this name as parts, for values that are templates. */
  parts<Value>(key: MessageKey, values: Readonly<Record<string, Value>>): (string | Value)[] {
    return fillParts(this.text(key), values);
  }

  /** Loads a part of the strings. Rejects where they cannot be fetched. */
  async load(part: Part): Promise<void> {
    const locale = this.#locale;
    this.#loaded.set(part, this.shownTag(part));
    const form = await locale.form();
    const texts = part === 'first' ? form.first : await form.later();
    // The language may have changed while the strings were on their way.
    if (locale !== this.#locale) return this.load(part);
    this.#texts = { ...this.#texts, ...texts };
    this.#loaded.set(part, locale.tag);
    this.#host.requestUpdate();
  }
}

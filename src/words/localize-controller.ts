// The strings of one form: in the language of its element, or in the one that the reporter chose, loaded part by part.

import type { ReactiveController, ReactiveElement } from 'lit';
import { own } from '../core/own.ts';
import type { Locale } from './locale.ts';
import { localeAt } from './locales.ts';
import { type ExtraMessages, fill, type LaterMessages, type MessageKey, type Messages } from './messages.ts';

/** Reads the strings of a part as their file has them. */
type Reader = (part: LaterMessages | ExtraMessages) => ReadonlyMap<string, string>;

/** Strings and direction of one form. Language, direction and strings change together: languages never mix. */
export class LocalizeController implements ReactiveController {
  #host: ReactiveElement;
  /** The language of the element. */
  #page: Locale;
  /** Strings that the page puts in place of ours. */
  given: Partial<Messages> | undefined;
  /** The language that the reporter chose, if any. */
  chosen: Locale | undefined;
  /** The language of the strings that are shown. */
  #locale: Locale;
  /** The strings of the button and of the first step. */
  #first: Partial<Messages>;
  /** The strings of the later steps, once they have loaded. */
  #later: ReadonlyMap<string, string> | undefined;
  /** Reads the strings of the later steps, once they were asked for, and those that few people open. */
  #reader: Promise<Reader> | undefined;
  /** The strings that few people open: none until they have loaded, undefined until they were asked for. */
  #extra: ReadonlyMap<string, string> | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#locale = this.#page = localeAt(host);
    this.#first = this.#locale.launcher;
    host.addController(this);
  }

  /** The language of the strings. */
  get locale(): Locale {
    return this.#locale;
  }

  /** Its tag, for the form's own `lang`. */
  get tag(): string {
    return this.#locale.tag;
  }

  /** Its direction: it is never inherited from the page (RGAA 8.10). */
  get dir(): 'ltr' | 'rtl' {
    return own(this.#locale).dir ?? 'ltr';
  }

  /** The page's own strings. They are in the page's language, so another language does without them. */
  get own(): Partial<Messages> | undefined {
    return this.#locale === this.#page ? this.given : undefined;
  }

  hostUpdate(): void {
    // A widget that was removed has no language around it: it would request another.
    if (!this.#host.isConnected) return;
    const page = localeAt(this.#host);
    if (page === this.#page) return;
    this.#page = page;
    // Until the new strings load, or if they fail to, the form stays as it is, which is better than an empty one.
    if (!this.chosen) this.load().catch(() => {});
  }

  /** Returns to the language of the page: the language of a reporter tells something about them. */
  forget(): void {
    if (!this.chosen) return;
    this.chosen = undefined;
    this.load().catch(() => {});
  }

  /**
   * The string of this name, with its values filled in. Where a value `n` is a number and the name has plural variants
   * (`<name>.one` at least), the variant for its plural rule takes precedence. An unknown name gives an empty string.
   */
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    const text = this.#find(key) ?? '';
    if (!values) return text;
    const { n } = values;
    // Plural rules take a millisecond to create, and few strings have variants.
    if (typeof n !== 'number' || !this.#find(`${key}.one` as MessageKey)) return fill(text, values, this.dir);
    const { tag, dateTag = tag } = this.#locale;
    const rule = new Intl.PluralRules(dateTag).select(n);
    return fill(this.#find(`${key}.${rule}` as MessageKey) ?? text, { n: n.toLocaleString(dateTag) });
  }

  #find(key: MessageKey): string | undefined {
    return this.own?.[key] ?? this.#later?.get(key) ?? this.#first[key] ?? this.#extra?.get(key);
  }

  /** Loads the strings of the later steps too. Rejects if they, or their reader, cannot be fetched. */
  loadLater(reader: Promise<Reader>): Promise<void> {
    this.#reader = reader;
    // `load` tells of its failure, unless the strings failed first.
    reader.catch(() => {});
    return this.load();
  }

  /** Loads the strings that few people open too, after those of the later steps. Rejects if they cannot be fetched. */
  loadExtra(): Promise<void> {
    this.#extra ??= new Map();
    return this.load();
  }

  /**
   * Shows the wanted language, once all of its strings that are needed have loaded. Rejects, and changes nothing, if
   * they cannot be fetched.
   */
  async load(): Promise<void> {
    const wanted = (): Locale => this.chosen ?? this.#page;
    const locale = wanted();
    const reader = this.#reader;
    const { first, later, extra } = await locale.form();
    const [read, listed, more] = await Promise.all([reader, reader && later(), this.#extra && extra?.()]);
    // The language may have changed while the strings were on their way.
    if (locale !== wanted()) return this.load();
    const named = listed && read?.(listed);
    const moreNamed = more && read?.(more);
    this.#first = { ...locale.launcher, ...first };
    // Parts that load at the same time add up.
    if (named || locale !== this.#locale) this.#later = named;
    if (moreNamed || locale !== this.#locale) this.#extra = moreNamed;
    this.#locale = locale;
    this.#host.requestUpdate();
  }
}

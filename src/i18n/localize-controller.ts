// The language of one widget: found on the nearest `lang`, its strings, and loading those that come later.

import type { ReactiveController, ReactiveElement } from 'lit';
import { localeFor, type Locale } from './locales.ts';
import { fill, fillParts, type MessageKey, type Messages } from './messages.ts';

/** What the controller needs of its element. */
export interface LocalizeHost extends ReactiveElement {
  /** Strings that the page puts in place of ours. */
  messages?: Partial<Messages> | undefined;
}

/** Strings and direction of one widget. */
export class LocalizeController implements ReactiveController {
  #host: LocalizeHost;
  #locale: Locale = localeFor('');
  #texts: Partial<Messages> = {};

  constructor(host: LocalizeHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Language tag of the strings, for the widget's own `lang`. */
  get tag(): string {
    return this.#locale.tag;
  }

  /** Direction of the widget's language: it is never inherited from the page (RGAA 8.10). */
  get dir(): 'ltr' | 'rtl' {
    return this.#locale.dir ?? 'ltr';
  }

  hostConnected(): void {
    this.#adopt();
  }

  hostUpdate(): void {
    if (localeFor(this.#language()) !== this.#locale) this.#adopt();
  }

  /** The string of this name, with its values in place. An unknown name gives an empty string. */
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string {
    const text = this.#host.messages?.[key] ?? this.#texts[key] ?? '';
    return values ? fill(text, values) : text;
  }

  /** The string of this name as parts, for values that are templates. */
  parts<Value>(key: MessageKey, values: Readonly<Record<string, Value>>): (string | Value)[] {
    return fillParts(this.text(key), values);
  }

  /** Loads the strings of a part of the form, in the widget's language. Rejects where they cannot be fetched. */
  async load(part: 'first' | 'rest'): Promise<void> {
    const locale = this.#locale;
    const texts = await locale[part]();
    // The language may have changed while the strings were on their way.
    if (locale !== this.#locale) return this.load(part);
    this.#texts = { ...this.#texts, ...texts };
    this.#host.requestUpdate();
  }

  #language(): string | undefined {
    // `closest` stops at a shadow root; its host carries on.
    for (let node: Element | undefined = this.#host; node; ) {
      const found: Element | null = node.closest('[lang]');
      if (found) return found.getAttribute('lang') ?? undefined;
      const root: Node = node.getRootNode();
      node = root instanceof ShadowRoot ? root.host : undefined;
    }
    return undefined;
  }

  #adopt(): void {
    const hadForm = 's1.title' in this.#texts;
    const hadRest = 's2.title' in this.#texts;
    const previous = this.#texts;
    this.#locale = localeFor(this.#language());
    // Until the new strings are there, the old ones stay: a form in the other language beats an empty one.
    this.#texts = { ...previous, ...this.#locale.launcher };
    if (hadForm) void this.load('first').catch(() => {});
    if (hadRest) void this.load('rest').catch(() => {});
  }
}

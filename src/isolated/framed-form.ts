// The form in the hotline's frame page: it answers to the page around it if the hotline has named that page, is dressed
// as that page wants, and tells it what a page may know.

import { pageAddress } from '../core/address/page-address.ts';
import { localeAt } from '../i18n/locales.ts';
import { fill } from '../i18n/messages.ts';
import { leaveToPage, replacePage } from '../page/exit.ts';
import type { Widget } from '../button/widget.ts';
import {
  HELLO,
  PROTOCOL,
  SETTINGS,
  STYLES,
  type FrameMessage,
  type Hello,
  type PageMessage,
  type PageSettings,
} from './channel.ts';
import { framedStyles } from './framed.styles.ts';

/** A value of a style sheet that is a colour, a length, a number or a font (\x22 and \x27 quote it): it asks for nothing. */
const STYLE_TEXT =
  /^(?!.*(?:url|image|image-set|src|var|env|attr)\()[\p{L}\p{N}\s.,%#\x22\x27()/+*-]{1,200}$/isu;

/** How long the page may take to say that it is leaving, before the frame tries to replace it by itself. */
const LEAVING_MS = 500;

/** Who may show this form: the exact origins that the hotline has written down, or `*` for every origin that its headers let through. */
function isPartner(hosts: string | null, origin: string): boolean {
  const named = hosts?.split(/[\s,]+/) ?? [];
  return origin !== 'null' && (named.includes('*') || named.includes(origin));
}

const isHello = (data: unknown): data is Hello =>
  typeof data === 'object' &&
  data !== null &&
  (data as Partial<Hello>).type === HELLO &&
  (data as Partial<Hello>).version === PROTOCOL;

/** A text of a message, where it is one and is what it should be. */
const textIn = (values: unknown, name: string, pattern: RegExp): string | undefined => {
  const value = values && (values as Record<string, unknown>)[name];
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
};

/**
 * Waits for the page around this one. The first greeting of an allowed page counts; it brings the port for all the rest.
 * @param element the form, as the hotline wrote it, before it is defined
 * @param define defines it: not before it is known how it is shown
 */
export function awaitPage(element: HTMLElement, define: () => void): void {
  const hear = ({ data, source, origin, ports: [port] }: MessageEvent<unknown>): void => {
    if (source !== window.parent || !isHello(data) || !port) return;
    if (!isPartner(element.dataset['hosts'] ?? null, origin)) {
      console.error(
        `The page at ${origin} may not show this form. To let it: data-hosts="${origin}" on <${element.localName}>, and the same in the header frame-ancestors.`,
      );
      return;
    }
    window.removeEventListener('message', hear);
    element.setAttribute('mode', data.mode === 'inline' ? 'inline' : 'dialog');
    const framed = new FramedForm(element as Widget, port, origin);
    framed.apply(data);
    define();
    framed.begin();
  };
  window.addEventListener('message', hear);
}

/** The form of one frame. */
class FramedForm {
  #element: Widget;
  #port: MessagePort;
  /** Origin of the page around. */
  #origin: string;
  /** What the hotline itself wrote: it stands where the page says nothing. */
  #written: ReadonlyMap<string, string | null>;
  #page: PageSettings['page'] | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(element: Widget, port: MessagePort, origin: string) {
    this.#element = element;
    this.#port = port;
    this.#origin = origin;
    this.#written = new Map(Object.keys(SETTINGS).map((name) => [name, element.getAttribute(name)]));
  }

  /** Takes what the page says of itself. */
  apply({ attributes, styles, page }: Partial<PageSettings>): void {
    const element = this.#element;
    for (const [name, pattern] of Object.entries(SETTINGS))
      this.#set(name, textIn(attributes, name, pattern) ?? this.#written.get(name) ?? null);
    for (const name of STYLES)
      element.style.setProperty(`--cs-${name}`, textIn(styles, name, STYLE_TEXT) ?? '');
    this.#page = {
      location: textIn(page, 'location', SETTINGS['page-url']!) ?? '',
      canonical: textIn(page, 'canonical', SETTINGS['page-url']!),
    };
    const address =
      element.getAttribute('page-url') ??
      // A page can speak for its own origin.
      (this.#page.location.startsWith(`${this.#origin}/`)
        ? pageAddress(this.#page.location, this.#page.canonical)
        : undefined);
    // « Sur cette page » is the page around, never this one.
    if (address) this.#set('page-url', address);
    else this.#set('page-context', 'elsewhere');
    const { style, lang } = document.documentElement;
    document.documentElement.lang = element.lang || lang;
    // With another colour scheme than that of the page around, this one would be opaque.
    style.colorScheme = element.getAttribute('scheme') ?? '';
  }

  /** Gets everything for the first step, then answers to the page. */
  begin(): void {
    const element = this.#element;
    if (!element.canReport) return this.#say({ type: 'error', code: 'load', retryable: false });
    element.addEventListener('cs-open', () => this.#say({ type: 'open' }));
    window.addEventListener('focus', this.#onFocus);
    if (element.isInline) this.#fillFrame();
    element.addEventListener('cs-close', () => {
      // Opened again before the browser came to say that it was closed.
      if (!element.renderRoot.querySelector('dialog')?.open) this.#say({ type: 'close' });
    });
    element.addEventListener('cs-sent', () => this.#say({ type: 'sent' }));
    element.addEventListener('cs-step', ({ step }) => this.#say({ type: 'step', step }));
    element.addEventListener('cs-error', ({ code, retryable }) =>
      this.#say({ type: 'error', code, retryable }),
    );
    // The page can replace itself without a click, and keep its address to itself in every engine.
    leaveToPage(element);
    element.addEventListener('cs-exit', () => {
      const address = this.#exitAddress;
      this.#say({ type: 'exit', address });
      this.#leaving = setTimeout(() => replacePage(address), LEAVING_MS);
    });
    this.#port.addEventListener('message', this.#onMessage);
    this.#port.start();
    this.#say({ type: 'accepted' });
    void this.#prepare();
  }

  /** In the page, the form is as tall as its frame, whatever is in it: its height would tell the page the answers. */
  #fillFrame(): void {
    const root = this.#element.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, framedStyles.styleSheet!];
    // Once, and not before what was pressed is let go: the page then scrolls.
    const stop = new AbortController();
    const say = (): void => {
      stop.abort();
      this.#say({ type: 'used' });
    };
    for (const type of ['keyup', 'click']) window.addEventListener(type, say, { signal: stop.signal });
  }

  async #prepare(): Promise<void> {
    try {
      await this.#nameSite();
    } catch {
      return this.#say({ type: 'error', code: 'load', retryable: true });
    }
    this.#say({ type: 'ready' });
  }

  /** The site that does not get the report is the one that the reporter sees around the form. */
  async #nameSite(): Promise<void> {
    const element = this.#element;
    const { first } = await localeAt(element).form();
    const isRelay = new URL(element.endpoint ?? '', location.href).origin === this.#origin;
    const site = new URL(this.#origin).hostname.replace(/^www\./, '');
    const text = fill(first[isRelay ? 's1.privacy.through' : 's1.privacy'], { site });
    element.messages = { ...element.messages, 's1.privacy': text, 's1.privacy.through': text };
  }

  #onMessage = ({ data }: MessageEvent<PageMessage | null>): void => {
    const element = this.#element;
    switch (data?.type) {
      case 'settings':
        this.apply(data);
        void this.#nameSite().catch(() => {});
        return;
      case 'open': {
        const url = textIn(data, 'url', SETTINGS['url']!);
        const isThisPage = url !== undefined && [this.#page?.location, this.#page?.canonical].includes(url);
        void element.open({
          url: isThisPage ? (element.getAttribute('page-url') ?? url) : url,
          category: textIn(data, 'category', SETTINGS['category']!),
        });
        return;
      }
      case 'close':
        return element.close();
      case 'leave':
        return element.renderRoot.querySelector<HTMLElement>('[part="close"]')?.click();
      case 'reset':
        return element.reset();
      case 'leaving':
        return clearTimeout(this.#leaving);
    }
  };

  /**
   * The page gives focus to the frame before it says « open », but the two come by different ways: where the form has
   * opened first, its heading could not take focus yet.
   */
  #onFocus = (): void => {
    const root = this.#element.renderRoot as ShadowRoot;
    if (!root.activeElement) root.querySelector<HTMLElement>('dialog[open] h2')?.focus();
  };

  get #exitAddress(): string {
    return this.#element.renderRoot.querySelector<HTMLAnchorElement>('[part="exit"]')?.href ?? '';
  }

  #set(name: string, value: string | null): void {
    const element = this.#element;
    if (element.getAttribute(name) === value) return;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }

  #say(message: FrameMessage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end
    this.#port.postMessage(message);
  }
}

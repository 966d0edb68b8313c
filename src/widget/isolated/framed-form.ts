// The form in the hotline's frame page. It accepts a surrounding page that the hotline has named, takes its look from
// that page, and sends it only what a page may know.

import { own } from '../../core/own.ts';
import { CROSSING, type Accepted } from '../attributes/crossing.ts';
import { pageAddress } from '../../core/address/page-address.ts';
import { usableMessages } from '../form/bad-values.ts';
import { localeAt } from '../../words/locales.ts';
import { fill } from '../../words/messages.ts';
import { replacePage } from '../page/exit.ts';
import { noteFramed } from '../page/framed.ts';
import { markForRecorders } from '../page/recorder-marks.ts';
import type { Widget } from '../shared/widget.ts';
import {
  HELLO,
  PROTOCOL,
  STYLES,
  type FrameMessage,
  type Hello,
  type PageMessage,
  type PageSettings,
} from './channel.ts';
import { framedStyles } from './framed.styles.ts';

/** A CSS value that is a colour, a length, a number or a font (\x22 and \x27 quote it), and causes no request. */
const STYLE_TEXT =
  /^(?!.*(?:url|image|image-set|src|var|env|attr)\()[\p{L}\p{N}\s.,%#\x22\x27()/+*-]{1,200}$/isu;

/** How long the page may take to say that it is leaving, before the frame tries to replace it by itself. */
const LEAVING_MS = 500;

/**
 * Whether an origin may show this form. The hotline lists exact origins, or `*` for every origin that its headers
 * allow.
 */
function isPartner(hosts: string | null, origin: string): boolean {
  const named = hosts?.split(/[\s,]+/) ?? [];
  return origin !== 'null' && (named.includes('*') || named.includes(origin));
}

const isHello = (data: unknown): data is Hello =>
  typeof data === 'object' &&
  data !== null &&
  (data as Partial<Hello>).type === HELLO &&
  (data as Partial<Hello>).version === PROTOCOL;

/** A field of a message, if it is a string that matches the pattern. */
const textIn = (values: unknown, name: string, accepted: Accepted): string | undefined => {
  const value = values && (values as Record<string, unknown>)[name];
  if (typeof value !== 'string') return undefined;
  return (accepted instanceof RegExp ? accepted.test(value) : accepted.includes(value)) ? value : undefined;
};

/**
 * Waits for the page around this one. The first greeting of an allowed page counts; it carries the port for all later
 * messages.
 * @param element the form, as the hotline wrote it, before it is defined
 * @param define defines the element, once its mode is known
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
    noteFramed(element);
    const framed = new FramedForm(element as Widget, port, origin);
    framed.apply(data);
    define();
    framed.begin();
  };
  window.addEventListener('message', hear);
  // On the page's own origin, a recorder of the page reads this document too.
  markForRecorders(document.documentElement);
}

/** The form of one frame. */
class FramedForm {
  #element: Widget;
  #port: MessagePort;
  /** Origin of the page around the frame. */
  #origin: string;
  /** Attributes in the hotline's markup: they apply if the page sets none. */
  #written: ReadonlyMap<string, string | null>;
  #page: PageSettings['page'] | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(element: Widget, port: MessagePort, origin: string) {
    this.#element = element;
    this.#port = port;
    this.#origin = origin;
    this.#written = new Map(Object.keys(CROSSING).map((name) => [name, element.getAttribute(name)]));
  }

  /** Applies the settings of the page. */
  apply({ attributes, styles, page }: Partial<PageSettings>): void {
    const element = this.#element;
    for (const [name, accepted] of Object.entries<Accepted>(CROSSING))
      this.#set(name, textIn(attributes, name, accepted) ?? this.#written.get(name) ?? null);
    for (const name of STYLES)
      element.style.setProperty(`--cs-${name}`, textIn(styles, name, STYLE_TEXT) ?? '');
    this.#page = {
      location: textIn(page, 'location', CROSSING['page-url']) ?? '',
      canonical: textIn(page, 'canonical', CROSSING['page-url']),
    };
    const address =
      element.getAttribute('page-url') ??
      // A page can speak for its own origin.
      (this.#page.location.startsWith(`${this.#origin}/`)
        ? pageAddress(this.#page.location, this.#page.canonical)
        : undefined);
    // « Sur cette page » means the page around the frame, never the frame's own page.
    if (address) this.#set('page-url', address);
    else this.#set('page-context', 'elsewhere');
    const { style, lang } = document.documentElement;
    document.documentElement.lang = element.lang || lang;
    // A frame whose colour scheme differs from that of its page would be opaque.
    style.colorScheme = element.getAttribute('scheme') ?? '';
  }

  /** Connects the form to the page, and prepares the first step. */
  begin(): void {
    const element = this.#element;
    if (!element.canReport) return this.#say({ type: 'error', code: 'load', retryable: false });
    element.addEventListener('cs-open', () => this.#say({ type: 'open' }));
    window.addEventListener('focus', this.#onFocus);
    if (element.isInline) this.#fillFrame();
    element.addEventListener('cs-close', () => {
      // The form may be open again before the browser reports that it was closed.
      if (!element.renderRoot.querySelector('dialog')?.open) this.#say({ type: 'close' });
    });
    element.addEventListener('cs-sent', () => this.#say({ type: 'sent' }));
    element.addEventListener('cs-step', ({ step }) => this.#say({ type: 'step', step }));
    element.addEventListener('cs-error', ({ code, retryable }) =>
      this.#say({ type: 'error', code, retryable }),
    );
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

  /**
   * In inline mode, the form fills the height of its frame: a height that followed the content would reveal the
   * answers.
   */
  #fillFrame(): void {
    const root = this.#element.renderRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, framedStyles.styleSheet!];
    // Reports use once, and only after the key or the pointer is released, because the page then scrolls.
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
    this.#say({ type: 'ready', practice: Boolean(this.#element.practice) });
  }

  /** Makes the privacy notice name the site that the reporter sees around the form. */
  async #nameSite(): Promise<void> {
    const element = this.#element;
    const { form, dir } = own(localeAt(element));
    const { first } = await form();
    const isRelay = new URL(element.endpoint ?? '', location.href).origin === this.#origin;
    const site = new URL(this.#origin).hostname.replace(/^www\./, '');
    const text = fill(first[isRelay ? 's1.privacy.through' : 's1.privacy'], { site }, dir);
    element.messages = { ...usableMessages(element), 's1.privacy': text, 's1.privacy.through': text };
  }

  #onMessage = ({ data }: MessageEvent<PageMessage | null>): void => {
    const element = this.#element;
    switch (data?.type) {
      case 'settings':
        this.apply(data);
        void this.#nameSite().catch(() => {});
        return;
      case 'open': {
        const url = textIn(data, 'url', CROSSING.url);
        const isThisPage = url !== undefined && [this.#page?.location, this.#page?.canonical].includes(url);
        void element.open({
          url: isThisPage ? (element.getAttribute('page-url') ?? url) : url,
          category: textIn(data, 'category', CROSSING.category),
          threatened: data.threatened === true,
          followUp: data.followUp === true,
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
   * The page focuses the frame before it sends « open », but focus and message may arrive in either order. If the form
   * opens first, its heading cannot take focus yet.
   */
  #onFocus = (): void => {
    const root = this.#element.renderRoot;
    // In Firefox, an element that called focus() has it only after this event.
    setTimeout(() => {
      if (!root.activeElement) root.querySelector<HTMLElement>('dialog[open] h2')?.focus();
    });
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

// The partner's side of the isolated form: a dialog that holds only the hotline's frame, or the frame in the page.
// Answers typed in the frame never reach the page; the page sets the look of the form.

import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import { usableEndpoint } from '../../core/report/endpoint.ts';
import { usableMessages } from '../form/bad-values.ts';
import { localeAt } from '../../words/locales.ts';
import { coverPage, replacePage } from '../page/exit.ts';
import { holdPage } from '../page/hold.ts';
import { markForRecorders } from '../page/recorder-marks.ts';
import type { Release } from '../page/visible-area.ts';
import { ARRIVAL_MS } from '../shared/arrival.ts';
import {
  CsErrorEvent,
  CsCloseEvent,
  CsExitEvent,
  CsOpenEvent,
  CsStepEvent,
  CsSentEvent,
} from '../shared/events.ts';
import { launcherText } from '../shared/launcher-text.ts';
import type { OpenOptions, Widget, ShownForm } from '../shared/widget.ts';
import { HELLO, PROTOCOL, type Hello, type Said, type PageMessage } from './channel.ts';
import { failureTemplate, frameTemplate } from './frame-template.ts';
import { inlineStyles, isolatedStyles } from './isolated.styles.ts';
import { readPageSettings } from './page-settings.ts';

const STEPS = /^[1-9]$/;
const CODES = /^[a-z-]{1,30}$/;

/** The form of one widget, in a frame. */
export class Form implements ReactiveController, ShownForm {
  #host: Widget;
  /** Whether the frame stands in the page. */
  #isWanted = false;
  /** Whether the frame was asked for and cannot be used. */
  #hasFailed = false;
  #isReady = false;
  /** Whether the form was asked to open, and has not confirmed it. */
  #isOpening = false;
  #port: MessagePort | undefined;
  /** Options for opening the form once it is ready. */
  #opening: OpenOptions | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #release: Release | undefined;
  #uncover: Release | undefined;
  #observer = new MutationObserver((changes) => {
    if (changes.some(({ attributeName }) => attributeName === 'practice')) this.#restart();
    else this.#say({ type: 'settings', ...this.#settings });
  });

  constructor(host: Widget) {
    this.#host = host;
    const root = host.renderRoot;
    const styles = host.isInline ? [isolatedStyles, inlineStyles] : [isolatedStyles];
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.map(({ styleSheet }) => styleSheet!)];
    host.addController(this);
    this.takeMessages();
  }

  /** The frame has its own strings; the page's stand around it. */
  takeMessages(): void {
    usableMessages(this.#host);
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#onPageshow);
    this.#host.renderRoot.addEventListener('focusin', this.#onFocusin);
    this.#observer.observe(this.#host, { attributes: true });
    this.#warnOfOrigin();
    if (this.#host.isInline) this.#start();
  }

  /** Removing a frame from the page destroys it, with everything typed in it. */
  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.#onPageshow);
    this.#host.renderRoot.removeEventListener('focusin', this.#onFocusin);
    this.#observer.disconnect();
    this.#uncover?.();
    this.#drop();
  }

  /** Resolves at once: the frame loads only when it is shown, so that the hotline receives no earlier request. */
  prepare(): Promise<void> {
    return Promise.resolve();
  }

  /** Recorders that read frames of the page's own origin look for their mark around the frame or on it. */
  hostUpdated(): void {
    markForRecorders(this.#place);
    markForRecorders(this.#frame);
  }

  open({ url, category, threatened, followUp }: OpenOptions = {}): void {
    if (this.#dialog?.open) return;
    this.#opening = { url, category, threatened: threatened === true, followUp: followUp === true };
    this.#hasFailed = false;
    if (this.#isReady) this.#enter();
    else this.#start();
  }

  close(): void {
    this.#say({ type: 'close' });
    this.#dialog?.close();
  }

  reset(): void {
    this.#say({ type: 'reset' });
  }

  render(): TemplateResult | typeof nothing {
    if (this.#hasFailed) return failureTemplate(this.#host);
    if (!this.#isWanted) return nothing;
    return frameTemplate(this.#host, this.#address, this.#greet, this.#onCancel, this.#onClose);
  }

  // The frame

  get #address(): string {
    return usableEndpoint(this.#host.src, location.href) ?? 'about:blank';
  }

  get #place(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.isolated');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog.isolated');
  }

  get #frame(): HTMLIFrameElement | null {
    return this.#place?.querySelector('iframe') ?? null;
  }

  get #settings(): ReturnType<typeof readPageSettings> {
    return readPageSettings(this.#host, this.#place ?? this.#host);
  }

  #start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#await();
    this.#host.requestUpdate();
  }

  /** Begins the time that the frame has to be ready, or to open. */
  #await(): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#fail(), ARRIVAL_MS);
  }

  /** Sends the frame its port, after each load. A frame whose origin differs from that of `src` receives nothing. */
  #greet = (): void => {
    const { contentWindow } = this.#frame ?? {};
    if (!contentWindow) return;
    this.#port?.close();
    // A frame that was ready has loaded anew.
    if (this.#isReady) this.#await();
    this.#isReady = false;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener('message', this.#onMessage);
    port1.start();
    const mode = this.#host.isInline ? 'inline' : 'dialog';
    const hello: Hello = { type: HELLO, version: PROTOCOL, mode, ...this.#settings };
    contentWindow.postMessage(hello, new URL(this.#address).origin, [port2]);
  };

  #say(message: PageMessage): void {
    this.#port?.postMessage(message);
  }

  #onMessage = ({ data }: MessageEvent<Said>): void => {
    const host = this.#host;
    switch (data?.type) {
      case 'ready':
        // A frame of an older version knows no practice: its reports would reach the hotline.
        if (host.practice && data.practice !== true) return this.#fail();
        clearTimeout(this.#deadline);
        this.#isReady = true;
        if (this.#opening) this.#enter();
        return;
      case 'open':
        clearTimeout(this.#deadline);
        this.#isOpening = false;
        host.dispatchEvent(new CsOpenEvent());
        return;
      case 'close':
        // A close from before the dialog opened again is outdated.
        if (!this.#isOpening) this.#dialog?.close();
        return;
      case 'used':
        return this.#showAll();
      case 'step':
        if (STEPS.test(String(data.step))) host.dispatchEvent(new CsStepEvent(Number(data.step)));
        // The page's address may have changed without an event.
        this.#say({ type: 'settings', ...this.#settings });
        return this.#showAll();
      case 'sent':
        host.dispatchEvent(new CsSentEvent());
        return this.#showAll();
      case 'error':
        if (!this.#isReady) return this.#fail();
        if (typeof data.code === 'string' && CODES.test(data.code))
          host.dispatchEvent(new CsErrorEvent(data.code, Boolean(data.retryable)));
        return;
      case 'exit':
        if (host.isInline || this.#dialog?.open) this.#leave(String(data.address));
    }
  };

  #enter(): void {
    const options = this.#opening;
    this.#opening = undefined;
    const dialog = this.#dialog;
    if (dialog?.isConnected) {
      this.#release ??= holdPage(dialog, () => this.close());
      dialog.showModal();
      this.#isOpening = true;
      this.#await();
    }
    // Focus precedes the message `open`: the form can move focus to its heading only if its frame has focus.
    this.#frame?.focus();
    this.#say({ type: 'settings', ...this.#settings });
    this.#say({ type: 'open', ...options });
  }

  /**
   * In inline mode, keeps the whole frame in sight: focus inside it would otherwise scroll the page, and reveal its
   * position.
   */
  #showAll(): void {
    if (this.#host.isInline) this.#frame?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /** Closes the dialog and shows the link to the hotline, so that nothing hangs. */
  #fail(): void {
    this.#drop();
    this.#hasFailed = true;
    this.#host.dispatchEvent(new CsErrorEvent('load', true));
  }

  #drop(): void {
    clearTimeout(this.#deadline);
    // Later messages to the frame are dropped.
    this.#port?.close();
    this.#isReady = false;
    this.#isOpening = false;
    this.#opening = undefined;
    this.#dialog?.close();
    this.#letGo();
    this.#isWanted = false;
    this.#host.requestUpdate();
  }

  /** Loads the frame anew: its port is closed, or it is to be for practice, or no longer. */
  #restart(): void {
    this.#drop();
    // The old frame goes with the next rendering.
    if (this.#host.isInline)
      void this.#host.updateComplete.then(() => this.#host.isConnected && this.#start());
  }

  // The dialog

  /** Escape and Android's Back, if focus is not in the frame: the form decides. */
  #onCancel = (event: Event): void => {
    if (!event.cancelable) return;
    event.preventDefault();
    this.#frame?.focus();
    this.#say({ type: 'leave' });
  };

  /**
   * A field that a script of the page puts into the open dialog would take the keyboard from the frame. A script that
   * stops this event still can: the frame then says so (keyboard-guard.ts).
   */
  #onFocusin = ({ target }: Event): void => {
    const dialog = this.#dialog;
    if (!dialog?.open || target === dialog || target === this.#frame || !dialog.contains(target as Node))
      return;
    this.#frame?.focus();
  };

  #onClose = (): void => {
    this.#letGo();
    // The dialog may close without asking the form; the answers stay for the next opening.
    this.#say({ type: 'close' });
    // The browser restores focus to the previous element, unless that element is gone.
    this.#frame?.blur();
    if ((document.activeElement ?? document.body) === document.body) this.#host.focus();
    this.#host.dispatchEvent(new CsCloseEvent());
  };

  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  // Leaving

  #leave(address: string): void {
    const locale = localeAt(this.#host);
    const { tag: lang, dir = 'ltr' } = locale;
    const text = launcherText(this.#host.messages, locale, 'exit.loading');
    this.#uncover = coverPage(this.#host.renderRoot, { text, lang, dir });
    this.#say({ type: 'leaving' });
    this.#host.dispatchEvent(new CsExitEvent());
    replacePage(usableEndpoint(address, location.href) ?? 'about:blank');
  }

  #onPageshow = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted || !this.#uncover) return;
    this.#uncover();
    this.#uncover = undefined;
    this.#restart();
  };

  #warnOfOrigin(): void {
    if (new URL(this.#address).origin === location.origin && !/^(localhost|127\.|\[)/.test(location.hostname))
      console.warn(
        `<${this.#host.localName}> src="${this.#host.src}" is on this page's own origin, whose scripts can read all that is typed there: the frame isolates nothing. Expected the hotline's origin.`,
      );
  }
}

